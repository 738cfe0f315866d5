"""Pay as people type it in one box: a range or one amount, with what they write beside it.

What is not written is the place's currency, and an hour or a year by the size of the amount. Nothing written is ever
dropped: what is no part of the range is `beside`, and what could be meant in several ways is asked.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from roles.core.folding import fold
from roles.core.money import PAY_SCALE, BaseSalary, Currency, PayPeriod, plausible
from roles.core.money.words import DOLLARS, PERIOD, PERIOD_TYPED, currencies_named, names_a_currency
from roles.core.reading.folded_lines import FoldedLine, Words
from roles.core.reading.pay import Written, written

from .pay_shorthand import written_out


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
        if given := [*self.bonuses, *self.benefits]:
            read = f"Read as {self.salary}. Printed with the benefits: {', '.join(given)}."
            after = ", ".join(self.others)
        else:
            read, after = f"Read as {self.salary}.", self.beside
        return read + (f" “{after}” is printed after the pay." if after else "")

    @property
    def bonuses(self) -> tuple[str, ...]:
        """The bonuses named beside the range, in the owner's words: "10% bonus"."""
        return tuple(part for part in self._parts if _BONUS.search(part)) if self.salary else ()

    @property
    def benefits(self) -> tuple[str, ...]:
        """What else is given beside the range, in the owner's words: "van", "a phone"."""
        parts = (part for part in self._parts if _GIVEN.search(part) and not _BONUS.search(part))
        return tuple(parts) if self.salary else ()

    @property
    def others(self) -> tuple[str, ...]:
        """What else is beside the range, in the owner's words: "OTE 95k", "every third Saturday"."""
        given = {*self.bonuses, *self.benefits}
        return tuple(part for part in self._parts if part and part not in given) if self.salary else ()

    @property
    def _parts(self) -> list[str]:
        parts: list[str] = []
        for part in _JOINTS.split(self.beside):
            first, joint, second = part.partition(" and ")
            both = joint and all(_GIVEN.search(half) or _BONUS.search(half) for half in (first, second))
            parts += (first, second) if both else (part,)  # "bonus on waste and energy" is one
        return [_tidied(part.strip(" .()")) for part in parts]


def _tidied(part: str) -> str:
    """A part with the bracket closed that it opens, and its abbreviation in capitals: "pro rata (£20,400 actual)"."""
    return _DOE.sub("DOE", f"{part})" if part.count("(") > part.count(")") else part)


_DOE = re.compile(r"\bdoe\b", re.IGNORECASE)
# What joins a good to the salary, and what is one; "DOE", "pro rata" and "negotiable" only describe the salary.
_JOINTS = re.compile(r"\s*(?:,(?!\d)|[;+&]|^and\b|\b(?:plus|with|incl|including|inc)\b\.?)\s*", re.IGNORECASE)
_BONUS = re.compile(r"\b(?:bonus(?:es)?|commission|profit.?shar(?:e|ing))\b", re.IGNORECASE)
_GIVEN = re.compile(
    r"\b(?:van|car|vehicle|ute|bakkie|truck|fuel|phone|laptop|allowance|pension|super(?:annuation)?|kiwisaver|401\(?k\)?|"
    r"health|medical|dental|vision|insurance|equity|shares?|options|overtime|tips|housing|accommodation|relocation|"
    r"holidays?|leave|pto|vacation|tickets|flights|provident fund)\b",
    re.IGNORECASE,
)

_UNREAD = "Write the pay as a figure or a range, and say what it is for: 60,000–70,000 a year, or 20 an hour."
WHICH_CURRENCY = "Which currency is it? Add its sign or code, or say which country the job is in."
WHICH_OF_SIGN = "Which currency is it? Write its code, such as “SEK”."
NO_FIGURE = "Write a figure or a range, such as 60,000–70,000, or leave it empty."


@lru_cache(maxsize=256)
def read_pay(text: str, *, currency: Currency | None = None) -> TypedPay:
    """Return what a box for the whole of the pay holds: "60-70k DOE", "65k+", "20/hr", "€62.000", "competitive".

    `currency` is that of the place. Never raises: what cannot be read is `beside`, with a question.
    """
    text = written_out(" ".join(text.split()))
    if not text:
        return TypedPay(None)
    text = _MILLIONS.sub(_in_full, text)
    # In a box for pay every number is pay, as behind a label in a text.
    folded_line = FoldedLine(Words(f"{_BOX}{text}", ""))
    found = next(iter(sorted(written(folded_line), key=lambda each: (each.on_target, each.actual))), None)
    if found is None:
        numbers = any(char.isdigit() for char in text)
        return TypedPay(None, text, question=_UNREAD if numbers else NO_FIGURE)
    before, after = folded_line.text[len(_BOX) : found.span[0]], folded_line.text[found.span[1] :]
    beside = " ".join(_around(before, after, found).split())
    if found.currency is None:
        if (meant := _of_the_sign(folded_line.folded[len(_BOX) :], currency)) is None:
            return TypedPay(None, text, question=WHICH_OF_SIGN)
        found = replace(found, currency=meant, salary=replace(found.salary, currency=meant))
        beside = _without_currency(beside)
    start, end = found.span
    near = currencies_named(folded_line.folded[max(start - 5, len(_BOX)) : end + 5])
    in_words = found.currency is not Currency.USD or any(Currency.USD in meant for _, meant in near)
    if not in_words and (apart := _apart(beside)):
        # "60-70k a year, EUR"
        found, in_words = replace(found, salary=replace(found.salary, currency=apart), plain_dollar=False), True
        beside = _without_currency(beside)
    salary, sure = _in_currency(found, in_words, currency)
    question = _contradiction(folded_line.folded, found.span) or ("" if sure else WHICH_CURRENCY)
    if _UPPER_END.match(beside):
        question = _UNREAD
    if not found.period_written and salary.unit_text is not PayPeriod.HOUR and not _yearly(salary):
        question = question or "Is that for a month or a year? Add “a month” or “a year”."
    return TypedPay(salary, beside, in_words, found.period_written, question)


def ways_on(text: str, currencies: Iterable[Currency], *, currency: Currency | None = None) -> tuple[str, ...]:
    """Return what a question on pay can be answered with: the words to write behind `text`, "" asked nothing.

    `currencies` are those to offer where none is written, `currency` that of the place. Each way answers the question:
    the text with it behind is asked nothing, or something else.
    """
    question = read_pay(text, currency=currency).question
    if question in ("", NO_FIGURE):
        return ()
    ways = [period.phrase for period in PayPeriod]
    if question in (WHICH_CURRENCY, WHICH_OF_SIGN):
        signs = (one for _, meant in currencies_named(fold(text)) for one in sorted(meant))
        ways = [one.value for one in dict.fromkeys((*signs, *currencies))]
    read = {way: read_pay(f"{text} {way}", currency=currency) for way in ways}
    return tuple(way for way, pay in read.items() if pay.question != question and _may_be(pay.salary))


def _may_be(salary: BaseSalary | None) -> bool:
    low, high = plausible(salary) if salary else (0, 0)
    return salary is not None and all(low <= end <= high for end in (salary.min_value, salary.max_value) if end)


def as_typed(salary: BaseSalary, *, currency: Currency | None) -> str:
    """Return a range as its owner may have typed it: `read_pay` reads it back with the same `currency`, the place's."""
    text = str(salary)
    read = read_pay(text, currency=currency)
    if (read.salary, read.question) == (salary, ""):
        return text
    symbol, code = salary.currency.symbol, f"{salary.currency} "
    return text.replace(symbol, code, 1).replace(f"–{symbol}", "–", 1)


_BOX = "Salary: "
# "R1.35m": in a text a sum in millions is seldom pay, in this box it is nothing else.
_MILLIONS = re.compile(r"(?<![\d.,])(\d{1,3})(?:[.,](\d{1,3}))? ?(?:m|mn|mio|million)(?![^\W_])", re.IGNORECASE)


def _in_full(written: re.Match[str]) -> str:
    """A number of millions with all its digits: "1,350,000" for "1.35m"."""
    return f"{int(written[1] + (written[2] or '').ljust(3, '0')) * 1_000:,}"


# What is left of a range whose upper end is no amount: "48,000 to 999999999999".
_UPPER_END = re.compile(r"to \D{0,3}\d|\D{0,3}[\d.,]{4,}$")


def _of_the_sign(folded: str, place: Currency | None) -> Currency | None:
    """The one currency that a sign of several means: the one whose code is written too, or else that of the place."""
    named = currencies_named(folded)
    meant = frozenset.intersection(*(currencies for _, currencies in named)) if named else frozenset()
    codes = [one for word, currencies in named for one in currencies if word.upper() == one.value]
    return next((each for each in (*codes, place) if each in meant), None)


def _apart(beside: str) -> Currency | None:
    """The one currency named apart from the amounts, None where there is none or it may be another amount's."""
    meant = [currencies for _, currencies in currencies_named(fold(beside))]
    both = frozenset.intersection(*meant) if meant else frozenset()
    return next(iter(both)) if len(both) == 1 and not any(char.isdigit() for char in beside) else None


def _without_currency(beside: str) -> str:
    words = (word for word in beside.split(" ") if not currencies_named(fold(word)))
    return " ".join(words).strip(" ,;+-–—()")


def _contradiction(folded: str, span: tuple[int, int]) -> str:
    """What to ask where the ends of a range are in two currencies or for two periods, "" where they are not."""
    start, end = span
    named = currencies_named(folded[start : end + 5])
    for word, meant in named[1:]:
        if not meant & named[0][1]:
            return f"{named[0][0].upper()} and {word.upper()} are different currencies. Leave one out."
    inside = _PERIOD.search(folded, start, end)
    after = _PERIOD.match(folded, end + (folded[end : end + 1] == " "))
    if inside and after and _unit(inside) is not _unit(after):
        return f"“{_unit(inside).phrase}” and “{_unit(after).phrase}” cannot both be right. Leave one out."
    return ""


def _unit(period: re.Match[str]) -> PayPeriod:
    return PayPeriod((period.lastgroup or "").rstrip("2"))


_PERIOD = re.compile(PERIOD)


def _yearly(salary: BaseSalary) -> bool:
    """Whether an amount without a period is plainly that of a year."""
    largest = max(salary.max_value or 0, salary.min_value or 0)
    return largest >= _A_YEAR_FROM * PAY_SCALE.get(salary.currency, 1)


_A_YEAR_FROM = 10_000


def _around(before: str, after: str, found: Written) -> str:
    """The words around the amounts without their currency and period, which are read."""
    after = after.strip()
    match = re.match(r"(?:[A-Za-z]{2,3}|euros?|pounds|dollars|[^\w\s+(),;.])(?=\W|$)", after, re.IGNORECASE)
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
    beside = f"{before} {after}".strip(" ,;+-–—")
    # "a share of profit (£3,100 last year)"
    whole = beside.count("(") == beside.count(")") and not beside.startswith("(")
    return beside if whole else beside.strip(" ,;+-–—()")


def _in_currency(found: Written, in_words: bool, place: Currency | None) -> tuple[BaseSalary, bool]:
    """The range in the currency that is written, or in the place's; and whether that is sure."""
    salary = found.salary
    if not in_words:
        return (replace(salary, currency=place), True) if place else (salary, False)
    if salary.currency is Currency.USD and found.plain_dollar and place in DOLLARS and place:
        return replace(salary, currency=place), True
    return salary, True
