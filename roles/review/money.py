"""Pay as it is written in a text, for texts that come without facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from roles.document import BaseSalary, Currency, PayPeriod

from .context import Context, Passage, Span

_SIGN = r"(?:(?:us|ca|a|nz|c)?\$|£|€|(?:usd|cad|gbp|eur|aud|nzd) )"
_NUMBER = r"\d{1,3}(?:[,.' ]\d{3}){1,2}(?!\d)|\d{1,7}(?:\.\d{1,2})?"
_AMOUNT = rf"{_SIGN} ?(?:{_NUMBER}) ?k?(?![^\W_])"
_RANGE = re.compile(
    rf"(?P<open>\b(?:from|up to|starting at|starts at|at least) )?(?P<low>{_AMOUNT})(?P<plus> ?\+| and up\b|"
    rf" or more\b)?"
    rf"(?:(?: ?(?:per|an?|/) ?\w{{2,6}})? ?(?:-|to|and) ?(?P<high>(?:{_SIGN} ?)?(?:{_NUMBER}) ?k?(?![^\W_%])))?"
)
_DIGITS = re.compile(_NUMBER)
_PERIOD = re.compile(
    r"\b(?:(?P<year>per year|a year|/ ?year|per annum|p\.a\.|annual|annually|yearly|salary)|"
    r"(?P<month>per month|a month|/ ?month|monthly)|(?P<week>per week|a week|/ ?week|weekly)|"
    r"(?P<day>per day|a day|/ ?day|daily)|(?P<hour>per hour|an hour|/ ?hour|/ ?hr|hourly))\b"
)
_ABOUT_PAY = re.compile(
    r"\b(?:salary|pay|pays|compensation|wages?|base|range|remuneration|ote|"
    r"per annum|an hour|a year|per hour|per year|hourly)\b"
)
# The amount follows its label: "Salary range: $…".
_LABEL = re.compile(
    r"\b(?:salary|pay|compensation|wages?|remuneration)(?: range| band)?(?: is| of|:)* ?(?:from |up to )?$"
)
_NOT_PAY = re.compile(r"\b(?:budget|revenue|turnover|sales|spend(?:ing)?|p&l|raised|allowance|bonus|stipend|match)\b")
_CURRENCIES = (
    ("ca$", Currency.CAD),
    ("c$", Currency.CAD),
    ("nz$", Currency.NZD),
    ("a$", Currency.AUD),
    ("£", Currency.GBP),
    ("€", Currency.EUR),
)


@dataclass(frozen=True, slots=True)
class Pay:
    """A pay range and where it is written; no place for one known as a fact."""

    salary: BaseSalary
    passage: Passage | None = None
    span: Span | None = None
    period_written: bool = True


def pay_of(context: Context) -> Pay | None:
    """Return the posting's pay: the fact, or else the first amounts the text gives as pay."""
    if context.document.facts.base_salary:
        return Pay(context.document.facts.base_salary)
    return next(written(context), None)


def written(context: Context) -> Iterator[Pay]:
    """Yield each amount the text gives as pay, in order."""
    for passage in context.passages:
        for match in _RANGE.finditer(passage.folded):
            start, end = passage.sentence_at(match.start())
            around = passage.folded[max(start, match.start() - 200) : min(end, match.end() + 200)]
            labelled = _LABEL.search(passage.folded, max(start, match.start() - 40), match.start())
            if labelled or (_ABOUT_PAY.search(around) and not _NOT_PAY.search(around)):
                yield _pay(passage, match, around)


def _pay(passage: Passage, match: re.Match[str], around: str) -> Pay:
    low = _amount(match["low"])
    high = _amount(match["high"]) if match["high"] else None
    if (
        high is not None
        and match["high"].rstrip().endswith("k")
        and not match["low"].rstrip().endswith("k")
        and low < 1000
    ):
        low *= 1000
    if high is None:
        opened = (match["open"] or "").strip()
        if opened == "up to":
            ends: tuple[Decimal | None, Decimal | None] = (None, low)
        else:
            ends = (low, None) if opened or match["plus"] else (low, low)
    else:
        ends = (low, high)
    period = _PERIOD.search(around)
    unit = PayPeriod(period.lastgroup) if period and period.lastgroup else _likely(max(value or 0 for value in ends))
    currency = next((found for sign, found in _CURRENCIES if sign in match["low"]), Currency.USD)
    salary = BaseSalary(min_value=ends[0], max_value=ends[1], currency=currency, unit_text=unit)
    return Pay(salary, passage, match.span(), period is not None)


def _likely(value: Decimal | int) -> PayPeriod:
    return PayPeriod.HOUR if value < 500 else PayPeriod.YEAR


def _amount(text: str) -> Decimal:
    digits = _DIGITS.search(text)
    number = re.sub(r"[,' ](?=\d{3})|\.(?=\d{3}(?!\d))", "", digits[0] if digits else "0")
    value = Decimal(number)
    return value * 1000 if text.rstrip().endswith("k") else value
