"""What postings were after each of their changes: what undo and redo go back to."""

from uuid import UUID

from django.db import models
from django.db.models.functions import Length
from django.utils import timezone

from roles.core import codec
from roles.core.compose import Brief
from roles.core.document import Document
from roles.core.editing import history

from .compressed import CompressedJSONField
from .sharing import VISITOR_NAME_MAX
from .versions import RoleVersion
from .written import Written

STATES_MAX = 50
# Of one posting, compressed: more than fifty states of a long one; only texts made to fill a disk have more.
STATES_BYTES_MAX = 2_000_000
STATE_NAME_MAX = 80
NAMED_STATES_MAX = 20


class PostingStateQuerySet(models.QuerySet):
    """The states of one posting."""

    def steps(self):
        """What undo and redo need to know of them, without their texts."""
        return _as_steps(self._rows())

    def _rows(self):
        named = NamedState.objects.filter(posting=models.OuterRef("posting"), revision=models.OuterRef("revision"))
        return self.annotate(named=models.Exists(named)).values_list(
            "revision", "change", "made_at", "author", "link_id", "named"
        )

    def before(self, revision):
        return self._at(history.undone(self.steps(), revision))

    def after(self, revision):
        return self._at(history.redone(self.steps(), revision))

    def _at(self, step):
        return self.get(revision=step.revision) if step else None

    def record(self, before, after, *, latest):
        """Save `after` as what comes next after `before`, the state that was shown; `latest` numbers the last save.

        What was undone since then can no longer be redone, and of the oldest only so many stay.
        """
        done = history.record(
            _as_steps(_ROWS.rows(posting=after.posting_id)),
            present=before.revision,
            latest=latest,
            change=after.change,
            at=after.made_at,
            by=(after.author, after.link_id),
        )
        if done.keep_shown:
            before.save()
        if done.dropped:
            self.filter(revision__in=done.dropped).delete()
        if done.onto is None:
            after.save()
        else:
            last = self.get(revision=done.onto)
            last.revision, last.data = after.revision, after.data
            last.save(update_fields=["revision", "data"])
        if too_many := _too_many(after.posting_id):
            self.filter(pk__in=too_many).delete()


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
    # Of a change made through a shared link, the name its author gave and the link; of the owner's neither.
    author = models.CharField(max_length=VISITOR_NAME_MAX, blank=True)
    link = models.ForeignKey("roles.SharedLink", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

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


def _as_steps(rows):
    return [
        history.Step(revision=revision, change=change, made_at=at, by=(author, link), named=named)
        for revision, change, at, author, link, named in rows
    ]


def _too_many(posting_id):
    """The keys of the posting's oldest, beyond what is kept; the last two stay, for one step to undo."""
    total, too_many = 0, []
    for number, (pk, size) in enumerate(_SIZES.rows(posting=posting_id), start=1):
        total += size or 0
        if number > STATES_MAX or (total > STATES_BYTES_MAX and number > 2):
            too_many.append(pk)
    return too_many


_ROWS = Written(lambda posting: PostingState.objects.filter(posting=posting)._rows(), posting=UUID(int=1))
_SIZES = Written(
    lambda posting: (
        PostingState.objects.filter(posting=posting).order_by("-revision").values_list("pk", Length("data"))
    ),
    posting=UUID(int=1),
)


class NamedStateQuerySet(models.QuerySet):
    def put(self, posting, state, name):
        """Keep the state of the posting under the name from now on."""
        if self.filter(posting=posting, revision=state.revision).update(name=name):
            return
        _, brief, document = state.content
        copied = {field: getattr(state, field) for field in ("version_id", "change", "made_at", "author", "link_id")}
        self.create(
            posting=posting,
            revision=state.revision,
            name=name,
            data={"brief": brief, "document": document},
            **copied,
        )


class NamedState(models.Model):
    """A state that has a name: a copy of its own, which no later change and no number of them drops."""

    posting = models.ForeignKey("Posting", on_delete=models.CASCADE, related_name="named_states")
    name = models.CharField(max_length=STATE_NAME_MAX)
    revision = models.PositiveIntegerField()
    version = models.ForeignKey(RoleVersion, on_delete=models.PROTECT, related_name="+")
    change = models.CharField(max_length=150, blank=True)
    data = CompressedJSONField()
    made_at = models.DateTimeField()
    author = models.CharField(max_length=VISITOR_NAME_MAX, blank=True)
    link = models.ForeignKey("roles.SharedLink", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = NamedStateQuerySet.as_manager()

    class Meta:
        ordering = ["revision"]
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["posting", "revision"], name="one_name_a_state")]

    def __str__(self):
        return self.name

    @property
    def document(self) -> Document:
        return codec.load(Document, self.data["document"])

    @property
    def brief(self) -> Brief:
        return codec.load(Brief, self.data["brief"])
