"""What is public beside the roles: its draft, preview, difference, publishing, editions and restoring."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from roles.admin_input import AdminMixin
from roles.audit import Kind as Event
from roles.audit import record_event
from roles.core import codec
from roles.core.diff import entry_changes, summary_of
from roles.import_export.editions import restore_rows, rows_after_restoring
from roles.models import Act, Edition, PublishRequest
from roles.models.editions import Kind, nothing_of, to_content
from roles.models.kinds import ROWS, Drafted, draft_of, draft_problems, drafts_of, words_with
from roles.models.releases import Shown, publish_drafts, titles_with

from .log import record_kind
from .preview_kinds import preview_kind
from .versions import DRAFT

ACTS_SHOWN = 20
RESTORING = (
    "The draft will say what edition {} says. Nothing is published by this, and you can undo it. What statements are "
    "tied to stays, after the rest."
)
_NUMBER = re.compile(r"[0-9]{1,9}")


def may(request, verb: str, kind: str) -> bool:
    """Whether whoever asks may view or change the rows of a kind."""
    return request.user.has_perm(f"roles.{verb}_{ROWS[kind][0]._meta.model_name}")


@dataclass(frozen=True)
class KindState:
    """A kind on the page of all, with the address of its rows."""

    draft: Drafted
    may_change: bool

    @property
    def rows(self):
        return [
            (reverse(f"admin:roles_{model._meta.model_name}_changelist"), model._meta.verbose_name_plural)
            for model in ROWS[self.draft.kind]
        ]


class EditionsMixin(AdminMixin):
    """For the ModelAdmin of the role, which has the pages of all that is published."""

    def get_urls(self):
        def page(route, view, name):
            return path(f"editions/{route}", self.admin_site.admin_view(view), name=f"roles_edition_{name}")

        return [
            page("", self.editions_view, "all"),
            page("<slug:kind>/", self.edition_versions_view, "versions"),
            page("<slug:kind>/preview/", self.edition_preview_view, "preview"),
            page("<slug:kind>/publish/", self.edition_publish_view, "publish"),
            page("<slug:kind>/compare/", self.edition_compare_view, "compare"),
            page("<slug:kind>/<int:number>/restore/", self.edition_restore_view, "restore"),
            *super().get_urls(),
        ]

    @method_decorator(require_safe)
    def editions_view(self, request):
        """Every kind: what is public of it, and whether its draft differs."""
        kinds = [kind for kind in Kind if may(request, "view", kind)]
        if not kinds:
            raise PermissionDenied
        states = [KindState(draft, may(request, "change", draft.kind)) for draft in drafts_of(kinds).values()]
        return self._edition_page(request, "all", "Shared content", {"states": states})

    @method_decorator(require_safe)
    def edition_preview_view(self, request, kind):
        """The draft, or an edition, as visitors see it."""
        kind = _kind(request, "view", kind)
        edition = None
        if number := request.GET.get("edition", ""):
            if not _NUMBER.fullmatch(number):
                raise Http404("An edition is a number.")
            edition = get_object_or_404(Edition, kind=kind, number=int(number))
        return preview_kind(request, kind, edition.value if edition else draft_of(kind), edition)

    def edition_publish_view(self, request, kind):
        """Publish the draft of a kind as its next edition: shown on GET, done on POST."""
        kind = _kind(request, "change", kind)
        form = self.ask_form(request, request.POST if request.method == "POST" else None)
        if form.is_bound and form.is_valid():
            after, draft = form.shown()
            try:
                shown = Shown(after=(drafts_of([kind])[kind].number if after is None else after), draft=draft)
                return self._ask_or_publish(request, kind, shown, form)
            except ValidationError as error:
                form.add_error(None, error)
        drafted = drafts_of([kind])[kind]
        context = {
            "draft": drafted,
            "changes": _changes_of(drafted),
            "reasons": list(draft_problems(kind, drafted.value, words_with({kind: drafted.value}), titles_with(()))),
            "form": form,
            "needs_approval": settings.PUBLISH_NEEDS_APPROVAL,
            "waiting": PublishRequest.objects.open().filter(kind=kind).select_related("requested_by").first(),
        }
        return self._edition_page(request, "publish", f"Publish {kind.label.lower()}", context | {"kind": kind})

    def _ask_or_publish(self, request, kind, shown, form):
        if settings.PUBLISH_NEEDS_APPROVAL:
            made = PublishRequest.objects.make_together({kind: shown}, {}, by=request.user, **form.asked())
            self.asked(request, made)
            return redirect("admin:roles_request", made[0].pk)
        before = drafts_of([kind])[kind]
        edition = publish_drafts({kind: shown}, by=request.user, note=form.cleaned_data["note"]).editions[0]
        self.log_edition(request, edition, before)
        messages.success(request, f"{edition} is published.")
        return redirect("admin:roles_edition_versions", kind)

    def log_edition(self, request, edition, before):
        kind = Kind(edition.kind)
        record_event(Event.PUBLISHED, kind.label.lower(), edition=edition.number)
        parts = [f"Published {edition}.", edition.note, summary_of(_changes_of(before))]
        record_kind(request, kind, " ".join(filter(None, parts)))

    @method_decorator(require_safe)
    def edition_versions_view(self, request, kind):
        """All editions of a kind, and what replaced its draft."""
        kind = _kind(request, "view", kind)
        editions = list(Edition.objects.filter(kind=kind).for_history())
        context = {
            "kind": kind,
            "editions": editions,
            "columns": ["Published", "Note"],
            "old": editions[1].number if len(editions) > 1 else None,
            "acts": Act.objects.filter(rows__has_key=kind).select_related("made_by").defer("rows")[:ACTS_SHOWN],
            "draft": drafts_of([kind])[kind],
            "state": KindState(Drafted(kind, None, None), may(request, "change", kind)),
            "may_change": may(request, "change", kind),
        }
        return self._edition_page(request, "versions", f"Editions: {kind.label.lower()}", context)

    @method_decorator(require_safe)
    def edition_compare_view(self, request, kind):
        """Two editions side by side, or an edition and the draft; without a choice, the newest and the draft."""
        kind = _kind(request, "view", kind)
        old, new = self._edition_sides(kind, request.GET.get("old", ""), request.GET.get("new", ""))
        changes = entry_changes(old.value, new.value if new else draft_of(kind))
        title = f"{kind.label}: edition {old.number} and {f'edition {new.number}' if new else 'the draft'}"
        context = {"kind": kind, "old": old, "new": new, "changes": changes}
        return self._edition_page(request, "compare", title, context | {"may_change": may(request, "change", kind)})

    def _edition_sides(self, kind, *wanted):
        editions = Edition.objects.filter(kind=kind).select_related("published_by")
        if not any(wanted):
            return get_object_or_404(editions, number=editions.count()), None
        if not all(side == DRAFT or _NUMBER.fullmatch(side) for side in wanted):
            raise Http404("An edition is a number.")
        numbers = sorted({int(side) for side in wanted if side != DRAFT})
        found = {edition.number: edition for edition in editions.filter(number__in=numbers)}
        if not numbers or set(numbers) - set(found):
            raise Http404("There is no such edition.")
        return found[numbers[0]], None if DRAFT in wanted else found[numbers[-1]]

    def edition_restore_view(self, request, kind, number):
        """Make the draft equal to an edition: shown on GET, done on POST."""
        kind = _kind(request, "change", kind)
        edition = get_object_or_404(Edition, kind=kind, number=number)
        draft, errors = draft_of(kind), []
        if request.method == "POST":
            try:
                if request.POST.get("draft", "") not in ("", codec.fingerprint([to_content(draft)])):
                    raise ValidationError("The draft has changed meanwhile. Check it, then try again.")
                reason = f"Restoring {edition}"
                act = restore_rows(kind, edition.value, by=request.user, reason=reason)
            except ValidationError as error:
                errors = error.messages
            else:
                record_event(Event.RESTORED, kind.label.lower(), reason=reason)
                changes = entry_changes(draft, draft_of(kind))
                record_kind(request, kind, f"{reason}. {summary_of(changes)}")
                url = reverse("admin:roles_role_undo_act", args=[act.pk])
                done = 'Done: {}. It is not published yet. <a href="{}">Undo</a>'
                messages.success(request, format_html(done, reason, url))
                return redirect("admin:roles_edition_versions", kind)
        context = {
            "kind": kind,
            "edition": edition,
            "changes": entry_changes(draft, rows_after_restoring(kind, edition.value)),
            "draft": codec.fingerprint([to_content(draft)]),
            "will": RESTORING.format(edition.number),
            "button": f"Restore edition {edition.number} into the draft",
            "errors": errors,
        }
        return self._edition_page(request, "restore", f"Restore {edition}", context)

    def _edition_page(self, request, name, title, context):
        context |= {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        wrong = context.get("errors") or (context.get("form") is not None and context["form"].errors)
        return render(request, f"admin/roles/edition/{name}.html", context, status=422 if wrong else 200)


def _kind(request, verb, kind):
    if kind not in Kind.values:
        raise Http404("There is no such content.")
    if not may(request, verb, kind):
        raise PermissionDenied
    return Kind(kind)


def _changes_of(drafted: Drafted):
    return entry_changes(drafted.last.value if drafted.last else nothing_of(drafted.kind), drafted.value)
