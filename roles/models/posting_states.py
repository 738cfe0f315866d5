"""What postings were after each of their changes: what undo and redo go back to."""

from datetime import timedelta

from django.db import models
from django.db.models.functions import Length
from django.utils import timezone

from roles.core import codec
from roles.core.compose import Brief
from roles.core.document import Document

from .compressed import CompressedJSONField
from .versions import RoleVersion

STATES_MAX = 50
# Of one posting, compressed: more than fifty states of a long one; only texts made to fill a disk have more.
STATES_BYTES_MAX = 2_000_000
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
        last = self.filter(revision=before.revision).only("revision", "change", "made_at").first()
        if last is None:
            before.save()
        self.filter(revision__gt=before.revision).delete()
        if last and last.continued_by(after.change):
            last.revision, last.data = after.revision, after.data
            last.save(update_fields=["revision", "data"])
        else:
            after.save()
        self.filter(pk__in=self._too_many()).delete()

    def _too_many(self):
        """The keys of the oldest, beyond what is kept; the last two stay, for one step to undo."""
        sizes = self.order_by("-revision").values_list("pk", Length("data"))
        total, too_many = 0, []
        for number, (pk, size) in enumerate(sizes, start=1):
            total += size or 0
            if number > STATES_MAX or (total > STATES_BYTES_MAX and number > 2):
                too_many.append(pk)
        return too_many


class PostingState(models.Model):
    """What a posting was after a change (or before its first): what undo and redo go back to."""

    posting = models.ForeignKey("Posting", on_delete=models.CASCADE, related_name="states")
    revision = models.PositiveIntegerField()
    version = models.ForeignKey(RoleVersion, on_delete=models.PROTECT, related_name="+")
    change = models.CharField(max_length=150, blank=True)
    data = CompressedJSONField(null=True)  # {"brief": …, "document": …}
    # Of a state saved by 1.0.0 and not converted yet. To be dropped in the release after the next.
    brief_data = models.JSONField(null=True, editable=False)
    document_data = models.JSONField(null=True, editable=False)
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
        data = {"brief": posting.brief_data, "document": posting.document_data}
        return cls(posting=posting, version_id=posting.version_id, data=data, **fields)

    @property
    def content(self):
        return self.version_id, self._saved("brief"), self._saved("document")

    @property
    def document(self) -> Document:
        return codec.load(Document, self._saved("document"))

    @property
    def brief(self) -> Brief:
        return codec.load(Brief, self._saved("brief"))

    def _saved(self, part):
        return getattr(self, f"{part}_data") if self.data is None else self.data[part]

    def continued_by(self, change):
        """Whether the change only goes on with the one that made this state."""
        return self.change == change and change.startswith("reword:") and timezone.now() - self.made_at < ONE_STEP
