"""Pay as people type it: a whole range in one box, or an amount in each of two, with currency and period.

What is written beside a number counts: it fills in a currency or period nobody chose, and
is refused where it contradicts one that was chosen. Nothing written is ever dropped.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from roles.core.money import PAY_SCALE, BaseSalary, Currency, PayPeriod
from roles.core.money.numbers import MULTIPLIER, OF_INDIA, multiplier, number_typed
from roles.core.money.words import DOLLARS, MEANINGS, PERIOD_TYPED, names_a_currency
from roles.core.reading.passages import Passage, Words
from roles.core.reading.pay import Written, written

End = Literal["min_value", "max_value"]

LENGTH_MAX = 60
INVALID = "Write an amount such as 95,000 or 42.50."
_OFFERED = ", ".join(Currency)

_PARTS = re.compile(
    rf"(?P<before>\D*?)\s*(?P<number>\d(?:[\d.,'’ ]*\d)?)\s*(?P<times>{MULTIPLIER})?\s*(?P<after>\D*)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d ?k?\s*(?:-|–|—|to\b)\s*\D{0,4}\d", re.IGNORECASE)


class AmountError(ValueError):
    """What was typed is no amount, in words for whoever typed it."""


class PayConflictError(ValueError):
    """What was typed at one `end` contradicts the rest, in words for whoever typed it."""

    def __init__(self, end: End, message: str):
        super().__init__(message)
        self.end = end


@dataclass(frozen=True, slots=True)
class Amount:
    """One end of a range: its number, and what was written with it.

    `currencies` are those its `sign` may mean, empty where nothing was written.
    """

    value: Decimal
    sign: str = ""
    currencies: frozenset[Currency] = frozenset()
    period: PayPeriod | None = None


def read_amount(text: str) -> Amount:
    """Return what one box holds: 95000, $95,000/yr, 48 000 €, 90.000,50, 95k. Raises AmountError."""
    bare = " ".join(text.replace("\u2019", "'").split())
    if len(bare) > LENGTH_MAX:
        raise AmountError(INVALID)
    period = None
    bare = re.sub(r"[,.][-–—]$", "", bare)  # 450 000,-
    if match := PERIOD_TYPED.search(bare):
        period = PayPeriod((match.lastgroup or "").rstrip("2"))
        bare = bare[: match.start()].strip()
    parts = _PARTS.fullmatch(bare)
    if parts is None:
        if _RANGE.search(bare):
            raise AmountError("Write one amount here: the lower end under “Pay from”, the upper under “Pay to”.")
        raise AmountError(INVALID)
    number = number_typed(parts["number"])
    if number is None:
        raise AmountError(INVALID)
    value = number * multiplier((parts["times"] or "").lower())
    signs = [sign for sign in (parts["before"].strip(), parts["after"].strip()) if sign]
    meant = [_currencies(sign) for sign in signs]
    if OF_INDIA.search((parts["times"] or "").lower()):
        meant.append(frozenset({Currency.INR}))
    if len(meant) > 1 and not frozenset.intersection(*meant):
        raise AmountError(f"{' and '.join(signs)} are different currencies. Leave one out.")
    return Amount(value, " ".join(signs), frozenset.intersection(*meant) if meant else frozenset(), period)


def pay_typed(
    low: Amount | None,
    high: Amount | None,
    *,
    currency: Currency,
    currency_chosen: bool,
    period: PayPeriod,
    period_chosen: bool,
) -> BaseSalary | None:
    """Return the range of what both boxes hold, None for two empty ones. Raises PayConflictError.

    A `currency` or `period` that was not chosen, only shown, gives way to what was written.
    """
    ends: list[tuple[End, Amount]] = []
    if low is not None:
        ends.append(("min_value", low))
    if high is not None:
        ends.append(("max_value", high))
    if not ends:
        return None
    for end, amount in ends:
        if amount.currencies and currency not in amount.currencies:
            if currency_chosen:
                raise PayConflictError(
                    end,
                    f"You wrote {amount.sign} here, and {currency} is chosen as the currency. Change one of the two.",
                )
            if len(amount.currencies) > 1:
                which = ", ".join(item for item in Currency if item in amount.currencies)
                raise PayConflictError(end, f"{amount.sign} may mean {which}. Choose one under Currency.")
            (currency,) = amount.currencies
            currency_chosen = True
        elif amount.currencies:
            currency_chosen = True
        if amount.period not in (None, period):
            if period_chosen:
                raise PayConflictError(
                    end,
                    f"You wrote “{amount.period.phrase}” here, and “{period.phrase}” is chosen. Change one of the two.",
                )
            period = amount.period
        period_chosen = period_chosen or amount.period is not None
    return BaseSalary(
        min_value=low.value if low else None,
        max_value=high.value if high else None,
        currency=currency,
        unit_text=period,
    )


@dataclass(frozen=True, slots=True)
class TypedPay:
    """What one box for pay holds: its range (None where there is no figure), and how it was read.

    `beside` are the words that are no part of the range: "DOE", "competitive". `currency_written` and
    `period_written` say which of the two the owner wrote; what she did not write is the place's currency, and
    an hour or a year by the size of the amount. `question` is what has to be asked, "" for nothing.
    """

    salary: BaseSalary | None
    beside: str = ""
    currency_written: bool = False
    period_written: bool = False
    question: str = ""

    @property
    def open_ended(self) -> bool:
        """Whether one end of the range is left open, which some posting laws do not allow."""
        return self.salary is not None and None in (self.salary.min_value, self.salary.max_value)

    @property
    def shown(self) -> str:
        """How it was read, in words for the owner: "Read as £60,000–£70,000 a year. “DOE” is no figure."."""
        if self.salary is None and self.question == _UNREAD:
            return ""
        if self.salary is None:
            return f"“{self.beside}” names no figure, so the posting shows no pay." if self.beside else ""
        return f"Read as {self.salary}." + (f" “{self.beside}” is not part of the range." if self.beside else "")


_UNREAD = "Write the pay as a figure or a range with its period, such as 60,000–70,000 or 20 an hour."
NO_FIGURE = "Write a figure or a range, such as 60,000–70,000, or leave it empty."


def read_pay(text: str, *, currency: Currency | None = None) -> TypedPay:
    """Return what a box for the whole of the pay holds: "60-70k DOE", "65k+", "20/hr", "€62.000", "competitive".

    `currency` is that of the place. Never raises: what cannot be read is `beside`, with a question.
    """
    text = " ".join(text.split())
    if not text:
        return TypedPay(None)
    # In a box for pay every number is pay, as behind a label in a text.
    passage = Passage(Words(f"{_BOX}{text}", ""))
    found = next(iter(sorted(written(passage), key=lambda each: (each.on_target, each.actual))), None)
    if found is None:
        numbers = any(char.isdigit() for char in text)
        return TypedPay(None, text, question=_UNREAD if numbers else NO_FIGURE)
    before, after = passage.text[len(_BOX) : found.span[0]], passage.text[found.span[1] :]
    beside = " ".join(_around(before, after, found).split())
    in_words = names_a_currency(passage.folded[len(_BOX) :])
    if in_words and found.currency is None:
        return TypedPay(None, text, question="Which currency is it? Write its code, such as “SEK”.")
    salary, sure = _in_currency(found, in_words, currency)
    question = "" if sure else "In which currency? Write its sign or code, or say where the job is."
    if not found.period_written and salary.unit_text is PayPeriod.YEAR and not _yearly(salary):
        question = question or "Is that for a month or a year? Write “a month” or “a year” behind it."
    return TypedPay(salary, beside, in_words, found.period_written, question)


_BOX = "Salary: "


def _yearly(salary: BaseSalary) -> bool:
    """Whether an amount without a period is plainly that of a year."""
    largest = max(salary.max_value or 0, salary.min_value or 0)
    return largest >= _A_YEAR_FROM * PAY_SCALE.get(salary.currency, 1)


_A_YEAR_FROM = 10_000


def _around(before: str, after: str, found: Written) -> str:
    """The words around the amounts without their currency and period, which are read."""
    after = after.strip()
    match = re.match(r"(?:[A-Za-z]{3}|[^\w\s+(),;.])(?=\W|$)", after)
    if match and names_a_currency(match[0].lower()):
        after = after[match.end() :].strip()
    if found.period_written:
        words = after.split(" ")
        for size in range(min(len(words), 4), 0, -1):
            if PERIOD_TYPED.fullmatch(" ".join(words[:size]).rstrip(",;")):
                after = " ".join(words[size:])
                break
    before = before.strip()
    if names_a_currency(before.lower()):
        before = ""
    return f"{before} {after}".strip(" ,;+-–—()") if before or after else ""


def _in_currency(found: Written, in_words: bool, place: Currency | None) -> tuple[BaseSalary, bool]:
    """The range in the currency that is written, or in the place's; and whether that is sure."""
    salary = found.salary
    if not in_words:
        return (replace(salary, currency=place), True) if place else (salary, False)
    if salary.currency is Currency.USD and found.plain_dollar and place in DOLLARS and place:
        return replace(salary, currency=place), True
    return salary, True


def _currencies(sign: str) -> frozenset[Currency]:
    if known := MEANINGS.get(sign.lower().rstrip(".")):
        return known
    if re.fullmatch(r"[A-Z]{3}", sign) or any(unicodedata.category(char) == "Sc" for char in sign):
        raise AmountError(f"{sign} is not among the currencies here. They are {_OFFERED}.")
    raise AmountError(INVALID)
