"""What was read of a pasted posting, as values: its facts with their words, and its lines with their kinds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from roles.core.dates import YearlessDay
from roles.core.document import EmploymentType, Workplace
from roles.core.money import BaseSalary
from roles.core.places import PlaceReading

from .relative_days import RelativeDay

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value that a text states, and the words of the text that state it."""

    value: T
    words: str


@dataclass(frozen=True, slots=True)
class StatedPay:
    """A range of pay as written. Where the currency or the period is not written, the salary's own is a guess.

    `on_target` is whether it is what is earned with commission, and no base is given; `actual` is what is really
    paid where the range is that of a full week; `payments` is how many a year there are, where that is stated.
    """

    salary: BaseSalary
    currency_written: bool
    period_written: bool
    on_target: bool = False
    actual: BaseSalary | None = None
    payments: int | None = None


class Way(StrEnum):
    """How one applies."""

    EMAIL = "email"
    WEB = "web"
    PHONE = "phone"
    FAX = "fax"
    IN_PERSON = "in_person"
    POST = "post"
    # A button of the page the text was copied from, such as "Easy Apply": only there can one press it.
    BUTTON = "button"


@dataclass(frozen=True, slots=True)
class Applying:
    """One way to apply and its address, number or place, in the form one can use: "jobs@example.org".

    `for_questions` is whether it is given for whoever wants to know more, and nothing else is.
    """

    way: Way
    address: str = ""
    for_questions: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day in figures that may be either of two, of which somebody has to say which: 03/04/2027."""

    day_first: date
    month_first: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFacts:
    """What a text states of its post; None or () is "not stated, or not understood". Nothing is a default.

    `in_one_place` is whether it states that all of its people work in one. `closing_unsure` is a closing day of which
    the order of day and month is open, `closing_yearless` one without its year, or counted from the day it is read on;
    `stays_open` are words that state there is none. `employment_words` are words on the kind of employment where no
    kind the portal knows is meant, such as "permanent". `empty_labels` are lines with a label and nothing
    behind it: "Close date". `other_pay` are words for pay besides the range: "bonus".
    """

    title: Stated[str] | None = None
    company: Stated[str] | None = None
    headcount: Stated[int] | None = None
    in_one_place: bool = False
    place: Stated[PlaceReading] | None = None
    pay: Stated[StatedPay] | None = None
    other_pay: tuple[str, ...] = ()
    employment_type: Stated[EmploymentType] | None = None
    employment_words: str = ""
    workplace: Stated[Workplace] | None = None
    closing_date: Stated[date] | None = None
    closing_unsure: Stated[StatedDay] | None = None
    closing_yearless: Stated[YearlessDay | RelativeDay] | None = None
    stays_open: str = ""
    apply_to: tuple[Stated[Applying], ...] = ()
    reports_to: Stated[str] | None = None
    empty_labels: tuple[str, ...] = ()


class LineKind(StrEnum):
    """What a line of a posting is for."""

    TITLE = "title"
    HEADING = "heading"
    FACT = "fact"  # states a fact and no more: "Location: Denver, CO"
    DUTY = "duty"
    REQUIRED = "required"
    PREFERRED = "preferred"
    SKILL = "skill"
    SUCCESS = "success"
    ABOUT = "about"  # the business
    SUMMARY = "summary"  # the post in short, and what is before the first heading
    BENEFITS = "benefits"  # with pay
    CONDITIONS = "conditions"
    APPLY = "apply"
    EQUAL_OPPORTUNITY = "equal_opportunity"
    COLUMNS = "columns"  # names the columns of a table
    LEFTOVER = "leftover"  # of the page it was copied from: "Show less"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are one run of the text: [start, end) in the text that was read, `offset` in the line."""

    offset: int
    start: int
    end: int
    number: int  # the line of the text, from 1
    column: int  # in that line, from 1


@dataclass(frozen=True, slots=True)
class PostingLine:
    """A heading, a bullet or a paragraph, without its mark. Of a wrapped one the lines are joined by a space.

    `bullet` is whether it had a mark of a list, `count` a number or letter that was one, as written, `row`
    what is printed of a row of a table. Its words are in the text read, in `runs`, in order.
    """

    text: str
    kind: LineKind
    runs: tuple[Run, ...]
    bullet: bool = False
    count: str = ""
    row: str = ""

    @property
    def start(self) -> int:
        return self.runs[0].start

    @property
    def end(self) -> int:
        return self.runs[-1].end


@dataclass(frozen=True, slots=True)
class ReadSection:
    """A heading (None for lines without one) and what is below it.

    `key` is one of `SectionKey`, or "section" for a heading of which nothing is known; a second section of a kind
    has a number behind it: "required-2".
    """

    key: str
    heading: PostingLine | None
    items: tuple[PostingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingRead:
    """A pasted posting: the text that was read (of the source of a page, what it shows), its language (ISO 639-1,
    "" for too few words to tell), the facts it states and its lines: each with words is in one of them, in order."""

    text: str
    language: str
    facts: StatedFacts
    title: PostingLine | None
    sections: tuple[ReadSection, ...]

    @property
    def lines(self) -> tuple[PostingLine, ...]:
        """Every line in the order of the text: the title, headings and items."""
        return tuple(sorted(self._lines(), key=lambda line: line.start))

    def of_kind(self, *kinds: LineKind) -> tuple[PostingLine, ...]:
        """Return the lines of some kinds, in order."""
        return tuple(line for line in self.lines if line.kind in kinds)

    def _lines(self) -> Iterator[PostingLine]:
        if self.title:
            yield self.title
        for section in self.sections:
            if section.heading:
                yield section.heading
            yield from section.items
