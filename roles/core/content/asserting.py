"""Words by which a duty asserts something of the business, and what makes it true."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

# What is filled in is the owner's, or a house word of her trade.
_FILLED = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssertingWords:
    """Words, and the keys of which one has to be true of a business for them; none: nothing makes them true.

    An area is one that the post answers for, a trait what the owner has confirmed, an industry one all of whose
    businesses have it.
    """

    words: tuple[str, ...]
    areas: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()

    def are_true(self, *, areas: Collection[str], traits: Collection[str], industry: str) -> bool:
        """Return whether one of the keys makes them true."""
        return (
            industry in self.industries
            or not set(self.traits).isdisjoint(traits)
            or not set(self.areas).isdisjoint(areas)
        )


def asserted(text: str, vocabulary: Sequence[AssertingWords]) -> Iterator[tuple[str, AssertingWords]]:
    """Yield the asserting words that a statement's source holds outside of its placeholders, each with its entry."""
    plain = _FILLED.sub(" ", text).lower()
    for entry in vocabulary:
        if match := _any_of(entry.words).search(plain):
            yield match[0], entry


@lru_cache(maxsize=512)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
