"""How a text is set: in capitals, broken at a width, in notes of a line each."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .headings import is_shouted
from .lines import Line

WRAPPED_AT = 60
_NOTE_LINES = 4
# Characters by which lines of a text set in a proportional face differ.
_ROOM = 20
# A text with lines so much longer than the ones that seem broken was not broken at their width.
_LONGER = 1.5


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text is set: whether most of it is in capitals, the width its lines were broken at (0 for none) and the
    length of the longest, and the numbers of its short lines that stand among others without a blank one: a note, not
    a paragraph."""

    caps: bool
    width: int
    longest: int
    notes: frozenset[int]

    def had_room(self, before: str, word: str) -> bool:
        """Whether the line before a word ends well before it had to."""
        at = self.width if self.longest <= self.width * _LONGER else self.longest
        return len(before) < WRAPPED_AT and len(before) + 1 + len(word) < at - _ROOM


def manner_of(read_lines: Sequence[Line]) -> Manner:
    """Return how the lines are set. Pure."""
    longer = [line.text for line in read_lines if len(line.text) > 3]
    caps = sum(map(is_shouted, longer)) * 2 > len(longer)
    broken = [
        len(one.text)
        for one, two in itertools.pairwise(read_lines)
        if not two.bullet and not two.after_blank and two.text[0].islower() and len(one.text) >= WRAPPED_AT - 10
    ]
    longest = max((len(line.text) for line in read_lines), default=0)
    return Manner(caps, max(broken, default=0), longest, frozenset(_notes(read_lines)))


def _notes(read_lines: Sequence[Line]) -> Iterator[int]:
    blocks: list[list[Line]] = []
    for line in read_lines:
        if line.after_blank or not blocks or line.bullet:
            blocks.append([])
        blocks[-1].append(line)
    for block in blocks:
        if len(block) >= _NOTE_LINES:
            typed = _broken_by_hand(block)
            yield from (line.number for line in block if typed or len(line.text) < WRAPPED_AT - 15)


def _broken_by_hand(block: Sequence[Line]) -> bool:
    """Whether a line ends well before the width of the block though the next, in small letters, had room there: its
    writer uses no capitals, and each line is one."""
    goes_on = [(one.text, two.text) for one, two in itertools.pairwise(block) if two.text[0].islower()]
    width = max((len(one) for one, _ in goes_on), default=0)
    return any(len(one) + 1 + len(two.split()[0]) < width - _ROOM for one, two in goes_on)
