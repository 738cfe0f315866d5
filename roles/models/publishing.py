"""Publishing with approval: one consultant requests it and another decides, line by line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property

from roles.core import codec
from roles.core.compose import template as pure
from roles.core.compose.vocabulary import Vocabulary
from roles.core.diff import EntryChange, entry_changes

from .editions import Edition, Kind, nothing_of, of_content, to_content
from .kinds import draft_of, lock_to_publish, words_with
from .releases import Shown, publish_values, titles_with
from .roles import Role
from .versions import RoleVersion

STALE = "The draft has changed since this was requested. It needs a new request."


class PublishRequestQuerySet(models.QuerySet):
    def open(self):
        return self.filter(status=PublishRequest.Status.OPEN)

    def with_people(self):
        return self.select_related("requested_by", "decided_by", "reviewer")

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
        after: int | None = None,
        draft: str | None = None,
        despite: str | None = None,
        words: Vocabulary | None = None,
        **asked: Any,
    ) -> "PublishRequest":
        """Save a request to publish the role's draft as it is; `asked` are its note, its reviewer and its moment.

        An open request of the role is withdrawn. What was accepted of an earlier one stays accepted where it is the
        same. Raises ValidationError as Role.publish does, and when the draft waits already.
        """
        subject = _of_role(role, after=after, draft=draft, despite=despite, words=words)
        return self._make([self.model(requested_by=by, **subject, **asked)])[0]

    @transaction.atomic
    def make_together(
        self, kinds: Mapping[str, Shown], roles: Mapping[Role, Shown], *, by, **asked: Any
    ) -> list["PublishRequest"]:
        """Save requests to publish drafts at one moment, as `make` does one. They are decided together."""
        list(Role.objects.select_for_update().order_by("pk").values_list("pk"))
        words = words_with({kind: draft_of(kind) for kind in kinds})
        titles = titles_with(roles, asked.get("public_from"))
        if len(kinds) + len(roles) > 1:
            asked["group"] = uuid4()
        subjects: list[dict[str, Any]] = []
        for kind, shown in kinds.items():
            drafted = lock_to_publish(kind, words, titles, after=shown.after, draft=shown.draft)
            subjects.append({"kind": kind, "snapshot": to_content(drafted.value), "after": drafted.number})
        for role, shown in roles.items():
            sent: dict[str, Any] = {"after": shown.after, "draft": shown.draft, "despite": shown.despite}
            subjects.append(_of_role(role, words=words, **sent))
        return self._make([self.model(requested_by=by, **subject, **asked) for subject in subjects])

    def _make(self, made: list["PublishRequest"]) -> list["PublishRequest"]:
        """Save them in the place of those that wait; raises ValidationError where each waits already as it is."""
        earlier = [list(self.filter(role=request.role, kind=request.kind)) for request in made]
        same = [request.waits_among(others) for request, others in zip(made, earlier, strict=True)]
        waiting = [other for other in same if other]
        if len(waiting) == len(made):
            raise ValidationError(
                f"{waiting[0].requested_by or 'A former colleague'} asked for this already.", code="stale"
            )
        for request, others in zip(made, earlier, strict=True):
            for other in others:
                if other.status == self.model.Status.OPEN:
                    for one in other.together():
                        one.close(self.model.Status.WITHDRAWN, comment="The draft has changed; requested again.")
            request.save()
            known = {line.key: line for line in others[0].lines.prefetch_related("comments")} if others else {}
            for change in request.changes:
                request.add_line(change, known.get(change.key))
        return made


def _of_role(role: Role, **shown: Any) -> dict[str, Any]:
    """What a request holds of a role's draft. Raises ValidationError as Role.publish does."""
    template, last = Role.objects.lock_to_publish(role, **shown)
    after, despite = last.number if last else 0, shown["despite"] or ""
    return {"role": role, "snapshot": codec.dump(template), "after": after, "despite": despite}


class PublishRequest(models.Model):
    """A request to publish the draft of a role, or of a `kind` of shared content, as it was when it was requested."""

    class Status(models.TextChoices):
        OPEN = "open"
        APPROVED = "approved"
        SENT_BACK = "sent_back"
        WITHDRAWN = "withdrawn"

    role = models.ForeignKey(Role, null=True, blank=True, on_delete=models.CASCADE, related_name="publish_requests")
    kind = models.CharField(max_length=20, choices=Kind.choices, blank=True)
    snapshot = models.JSONField()
    after = models.PositiveIntegerField(help_text="The number of the last version when it was requested, 0 for none.")
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    requested_at = models.DateTimeField(auto_now_add=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
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
    edition = models.OneToOneField(Edition, null=True, blank=True, on_delete=models.SET_NULL, related_name="request")
    # It is public from this moment on, where it is approved before; else at once.
    public_from = models.DateTimeField(null=True, blank=True)
    # Those of one group are decided together, and public at one moment.
    group = models.UUIDField(null=True, blank=True, db_index=True)

    objects = PublishRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at", "-id"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(
                fields=["role"], condition=models.Q(status="open"), name="publish_request_open_once_a_role"
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=models.Q(status="open") & ~models.Q(kind=""),
                name="publish_request_open_once_a_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(role__isnull=False, kind="") | (models.Q(role__isnull=True) & ~models.Q(kind="")),
                name="publish_request_of_a_role_or_a_kind",
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
        return f"Request to publish {self.subject}"

    @property
    def subject(self) -> str:
        return str(self.role) if self.role_id else Kind(self.kind).label

    @property
    def subjects(self) -> str:
        return ", ".join(one.subject for one in self.of_group())

    def of_group(self) -> list["PublishRequest"]:
        """All that are decided with it, and it."""
        if not self.group:
            return [self]
        return list(PublishRequest.objects.filter(group=self.group).select_related("role").order_by("pk"))

    def together(self) -> list["PublishRequest"]:
        """Lock and return the open ones that are decided with it, and it."""
        same = models.Q(group=self.group) if self.group else models.Q(pk=self.pk)
        return list(PublishRequest.objects.open().filter(same).select_for_update().order_by("pk"))

    @cached_property
    def value(self) -> Any:
        """The draft as it was requested, as a value."""
        return codec.load(pure.RoleTemplate, self.snapshot) if self.role else of_content(self.kind, self.snapshot)

    @property
    def template(self) -> pure.RoleTemplate:
        return self.value

    @cached_property
    def base(self) -> Any:
        """What was published when it was requested."""
        if self.role:
            version = self.role.versions.filter(number=self.after).first()
            return version.template if version else pure.nothing_yet(self.value)
        edition = Edition.objects.filter(kind=self.kind, number=self.after).first()
        return edition.value if edition else nothing_of(self.kind)

    @cached_property
    def changes(self) -> tuple[EntryChange, ...]:
        """What it changes, line by line."""
        return entry_changes(self.base, self.value)

    def is_current(self) -> bool:
        """Whether every line of the request is still what the draft holds, and nothing else of its own was published.

        Another line of the same draft, another draft and the lists that a role shares make no difference.
        """
        if self.role:
            last, draft = self.role.versions.first(), self.role.to_template()
            now = last.template if last else pure.nothing_yet(draft)
        else:
            newest, draft = Edition.objects.filter(kind=self.kind).order_by("-number").first(), draft_of(self.kind)
            now = newest.value if newest else nothing_of(self.kind)
        if entry_changes(self.base, now):
            return False
        return {change.mark for change in self.changes} <= {change.mark for change in entry_changes(now, draft)}

    def waits_among(self, others: Iterable["PublishRequest"]) -> "PublishRequest | None":
        """Return the one that waits with the very changes of this one, if there is one."""
        marks = {change.mark for change in self.changes}
        waiting = (other for other in others if other.status == self.Status.OPEN)
        same = (other for other in waiting if {line.mark for line in other.lines.all()} == marks)
        return next((other for other in same if other.is_current()), None)

    def add_line(self, change: EntryChange, known: "RequestLine | None") -> None:
        """Save one of its changes, with what was stated of the same entry in an earlier request."""
        line = self.lines.create(key=change.key, mark=change.mark, name=change.value.name[:200])
        if known is None:
            return
        if known.mark == line.mark and known.decision == RequestLine.Decision.ACCEPTED:
            line.decide(known.decision, by=known.decided_by)
        for comment in known.comments.all():
            copied = line.comments.create(text=comment.text, by=comment.by)
            LineComment.objects.filter(pk=copied.pk).update(at=comment.at)

    @transaction.atomic
    def judge(self, decisions: Iterable["Judgement"], *, by) -> None:
        """Accept lines or send them back, with what is stated of them. Who requested it only comments."""
        request = self._still_open()
        own = request.requested_by_id == by.pk
        lines = {line.pk: line for line in request.lines.all()}
        for judgement in decisions:
            line = lines.get(judgement.line)
            if line is None:
                raise ValidationError("This line is of another request.", code="stale")
            if judgement.decision != judgement.was:
                if line.decision != judgement.was:
                    text = f"A colleague has decided “{line.name}” meanwhile. Look at it, then save again."
                    raise ValidationError(text, code="stale")
                if own:
                    raise ValidationError("Nobody approves or sends back their own request.", code="own")
                line.decide(judgement.decision, by=by)
            last = line.comments.last()
            twice = last is not None and (last.text, last.by_id) == (judgement.comment, by.pk)
            if judgement.comment and not twice:
                line.comments.create(text=judgement.comment, by=by)

    @transaction.atomic
    def approve(self, *, by) -> RoleVersion | Edition:
        """Publish what was requested; what nobody decided yet is accepted. Return the version or the edition. Raises
        ValidationError when a line is sent back, or the draft has changed in one."""
        list(Role.objects.select_for_update().order_by("pk").values_list("pk"))
        request = self._still_open(by)
        asked = request.together()
        for one in asked:
            one._refuse_undecided()
            for line in one.lines.filter(decision=""):
                line.decide(RequestLine.Decision.ACCEPTED, by=by)
        moment = request.public_from if request.public_from and request.public_from > timezone.now() else None
        released = publish_values(
            {one.kind: one.value for one in asked if one.kind},
            {one.role: (one.value, one.despite) for one in asked if one.role},
            by=by,
            note=request.note,
            public_from=moment,
        )
        made = {edition.kind: edition for edition in released.editions}
        versions = {version.role_id: version for version in released.versions}
        for one in asked:
            own: dict[str, Any] = {"version": versions[one.role_id]} if one.role_id else {"edition": made[one.kind]}
            one.close(self.Status.APPROVED, by=by, **own)
        return versions[request.role_id] if request.role_id else made[request.kind]

    def _refuse_undecided(self) -> None:
        if not self.is_current():
            raise ValidationError(STALE, code="stale")
        if self.lines.filter(decision=RequestLine.Decision.SENT_BACK).exists():
            raise ValidationError("A line is sent back. Send the request back, or accept that line.", code="lines")

    @transaction.atomic
    def send_back(self, *, by, comment: str) -> None:
        for one in self._still_open(by).together():
            one.close(self.Status.SENT_BACK, by=by, comment=comment)

    @transaction.atomic
    def withdraw(self, *, by) -> None:
        """Withdraw it; only the one who requested it can. Raises ValidationError."""
        request = self._still_open()
        if request.requested_by_id != by.pk:
            raise ValidationError("Only who requested it can withdraw it.", code="own")
        for one in request.together():
            one.close(self.Status.WITHDRAWN)

    def close(self, status: str, *, by=None, comment: str = "", **made: Any) -> None:
        self.status, self.decided_by, self.decided_at, self.comment = status, by, timezone.now(), comment
        for name, value in made.items():
            setattr(self, name, value)
        self.save(update_fields=["status", "decided_by", "decided_at", "comment", *made])

    def _still_open(self, by=None) -> "PublishRequest":
        """Lock and return the request as it is now. Raises ValidationError when `by` may not decide it."""
        request = PublishRequest.objects.select_for_update().get(pk=self.pk)
        if request.status != self.Status.OPEN:
            raise ValidationError("This request has been decided already.", code="stale")
        if by is not None and request.requested_by_id == by.pk:
            raise ValidationError("Nobody approves or sends back their own request.", code="own")
        return request


class RequestLine(models.Model):
    """One change of a request: `key` is the entry's, and `mark` is the very change."""

    class Decision(models.TextChoices):
        ACCEPTED = "accepted"
        SENT_BACK = "sent_back"

    request = models.ForeignKey(PublishRequest, on_delete=models.CASCADE, related_name="lines")
    key = models.CharField(max_length=200)
    mark = models.CharField(max_length=32)
    name = models.CharField(max_length=200)
    decision = models.CharField(max_length=20, choices=Decision, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["request", "key"], name="request_line_once_an_entry")]

    def __str__(self):
        return self.name

    def decide(self, decision: str, *, by) -> None:
        self.decision, self.decided_by = decision, by if decision else None
        self.decided_at = timezone.now() if decision else None
        self.save(update_fields=["decision", "decided_by", "decided_at"])


class LineComment(models.Model):
    """What a colleague writes about a line of a request."""

    line = models.ForeignKey(RequestLine, on_delete=models.CASCADE, related_name="comments")
    text = models.CharField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        default_permissions = []

    def __str__(self):
        return self.text[:80]


@dataclass(frozen=True)
class Judgement:
    """What somebody sends about a line, by its id: a decision, "" for none yet, and their words, "" for nothing.
    `was` is the decision they were shown."""

    line: int
    was: str
    decision: str
    comment: str
