"""Reading a posting somebody pasted: headings, bullets and paragraphs, and no word lost.

Every non-blank line's words are in the document, in order: a line is the title, a heading,
or (part of) an item. Facts are taken only from lines that state them, "Location: Denver, CO",
and those lines stay items, too. What a text leaves open is not guessed: the post's promise
is neutral, each item is of shared focus and in the owner's words.
"""

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from operator import itemgetter

from roles.core.document import (
    Document,
    EmploymentType,
    Facts,
    Focus,
    Item,
    Promise,
    Provenance,
    Section,
    SectionKind,
    Source,
    Workplace,
)
from roles.core.folding import fold
from roles.core.limits import SectionKey

from . import labelled_facts
from .context import PASTED
from .finding import Finding, Place
from .headings import OTHER, heading_of, inline_heading, is_labelled, is_title
from .lines import BREAKS, Line, lines, opens_a_section

WRAPPED_AT = 60

_ENDS = (".", "!", "?", ":", ";", "…", "。", "؟")
# Lists whose section decides what each line is: a paragraph below one is neither a duty nor a requirement.
_LISTS = frozenset(
    {
        SectionKey.RESPONSIBILITIES,
        SectionKey.SUCCESS,
        SectionKey.REQUIRED,
        SectionKey.PREFERRED,
        SectionKey.SKILLS,
        SectionKey.OPENING,
    }
)


@dataclass(slots=True)
class _Draft:
    """An item or a section while it is being read."""

    key: str
    heading: str = ""
    line: tuple[int, int] = (1, 1)
    items: list[list[Line]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the places of a read document are in the text it was read from."""

    # (offset in the item, line, column) wherever an item is not one run of the text.
    _items: dict[tuple[str, int], tuple[tuple[int, int, int], ...]]
    _sections: dict[str, tuple[int, int]]
    _starts: tuple[int, ...]

    def locate(self, place: Place) -> tuple[int, int]:
        """Return the place's (line, column), both from 1; (1, 1) for the whole document."""
        if place.section is None:
            return 1, 1
        if place.item is None:
            return self._sections.get(place.section, (1, 1))
        at = place.start or 0
        runs = self._items.get((place.section, place.item), ())
        if not runs:
            return 1, 1
        offset, line, column = runs[max(bisect_right(runs, at, key=itemgetter(0)) - 1, 0)]
        return line, column + at - offset

    def offset(self, place: Place) -> int:
        """Return the place's offset in the text, in code points."""
        line, column = self.locate(place)
        return self._starts[line - 1] + column - 1


def read_text(text: str) -> Document:
    """Return the document a pasted posting makes; role "pasted", version 0. Never raises."""
    return read(text)[0]


def positions(text: str) -> Positions:
    """Return where each place of `read_text(text)` is in the text."""
    return read(text)[1]


def read(text: str) -> tuple[Document, Positions]:
    """Return the document and the positions in one reading."""
    read_lines = list(lines(text))
    facts = _facts(labelled_facts.facts_of(read_lines))
    title = ""
    if read_lines and not read_lines[0].bullet and is_title(read_lines[0].text):
        title = read_lines.pop(0).text
    drafts = _numbered(part for draft in _sections(read_lines) for part in _apart(draft))
    keys = (f"own-{number}" for number in itertools.count(1))
    sections = tuple(_section(draft, keys) for draft in drafts)
    document = Document(
        role=PASTED,
        version=0,
        title=title,
        promise=Promise(focus=Focus.OPERATIONAL, least=0, most=100),
        facts=facts,
        sections=sections,
    )
    return document, _positions(drafts, text)


def facts_of(text: str) -> dict[str, str]:
    """Return the facts the text states, as it words them: {"job_location": "Denver, CO"}."""
    return labelled_facts.facts_of(list(lines(text)))


def span_in(text: str, finding: Finding, where: Positions) -> tuple[int, int] | None:
    """Return [start, end) of the finding's words in the text, None where they are not there in one run."""
    if finding.place.item is None or not finding.words:
        return None
    start = where.offset(finding.place)
    end = start + len(finding.words)
    return (start, end) if text[start:end] == finding.words else None


def fixed(text: str, finding: Finding) -> str | None:
    """Return the text with the finding's fix made, None where there is none or its words are not surely there."""
    span = span_in(text, finding, positions(text)) if finding.fix else None
    return f"{text[: span[0]]}{finding.fix.replacement}{text[span[1] :]}" if finding.fix and span else None


def _sections(read_lines: list[Line]) -> Iterator[_Draft]:
    """Yield the sections by their headings, each under the key of its kind."""
    current = _Draft(SectionKey.OPENING)
    kind_of_current: str | None = None
    for number, line in enumerate(read_lines):
        before = read_lines[number - 1] if number else None
        following = read_lines[number + 1] if number + 1 < len(read_lines) else None
        kind = _heading(before, line, following)
        if kind and kind == kind_of_current and not current.items and not line.after_blank:
            kind = None  # "EEO", and below it "Equal opportunity employer"
        rest: Line | None = None
        heading = line.text
        listed = any(item[0].bullet for item in current.items[-1:]) and line.after_blank
        if kind is None and not line.bullet and (inline := inline_heading(line.text, shouted=listed)):
            kind, length = inline
            heading, rest = line.text[:length], line.part(length)
        if kind is not None:
            if current.items or current.heading:
                yield current
            current, kind_of_current = _Draft(kind, heading, (line.number, line.column)), kind
            if rest and rest.text:
                current.items.append([rest])
        elif current.items and _continues(current.items[-1], line):
            current.items[-1].append(line)
        else:
            current.items.append([line])
    if current.items or current.heading:
        yield current


def _apart(draft: _Draft) -> Iterator[_Draft]:
    """Yield the section, and the paragraphs below its list as a section of their own."""
    below = len(draft.items)
    while below and not draft.items[below - 1][0].bullet:
        below -= 1
    last = below
    while below < len(draft.items) and not draft.items[below][0].after_blank:
        below += 1
    if not last or below == len(draft.items):
        yield draft
        return
    first = draft.items[below][0]
    key = OTHER if draft.key in _LISTS else draft.key
    yield replace(draft, items=draft.items[:below])
    yield _Draft(key, line=(first.number, first.column), items=draft.items[below:])


def _numbered(drafts: Iterable[_Draft]) -> list[_Draft]:
    """Return the sections, the second of a kind with a number to its key."""
    counts: Counter[str] = Counter()
    numbered = []
    for draft in drafts:
        counts[draft.key] += 1
        count = counts[draft.key]
        numbered.append(draft if count == 1 else replace(draft, key=f"{draft.key}-{count}"))
    return numbered


def _heading(before: Line | None, line: Line, following: Line | None) -> str | None:
    """Return the key of the section the line opens, by its words and what is around it."""
    if line.bullet and not opens_a_section(before, line, following):
        return None
    above = line.after_blank or bool(following and following.bullet)
    if line.text[0].islower() and not (above or line.text.endswith(":")):
        return None
    alone = (above or line.before_blank) and following is not None
    return heading_of(line.text, alone=alone, marked=line.marked)


def _continues(item: list[Line], line: Line) -> bool:
    """Whether the line is the rest of a wrapped one rather than a new item."""
    before = item[-1]
    if line.bullet or line.after_blank or before.text.endswith(_ENDS) or line.number == before.number:
        return False
    if not before.bullet and is_labelled(before.text) and is_labelled(line.text):
        return False  # "Salary: …" and below it "Hours: …"
    if line.text[0].islower():
        # Of lines that all begin small and end short each is one: a list without bullets.
        return not item[0].text[0].islower() or item[0].bullet or len(before.text) >= WRAPPED_AT
    return len(before.text) >= WRAPPED_AT and not before.bullet


def _section(draft: _Draft, keys: Iterator[str]) -> Section:
    bullets = sum(item[0].bullet for item in draft.items)
    return Section(
        key=draft.key,
        heading=draft.heading,
        kind=SectionKind.BULLETS if 2 * bullets > len(draft.items) else SectionKind.LINES,
        items=tuple(
            Item(
                key=next(keys),
                text=" ".join(line.text for line in item),
                focus=Focus.SHARED,
                provenance=Provenance(source=Source.OWNER),
                reason="From the text you pasted.",
            )
            for item in draft.items
        ),
    )


def _positions(drafts: list[_Draft], text: str) -> Positions:
    items = {}
    for draft in drafts:
        for index, item in enumerate(draft.items):
            offset = 0
            parts: list[tuple[int, int, int]] = []
            for line in item:
                parts.extend((offset + start, line.number, column) for start, column in line.at)
                offset += len(line.text) + 1
            items[draft.key, index] = tuple(parts)
    starts = (0, *(match.end() for match in BREAKS.finditer(text)))
    return Positions(items, {draft.key: draft.line for draft in drafts}, starts)


def _facts(found: dict[str, str]) -> Facts:
    return Facts(
        hiring_organization=found.get("hiring_organization", ""),
        job_location=found.get("job_location", ""),
        workplace=_workplace(found.get("workplace", "")),
        employment_type=_employment(found.get("employment_type", "")),
        reports_to=found.get("reports_to", ""),
    )


def _workplace(words: str) -> Workplace:
    folded = fold(words)
    return next((kind for kind in (Workplace.HYBRID, Workplace.REMOTE) if kind.value in folded), Workplace.ON_SITE)


def _employment(words: str) -> EmploymentType:
    folded = fold(words).replace(" ", "-")
    return next((kind for kind in EmploymentType if kind.phrase in folded), EmploymentType.FULL_TIME)
