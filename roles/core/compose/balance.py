"""Balance: how strategic and how operational a document is, against what its title promises."""

from collections import Counter
from dataclasses import dataclass

from roles.core.document import Document, Focus, Promise
from roles.core.limits import LEANING_MIN


@dataclass(frozen=True, slots=True)
class Balance:
    """Counts of a document's items by focus."""

    strategic: int
    operational: int
    shared: int
    promise: Promise

    def share(self, focus: Focus) -> int:
        """Return the per cent of strategic and operational items that have this focus, rounded."""
        counts = {Focus.STRATEGIC: self.strategic, Focus.OPERATIONAL: self.operational}
        return round(100 * counts[focus] / self.leaning) if self.leaning else 0

    @property
    def leaning(self) -> int:
        """Return how many items have a focus that is one title's."""
        return self.strategic + self.operational

    @property
    def measurable(self) -> bool:
        """Whether so many items lean one way that their share shows something."""
        return self.leaning >= LEANING_MIN

    @property
    def kept(self) -> bool:
        """Whether the share of the title's own focus lies where the title promises."""
        return self.promise.least <= self.share(self.promise.focus) <= self.promise.most


def balance(document: Document) -> Balance:
    """Count the document's items by focus."""
    counts = Counter(item.focus for item in document.items())
    return Balance(
        strategic=counts[Focus.STRATEGIC],
        operational=counts[Focus.OPERATIONAL],
        shared=counts[Focus.SHARED],
        promise=document.promise,
    )
