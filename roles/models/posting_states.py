"""What postings were after each of their changes: what undo and redo go back to."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from roles.core import codec
from roles.core.compose import Brief
from roles.core.document import Document

from .versions import RoleVersion

STATES_MAX = 50
# Rewording one item goes on as one step to undo while its saves follow each other this closely.
ONE_STEP = timedelta(seconds=60)


class PostingStateQuerySet(models.QuerySet):
    """The states of one posting."""

    def before(self, revision):
        return self.filter(revision__lt=revision).order_by("-revision").first()

    def after(self, revision):
        return self.filter(revision__gt=revision).order_by("revision").first()

    def record(self, before, after):
        """Save `after` as what comes next after `before`, the state that was shown.

        What was undone since then can no longer be redone, and of the oldest only so many stay.
        """
        last = self.filter(revision=before.revision).first()
        if last is None:
            before.save()
        self.filter(revision__gt=before.revision).delete()
        if last and last.continued_by(after.change):
            last.revision, last.document_data = after.revision, after.document_data
            last.save(update_fields=["revision", "document_data"])
            return
        after.save()
        old = self.order_by("-revision").values("pk")[STATES_MAX:]
        self.filter(pk__in=[row["pk"] for row in old]).delete()


class PostingState(models.Model):
    """What a posting was after a change (or before its first): what undo and redo go back to."""

    CONTENT = ("version_id", "brief_data", "document_data")

    posting = models.ForeignKey("Posting", on_delete=models.CASCADE, related_name="states")
    revision = models.PositiveIntegerField()
    version = models.ForeignKey(RoleVersion, on_delete=models.PROTECT, related_name="+")
    change = models.CharField(max_length=150, blank=True)
    brief_data = models.JSONField()
    document_data = models.JSONField()
    made_at = models.DateTimeField(default=timezone.now)

    objects = PostingStateQuerySet.as_manager()

    class Meta:
        ordering = ["revision"]
        constraints = [models.UniqueConstraint(fields=["posting", "revision"], name="state_once_a_revision")]

    def __str__(self):
        return f"Revision {self.revision} of {self.posting_id}"

    @classmethod
    def of(cls, posting, **fields):
        """The posting as it is, not yet saved."""
        return cls(posting=posting, **{name: getattr(posting, name) for name in cls.CONTENT}, **fields)

    @property
    def content(self):
        return [getattr(self, name) for name in self.CONTENT]

    @property
    def document(self) -> Document:
        return codec.load(Document, self.document_data)

    @property
    def brief(self) -> Brief:
        return codec.load(Brief, self.brief_data)

    def continued_by(self, change):
        """Whether the change only goes on with the one that made this state."""
        return self.change == change and change.startswith("reword:") and timezone.now() - self.made_at < ONE_STEP
