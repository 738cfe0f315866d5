"""Publishing a role's draft, its history, and going back: pages of the role's admin."""

import re
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST, require_safe

from roles.admin_input import AdminMixin
from roles.audit import Kind, record_event
from roles.core import codec
from roles.core.diff import compare, summary
from roles.import_export.drafts import draft_after_restoring, restore_draft
from roles.models import DraftBackup, PublishRequest, Role, RoleVersion
from roles.models.drafts import UNDOING
from roles.models.editions import published_words
from roles.models.roles import own_fingerprint, with_words

from .deleting import undo_address
from .problems import draft_problems, flaws_of, named_instead

DRAFT = "draft"
REQUESTS_SHOWN = 20
RESTORING = (
    "The draft of {role} will {will}. Nothing is published by this, and the draft as it is now is kept: you can undo "
    "this on the page of versions."
)
_NUMBER = re.compile(r"[0-9]{1,9}")


class PublishForm(forms.Form):
    """`after` and `draft` are what the publisher was shown: the last version's number, and the draft's fingerprint.
    `despite` is why it is published with what must be fixed by the review."""

    note = forms.CharField(max_length=300, required=False)
    despite = forms.CharField(label="Why it stays as it is", max_length=300, required=False)
    after = forms.IntegerField(min_value=0, max_value=10**9, required=False)
    draft = forms.CharField(max_length=64, required=False)

    def shown(self):
        return self.cleaned_data["after"], self.cleaned_data["draft"] or None

    def words(self):
        return {name: self.cleaned_data[name] for name in ("note", "despite")}


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(choices=[(name, name) for name in ("approve", "send_back", "withdraw")])
    comment = forms.CharField(max_length=1000, required=False)

    def clean(self):
        if self.cleaned_data.get("decision") == "send_back" and self.cleaned_data.get("comment") == "":
            self.add_error("comment", "Say what should change.")


@dataclass(frozen=True)
class Words:
    """The texts of a page that replaces the draft: the log's reason, the title, what the draft will do, the button."""

    reason: str
    title: str
    will: str
    button: str


class VersionsMixin(AdminMixin):
    """For the ModelAdmin of the role."""

    def get_urls(self):
        def page(route, view, name):
            return path(f"<int:role_id>/{route}", self.admin_site.admin_view(view), name=f"roles_role_{name}")

        return [
            page("publish/", self.publish_view, "publish"),
            page("requests/<int:request_id>/", self.decide_view, "decide"),
            page("versions/", self.versions_view, "versions"),
            page("versions/compare/", self.compare_view, "compare"),
            page("versions/<int:number>/restore/", self.restore_view, "restore"),
            page("drafts/<int:backup_id>/restore/", self.undo_view, "undo"),
            *super().get_urls(),
        ]

    def publish_view(self, request, role_id):
        """Publish the draft as the next version, or ask a colleague to: shown on GET, done on POST."""
        role = self._role_to_change(request, role_id)
        form = self.ask_form(request, request.POST if request.method == "POST" else None)
        if form.is_bound and form.is_valid():
            try:
                done = self._request(request, role, form) if settings.PUBLISH_NEEDS_APPROVAL else None
                done = done or self._publish(request, role, form)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return done
        return self._publish_page(request, role, form)

    def _publish(self, request, role, form):
        after, draft = form.shown()
        if after is None:
            after = role.versions.values_list("number", flat=True).first() or 0
        version = role.publish(by=request.user, **form.words(), after=after, draft=draft)
        self._log_publication(request, role, version)
        messages.success(request, f"{role} is published as version {version.number}.")
        return redirect("admin:roles_role_change", role.pk)

    def _log_publication(self, request, role, version):
        before = role.versions.filter(number__lt=version.number).first()
        changed = summary(compare(before.template, version.template)) if before else "The first version."
        despite = f"Despite the review: {version.despite}" if version.despite else ""
        parts = [f"Published version {version.number}.", version.note, despite, changed]
        self.log_change(request, role, " ".join(filter(None, parts)))

    def _request(self, request, role, form):
        after, draft = form.shown()
        made = PublishRequest.objects.make(
            role, by=request.user, despite=form.cleaned_data["despite"], **form.asked(), after=after, draft=draft
        )
        self.asked(request, [made])
        return redirect("admin:roles_role_publish", role.pk)

    def _publish_page(self, request, role, form, decision=None):
        own, last = role.to_template(), role.versions.select_related("published_by").first()
        template = with_words(own, published_words())
        # One request of a role is open at a time, and none is made beside it: an open one is the newest.
        latest = role.publish_requests.select_related("requested_by", "decided_by").first()
        waiting = latest if latest and latest.status == PublishRequest.Status.OPEN else None
        old = last.template if last else None
        reasons = list(draft_problems(role, template, own))
        titles = list(Role.objects.exclude(pk=role.pk).values_list("title", flat=True))
        context = {
            "role": role,
            "last": last,
            "comparison": compare(old, template) if old else None,
            "reasons": reasons,
            "flaws": [] if reasons else list(flaws_of(role, template)),
            "named": list(named_instead(role, template, titles, first=last is None)),
            "form": form,
            "draft": own_fingerprint(own),
            "needs_approval": settings.PUBLISH_NEEDS_APPROVAL,
            "waiting": waiting,
            "outdated": waiting and not waiting.is_current(),
            "own": waiting and waiting.requested_by_id == request.user.pk,
            "sent_back": latest if latest and latest.status == PublishRequest.Status.SENT_BACK else None,
            "decision": decision or DecisionForm(),
        }
        return self._page(request, "publish", f"Publish {role}", context)

    @method_decorator(require_POST)
    def decide_view(self, request, role_id, request_id):
        """Approve a colleague's request, send it back, or withdraw one's own."""
        role = self._role_to_change(request, role_id)
        asked = get_object_or_404(role.publish_requests.select_related("role"), pk=request_id)
        form = DecisionForm(request.POST)
        if form.is_valid():
            try:
                decide = getattr(self, f"{form.cleaned_data['decision']}_request")
                decide(request, asked, form.cleaned_data["comment"])
            except ValidationError as error:
                form.add_error(None, error)
            else:
                self.after_decision(request, asked, form.cleaned_data["decision"])
                return redirect("admin:roles_role_publish", role.pk)
        return self._publish_page(request, role, self.ask_form(request), form)

    @method_decorator(require_safe)
    def versions_view(self, request, role_id):
        """All versions of a role, and the backups of its draft."""
        role = self._role_to_view(request, role_id)
        versions = list(role.versions.for_history())
        backups = list(role.backups.defer("snapshot").select_related("made_by"))
        for backup in backups:
            backup.address = undo_address(backup)
        context = {
            "role": role,
            "versions": versions,
            "columns": ["Published", "By", "Note", "Postings"],
            "old": versions[1].number if len(versions) > 1 else None,
            "backups": backups,
            # What was undone, and the undoing, are in the list below: a second Undo would not undo the first.
            "last": next((backup for backup in backups if not backup.undone_at and not backup.is_undoing), None),
            "requests": role.publish_requests.defer("snapshot").select_related("requested_by", "decided_by")[
                :REQUESTS_SHOWN
            ],
            "may_change": self.has_change_permission(request, role),
        }
        return self._page(request, "versions", f"Versions of {role}", context)

    @method_decorator(require_safe)
    def compare_view(self, request, role_id):
        """Two versions side by side, or a version and the draft; without a choice, the last two."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        old, new = self._sides(role_id, request.GET.get("old", ""), request.GET.get("new", ""))
        role = old.role
        context = {
            "role": role,
            "old": old,
            "new": new,
            "comparison": compare(old.template, new.template if new else role.to_template()),
            "may_change": self.has_change_permission(request, role),
        }
        title = f"{role}: version {old.number} and {f'version {new.number}' if new else 'the draft'}"
        return self._page(request, "compare", title, context)

    def _sides(self, role_id, *wanted):
        """Return the older version and the newer, which is None for the draft. One query."""
        role = self.model.objects.filter(pk=role_id)  # an id too large for the column finds no row
        versions = RoleVersion.objects.filter(role__in=role)
        versions = versions.select_related("role", "published_by").defer("role__loaded")
        if not any(wanted):
            newest = list(versions[:2])
            if not newest:
                raise Http404("Nothing has been published yet.")
            return (newest[1], newest[0]) if len(newest) == 2 else (newest[0], None)
        if not all(side == DRAFT or _NUMBER.fullmatch(side) for side in wanted):
            raise Http404("A version is a number.")
        numbers = sorted(int(side) for side in wanted if side != DRAFT)
        found = {version.number: version for version in versions.filter(number__in=numbers)}
        if not numbers or set(numbers) - set(found):
            raise Http404("There is no such version.")
        return found[numbers[0]], (found[numbers[1]] if len(numbers) == 2 else None)

    def restore_view(self, request, role_id, number):
        """Restore a version into the draft: shown on GET, done on POST."""
        role = self._role_to_change(request, role_id)
        version = get_object_or_404(role.versions, number=number)
        words = Words(
            reason=f"Restoring version {number}",
            title=f"Restore version {number}",
            will=f"say what version {number} said",
            button=f"Restore version {number} into the draft",
        )
        return self._restore(request, role, version.template, words)

    def undo_view(self, request, role_id, backup_id):
        """Restore the draft as it was before it was replaced, or before something was deleted."""
        role = self._role_to_change(request, role_id)
        backup = get_object_or_404(DraftBackup, role=role, pk=backup_id)
        if backup.act_id:  # all that was done at once is undone at once
            return redirect("admin:roles_role_undo_act", backup.act_id)
        done = backup.reason.removeprefix(UNDOING)
        words = Words(
            reason=f"{UNDOING}{done}",
            title=f"Undo: {done}",
            will=f"say again what it said before “{backup.reason}”, {backup.made_at:%-d %B %Y, %H:%M}",
            button="Undo",
        )
        return self._restore(request, role, backup.template, words, backup)

    def _restore(self, request, role, template, words, backup=None):
        draft, errors = role.to_template(), []
        if request.method == "POST":
            try:
                if request.POST.get("draft", "") not in ("", codec.fingerprint(draft)):
                    raise ValidationError("The draft has changed meanwhile. Check it, then try again.")
                changed = restore_draft(role, template, by=request.user, reason=words.reason)
            except ValidationError as error:
                errors = error.messages
            else:
                if backup:
                    role.backups.filter(pk=backup.pk).update(undone_at=timezone.now())
                record_event(Kind.RESTORED, f"role {role.slug}", reason=words.reason)
                self.log_change(request, role, f"{words.reason}. {summary(changed)}")
                last = role.versions.first()
                same = last is not None and last.snapshot == codec.dump(role.to_publish())
                now = f"says what version {last.number} says" if same else "is not published yet"
                messages.success(request, f"Done: {words.reason}. The draft of {role} {now}.")
                return redirect("admin:roles_role_versions", role.pk)
        wanted = draft_after_restoring(role, template)
        context = {
            "role": role,
            "words": words,
            "comparison": compare(draft, wanted),
            "will": RESTORING.format(role=role, will=words.will),
            "draft": codec.fingerprint(draft),
            "errors": errors,
        }
        return self._page(request, "restore", words.title, context)

    def _role_to_change(self, request, role_id):
        role = self._role_to_view(request, role_id)
        if not self.has_change_permission(request, role):
            raise PermissionDenied
        return role

    def _role_to_view(self, request, role_id):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(self.model.objects.defer("loaded"), pk=role_id)

    def _page(self, request, name, title, context):
        context |= {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        folder = "role" if name == "publish" else "version"
        return render(request, f"admin/roles/{folder}/{name}.html", context)
