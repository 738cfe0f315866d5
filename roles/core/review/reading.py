"""A posting somebody pasted, as the document the rules look at; and where its places are in the text.

Each item is the owner's, of shared focus. Facts are those that the text states (`roles.core.reading`), and where
a Document has to name one that it does not state, the rules ask the text again (`Context.stated`).
"""

import itertools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

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
from roles.core.reading import PASTED, PostingRead, ReadSection, Run, StatedFacts, read_posting

from .finding import Finding, Place


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the places of a read document are in the text it was read from."""

    _items: dict[tuple[str, int], tuple[Run, ...]]
    _sections: dict[str, Run]

    def locate(self, place: Place) -> tuple[int, int]:
        """Return the place's (line, column), both from 1; (1, 1) for the whole document."""
        run, beyond = self._at(place)
        return (run.number, run.column + beyond) if run else (1, 1)

    def offset(self, place: Place) -> int:
        """Return the place's offset in the text, in code points."""
        run, beyond = self._at(place)
        return run.start + beyond if run else 0

    def _at(self, place: Place) -> tuple[Run | None, int]:
        """Return the run of the text a place is in, and how far into it."""
        if place.section is None or place.item is None:
            return self._sections.get(place.section or ""), 0
        runs = self._items.get((place.section, place.item), ())
        if not runs:
            return None, 0
        at = place.start or 0
        run = runs[max(bisect_right(runs, at, key=attrgetter("offset")) - 1, 0)]
        return run, at - run.offset


def read_text(text: str) -> Document:
    """Return the document a pasted posting makes; role "pasted", version 0. Never raises."""
    return read(text)[0]


def positions(text: str) -> Positions:
    """Return where each place of `read_text(text)` is in the text."""
    return read(text)[1]


def read(text: str) -> tuple[Document, Positions]:
    """Return the document and the positions in one reading."""
    posting = read_posting(text)
    return document_of(posting), positions_of(posting)


def document_of(posting: PostingRead) -> Document:
    """Return a pasted posting as a document."""
    keys = (f"own-{number}" for number in itertools.count(1))
    return Document(
        role=PASTED,
        version=0,
        title=posting.title.text if posting.title else "",
        promise=Promise(focus=Focus.OPERATIONAL, least=0, most=100),
        facts=_facts(posting.facts),
        sections=tuple(_section(section, keys) for section in posting.sections),
    )


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


def _section(section: ReadSection, keys: Iterator[str]) -> Section:
    bullets = sum(item.bullet for item in section.items)
    return Section(
        key=section.key,
        heading=section.heading.text if section.heading else "",
        kind=SectionKind.BULLETS if 2 * bullets > len(section.items) else SectionKind.LINES,
        items=tuple(
            Item(
                key=next(keys),
                text=item.text,
                focus=Focus.SHARED,
                provenance=Provenance(source=Source.OWNER),
                reason="From the text you pasted.",
            )
            for item in section.items
        ),
    )


def positions_of(posting: PostingRead) -> Positions:
    """Return where each place of `document_of(posting)` is in the text that was read."""
    items = {
        (section.key, number): item.runs for section in posting.sections for number, item in enumerate(section.items)
    }
    first = {
        section.key: (section.heading or section.items[0]).runs[0]
        for section in posting.sections
        if section.heading or section.items
    }
    return Positions(items, first)


def _facts(stated: StatedFacts) -> Facts:
    return Facts(
        hiring_organization=stated.company.value if stated.company else "",
        job_location=stated.place.words if stated.place else "",
        workplace=stated.workplace.value if stated.workplace else Workplace.ON_SITE,
        employment_type=stated.employment_type.value if stated.employment_type else EmploymentType.FULL_TIME,
        reports_to=stated.reports_to.value if stated.reports_to else "",
    )
