"""Words that a text must hold for an entry to match: looked up before its expression is tried, or even compiled."""

import itertools
import re
from collections.abc import Set
from dataclasses import dataclass

from .parts import Choice, Literal, Part, Sequence, is_written_out, texts_of
from .plain import entries_by_group

_WORD = re.compile(r"[^\W_]+")
# Most lines have some of these.
_COMMON = frozenset(entries_by_group("common")["common"])
_COMMON_WEIGHT = 40  # of other words
_MOST = 80  # texts of parts that make one word together


@dataclass(frozen=True, slots=True)
class Needles:
    """All of `words` are in every text of an entry as whole words, and one of each of the `choices`."""

    words: frozenset[str]
    choices: tuple[frozenset[str], ...]

    def are_in(self, words: Set[str]) -> bool:
        """Whether a text of these words may match."""
        return self.words <= words and not any(map(words.isdisjoint, self.choices))

    @property
    def rarest(self) -> frozenset[str]:
        """The words of which fewest texts have one, and each text that matches does; none where nothing is needed."""
        needed = [*(frozenset({word}) for word in self.words), *self.choices]
        return min(needed, key=_frequency, default=frozenset())


def needles_of(sequence: Sequence) -> Needles:
    """Return the needles of an entry, the later ones first, which are rarer: it is looked up by its first words."""
    found = list(dict.fromkeys(_needles(_joined(sequence), before=True, behind=True)))
    words = frozenset[str]().union(*(needle for needle in found if len(needle) == 1))
    choices = (needle for needle in reversed(found) if len(needle) > 1 and not needle & words)
    return Needles(words, tuple(choices))


def _joined(sequence: Sequence) -> Sequence:
    """Return the parts with those that make one word together, "disabilit" and "y" or "ies", as a choice of words."""
    parts: list[Part] = []
    for part in sequence:
        if parts and _touch(parts[-1], part) and is_written_out((parts[-1], part)):
            texts = list(itertools.islice(texts_of((parts[-1], part)), _MOST + 1))
            if len(texts) <= _MOST:
                options = tuple((Literal(text),) for text in texts if text)
                parts[-1] = Choice(options, optional=len(options) < len(texts))
                continue
        parts.append(part)
    return tuple(parts)


def _touch(part: Part, following: Part) -> bool:
    """Whether a word may go on from one part to the next."""
    return not _clean_before((part, following), 1, True) and not _clean_behind((part, following), 0, True)


def _needles(sequence: Sequence, *, before: bool, behind: bool) -> list[frozenset[str]]:
    """Return sets of words of each of which one is in every text of the parts.

    `before` and `behind` are whether no letter can be beside the parts.
    """
    found: list[frozenset[str]] = []
    for number, part in enumerate(sequence):
        first, last = _clean_before(sequence, number, before), _clean_behind(sequence, number, behind)
        if isinstance(part, Literal):
            found += [frozenset({word}) for word in _whole_words(part.text, before=first, behind=last)]
        elif isinstance(part, Choice) and not part.optional:
            options = [_needles(_joined(option), before=first, behind=last) for option in part.options]
            if all(options):
                found.append(frozenset[str]().union(*(min(option, key=_rareness) for option in options)))
    return found


def _rareness(words: frozenset[str]) -> tuple[int, int]:
    """Order sets of words: few ones before many, long ones before short, which most texts have."""
    return len(words), -max(map(len, words))


def _frequency(words: frozenset[str]) -> tuple[int, int]:
    """Order sets of words by how many texts have one of them."""
    return sum(_COMMON_WEIGHT if word in _COMMON else 1 for word in words), -max(map(len, words))


def _whole_words(text: str, *, before: bool, behind: bool) -> list[str]:
    """Return the words of a text that no letter beside the text can go on."""
    return [
        match[0]
        for match in _WORD.finditer(text)
        if (before or match.start() > 0) and (behind or match.end() < len(text))
    ]


def _clean_before(parts: tuple[Part, ...], number: int, outside: bool) -> bool:
    """Whether no letter can be right before the part; `outside` is whether none can before all of them."""
    if number == 0:
        return outside
    part = parts[number - 1]
    if isinstance(part, Literal):
        return not part.text[-1:].isalnum()
    if isinstance(part, Choice):
        ends = all(_clean_before(option, len(option), False) for option in part.options)
        return ends and (not part.optional or _clean_before(parts, number - 1, outside))
    # Words that are not named have a space behind them, but may be none.
    return bool(part.at_end) and part.regex != part.at_end and _clean_before(parts, number - 1, outside)


def _clean_behind(parts: tuple[Part, ...], number: int, outside: bool) -> bool:
    """Whether no letter can be right behind the part; `outside` is whether none can behind all of them."""
    if number + 1 == len(parts):
        return outside
    part = parts[number + 1]
    if isinstance(part, Literal):
        return not part.text[:1].isalnum()
    if isinstance(part, Choice):
        begins = all(_clean_behind(option, -1, False) for option in part.options)
        return begins and (not part.optional or _clean_behind(parts, number + 1, outside))
    # At the end they begin with a space.
    return part.regex == part.at_end and outside
