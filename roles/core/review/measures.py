"""How hard a text is to read, by the formulas of Flesch and Kincaid, for English.

Syllables are counted with pyphen's hyphenation patterns. Hyphenation is no syllable count,
so single words can be one off; over a posting the figure moves by a few points.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pyphen import Pyphen  # type: ignore[import-untyped]

from .words.plain import entries_by_group

LONGEST_WORD = 40
_CACHED = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_VOWELS = re.compile(r"[aeiouyáéíóúàèäöü]+")
# The commonest words of English: a text with few of them is in another language.
_ENGLISH = frozenset(entries_by_group("english")["a common word"])
ENGLISH_SHARE = 0.08

_HYPHENATION = Pyphen(lang="en_US", cache=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """Counts of a text, and what the formulas make of them."""

    words: int
    sentences: int
    syllables: int
    english: bool

    @property
    def ease(self) -> float:
        """Flesch reading ease, about 0 (very hard) to 100 (very easy); Flesch 1948."""
        return 206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words

    @property
    def grade(self) -> float:
        """Years of schooling in the United States; Kincaid et al. 1975."""
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


@lru_cache(maxsize=_CACHED)
def syllables(word: str) -> int:
    """Count the syllables of a lower-case word; at least one."""
    if len(word) > LONGEST_WORD:
        return max(1, len(word) // 3)
    points = _HYPHENATION.hd.cache
    if len(points) > _CACHED:
        points.clear()  # pyphen keeps every word it ever saw
    hyphens = len(_HYPHENATION.positions(word)) + 1
    return max(1, hyphens, _vowel_groups(word) - 1)


def _vowel_groups(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    return groups - 1 if word.endswith("e") and not word.endswith("le") and groups > 1 else groups


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence: its words, the syllables of all of them, and how many are among English's commonest."""

    words: int
    syllables: int
    known: int


def count(sentence: str) -> Counted:
    """Count a sentence, folded (`fold`)."""
    found = _WORD.findall(sentence)
    return Counted(len(found), sum(map(syllables, found)), sum(word in _ENGLISH for word in found))


def reading(sentences: Iterable[Counted]) -> Reading:
    """Measure the text of these sentences; one without a word is none. A bullet is a sentence."""
    counted = [sentence for sentence in sentences if sentence.words]
    words = max(sum(sentence.words for sentence in counted), 1)
    parts = sum(sentence.syllables for sentence in counted)
    english = sum(sentence.known for sentence in counted) >= ENGLISH_SHARE * words
    return Reading(words, max(len(counted), 1), max(parts, 1), english)
