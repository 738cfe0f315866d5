"""Undo and redo, as the readable history of a posting shows them: who, when, and what they changed word by word."""

from django.db import models
from django.utils import timezone

from roles.core import codec
from roles.core.diff import LineChange, document_changes

from .compressed import CompressedJSONField
from .sharing import VISITOR_NAME_MAX

STEPS_MAX = 50


class PostingStepQuerySet(models.QuerySet):
    """The steps of one posting."""

    def record(self, posting, before, *, change, undone):
        """Keep that `change` was undone, or done again, which led from the document `before` to what is shown now."""
        self.create(
            posting=posting,
            revision=posting.revision,
            undone=undone,
            change=change,
            data=[codec.dump(change) for change in document_changes(before, posting.document)],
            author=posting.author,
            link_id=posting.through,
        )
        self.filter(pk__in=list(self.order_by("-revision").values_list("pk", flat=True)[STEPS_MAX:])).delete()


class PostingStep(models.Model):
    """One undo or redo. The states stay what they are: this is only read."""

    posting = models.ForeignKey("Posting", on_delete=models.CASCADE, related_name="steps")
    revision = models.PositiveIntegerField()  # the number of this save, among those of the states
    undone = models.BooleanField()  # False: done again
    change = models.CharField(max_length=150)  # the name of the change that was undone or done again
    data = CompressedJSONField()  # the changes in words
    made_at = models.DateTimeField(default=timezone.now)
    author = models.CharField(max_length=VISITOR_NAME_MAX, blank=True)
    link = models.ForeignKey("roles.SharedLink", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = PostingStepQuerySet.as_manager()

    class Meta:
        ordering = ["revision"]
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=("posting", "revision"), name="one_step_a_revision")]

    def __str__(self):
        return f"Revision {self.revision} of {self.posting_id}"

    @property
    def changes(self) -> tuple[LineChange, ...]:
        return tuple(codec.load(LineChange, change) for change in self.data)
