"""Several drafts released at one moment, now or planned; and planned ones withdrawn."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from roles.admin_input import AdminMixin
from roles.core.compose.template import in_order
from roles.core.diff import compare, summary
from roles.models import PublishRequest, Release, Role, RoleVersion
from roles.models.editions import Kind, published_words
from roles.models.kinds import drafts_of
from roles.models.releases import Shown, publish_drafts
from roles.models.roles import own_fingerprint, with_words
from roles.models.vocabulary import shared_lists

from .editions import may
from .log import record

RELEASES_SHOWN = 20
PLANNED_AT_MOST = timedelta(days=366)
MINUTE = "%Y-%m-%dT%H:%M"


class ReleaseForm(forms.Form):
    note = forms.CharField(label="What is new", max_length=300, required=False)
    despite = forms.CharField(label="Why it stays as it is", max_length=300, required=False)
    public_from = forms.DateTimeField(
        label="When",
        required=False,
        input_formats=[MINUTE, f"{MINUTE}:%S"],
        error_messages={"invalid": "Give a day and a time."},
    )

    def clean_public_from(self):
        moment = self.cleaned_data["public_from"]
        if moment is not None and not timezone.now() < moment <= timezone.now() + PLANNED_AT_MOST:
            raise ValidationError("Give a moment to come, within a year. Leave it empty to release at once.")
        return moment


@dataclass(frozen=True)
class Choice:
    """A draft that can be released. `after` and `draft` are what whoever releases it was shown."""

    key: str
    label: str
    page: str
    after: int
    draft: str
    has_changes: bool
    planned: Any
    chosen: bool


class ReleasesMixin(AdminMixin):
    """For the ModelAdmin of the role."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("releases/", view(self.release_view), name="roles_release"),
            path("releases/<int:release_id>/withdraw/", view(self.withdraw_view), name="roles_release_withdraw"),
            *super().get_urls(),
        ]

    def release_view(self, request):
        """Choose drafts and a moment, and see what is planned: shown on GET, done on POST."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = self.release_form(request, request.POST if request.method == "POST" else None)
        if request.method == "POST":
            if not self.has_change_permission(request):
                raise PermissionDenied
            if form.is_valid() and (done := self._release(request, form)):
                return done
        sent, lists = request.POST if request.method == "POST" else request.GET, shared_lists()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Releases",
            "form": form,
            "kinds": list(_kinds(request, sent, lists)),
            "roles": list(_roles(sent, lists)),
            "releases": Release.objects.select_related("made_by", "withdrawn_by")[:RELEASES_SHOWN],
            "may_change": self.has_change_permission(request),
            "needs_approval": settings.PUBLISH_NEEDS_APPROVAL,
        }
        return render(request, "admin/roles/release/release.html", context, status=422 if form.errors else 200)

    def _release(self, request, form):
        kinds = [Kind(kind) for kind in request.POST.getlist("kinds") if kind in Kind.values]
        slugs = request.POST.getlist("roles")[:100]
        if not all(may(request, "change", kind) for kind in kinds):
            raise PermissionDenied
        roles = list(Role.objects.filter(slug__in=slugs).defer("loaded"))
        if not kinds and not roles:
            form.add_error(None, "Choose what to release.")
            return None
        words = form.cleaned_data
        before = drafts_of(kinds)
        chosen: tuple[dict[str, Shown], dict[Role, Shown]] = (
            {kind: _shown(request.POST, kind) for kind in kinds},
            {role: _shown(request.POST, role.slug, despite=words["despite"]) for role in roles},
        )
        try:
            if settings.PUBLISH_NEEDS_APPROVAL:
                made = PublishRequest.objects.make_together(*chosen, by=request.user, **form.asked())
                self.asked(request, made)
                return redirect("admin:roles_request", made[0].pk)
            with transaction.atomic():
                moment = words["public_from"]
                released = publish_drafts(*chosen, by=request.user, note=words["note"], public_from=moment)
                for edition in released.editions:
                    self.log_edition(request, edition, before[edition.kind])
                for version in (*released.versions, *released.carried):
                    _log_version(request, version)
        except ValidationError as error:
            form.add_error(None, error)
            return None
        names = ", ".join([*(kind.label for kind in kinds), *map(str, roles)])
        when = f"planned for {timezone.localtime(moment):%-d %B %Y, %H:%M}" if moment else "released"
        messages.success(request, f"{names}: {when}.")
        return redirect("admin:roles_release")

    @method_decorator(require_POST)
    def withdraw_view(self, request, release_id):
        """Withdraw a planned release; the drafts stay as they are."""
        release = get_object_or_404(Release, pk=release_id)
        if not self.has_change_permission(request):
            raise PermissionDenied
        try:
            release.withdraw(by=request.user)
        except ValidationError as error:
            messages.error(request, error.messages[0])
        else:
            for role in Role.objects.filter(title__in=release.contents):
                record(request, role, f"Withdrew the release planned for {release.public_from:%-d %B %Y, %H:%M}.")
            messages.success(request, "The release is withdrawn. The drafts stay as they are.")
        return redirect("admin:roles_release")


def _shown(sent, name, despite=None):
    after = sent.get(f"after-{name}", "")
    known = int(after) if after.isdecimal() and len(after) < 10 else None
    return Shown(after=known, draft=sent.get(f"draft-{name}") or None, despite=despite)


def _kinds(request, sent, lists):
    """The kinds that can be released."""
    chosen = sent.getlist("kinds")
    for kind, draft in drafts_of([kind for kind in Kind if may(request, "change", kind)], lists.words).items():
        yield Choice(
            key=kind,
            label=Kind(kind).label,
            page=reverse("admin:roles_edition_publish", args=[kind]),
            after=draft.number,
            draft=draft.fingerprint,
            has_changes=draft.has_changes,
            planned=draft.last.public_from if draft.last and draft.last.is_planned else None,
            chosen=kind in chosen,
        )


def _roles(sent, lists):
    """The roles that can be released."""
    chosen = sent.getlist("roles")
    newest = RoleVersion.objects.filter(role=OuterRef("role")).order_by("-number").values("pk")[:1]
    last = {version.role_id: version for version in RoleVersion.objects.without_snapshots().filter(pk=Subquery(newest))}
    words = published_words()
    for role, own in Role.objects.defer("loaded").with_drafts(lists):
        template, version = with_words(own, words), last.get(role.pk)
        yield Choice(
            key=role.slug,
            label=role.title,
            page=reverse("admin:roles_role_publish", args=[role.pk]),
            after=version.number if version else 0,
            draft=own_fingerprint(own),
            has_changes=version is None or template != in_order(version.template),
            planned=version.public_from if version and version.is_planned else None,
            chosen=role.slug in chosen,
        )


def _log_version(request, version):
    before = version.role.versions.filter(number__lt=version.number).first()
    changed = summary(compare(before.template, version.template)) if before else "The first version."
    planned = f"Planned for {version.public_from:%-d %B %Y, %H:%M}." if version.public_from else ""
    despite = f"Despite the review: {version.despite}" if version.despite else ""
    parts = [f"Published version {version.number}.", planned, version.note, despite, changed]
    record(request, version.role, " ".join(filter(None, parts)))
