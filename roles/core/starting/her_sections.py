"""Her text as sections: what is below each heading, as the lists and paragraphs of a posting."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from roles.core.compose.template import RoleTemplate
from roles.core.document import SectionKind
from roles.core.limits import PARAGRAPH_LETTERS, Purpose

from .shelves import section_for

# What is set in a list whether or not it had bullets.
_LISTS = frozenset({Purpose.DUTIES, Purpose.REQUIRED, Purpose.PREFERRED, Purpose.MEASURES})
_LEAST = 3
_HEADINGS = 3
_SLIP = 2  # by so much the numbers of a list may jump
_COUNTED = 2  # of a line: 1 where it has a mark of a list, this where the mark is a number
_FACT_LETTERS = 90  # a line of more is no longer one of facts
# What is given is a list where each line is no longer than a phrase.
_BRIEF = 80
NAMED = (Purpose.APPLY, Purpose.EQUAL_OPPORTUNITY)
# What ends a list below a heading and is no part of it.
LISTED = (Purpose.DUTIES, Purpose.REQUIRED, Purpose.PREFERRED, Purpose.SKILLS, Purpose.PAY)
_TERMS = (*NAMED, Purpose.PAY, Purpose.CONDITIONS)
_APART_FROM = dict.fromkeys(LISTED, _TERMS) | {
    Purpose.PAY: (*NAMED, Purpose.CONDITIONS),
    Purpose.CONDITIONS: (*NAMED, Purpose.PAY),
    Purpose.OTHER: (*NAMED, Purpose.PAY, Purpose.CONDITIONS),
}


@dataclass(frozen=True, slots=True)
class HerLine:
    """A paragraph or a line of a list: the entries it is made of, by number, and the answer that may hold it.

    `count` is its own number in a list, where that is printed as a part of it. It `heads` what is below it where it
    is a heading below another one, and stands `apart` from the line before it where a blank one is between them.
    """

    parts: tuple[int, ...]
    purpose: Purpose
    field: str = ""
    count: str = ""
    heads: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class HerSection:
    """A part of her text as it was there; one without a heading goes on below the one before it.

    The lines of one that is `ordered` are numbered from 1.
    """

    key: str
    heading: str
    purpose: Purpose
    bullets: bool
    lines: tuple[HerLine, ...]
    ordered: bool = False


@dataclass
class Draft:
    """A section of hers, or a part of one, while it is taken: her lines each with whether it had a bullet, and with
    its letters."""

    number: int
    heading: str
    purpose: Purpose
    lines: list[tuple[HerLine, bool, int]] = field(default_factory=list)
    in_sentences: bool = False  # in paragraphs: a line has several sentences

    @property
    def is_more(self) -> bool:
        """Whether it is more than facts: a list, or a line too long for one."""
        return any(bullet or length > _FACT_LETTERS for _, bullet, length in self.lines)


@dataclass
class Block:
    """The paragraphs, or the list, of a section of hers; `above` is the heading it is below, its own or not."""

    heading: str
    above: str
    purpose: Purpose
    bullets: bool
    lines: list[HerLine]
    ordered: bool = False


def ended(drafts: list[Draft], template: RoleTemplate, begins_itself: Callable[[HerLine], bool]) -> Iterator[Draft]:
    """Yield the sections, what ends one on applying below a heading of ours, once and where she has none; what ends a
    list on pay, conditions or equality is no part of it, and goes on without a heading. So does a line on applying
    that `begins_itself`: "To apply, …"."""
    there = {draft.purpose for draft in drafts}
    headed = any(draft.heading and draft.purpose is Purpose.APPLY for draft in drafts) or not has_parts(drafts)

    def heading_of(purpose: Purpose, first: HerLine) -> str:
        nonlocal headed
        ours = purpose is Purpose.APPLY and not headed and not begins_itself(first)
        headed = headed or ours
        return section_for(template, purpose).heading if ours else ""

    for draft in drafts:
        cut = len(draft.lines)
        loose = not draft.heading and draft.purpose is Purpose.OTHER
        apart = _APART_FROM.get(draft.purpose, NAMED) if draft.heading or loose else NAMED
        while cut and not draft.lines[cut - 1][1] and draft.lines[cut - 1][0].purpose in apart:
            cut -= 1
        behind = draft.lines[cut:]
        if draft.purpose in NAMED:
            while behind and behind[0][0].purpose is draft.purpose:
                behind = behind[1:]
            cut = len(draft.lines) - len(behind)
        if not cut and behind and draft.purpose not in NAMED:
            draft.purpose = behind[0][0].purpose
        parts = [(purpose, list(lines)) for purpose, lines in groupby(behind, key=lambda line: line[0].purpose)]
        if loose and not cut and len(parts) > 1 and draft is not drafts[0]:
            for purpose, lines in parts:
                yield Draft(
                    draft.number, heading_of(purpose, lines[0][0]) if purpose not in there else "", purpose, lines
                )
            continue
        if not cut or any(purpose in there for purpose, _ in parts):
            yield draft
            continue
        yield replace(draft, lines=draft.lines[:cut])
        for purpose, lines in parts:
            yield Draft(draft.number, heading_of(purpose, lines[0][0]), purpose, lines)


def has_parts(drafts: Iterable[Draft]) -> bool:
    """Return whether so many parts of a text have a heading that a reader looks for one over each."""
    return sum(bool(draft.heading) for draft in drafts) >= _HEADINGS


def blocks_of(draft: Draft) -> Iterator[Block]:
    """Yield a section in its lists and its paragraphs, the heading over the first."""
    longest = max((length for _, _, length in draft.lines), default=0)
    least = _LEAST - (draft.purpose in LISTED[:3] and longest < _BRIEF)
    short = len(draft.lines) >= least and longest < PARAGRAPH_LETTERS
    brief = draft.purpose is Purpose.PAY and longest < _BRIEF
    as_list = (
        short
        and not draft.in_sentences
        and (draft.purpose in _LISTS or brief)
        and not any(bullet for _, bullet, _ in draft.lines)
    )
    groups = [
        (bullets, [line for line, _, _ in group])
        for bullets, group in groupby(
            draft.lines, key=lambda one: not one[0].heads and (as_list or one[1]) and (2 if one[0].count else 1)
        )
    ]
    counted = [lines for bullets, lines in groups if bullets == _COUNTED]
    ordered = len(counted) == 1 and counts_from_one([line.count for line in counted[0]])
    heading = draft.heading
    for bullets, lines in groups:
        numbered = ordered and bullets == _COUNTED
        printed = [replace(line, count="") for line in lines] if numbered else lines
        listed = bool(bullets) and (numbered or bullets != _COUNTED)  # else the numbers are printed with the words
        for paragraph in [printed] if listed else _apart(printed):
            yield Block(heading, draft.heading, draft.purpose, listed, paragraph, numbered)
            heading = ""


def _apart(lines: list[HerLine]) -> Iterator[list[HerLine]]:
    """Yield the lines, parted before each that stands apart from the one before it."""
    begins = [0, *(place for place, line in enumerate(lines) if line.apart and place), len(lines)]
    return (lines[one:two] for one, two in pairwise(begins))


def counts_from_one(counts: list[str]) -> bool:
    """Return whether the numbers of a list begin it, and go up: "1." and "2.", not "6." alone; letters stay.

    A number that is there twice running, or left out, is a slip.
    """
    plain = [count.strip("().") for count in counts]
    numbers = plain[:1] == ["1"] and all(count.isdigit() for count in plain)
    return numbers and all(0 <= int(two) - int(one) <= _SLIP for one, two in pairwise(plain))


def keys_of(blocks: list[Block], template: RoleTemplate) -> list[str]:
    """The key of each block: the template's for the first of a purpose that is set as it is there, her own else."""
    keys = [f"yours-{number}" for number in range(1, len(blocks) + 1)]
    for shelf in template.sections:
        if shelf.purpose is Purpose.OTHER:
            continue
        mine = [number for number, block in enumerate(blocks) if block.purpose is shelf.purpose]
        listed = shelf.kind is SectionKind.BULLETS
        chosen = next((number for number in mine if blocks[number].bullets is listed), mine[0] if mine else None)
        if chosen is not None and keys[chosen].startswith("yours-"):
            keys[chosen] = shelf.key
    return keys


def joined(texts: Iterable[str]) -> str:
    """Return the parts of one line of hers as it was: a comma has no space before it."""
    line = ""
    for text in texts:
        line += text if not line or text[0] in ",.;:)!?/" else f" {text}"
    return line


def shown(heading: str) -> str:
    """Return a heading as it is printed: without the colon, or the dash, behind it."""
    return heading.rstrip(" :-–—") or heading
