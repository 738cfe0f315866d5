"""Pay as it is written in a text, for texts that come without facts.

An amount is pay where something beside it shows it: a label before it ("Salary:"), a period
right after it ("/yr"), a word of pay in its sentence, or a yearly range at the head of a line.
The words on it in its own clause ("a bonus of", "approve … up to") show that it is not;
what other clauses add ("plus a bonus") does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from roles.core.limits import SectionKey
from roles.core.money import BaseSalary, Currency, PayPeriod
from roles.core.money.numbers import NUMBER, number_in_text
from roles.core.money.words import (
    PERIOD,
    PERIOD_BETWEEN,
    PERIOD_LATER,
    PERIOD_OF_LABEL,
    SIGN_AFTER,
    SIGN_BEFORE,
    UNSIGNED,
    currency_written,
)

from .context import Context, ReviewedItem, Span
from .finding import Finding, Level

# Neither inside a longer number or word, nor "$3 million".
_END = rf"(?!(?!(?:{SIGN_AFTER})(?![^\W_]))[^\W_%]|[.,]\d| ?(?:m|mn|million|bn|billion)\b)"
_TRAILING = rf" ?(?:{SIGN_AFTER})(?![^\W_])(?:(?<=kr)\.)?"
_OPEN = r"(?P<open>\b(?:between|from|up to|starting at|starts at|at least) )?"
_PLUS = r"(?P<plus>\+(?! ?(?:bonus|benefits|commission|equity))| and up\b| or more\b)?"
_BETWEEN = rf"(?:{_TRAILING})?(?:{PERIOD_BETWEEN})? ?(?:-|to|(?P<and>and)) ?"
# "$25 - 40 hours" and "$90,000 - 4 weeks of leave" are no ranges, nor is what is paid on top.
_NO_END = (
    r"(?! ?(?:hours?|hrs|days?|weeks?|months?|years?|yrs|people|sites?)\b| (?:sign[a-z]{0,4}[ -](?:on )?)?bonus\b)"
)
_SIGNED = re.compile(
    rf"{_OPEN}(?P<low>{SIGN_BEFORE} ?{NUMBER}(?: ?k)?{_END}){_PLUS}"
    rf"(?:{_BETWEEN}(?P<high>(?:{SIGN_BEFORE} ?)?{NUMBER}(?: ?k)?{_END}{_NO_END}))?"
)
_UNSIGNED = re.compile(
    rf"{_OPEN}{UNSIGNED}(?P<low>(?!40[13] ?k){NUMBER}(?: ?k)?{_END}){_PLUS}"
    rf"(?:{_BETWEEN}(?P<high>{NUMBER}(?: ?k)?{_END}{_NO_END}))?"
)
_TRAILING_SIGN = re.compile(_TRAILING)
# Most numbers of a text are small ones with neither a currency nor a period: not worth a longer look.
_MAY_BE_PAY = re.compile(
    rf"\d{{5}}|\d{{1,3}}[,.' ]\d{{3}}|{NUMBER} ?k|{NUMBER}(?: ?(?:-|to|and) ?{NUMBER})?"
    rf"(?: ?k|{_TRAILING}|{PERIOD_BETWEEN})"
)
_GROUPED = re.compile(r"\d[,.' ]\d{3}|k$")

_PERIOD_INSIDE = re.compile(PERIOD)
_PERIOD_AFTER = re.compile(rf"(?:{_TRAILING})?(?: (?:brutto|gross|base|netto|net))?[ (]{{0,2}}{PERIOD}")

_ABOUT_PAY = re.compile(
    r"\b(?:salary|pay|pays|compensation|wages?|base|range|remuneration|ote|brutto|"
    r"per annum|an hour|a year|per hour|per year|hourly|pro[ -]rata)\b"
)
# The amount follows its label: "Salary range: $…", "The pay for this post is $…".
_LABEL = re.compile(
    r"\b(?:salary|pay|pays|compensation|wages?|remuneration)(?: range| band| rate)?"
    r"(?: for (?:this|the) (?:role|post|position|job))?(?P<verb> is| will be| of|:)* ?"
    r"(?:from |up to |between )?$"
)
_RANGE_LABEL = re.compile(r" (?:range|band|rate)\b")
_NOT_PAY = re.compile(
    r"\b(?:budgets?|revenues?|turnover|sales (?:of|over|above|up to|between)|(?:in|annual) sales|sales:|"
    r"spend(?:s|ing)?|p&l|raised|allowances?|bonus(?:es)?|stipends?|match(?:es|ing)?|sav(?:e|es|ing|ings)|costs?|"
    r"worth|contracts?|invoices?|purchas(?:e|es|ing)|orders?|grants?|funds?|funding|fees?|rent|rises?|raises?|insurance|cover(?:age)?|reimburse(?:d|ment)?|tuition|loans?|discounts?)\b"
)
_DECIDED = re.compile(r"\b(?:approv(?:e|es|ing|al)|decid(?:e|es|ing)|authori[sz](?:e|es|ing)|spend(?:s|ing)?|sign)\b")
_CLAUSE = re.compile(r"[;,()|+&]| and | plus | with ")
_HEAD = re.compile(r"(?:^|[|·•]|: | - )[\W_]*$")
_BEFORE, _AFTER = 60, 40
_YEARLY = 10_000


@dataclass(frozen=True, slots=True)
class Pay:
    """A pay range and where it is written; no place for one known as a fact.

    `currency` is None where the text names none: the salary's own is then no more
    than its default.
    """

    salary: BaseSalary
    currency: Currency | None
    item: ReviewedItem | None = None
    span: Span | None = None
    period_written: bool = True

    @property
    def words(self) -> str:
        """The range as it is written, or as the facts give it."""
        if self.item is None or self.span is None:
            return str(self.salary)
        return self.item.text[slice(*self.span)]


def finding(context: Context, pay: Pay, id: str, level: Level, message: str, *, why: str, source: str) -> Finding:
    """Return the finding at the words of the pay, or of the whole posting where it is known as a fact only."""
    if pay.item is None:
        return context.finding(id, level, message, why=why, source=source)
    return pay.item.finding(id, level, message, why=why, source=source, span=pay.span)


def pay_of(context: Context) -> Pay | None:
    """Return the posting's pay: the fact, or else the first amounts the text gives as pay."""
    if salary := context.document.facts.base_salary:
        return Pay(salary, salary.currency)
    return next(iter(all_written(context)), None)


def all_written(context: Context) -> tuple[Pay, ...]:
    """Return every amount the text gives as pay, in the order of `written`; looked for once."""
    return context.once(_all_written)


def _all_written(context: Context) -> tuple[Pay, ...]:
    return tuple(written(context))


def written(context: Context) -> Iterator[Pay]:
    """Yield each amount the text gives as pay, a line after the other; in a line those with a currency first."""
    for item in context.items:
        if not item.has_digits:
            continue
        for expression in (_SIGNED, _UNSIGNED):
            for match in expression.finditer(item.folded):
                if expression is _UNSIGNED and not _MAY_BE_PAY.match(item.folded, match.start("low")):
                    continue
                if pay := _Amounts(item, match).pay():
                    yield pay


class _Amounts:
    """One amount or two in an item, read with the words around them."""

    def __init__(self, item: ReviewedItem, match: re.Match[str]) -> None:
        self.item = item
        self.match = match
        self.text = item.folded
        self.start, self.end = match.span()
        trailing = _TRAILING_SIGN.match(self.text, self.end)
        self.trailing = trailing[0] if trailing else ""
        self.low, self.high = self._ends()
        if self.high is None and match["high"]:
            self.end = match.end("low")

    def pay(self) -> Pay | None:
        start, end = self.item.sentence_at(self.start)
        before = self.text[max(start, self.start - _BEFORE) : self.start]
        after = self.text[self.end : min(end, self.end + _AFTER)]
        # The last clause before the amounts and the first one after them, a period included.
        own_before = _CLAUSE.split(before)[-1]
        own_after = _CLAUSE.split(after)[0]
        beside = _PERIOD_INSIDE.search(self.text, self.match.end("low"), self.end) or _PERIOD_AFTER.match(
            self.text, self.end
        )
        if not self._is_pay(own_before, own_after, before, (start, end), beside):
            return None
        period = beside or PERIOD_OF_LABEL.search(before) or PERIOD_LATER.search(own_after)
        largest = max(self.low, self.high or 0)
        unit = PayPeriod(period.lastgroup) if period and period.lastgroup else _likely(largest)
        low, high = self._range()
        currency = currency_written(self.match[0], self.trailing)
        salary = BaseSalary(min_value=low, max_value=high, currency=currency or Currency.USD, unit_text=unit)
        return Pay(salary, currency, self.item, (self.start, self.end), period is not None)

    def _is_pay(
        self, own_before: str, own_after: str, before: str, sentence: Span, beside: re.Match[str] | None
    ) -> bool:
        if _DECIDED.search(own_before):
            return False
        label = _LABEL.search(own_before)
        if self.match.re is _UNSIGNED and not self.trailing:
            # Any number may be in a text: a bare one is pay only beside a label, or as "110k-140k a year".
            if label and (label["verb"] in (":", " is", " will be") or _RANGE_LABEL.search(label[0]) or self.high):
                return bool(beside or _GROUPED.search(self.match["low"]) or self.low >= _YEARLY)
            return bool(beside and beside.lastgroup == "year" and self.high and self.match["high"].endswith("k"))
        if label:
            return True
        if _NOT_PAY.search(own_before) or _NOT_PAY.search(own_after):
            return False
        if beside or (self.high and self.high >= _YEARLY and _HEAD.search(before)):
            return True
        if self.item.kind == SectionKey.PAY and self.low >= _YEARLY and (self.high or self.match["open"]):
            return True  # below "Pay": "Starting at $95,000"
        start, end = max(sentence[0], self.start - 200), min(sentence[1], self.end + 200)
        return bool(_ABOUT_PAY.search(self.text, start, end))

    def _ends(self) -> tuple[Decimal, Decimal | None]:
        low = number_in_text(self.match["low"])
        if not self.match["high"] or (self.match["and"] and self.match["open"] != "between "):
            return low, None
        high = number_in_text(self.match["high"])
        low_k, high_k = (self.match[name].endswith("k") for name in ("low", "high"))
        if high_k and not low_k and low < 1000:
            low *= 1000
        elif low_k and not high_k and high < 1000:
            high *= 1000
        signed = not self.match["high"][0].isdigit()
        return low, high if signed or high * 10 > low else None

    def _range(self) -> tuple[Decimal | None, Decimal | None]:
        if self.high is not None:
            return self.low, self.high
        opened = (self.match["open"] or "").strip()
        if opened == "up to":
            return None, self.low
        return self.low, None if (opened and opened != "between") or self.match["plus"] else self.low


def _likely(value: Decimal | int) -> PayPeriod:
    return PayPeriod.HOUR if value < 500 else PayPeriod.YEAR
