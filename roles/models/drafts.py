"""Backups of drafts, made before a draft is replaced or loses a part."""

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property

from roles.core import codec
from roles.core.compose import template as pure

from .acts import Act
from .roles import Role

BACKUPS_KEPT = 50
REASON_MAX = 200
UNDOING = "Undoing: "


class DraftBackup(models.Model):
    """A draft as it was before it was replaced or lost a part, so that this can be undone."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="backups")
    snapshot = models.JSONField()
    reason = models.CharField(max_length=REASON_MAX, help_text="What replaced the draft: “Restoring version 1”.")
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    # Of one that replaced several drafts at once, or took something that they share.
    act = models.ForeignKey(Act, null=True, blank=True, on_delete=models.CASCADE, related_name="backups")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        default_permissions = []

    def __str__(self):
        return f"Draft before: {self.reason}"

    @property
    def is_undoing(self) -> bool:
        return self.reason.startswith(UNDOING)

    @cached_property
    def template(self) -> pure.RoleTemplate:
        """The draft as a value."""
        return codec.load(pure.RoleTemplate, self.snapshot)


def back_up_draft(
    role: Role, *, by=None, reason: str, template: pure.RoleTemplate | None = None, act: Act | None = None
) -> DraftBackup:
    """Save the role's draft, or `template` where it has changed already; drop the oldest backups; return this one."""
    template = template or role.to_template()
    short = reason if len(reason) <= REASON_MAX else f"{reason[: REASON_MAX - 1]}…"
    backup = role.backups.create(snapshot=codec.dump(template), made_by=by, reason=short, act=act)
    old = role.backups.values_list("pk", flat=True)[BACKUPS_KEPT:]
    role.backups.filter(pk__in=list(old)).delete()
    return backup
