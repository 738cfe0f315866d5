"""Reading a posting somebody pasted: headings, bullets and paragraphs, and nothing lost.

Every non-blank line's words are in the document, in order: a line is the title, a heading,
or (part of) an item. Facts are taken only from lines that state them, "Location: Denver, CO",
and those lines stay items, too. What a text does not say is not guessed: the post's promise
is neutral, each item is of shared focus and in the owner's words.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from roles.document import (
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

from .context import PASTED
from .finding import Place
from .headings import heading_of, inline_heading, is_title
from .text import fold

OPENING = "opening"
WRAPPED_AT = 60

_LINES = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET = re.compile(r"\s*(?:[-*•‣▪●◦·–—▸►✓✔➢]|(?P<number>\d{1,2})[.)]|[a-z]\))\s+(?=\S)|\s*[•‣▪●◦▸►✓✔➢](?=\S)")
_FACT = re.compile(r"\s*([A-Za-z][A-Za-z /-]{2,24}?)\s{0,3}:\s{1,5}(\S.{0,199})")
_FACTS = {
    "company": "hiring_organization",
    "employer": "hiring_organization",
    "organization": "hiring_organization",
    "organisation": "hiring_organization",
    "company name": "hiring_organization",
    "location": "job_location",
    "job location": "job_location",
    "work location": "job_location",
    "place": "job_location",
    "reports to": "reports_to",
    "reporting to": "reports_to",
    "employment": "employment_type",
    "employment type": "employment_type",
    "job type": "employment_type",
    "type": "employment_type",
    "workplace": "workplace",
    "work arrangement": "workplace",
    "workplace type": "workplace",
}
_ENDS = (".", "!", "?", ":", ";", "…", "。", "؟")


@dataclass(frozen=True, slots=True)
class _Line:
    """A non-blank line of the text without its bullet: where it starts, counted from 1."""

    text: str
    number: int
    column: int
    bullet: bool
    after_blank: bool
    before_blank: bool = False


@dataclass(slots=True)
class _Draft:
    """An item or a section while it is being read."""

    key: str
    heading: str = ""
    line: tuple[int, int] = (1, 1)
    items: list[list[_Line]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the places of a read document stand in the text it was read from."""

    _items: dict[tuple[str, int], tuple[tuple[int, int, int], ...]]
    _sections: dict[str, tuple[int, int]]

    def locate(self, place: Place) -> tuple[int, int]:
        """Return the place's (line, column), both from 1; (1, 1) for the whole document."""
        if place.section is None:
            return 1, 1
        if place.item is None:
            return self._sections.get(place.section, (1, 1))
        at = place.start or 0
        found = (1, 1)
        for offset, line, column in self._items.get((place.section, place.item), ()):
            if offset > at:
                break
            found = (line, column + at - offset)
        return found


def read_text(text: str) -> Document:
    """Return the document a pasted posting makes; role "pasted", version 0. Never raises."""
    return read(text)[0]


def positions(text: str) -> Positions:
    """Return where each place of `read_text(text)` stands in the text."""
    return read(text)[1]


def read(text: str) -> tuple[Document, Positions]:
    """Return the document and the positions in one reading."""
    lines = list(_lines(text))
    title = ""
    if lines and not lines[0].bullet and is_title(lines[0].text):
        title = lines[0].text
        lines = lines[1:]
    drafts = list(_sections(lines))
    keys = (f"own-{number}" for number in itertools.count(1))
    sections = tuple(_section(draft, keys) for draft in drafts)
    document = Document(
        role=PASTED,
        version=0,
        title=title,
        promise=Promise(focus=Focus.OPERATIONAL, least=0, most=100),
        facts=_facts(lines),
        sections=sections,
    )
    return document, _positions(drafts)


def _lines(text: str) -> Iterator[_Line]:
    waiting: _Line | None = None
    blank = True
    last = 0
    for number, line in enumerate(_LINES.split(text), start=1):
        bullet = _BULLET.match(line)
        if bullet and bullet["number"]:
            if int(bullet["number"]) in (1, last + 1):
                last = int(bullet["number"])
            else:
                bullet = None  # a number that counts nothing: "12. March", "40. birthday"
        start = bullet.end() if bullet else len(line) - len(line.lstrip())
        words = line[start:].rstrip()
        if not words:
            blank = True
            continue
        if waiting:
            yield _Line(waiting.text, waiting.number, waiting.column, waiting.bullet, waiting.after_blank, blank)
        waiting = _Line(words, number, start + 1, bool(bullet), blank)
        blank = False
    if waiting:
        yield _Line(waiting.text, waiting.number, waiting.column, waiting.bullet, waiting.after_blank, True)


def _sections(lines: list[_Line]) -> Iterator[_Draft]:
    current = _Draft(OPENING)
    counts: dict[str, int] = {}
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        alone = line.after_blank or line.before_blank or bool(following and following.bullet)
        kind = None if line.bullet else heading_of(line.text, alone=alone and following is not None)
        rest: _Line | None = None
        heading = line.text
        if kind is None and not line.bullet and (inline := inline_heading(line.text)):
            kind, length = inline
            heading, tail = line.text[:length], line.text[length:]
            start = len(tail) - len(tail.lstrip())
            rest = _Line(tail[start:], line.number, line.column + length + start, False, False, line.before_blank)
        if kind is not None:
            if current.items or current.heading:
                yield current
            counts[kind] = counts.get(kind, 0) + 1
            key = kind if counts[kind] == 1 else f"{kind}-{counts[kind]}"
            current = _Draft(key, heading, (line.number, line.column))
            if rest and rest.text:
                current.items.append([rest])
        elif current.items and _continues(current.items[-1][-1], line):
            current.items[-1].append(line)
        else:
            current.items.append([line])
    if current.items or current.heading:
        yield current


def _continues(before: _Line, line: _Line) -> bool:
    """Whether the line is the rest of a wrapped one rather than a new item."""
    if line.bullet or line.after_blank or before.text.endswith(_ENDS):
        return False
    return line.text[0].islower() or (len(before.text) >= WRAPPED_AT and not before.bullet)


def _section(draft: _Draft, keys: Iterator[str]) -> Section:
    bullets = sum(lines[0].bullet for lines in draft.items)
    return Section(
        key=draft.key,
        heading=draft.heading,
        kind=SectionKind.BULLETS if 2 * bullets > len(draft.items) else SectionKind.LINES,
        items=tuple(
            Item(
                key=next(keys),
                text=" ".join(line.text for line in lines),
                focus=Focus.SHARED,
                provenance=Provenance(source=Source.OWNER),
                reason="From the text you pasted.",
            )
            for lines in draft.items
        ),
    )


def _positions(drafts: list[_Draft]) -> Positions:
    items = {}
    for draft in drafts:
        for index, lines in enumerate(draft.items):
            offset = 0
            parts = []
            for line in lines:
                parts.append((offset, line.number, line.column))
                offset += len(line.text) + 1
            items[draft.key, index] = tuple(parts)
    return Positions(items, {draft.key: draft.line for draft in drafts})


def stated(text: str) -> dict[str, str]:
    """Return the facts whose lines the text has, as it words them: {"job_location": "Denver, CO"}."""
    return _stated(list(_lines(text)))


def _stated(lines: list[_Line]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if (match := _FACT.fullmatch(line.text)) and (name := _FACTS.get(fold(match[1]))):
            found.setdefault(name, match[2].strip())
    return found


def _facts(lines: list[_Line]) -> Facts:
    found = _stated(lines)
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
