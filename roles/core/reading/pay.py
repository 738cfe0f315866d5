"""Pay as it is written in a text, for texts that come without facts.

An amount is pay where something beside it shows it: a label before it ("Salary:"), a period
right after it ("/yr"), a word of pay in its sentence, or a yearly range at the head of a line.
The words on it in its own clause ("a bonus of", "approve … up to") show that it is not;
what other clauses add ("plus a bonus") does not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from roles.core.limits import SectionKey
from roles.core.money import BaseSalary, Currency, PayPeriod
from roles.core.money.numbers import IN_MILLIONS, OF_INDIA, multiplier, number_in_text
from roles.core.money.words import (
    PERIOD_LATER,
    PERIOD_OF_LABEL,
    currency_written,
    names_a_currency,
    only_dollars,
)

from .folded_lines import FoldedLine, Span
from .pay_amounts import (
    ANY_SIGN,
    GROUPED,
    MAY_BE_PAY,
    PERIOD_AFTER,
    PERIOD_INSIDE,
    SIGNED_AMOUNT,
    STEP_UP,
    TRAILING_SIGN,
    UNSIGNED_AMOUNT,
)
from .pay_label import with_labels_above
from .pay_words import (
    ABOUT_ONLY,
    ABOUT_PAY,
    ABOUT_PAY_ITSELF,
    ACTUAL,
    ACTUAL_AFTER,
    AMOUNT_OF,
    CLAUSE,
    DECIDED,
    ELSEWHERE,
    GRADE,
    HEAD,
    IF,
    LABEL,
    NO_MORE,
    NOT_OF_PAY,
    NOT_PAY,
    OF_THE_WEEK,
    ON_TARGET,
    OTHER_PAY,
    PAYMENTS,
    PLUS_MORE,
    RANGE_LABEL,
)
from .posting import Stated, StatedPay

_BOTH_ENDS = ("between", "entre", "zwischen")
_UPPER_ONLY = re.compile(r"(?:go )?up ?to|go to|as (?:high|far) as|max(?:imum(?: of)?|\.)?|bis zu|jusqu'à|hasta")
_ABOUT = ("circa", "c", "c.", "ca", "ca.", "around", "approx", "approx.", "de")
_BEFORE, _AFTER = 60, 40
_FEWEST_HOURS, _MOST_HOURS = 1_500, 2_700  # of a year
_HOURLY, _WEEKLY, _YEARLY = 500, 2_000, 10_000


class Paying(Protocol):
    """A line that pay may be written in: a folded_line of the reading, or an item of the review."""

    @property
    def text(self) -> str: ...
    @property
    def folded(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def has_digits(self) -> bool: ...
    def sentence_at(self, offset: int) -> Span: ...


@dataclass(frozen=True, slots=True)
class Written:
    """A range of pay as a line gives it, at `span` of the line.

    `currency` is None where the line's sign could be of several. `on_target` is what is earned with commission
    where its targets are met; `actual` what is really paid, beside the figure of a full week.
    """

    salary: BaseSalary
    currency: Currency | None
    span: Span
    period_written: bool
    on_target: bool
    actual: bool
    plain_dollar: bool


def written(line: Paying) -> Iterator[Written]:
    """Yield each amount a line gives as pay; those with a currency before them first."""
    if not line.has_digits:
        return
    taken: list[Span] = []
    for expression in (SIGNED_AMOUNT, UNSIGNED_AMOUNT) if ANY_SIGN.search(line.folded) else (UNSIGNED_AMOUNT,):
        for match in expression.finditer(line.folded):
            if expression is UNSIGNED_AMOUNT:
                if not MAY_BE_PAY.match(line.folded, match.start("low")):
                    continue
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
            if found := _Amounts(line, match).pay():
                taken.append(found.span)
                yield found


def pay_stated(folded_lines: Sequence[FoldedLine]) -> tuple[Stated[StatedPay] | None, tuple[str, ...]]:
    """Return the base pay a text gives, or what is earned on target where there is no other; and other pay."""
    lines = (folded_line for folded_line in with_labels_above(folded_lines) if not folded_line.heading)
    found = [(folded_line, pay) for folded_line in lines for pay in written(folded_line)]
    base = [entry for entry in found if not entry[1].on_target and not entry[1].actual] or found
    other = tuple(
        dict.fromkeys(match[0] for folded_line in folded_lines for match in OTHER_PAY.finditer(folded_line.folded))
    )
    if not base:
        return None, other
    # What the business has and does comes after what is offered, wherever it is.
    folded_line, pay = min(base, key=lambda entry: entry[0].kind in ELSEWHERE)
    pay = next((one for line, one in base if line is folded_line and _is_yearly_of(one, pay)), pay)
    actual = next((one.salary for _, one in found if one.actual and one is not pay), None)
    payments = next((int(match[1] or match[2] or match[3]) for match in PAYMENTS.finditer(folded_line.folded)), None)
    in_words = pay.currency is not None and names_a_currency(folded_line.folded)
    stated = StatedPay(pay.salary, in_words, pay.period_written, pay.on_target, actual, payments)
    sign = TRAILING_SIGN.match(folded_line.folded, pay.span[1])
    return Stated(stated, folded_line.text[pay.span[0] : sign.end() if sign else pay.span[1]]), other


def _is_yearly_of(one: Written, hourly: Written) -> bool:
    """Whether a range is that of a year beside the same by the hour: "$50–$55 hourly ($104,000–$114,400 a year)"."""
    units = (one.salary.unit_text, hourly.salary.unit_text)
    most, by_the_hour = (pay.salary.max_value or pay.salary.min_value or Decimal(0) for pay in (one, hourly))
    return units == (PayPeriod.YEAR, PayPeriod.HOUR) and by_the_hour * _FEWEST_HOURS < most < by_the_hour * _MOST_HOURS


class _Amounts:
    """One amount or two in an item, read with the words around them."""

    def __init__(self, item: Paying, match: re.Match[str]) -> None:
        self.item = item
        self.match = match
        self.text = item.folded
        self.start, self.end = match.span()
        trailing = TRAILING_SIGN.match(self.text, self.end)
        self.trailing = trailing[0] if trailing else ""
        self.low, self.high = self._ends()
        self.in_thousands = multiplier(match["low"]) > 1
        if self.high is None and match["high"]:
            self.end = match.end("low")

    def pay(self) -> Written | None:
        start, end = self.item.sentence_at(self.start)
        before = self.text[max(start, self.start - _BEFORE) : self.start]
        after = self.text[self.end : min(end, self.end + _AFTER)]
        # The last clause before the amounts and the first one after them, a period included.
        own_before = CLAUSE.split(before)[-1]
        own_after = CLAUSE.split(after)[0]
        beside = PERIOD_INSIDE.search(self.text, self.match.end("low"), self.end) or PERIOD_AFTER.match(
            self.text, self.end
        )
        if not self._is_pay(own_before, after, before, (start, end), beside):
            return None
        period = beside or PERIOD_OF_LABEL.search(before) or PERIOD_LATER.search(own_after)
        largest = max(self.low, self.high or 0)
        unit = PayPeriod(period.lastgroup.rstrip("2")) if period and period.lastgroup else _likely(largest)
        low, high = self._range()
        currency = currency_written(self.match[0], self.trailing, before)
        salary = BaseSalary(min_value=low, max_value=high, currency=currency or Currency.USD, unit_text=unit)
        on_target = bool(ON_TARGET.search(own_before) or ON_TARGET.match(own_after))
        actual = bool(ACTUAL.search(own_before) or ACTUAL_AFTER.match(own_after))
        plain_dollar = currency is Currency.USD and only_dollars(f"{before[-5:]}{self.match[0]}{self.trailing}")
        return Written(salary, currency, (self.start, self.end), period is not None, on_target, actual, plain_dollar)

    def _is_pay(self, own_before: str, after: str, before: str, sentence: Span, beside: re.Match[str] | None) -> bool:
        if DECIDED.search(own_before) or (IN_MILLIONS.search(self.match[0]) and not beside):
            return False
        own_after = CLAUSE.split(after)[0]
        label = LABEL.search(own_before)
        if self.match.re is UNSIGNED_AMOUNT and not self.trailing:
            # Any number may be in a text: a bare one is pay only beside a label, or as "110k-140k a year".
            plain = label and (label["verb"] in (":", " is", " will be") or label[0] == "base ")
            if label and (plain or self.in_thousands or RANGE_LABEL.search(label[0]) or self.high):
                return bool(beside or GROUPED.search(self.match["low"]) or self.low >= _YEARLY)
            yearly = beside and beside.lastgroup and beside.lastgroup.startswith("year")
            thousands = self.high and multiplier(self.match["high"]) > 1
            # "45k-50k depending, van": a range of thousands at the head of a line, and of nothing.
            alone = bool(HEAD.search(before) and NO_MORE.fullmatch(own_after)) and self.item.kind not in ELSEWHERE
            opened = self.in_thousands and self.match["open"] and self.low >= _YEARLY  # "circa 60k"
            alone = alone and bool(thousands or opened)
            spoken = self.in_thousands and self._is_spoken_of(own_before, after, sentence, beside)
            return bool((thousands and yearly) or alone) or spoken or bool(OF_INDIA.search(self.match[0]))
        if label:
            return True
        own_after = IF.split(own_after)[0]
        alone = not own_before.strip() and not own_after.strip(" .")
        if not own_before.strip(" ~") or ABOUT_ONLY.fullmatch(own_before):
            own_before = before[-40:]  # "Buy canvas and brass (about $480,000 a year)"
        if NOT_PAY.search(own_before) or NOT_PAY.search(own_after) or AMOUNT_OF.search(own_before):
            return False
        if self.item.kind in NOT_OF_PAY and not HEAD.search(before):
            return bool(ABOUT_PAY_ITSELF.search(self.text, *sentence))
        if self.high and self.low >= _YEARLY and GRADE.search(before):
            return True  # "Band 7 (£46,148 – £52,809)"
        if beside or (self.high and self.high >= _YEARLY and HEAD.search(before)):
            return True
        if self.item.kind == SectionKey.PAY and self.low >= _YEARLY and (self.high or self.match["open"]):
            return True  # below "Pay": "Starting at $95,000"
        if self.low >= _YEARLY and HEAD.search(before) and NO_MORE.fullmatch(own_after):
            return True
        if alone and max(self.low, self.high or 0) >= _YEARLY and OF_THE_WEEK.search(self.text, *sentence):
            return True  # "Full time, €40-44k, on the pier"
        if self.low < _YEARLY and not self.high:
            return False  # "we had to pay them £640"
        start, end = max(sentence[0], self.start - 200), min(sentence[1], self.end + 200)
        return bool(ABOUT_PAY.search(self.text, start, end))

    def _is_spoken_of(self, own_before: str, after: str, sentence: Span, beside: re.Match[str] | None) -> bool:
        """Whether thousands without a sign are pay: "80k plus bonus", "pay is good, prob starting at 90k and up"."""
        if self.low < _YEARLY or NOT_PAY.search(own_before) or AMOUNT_OF.search(own_before):
            return False
        yearly = beside is not None and (beside.lastgroup or "").startswith("year")
        rest = after[beside.end() - self.end :] if beside and yearly else after
        alone = not own_before.strip() and not CLAUSE.split(rest)[0].strip(" .")
        if alone and (yearly or OF_THE_WEEK.search(self.text, *sentence)):
            return self.item.kind not in ELSEWHERE  # "45k, full time", "55k a year"
        opened = self.match["open"] or self.match["plus"]
        return bool(PLUS_MORE.match(after) or (opened and ABOUT_PAY.search(self.text, *sentence)))

    def _ends(self) -> tuple[Decimal, Decimal | None]:
        low = number_in_text(self.match["low"])
        if not self.match["high"] or (self.match["and"] and (self.match["open"] or "").strip() not in _BOTH_ENDS):
            return low, None
        high = number_in_text(self.match["high"])
        if high < low and STEP_UP.search(self.match[0]):
            return low, None  # "$50,000 to start, $2,000 after a year": the second is paid on top
        low_times, high_times = multiplier(self.match["low"]), multiplier(self.match["high"])
        if high_times > low_times == 1 and low * 10 < high:
            low *= high_times
        elif low_times > high_times == 1 and high * 10 < low:
            high *= low_times
        signed = not self.match["high"][0].isdigit()
        return low, high if signed or high * 10 > low else None

    def _range(self) -> tuple[Decimal | None, Decimal | None]:
        if self.high is not None:
            return self.low, self.high
        opened = (self.match["open"] or "").strip()
        if _UPPER_ONLY.fullmatch(opened):
            return None, self.low
        exact = not opened or opened in (*_BOTH_ENDS, *_ABOUT)
        return self.low, None if not exact or self.match["plus"] else self.low


def _likely(value: Decimal | int) -> PayPeriod:
    longer = PayPeriod.MONTH if _WEEKLY <= value < _YEARLY else PayPeriod.YEAR
    return PayPeriod.HOUR if value < _HOURLY else longer
