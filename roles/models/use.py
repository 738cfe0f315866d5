"""How often owners were offered a statement, reworded it or removed it. Counts only, no text, no names."""

from collections import Counter, defaultdict

from django.db import models, transaction
from django.db.models.functions import Greatest

from roles.core.document import Document, Source

COUNTS = ("offered", "reworded", "removed")


def offered_by(document: Document) -> list[str]:
    """Return the keys of the statements a freshly composed document holds, in its order."""
    return [item.provenance.name for item in document.items() if item.provenance.source is Source.STATEMENT]


def counts(document: Document | None, offered: list[str]) -> Counter[tuple[str, str]]:
    """Return what one posting adds to each (key, count), given the keys it was composed of.

    A statement is still there as long as an item names its key. An item in the owner's
    words that names one is that statement reworded.
    """
    found: Counter[tuple[str, str]] = Counter()
    if document is None:
        return found
    sources = {item.provenance.name: item.provenance.source for item in document.items()}
    for key in dict.fromkeys(offered):
        found[key, "offered"] = 1
        if key not in sources:
            found[key, "removed"] = 1
        elif sources[key] is Source.OWNER:
            found[key, "reworded"] = 1
    return found


def increments(
    before: Document | None, offered_before: list[str], after: Document | None, offered_after: list[str]
) -> dict[str, dict[str, int]]:
    """Return, by key, how the counts change when a posting goes from one state to another.

    Undoing an edit takes its count back; composing again takes back the counts of what is no longer offered.
    """
    change = counts(after, offered_after)
    change.subtract(counts(before, offered_before))
    by_key: dict[str, dict[str, int]] = defaultdict(dict)
    for (key, name), number in sorted(change.items()):
        if number:
            by_key[key][name] = number
    return dict(by_key)


class StatementUseQuerySet(models.QuerySet):
    @transaction.atomic(savepoint=False)
    def record(self, changes: dict[str, dict[str, int]]) -> None:
        """Add `changes`, as `increments` returns them."""
        if not changes:
            return
        # Always in one order, so that two postings saved at once cannot wait for each other.
        keys = sorted(changes)
        self.bulk_create([self.model(key=key) for key in keys], ignore_conflicts=True)
        list(self.select_for_update().filter(key__in=keys).order_by("key").values_list("pk", flat=True))
        alike = defaultdict(list)
        for key in keys:
            alike[tuple(changes[key].items())].append(key)
        for change, same in alike.items():
            self.filter(key__in=same).update(
                **{name: Greatest(models.F(name) + number, 0) for name, number in change},
            )


class StatementUse(models.Model):
    """The counts of a statement's key, not of its row: they go on when a statement is deleted and restored."""

    key = models.SlugField(max_length=80, unique=True)
    offered = models.PositiveIntegerField(default=0)
    reworded = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)

    objects = StatementUseQuerySet.as_manager()

    class Meta:
        ordering = ["key"]

    def __str__(self):
        return self.key

    @property
    def kept(self) -> int:
        return self.offered - self.reworded - self.removed
