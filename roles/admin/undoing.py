"""Undoing what was done at once to drafts, or to what they share: shown on GET, done on POST, once."""

from collections.abc import Iterator
from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from roles.admin_input import AdminMixin
from roles.audit import Kind, record_event
from roles.core import codec
from roles.core.compose.vocabulary import VOCABULARY
from roles.core.diff import Comparison, compare
from roles.import_export.drafts import drafts_after_undoing
from roles.import_export.editions import undo
from roles.models import Act, Role
from roles.models.drafts import UNDOING
from roles.models.editions import Kind as EditionKind

from .log import record_kind


class UndoingMixin(AdminMixin):
    """For the ModelAdmin of the role."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.undo_act_view)
        return [path("acts/<int:act_id>/undo/", view, name="roles_role_undo_act"), *super().get_urls()]

    def undo_act_view(self, request, act_id):
        """Undo an act: what that changes is shown first, and refused where a draft is another by then."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        act = get_object_or_404(Act.objects.select_related("made_by"), pk=act_id)
        errors = []
        if request.method == "POST":
            try:
                roles = self._undo(request, act)
            except ValidationError as error:
                errors = error.messages
            else:
                messages.success(request, f"Done. {UNDOING}{act.what}. The drafts are not published yet.")
                if len(roles) == 1:
                    return redirect("admin:roles_role_versions", roles[0].pk)
                return redirect("admin:index")
            act.refresh_from_db()
        changes = list(_changes_of(act))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"Undo: {act.what}",
            "act": act,
            "errors": errors,
            "changes": changes,
            "drafts": _fingerprint(changes),
            "kinds": [EditionKind(kind).label for kind in act.rows],
        }
        return render(request, "admin/roles/version/undo_act.html", context)

    def _undo(self, request, act):
        """Return the roles it concerned. Raises ValidationError, and then nothing has changed."""
        if (seen := request.POST.get("drafts")) and seen != _fingerprint(list(_changes_of(act))):
            raise ValidationError("A draft has changed meanwhile. Check what would change now, then try again.")
        roles = undo(act, by=request.user)
        for kind in act.rows:
            record_kind(request, EditionKind(kind), f"{UNDOING}{act.what}.")
        for role in roles:
            record_event(Kind.RESTORED, f"role {role.slug}", reason=f"{UNDOING}{act.what}")
            self.log_change(request, role, f"{UNDOING}{act.what}.")
        return roles


def _changes_of(act: Act) -> Iterator[tuple[Role, Comparison]]:
    """Yield each role whose draft undoing it would replace, and what would change there."""
    if act.taken or act.undone_at:
        return
    backups = list(act.backups.select_related("role").order_by("role__position"))
    drafts = {role.pk: draft for role, draft in Role.objects.defer("loaded").with_drafts()}
    for role, wanted in drafts_after_undoing(backups):
        now = drafts[role.pk]
        yield role, compare(now, replace(wanted, **{name: getattr(now, name) for name in VOCABULARY}))


def _fingerprint(changes: list[tuple[Role, Comparison]]) -> str:
    """What the drafts are now, as a page sends it back."""
    return "-".join(codec.fingerprint(comparison.old) for _, comparison in changes)
