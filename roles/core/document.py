"""The Document every step passes on, and the small words it is written in.

Pure values: composing makes a Document, reviewing reads it, exporting writes it
out. Nothing here knows of a database, a request or a file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from .codec import Schema
from .limits import PARAGRAPH_LETTERS, Purpose, part_of, purpose_of_key
from .money import BaseSalary
from .places import forms_at, names_remote


class Focus(StrEnum):
    """What a statement is about: the distinction the portal teaches."""

    STRATEGIC = "strategic"
    OPERATIONAL = "operational"
    SHARED = "shared"


class SectionKind(StrEnum):
    """How the items of a section are set on the page."""

    PARAGRAPH = "paragraph"
    BULLETS = "bullets"
    LINES = "lines"


class Workplace(StrEnum):
    ON_SITE = "on_site"
    HYBRID = "hybrid"
    REMOTE = "remote"

    @property
    def phrase(self) -> str:
        return self.value.replace("_", " ")


class EmploymentType(StrEnum):
    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    CONTRACT = "contract"
    TEMPORARY = "temporary"

    @property
    def phrase(self) -> str:
        return self.value.replace("_", "-")


class Source(StrEnum):
    """Where the words of an item come from; there is no fourth place."""

    STATEMENT = "statement"
    BRIEF = "brief"
    OWNER = "owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Whose words these are.

    `name` is the statement's key, or the field of the brief; `version` is the
    number of the role version a statement was taken from, and None otherwise.
    """

    source: Source
    name: str = ""
    version: int | None = None


# Her reason for the role: what changed, who did it until now.
STORY = Provenance(source=Source.BRIEF, name="why_now")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One sentence or bullet, whose words it is, and why it is there in the owner's language.

    `key` is its name in the document, and stays when its words change: the statement's key,
    "<answer>-<n>" for a line of the owner's answer, "own-<n>" for what the owner added.
    """

    key: str
    text: str
    focus: Focus
    provenance: Provenance
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the text. A locked section is not to be lost by accident.

    One without a heading goes on where the section before it ends. The purpose is that of the
    template's section; left out, it is what the key of a part means. The lines of a list that is
    `ordered` are numbered.
    """

    key: str
    heading: str
    kind: SectionKind
    items: tuple[Item, ...]
    locked: bool = False
    purpose: Purpose = None  # type: ignore[assignment]  # set below where none is given
    ordered: bool = False

    def __post_init__(self) -> None:
        if self.purpose is None:
            object.__setattr__(self, "purpose", purpose_of_key(self.key))

    @property
    def part(self) -> str:
        """Which part of a posting it is, whatever its key: one of `SectionKey` where that is known."""
        return part_of(self.purpose, self.key)

    @property
    def paragraphs(self) -> list[list[Item]]:
        """The items of each paragraph, where the section is set in paragraphs: they run on in one, but a line of the
        owner's own that is as long as a paragraph, of `PARAGRAPH_LETTERS` or more, is one by itself, and her reason for
        the role, the story of it, is apart from the other sentences."""
        found: list[list[Item]] = []
        runs_on, story = False, False
        for item in self.items:
            is_story = item.provenance == STORY
            own = is_story or item.provenance.source is Source.OWNER
            alone = own and len(item.text) >= PARAGRAPH_LETTERS
            if alone or not runs_on or is_story != story:
                found.append([])
            found[-1].append(item)
            runs_on, story = not alone, is_story
        return found

    @property
    def numbered(self) -> bool:
        """Whether its lines follow one another: a list with numbers of hers, the steps of hiring and what she adds."""
        steps = self.ordered or any(item.provenance.name == "hiring_steps" for item in self.items)
        return self.kind is SectionKind.BULLETS and steps

    @property
    def name(self) -> str:
        """What to call it where it is edited or spoken of: its heading, else the words of its purpose or key."""
        named = self.key if self.purpose is Purpose.OTHER else self.purpose.value
        return self.heading or named.replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of the role as data, in schema.org's words; empty means not given."""

    hiring_organization: str
    job_location: str
    workplace: Workplace
    employment_type: EmploymentType
    reports_to: str
    base_salary: BaseSalary | None = None
    valid_through: date | None = None
    has_bonus: bool = False
    schedule: str = ""
    travel: str = ""
    # What is printed instead, by its label: the owner's own words, or "" where nobody stated it.
    words: tuple[tuple[str, str], ...] = ()
    # The labels of what her own text states, so that the head does not.
    told: tuple[str, ...] = ()

    @property
    def pay(self) -> str:
        """The range as the country of the work writes it, "" where none is given."""
        return self.base_salary.written_in(forms_at(self.job_location).currency) if self.base_salary else ""

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return (label, value) for each fact the head prints, in reading order."""
        return tuple((label, value) for label, value in self.known() if label not in self.told)

    def known(self) -> Iterator[tuple[str, str]]:
        """Yield (label, value) for each fact that the posting states, at its head or below: in the owner's words."""
        words = dict(self.words)
        for label, value in self.plain_lines():
            if printed := words.get(label, value):
                yield label, printed

    def plain_lines(self) -> Iterator[tuple[str, str]]:
        """Yield (label, value) for each known fact, in the words of the portal."""
        yield "Company", self.hiring_organization
        if self.workplace is Workplace.REMOTE and names_remote(self.job_location):
            yield "Location", self.job_location
        else:
            bracket = self.job_location.endswith(")")
            where = self.workplace.phrase
            yield "Location", f"{self.job_location}, {where}" if bracket else f"{self.job_location} ({where})"
        yield "Employment", self.employment_type.phrase.capitalize()
        if self.base_salary:
            yield "Pay", f"{self.pay}{' plus bonus' if self.has_bonus else ''}"
        if self.schedule:
            yield "Hours", self.schedule
        if self.travel:
            yield "Travel", self.travel
        if self.reports_to:
            yield "Reports to", self.reports_to
        if self.valid_through:
            yield "Apply by", forms_at(self.job_location).date_form.write(self.valid_through)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """The balance a title promises: of the statements that are either strategic or
    operational, between `least` and `most` per cent carry the title's own focus."""

    focus: Literal[Focus.STRATEGIC, Focus.OPERATIONAL]
    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A composed posting: facts, then sections of items. `version` numbers the role version."""

    schema: Schema = 1
    role: str
    version: int
    title: str
    promise: Promise
    facts: Facts
    sections: tuple[Section, ...]

    def items(self) -> Iterator[Item]:
        for section in self.sections:
            yield from section.items
