"""A finding of the review on one place in a document, and the edit that answers it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from roles.core.compose.brief import Brief
from roles.core.document import Document, Provenance, Source
from roles.core.money import Currency


class Level(StrEnum):
    """How much it matters: the first breaks something, the last is a thought."""

    MUST_FIX = "must_fix"
    SHOULD_FIX = "should_fix"
    CONSIDER = "consider"

    @property
    def phrase(self) -> str:
        return self.value.replace("_", " ")

    @property
    def weight(self) -> int:
        """Return a number that is higher the more it matters."""
        return -list(Level).index(self)

    @property
    def counted(self) -> str:
        """Return the words behind a number of findings: "1 must fix", "4 to consider"."""
        return "to consider" if self is Level.CONSIDER else self.phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where: a section's key, the item's index in it from 0, and [start, end) in the item's text.

    All None is the whole document; a section alone is the whole section or its heading.
    Offsets count code points.
    """

    section: str | None = None
    item: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """The words to put at [start, end) instead."""

    replacement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFix:
    """The value to give an answer of the brief instead: `field` is a Brief's, or one inside it, "base_salary.currency".

    `label` is the text of a button that does it: "Change to GBP".
    """

    field: str
    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark. `words` is the text at the place when it was found, "" without a span.

    `id` is "rule.what"; `why` is why it matters, `source` whose word that is. `fix` is an edit of the text,
    `answer_fix` one of the brief, from which the text is composed anew.
    """

    id: str
    level: Level
    message: str
    place: Place
    words: str
    why: str
    source: str
    fix: Fix | None = None
    answer_fix: AnswerFix | None = None

    @property
    def can_be_fixed(self) -> bool:
        """Whether one click answers it, in the text or in the brief."""
        return self.fix is not None or self.answer_fix is not None

    @property
    def rule(self) -> str:
        return self.id.partition(".")[0]


class StaleFindingError(ValueError):
    """The document has changed since: the finding's words are no longer at its place."""


def answered(brief: Brief, fix: AnswerFix) -> Brief:
    """Return the brief with the fix's value in its answer. Raises ValueError for an answer no finding changes."""
    if fix.field != "base_salary.currency" or brief.base_salary is None:
        raise ValueError(f"no finding changes {fix.field}")
    return replace(brief, base_salary=replace(brief.base_salary, currency=Currency(fix.value)))


def apply_fix(document: Document, finding: Finding) -> Document:
    """Return the document with the fix's words at the finding's span, and nothing else changed.

    The item is then in the owner's own words; its provenance keeps the old name and version.
    Raises ValueError for a finding without a fix, StaleFindingError when its words are not there.
    """
    place = finding.place
    if finding.fix is None or place.start is None or place.end is None or place.item is None:
        raise ValueError(f"{finding.id} has no fix to apply")
    keys = [section.key for section in document.sections]
    if place.section not in keys:
        raise StaleFindingError(f"{finding.id}: its section is gone")
    number = keys.index(place.section)
    section = document.sections[number]
    if place.item >= len(section.items):
        raise StaleFindingError(f"{finding.id}: its item is gone")
    item = section.items[place.item]
    if item.text[place.start : place.end] != finding.words:
        raise StaleFindingError(f"{finding.id}: “{finding.words}” is no longer there")
    text = item.text[: place.start] + finding.fix.replacement + item.text[place.end :]
    provenance = Provenance(source=Source.OWNER, name=item.provenance.name, version=item.provenance.version)
    items = list(section.items)
    items[place.item] = replace(item, text=text, provenance=provenance)
    sections = list(document.sections)
    sections[number] = replace(section, items=tuple(items))
    return replace(document, sections=tuple(sections))
