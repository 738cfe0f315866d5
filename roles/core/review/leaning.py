"""Leaning: which duties of a text use words of strategic and which of operational work, and the words.

A description, no judgement: in real postings most mix both, and the share of strategic words
is the same under both titles. So nothing here names a title.
"""

from collections import Counter
from dataclasses import dataclass

from roles.core.document import Document, Focus, Item
from roles.core.folding import fold
from roles.core.limits import SectionKey

from .words.lists import read

LISTS = {Focus.STRATEGIC: read("leaning_strategic"), Focus.OPERATIONAL: read("leaning_operational")}
DUTIES = SectionKey.RESPONSIBILITIES
_NOT_DUTIES = frozenset(
    {
        SectionKey.COMPANY,
        SectionKey.REQUIRED,
        SectionKey.PREFERRED,
        SectionKey.SKILLS,
        SectionKey.PAY,
        SectionKey.APPLY,
        SectionKey.EQUAL_OPPORTUNITY,
        SectionKey.CONDITIONS,
    },
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word found, folded, and the number of duties it is in."""

    text: str
    duties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """Counts of duties by the words they use. `listed` is whether the text has a list of duties;
    without one, all that is not about the company, the person or the terms was read."""

    listed: bool
    strategic: int
    operational: int
    both: int
    neither: int
    strategic_words: tuple[Word, ...]
    operational_words: tuple[Word, ...]

    @property
    def duties(self) -> int:
        return self.strategic + self.operational + self.both + self.neither


def leaning(document: Document) -> Leaning:
    """Describe the document's duties. Pure; linear in the length of the text."""
    items = [item for section in document.sections if section.part == DUTIES for item in section.items]
    listed = bool(items)
    if not listed:
        items = [item for section in document.sections if section.part not in _NOT_DUTIES for item in section.items]
    counts: Counter[frozenset[Focus]] = Counter()
    words: dict[Focus, Counter[str]] = {Focus.STRATEGIC: Counter(), Focus.OPERATIONAL: Counter()}
    for item in items:
        found = _words(item)
        counts[frozenset(focus for focus, _ in found)] += 1
        for focus, word in found:
            words[focus][word] += 1
    return Leaning(
        listed=listed,
        strategic=counts[frozenset({Focus.STRATEGIC})],
        operational=counts[frozenset({Focus.OPERATIONAL})],
        both=counts[frozenset(words)],
        neither=counts[frozenset()],
        strategic_words=_ordered(words[Focus.STRATEGIC]),
        operational_words=_ordered(words[Focus.OPERATIONAL]),
    )


def _words(item: Item) -> set[tuple[Focus, str]]:
    folded = fold(item.text)
    return {(focus, folded[start:end]) for focus, words in LISTS.items() for _, (start, end) in words.found(folded)}


def _ordered(counts: Counter[str]) -> tuple[Word, ...]:
    return tuple(Word(word, count) for word, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))
