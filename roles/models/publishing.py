"""Publishing with approval: one consultant requests it and another decides."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property

from roles.core import codec
from roles.core.compose import template as pure

from .roles import Role
from .versions import RoleVersion


class PublishRequestQuerySet(models.QuerySet):
    def open(self):
        return self.filter(status=PublishRequest.Status.OPEN)

    def unsettled(self):
        """The last request of each role that waits or was sent back, without its snapshot."""
        last = self.model.objects.filter(role=models.OuterRef("role")).order_by("-requested_at", "-pk").values("pk")[:1]
        waits = [PublishRequest.Status.OPEN, PublishRequest.Status.SENT_BACK]
        found = self.filter(pk=models.Subquery(last), status__in=waits)
        return found.defer("snapshot").select_related("requested_by", "decided_by")

    @transaction.atomic
    def make(
        self,
        role: Role,
        *,
        by,
        note: str = "",
        after: int | None = None,
        draft: str | None = None,
        despite: str | None = None,
    ) -> "PublishRequest":
        """Save a request to publish the role's draft as it is. An open request for an earlier draft is withdrawn.
        Raises ValidationError as Role.publish does, and when the draft waits already."""
        template, last = Role.objects.lock_to_publish(role, after=after, draft=draft, despite=despite)
        snapshot = codec.dump(template)
        for request in self.filter(role=role).open():
            if request.is_current(snapshot, last):
                raise ValidationError(f"{request.requested_by} asked for this already.", code="stale")
            request.close(self.model.Status.WITHDRAWN, comment="The draft has changed; requested again.")
        return self.create(
            role=role,
            requested_by=by,
            note=note,
            despite=despite or "",
            snapshot=snapshot,
            after=last.number if last else 0,
        )


class PublishRequest(models.Model):
    class Status(models.TextChoices):
        OPEN = "open"
        APPROVED = "approved"
        SENT_BACK = "sent_back"
        WITHDRAWN = "withdrawn"

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="publish_requests")
    snapshot = models.JSONField()
    after = models.PositiveIntegerField(help_text="The number of the last version when it was requested, 0 for none.")
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    requested_at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=300, blank=True)
    despite = models.CharField("published despite the review", max_length=300, blank=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    comment = models.CharField(max_length=1000, blank=True)
    version = models.OneToOneField(
        RoleVersion, null=True, blank=True, on_delete=models.SET_NULL, related_name="request"
    )

    objects = PublishRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at", "-id"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(
                fields=["role"], condition=models.Q(status="open"), name="publish_request_open_once_a_role"
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True)
                | models.Q(requested_by__isnull=True)
                | ~models.Q(decided_by=models.F("requested_by")),
                name="publish_request_decided_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(status="open", decided_at__isnull=True)
                | models.Q(status__in=["approved", "sent_back", "withdrawn"], decided_at__isnull=False),
                name="publish_request_decided_when_not_open",
            ),
        ]

    def __str__(self):
        return f"Request to publish {self.role}"

    @cached_property
    def template(self) -> pure.RoleTemplate:
        """The draft as it was requested, as a value."""
        return codec.load(pure.RoleTemplate, self.snapshot)

    def is_current(self, snapshot: dict, last: RoleVersion | None) -> bool:
        """Whether the draft (its snapshot) and the last version are still those of the request."""
        asked, now = (codec.load(pure.RoleTemplate, data) for data in (self.snapshot, snapshot))
        return asked == now and self.after == (last.number if last else 0)

    @transaction.atomic
    def approve(self, *, by) -> RoleVersion:
        """Publish what was requested, and return the version. Raises ValidationError when the draft has changed."""
        template, last = Role.objects.lock_to_publish(self.role)
        request = self._still_open(by)
        if not request.is_current(codec.dump(template), last):
            raise ValidationError(
                "The draft has changed since this was requested. It needs a new request.", code="stale"
            )
        version = self.role.publish(by=by, note=self.note, despite=self.despite or None)
        request.close(self.Status.APPROVED, by=by, version=version)
        return version

    @transaction.atomic
    def send_back(self, *, by, comment: str) -> None:
        self._still_open(by).close(self.Status.SENT_BACK, by=by, comment=comment)

    @transaction.atomic
    def withdraw(self, *, by) -> None:
        """Withdraw it; only the one who requested it can. Raises ValidationError."""
        request = PublishRequest.objects.select_for_update().get(pk=self.pk)
        if request.status != self.Status.OPEN:
            raise ValidationError("This request has been decided already.", code="stale")
        if request.requested_by_id != by.pk:
            raise ValidationError("Only who requested it can withdraw it.", code="own")
        request.close(self.Status.WITHDRAWN)

    def close(self, status: str, *, by=None, comment: str = "", version: RoleVersion | None = None) -> None:
        self.status, self.decided_by, self.decided_at = status, by, timezone.now()
        self.comment, self.version = comment, version
        self.save(update_fields=["status", "decided_by", "decided_at", "comment", "version"])

    def _still_open(self, by) -> "PublishRequest":
        """Lock and return the request as it is now. Raises ValidationError when `by` may not decide it."""
        request = PublishRequest.objects.select_for_update().get(pk=self.pk)
        if request.status != self.Status.OPEN:
            raise ValidationError("This request has been decided already.", code="stale")
        if request.requested_by_id == by.pk:
            raise ValidationError("Nobody approves or sends back their own request.", code="own")
        return request
