"""How a text is set: in capitals or not, broken at a width or line by line, and what its numbers are before."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roles.core.folding import fold

from .headings import HEADING_LIMIT, is_shouted
from .lines import Line
from .pay_label import PERIOD_ALONE

WRAPPED_AT = 60
_NOTE_LINES = 4
# Characters by which lines of a text set in a proportional face differ.
_ROOM = 20
# A text with lines so much longer than the ones that seem broken was not broken at their width.
_LONGER = 1.5
_ENDS = (".", "!", ";", ",")
_LEAST = 3
_HEAD_WORDS = 6
_PART = re.compile(r"(?:(?i:part|section) )?\(?([A-Za-z]|(?<= )\d)(?:[.)]|:|\s[-–—])\s+(?=[A-Z])")
# What begins a sentence that goes on below: "You" over "will have led …".
_OPENS = re.compile(r"(?:you|we|they|the (?:role|post|job|director|manager))", re.IGNORECASE)
_AMOUNT_LAST = re.compile(r"\d[\d.,]*[kK]?[)+]?$")


def goes_on_below(line: Line, following: Line | None) -> bool:
    """Return whether a line goes on right below: "You" over "will have led …", an amount over "per hour"."""
    if following is None or following.after_blank or following.bullet:
        return False
    if _AMOUNT_LAST.search(line.text) and PERIOD_ALONE.fullmatch(fold(following.text)):
        return True
    return following.text[0].islower() and bool(_OPENS.fullmatch(line.text))


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text is set: whether most of it is in capitals, the width its lines were broken at (0 for none) and the
    length of the longest, and the numbers of its short lines that are among others without a blank one: a note, not
    a paragraph. `heads` are those of headings with a number each."""

    caps: bool
    width: int
    longest: int
    notes: frozenset[int]
    heads: frozenset[int] = frozenset()

    def had_room(self, before: str, word: str) -> bool:
        """Return whether the line before a word ends well before it had to."""
        at = self.width if self.longest <= self.width * _LONGER else self.longest
        return len(before) < WRAPPED_AT and len(before) + 1 + len(word) < at - _ROOM


def manner_of(read_lines: Sequence[Line]) -> Manner:
    """Return how the lines of a text are set."""
    longer = [line.text for line in read_lines if len(line.text) > 3]
    caps = sum(map(is_shouted, longer)) * 2 > len(longer)
    broken = [
        len(one.text)
        for one, two in itertools.pairwise(read_lines)
        if not two.bullet and not two.after_blank and two.text[0].islower() and len(one.text) >= WRAPPED_AT - 10
    ]
    longest = max((len(line.text) for line in read_lines), default=0)
    numbered = (*_headed_by_number(read_lines), *_over_lists(read_lines), *_shouted(read_lines, caps=caps))
    heads = frozenset((*numbered, *_lettered(read_lines)))
    return Manner(caps, max(broken, default=0), longest, frozenset(_notes(read_lines)), heads)


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
    pairs = itertools.pairwise(block)
    goes_on = [(one.text, two.text) for one, two in pairs if two.text[0].islower() and not goes_on_below(one, two)]
    width = max((len(one) for one, _ in goes_on), default=0)
    return any(len(one) + 1 + len(two.split()[0]) < width - _ROOM for one, two in goes_on)


def _headed_by_number(read_lines: Sequence[Line]) -> Iterator[int]:
    """Yield the numbers of lines that are headings with a number each: "1) The firm" over a paragraph, "2) The job"."""
    heads = [place for place, line in enumerate(read_lines) if line.count.strip("().").isdigit()]
    below = [read_lines[place + 1] if place + 1 < len(read_lines) else None for place in heads]
    if len(heads) < _LEAST or not any(line and not line.bullet for line in below):
        return
    for place, line in zip(heads, below, strict=True):
        text = read_lines[place].text
        if line is None or line.count.strip("().").isdigit() or text.endswith(_ENDS) or len(text) > HEADING_LIMIT:
            return
        if not line.bullet and line.text[0].islower():
            return
    yield from (read_lines[place].number for place in heads)


def _lettered(read_lines: Sequence[Line]) -> Iterator[int]:
    """Yield the numbers of lines that are headings with a letter each, or of parts: "A. People", "Part 2 – Fleet"."""
    found = [(place, match[1].upper()) for place, line in enumerate(read_lines) if (match := _PART.match(_whole(line)))]
    letters = [letter for _, letter in found]
    in_order = letters in (list("ABCDEFGHIJKL"[: len(letters)]), [str(n) for n in range(1, len(letters) + 1)])
    heads = [place for place, _ in found]
    parts = all(two - one > 1 for one, two in itertools.pairwise((*heads, len(read_lines))))
    texts = [read_lines[place].text for place in heads]
    short = not any(text.endswith(_ENDS) or len(text.split()) > _HEAD_WORDS for text in texts)
    parts = parts and not any(read_lines[place + 1].text[0].islower() for place in heads)
    if len(heads) >= _LEAST - 1 and in_order and parts and short:
        yield from (read_lines[place].number for place in heads)


def _whole(line: Line) -> str:
    """The words of a line with the letter it had."""
    return f"{line.count} {line.text}" if line.count and not line.count.strip("().").isdigit() else line.text


def _over_lists(read_lines: Sequence[Line]) -> Iterator[int]:
    """Yield the numbers of lines that count the lists below them: "1. Warehouse" over "a. Direct …", "2. Fleet"."""
    heads = [place for place, line in enumerate(read_lines[:-1]) if _value(line) and _begins(read_lines[place + 1])]
    values = [_value(read_lines[place]) for place in heads]
    if len(heads) < _LEAST - 1 or values != list(range(1, len(heads) + 1)):
        return
    texts = [read_lines[place].text for place in heads]
    if any(text.endswith(_ENDS) or len(text.split()) > _HEAD_WORDS for text in texts):
        return
    behind = [_value(line) for line in read_lines[heads[-1] + 1 :] if _value(line)]
    if behind and behind[0] == values[-1] + 1:
        return  # one of them has no list: they are lines of one
    yield from (read_lines[place].number for place in heads)


def _shouted(read_lines: Sequence[Line], *, caps: bool) -> Iterator[int]:
    """Yield the numbers of headings in capitals with a number each, over lines that are not: "3. TERMS"."""
    heads = [place for place, line in enumerate(read_lines[:-1]) if _value(line) and is_shouted(line.text)]
    below = [read_lines[place + 1] for place in heads]
    if caps or len(heads) < _LEAST - 1 or any(is_shouted(line.text) and _value(line) for line in below):
        return
    yield from (read_lines[place].number for place in heads if len(read_lines[place].text) <= HEADING_LIMIT)


def _begins(line: Line) -> bool:
    """Whether a line begins a list of another kind than one with numbers, or numbers anew."""
    return _value(line) == 1 or (line.bullet and not _value(line))


def _value(line: Line) -> int:
    """The number that a line has in a list, 0 for none."""
    plain = line.count.strip("().")
    return int(plain) if plain.isdigit() else 0
