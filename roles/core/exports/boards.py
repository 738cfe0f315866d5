"""A posting field by field, for a board's own form: what to put into each field, and what is not known here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from roles.core.document import Document, EmploymentType, Facts, Workplace
from roles.core.folding import fold
from roles.core.money import BaseSalary, PayPeriod
from roles.core.money.words import SIGN_AFTER, SIGN_BEFORE
from roles.core.places import read_place

from . import text
from .blocks import apply_address
from .visible import visible


class Answer(StrEnum):
    """What of a posting a field of a board asks for."""

    TITLE = "title"
    COMPANY = "company"
    WORKPLACE = "workplace"
    PLACE = "place"
    EMPLOYMENT = "employment"
    DESCRIPTION = "description"
    PAY_LEAST = "pay_least"
    PAY_MOST = "pay_most"
    PAY_CURRENCY = "pay_currency"
    PAY_PERIOD = "pay_period"
    CLOSING = "closing"
    APPLY = "apply"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a board's form. `words` are the board's own for the values it lets one choose from, by ours;
    `limit` is in characters, 0 for none known."""

    label: str
    answer: Answer
    limit: int = 0
    words: dict[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A job board and the fields it asks for, in its order."""

    key: str
    name: str
    source: str
    checked_on: date
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A field with its value ("" for what the posting does not state), and what to know of it, "" for nothing."""

    label: str
    value: str
    note: str = ""
    long: bool = False


_PARTS = re.compile(r"\s+[–—|-]\s+|\s*[|();]\s*|,\s+")
# In folded text: £60,000; 60.000 eur; 60k.
_AMOUNT = re.compile(rf"(?:{SIGN_BEFORE}) ?\d|\d ?(?:{SIGN_AFTER})(?!\w)|\d ?k\b")
_LEFT_OUT = "Pay and place have fields of their own, so they are left out of the title."
_TOO_LONG = "The board takes {limit:,} characters; this has {length:,}. Shorten it in the posting first."
_MISSING = "The posting does not state it."


def fields(document: Document, board: Board) -> Iterator[Filled]:
    """Yield each field of the board's form as the posting fills it. Nothing is guessed, nothing cut."""
    document = visible(document)
    for field in board.fields:
        value = _answer(document, field)
        note = "" if value else _MISSING
        if field.answer is Answer.TITLE and value != document.title:
            note = _LEFT_OUT
        if field.limit and len(value) > field.limit:
            note = _TOO_LONG.format(limit=field.limit, length=len(value))
        yield Filled(label=field.label, value=value, note=note, long=field.answer is Answer.DESCRIPTION)


def bare_title(document: Document) -> str:
    """Return the title without parts that are pay, the place, the way of working or the company.

    A part is what is between dashes, bars, commas or brackets; the first is the title however it reads.
    """
    first, *rest = [part for part in _PARTS.split(document.title) if part] or [document.title]
    kept = [part for part in rest if not _is_beside_the_title(part, document.facts)]
    return document.title if len(kept) == len(rest) else ", ".join([first, *kept])


def _is_beside_the_title(part: str, facts: Facts) -> bool:
    place = read_place(facts.job_location)
    towns = [one.town for one in place.places] + [one.in_full for one in place.places]
    names = {facts.hiring_organization, facts.job_location, facts.workplace.phrase, facts.workplace.value, *towns}
    names |= {piece.strip() for piece in facts.job_location.split(",")} | {"remote", "hybrid", "on-site"}
    return bool(_AMOUNT.search(fold(part))) or part.casefold() in {name.casefold() for name in names if name}


def _answer(document: Document, field: Field) -> str:
    facts, pay = document.facts, document.facts.base_salary
    match field.answer:
        case Answer.TITLE:
            return bare_title(document)
        case Answer.COMPANY:
            return facts.hiring_organization
        case Answer.WORKPLACE:
            return _worded(field, facts.workplace)
        case Answer.PLACE:
            return facts.job_location
        case Answer.EMPLOYMENT:
            return _worded(field, facts.employment_type)
        case Answer.DESCRIPTION:
            return "\n\n".join(text.sections(document))
        case Answer.CLOSING:
            return facts.valid_through.isoformat() if facts.valid_through else ""
        case Answer.APPLY:
            return apply_address(document).removeprefix("mailto:")
    return _pay(field, pay) if pay else ""


def _pay(field: Field, pay: BaseSalary) -> str:
    match field.answer:
        case Answer.PAY_LEAST:
            return _figure(pay.min_value)
        case Answer.PAY_MOST:
            return _figure(pay.max_value)
        case Answer.PAY_CURRENCY:
            return pay.currency.value
    return _worded(field, pay.unit_text)


def _worded(field: Field, value: Workplace | EmploymentType | PayPeriod) -> str:
    ours = value.phrase.capitalize()
    return (field.words or {}).get(value.value, ours)


def _figure(amount: Decimal | None) -> str:
    """A bare number, as a field for a number takes it."""
    return "" if amount is None else f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"
