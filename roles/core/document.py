"""The Document every step passes on, and the small words it is written in.

Pure values: composing makes a Document, reviewing reads it, exporting writes it
out. Nothing here knows of a database, a request or a file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from .codec import Schema


class Focus(StrEnum):
    """What a statement is about: the distinction the portal teaches."""

    STRATEGIC = "strategic"
    OPERATIONAL = "operational"
    SHARED = "shared"


class SectionKind(StrEnum):
    """How the items of a section stand on the page."""

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


class Currency(StrEnum):
    USD = "USD"
    CAD = "CAD"
    GBP = "GBP"
    EUR = "EUR"
    AUD = "AUD"
    NZD = "NZD"
    CHF = "CHF"
    SEK = "SEK"
    NOK = "NOK"
    DKK = "DKK"
    PLN = "PLN"
    INR = "INR"
    SGD = "SGD"
    HKD = "HKD"
    JPY = "JPY"
    AED = "AED"
    ZAR = "ZAR"
    KES = "KES"

    @property
    def symbol(self) -> str:
        """Its sign, which stands at the number; the code and a space where no sign says which currency it is."""
        return _SYMBOLS.get(self, f"{self.value} ")

    def digits(self, value: Decimal) -> str:
        """Return the number grouped as its readers group it, with decimals only where there are any."""
        text = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
        if self is not Currency.INR:
            return text
        whole, dot, decimals = text.replace(",", "").partition(".")
        return _LAKHS.sub(",", whole) + dot + decimals


_SYMBOLS = {
    Currency.USD: "$",
    Currency.CAD: "CA$",
    Currency.GBP: "£",
    Currency.EUR: "€",
    Currency.AUD: "A$",
    Currency.NZD: "NZ$",
    Currency.INR: "₹",
    Currency.SGD: "S$",
    Currency.HKD: "HK$",
    Currency.JPY: "¥",
    Currency.ZAR: "R",
}
# 12,00,000: the last three digits, and before them pairs.
_LAKHS = re.compile(r"(?<=\d)(?=(?:\d{2})*\d{3}$)")


class PayPeriod(StrEnum):
    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"

    @property
    def phrase(self) -> str:
        return "an hour" if self is PayPeriod.HOUR else f"a {self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseSalary:
    """A pay range in whole units of `currency` per `unit_text`; one end may be open.

    Named after schema.org's MonetaryAmount. At least one end is given.
    """

    min_value: Decimal | None = None
    max_value: Decimal | None = None
    currency: Currency = Currency.USD
    unit_text: PayPeriod = PayPeriod.YEAR

    def __str__(self) -> str:
        symbol = self.currency.symbol
        low, high = ("" if value is None else self.currency.digits(value) for value in (self.min_value, self.max_value))
        if low and high:
            # A sign stands at each number, a code once: $90–$95, CHF 90–95.
            again = "" if symbol.endswith(" ") else symbol
            amount = f"{symbol}{low}" if low == high else f"{symbol}{low}–{again}{high}"
        else:
            amount = f"from {symbol}{low}" if low else f"up to {symbol}{high}"
        return f"{amount} {self.unit_text.phrase}"


def format_date(value: date) -> str:
    """`30 January 2027`: the one order of day and month nobody misreads."""
    return f"{value.day} {value:%B %Y}"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One sentence or bullet, who said it, and why it is there in the owner's language.

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
    """A part of the text. A locked section is not to be lost by accident."""

    key: str
    heading: str
    kind: SectionKind
    items: tuple[Item, ...]
    locked: bool = False


_REMOTE = re.compile(r"(?:(?:fully|100\s?%) )?remote(?:ly)?|anywhere|(?:work )?from (?:home|anywhere)|home|online")


def says_remote(place: str) -> bool:
    """Say whether a place names none: “Remote”, “anywhere”."""
    return bool(_REMOTE.fullmatch(place.strip(" .").lower()))


_BESIDE_REMOTE = re.compile(
    r"(?:(?:fully|100\s?%)\s+)?remote(?:\s*\((?P<within>[^()]+)\)|[\s,:;/|–—-]+(?:(?:in|from)\s+)?(?P<after>\w.*))\.?|"
    r"(?P<before>.*\w)(?:\s*[,;:/|–—-]\s*|\s+\(?|\s*\()(?:(?:fully|100\s?%)\s+)?remote\)?\.?",
    re.IGNORECASE,
)


def place_beside_remote(place: str) -> str | None:
    """Return “EU only” of “Remote, EU only”, "" of “Remote” alone, None where a place says nothing of the kind."""
    if says_remote(place):
        return ""
    match = _BESIDE_REMOTE.fullmatch(place)
    if match is None:
        return None
    beside = next(part for part in match.groups() if part is not None)
    return "" if says_remote(beside) else beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of the post as data, in schema.org's words; empty means not given."""

    hiring_organization: str
    job_location: str
    workplace: Workplace
    employment_type: EmploymentType
    reports_to: str
    base_salary: BaseSalary | None = None
    valid_through: date | None = None

    def lines(self) -> Iterator[tuple[str, str]]:
        """Yield (label, value) for each known fact, in reading order."""
        yield "Company", self.hiring_organization
        if self.workplace is Workplace.REMOTE and place_beside_remote(self.job_location) is not None:
            yield "Location", self.job_location
        else:
            yield "Location", f"{self.job_location} ({self.workplace.phrase})"
        yield "Employment", self.employment_type.phrase.capitalize()
        if self.base_salary:
            yield "Pay", str(self.base_salary)
        yield "Reports to", self.reports_to
        if self.valid_through:
            yield "Apply by", format_date(self.valid_through)


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
