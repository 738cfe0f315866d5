"""Pay as people type it: an amount, perhaps with its currency and its period, and what both ends make together.

What is written beside a number counts: it fills in a currency or period nobody chose, and
is refused where it contradicts one that was chosen. Nothing written is ever dropped.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from roles.core.money import BaseSalary, Currency, PayPeriod
from roles.core.money.numbers import number_typed
from roles.core.money.words import MEANINGS, PERIOD_TYPED

End = Literal["min_value", "max_value"]

LENGTH_MAX = 60
INVALID = "Write an amount such as 95,000 or 42.50."
_OFFERED = ", ".join(Currency)

_PARTS = re.compile(
    r"(?P<before>\D*?)\s*(?P<number>\d(?:[\d.,'’ ]*\d)?)\s*(?P<thousands>[kK](?![^\W\d_]))?\s*(?P<after>\D*)"
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
    value = number * (1000 if parts["thousands"] else 1)
    written = [sign for sign in (parts["before"].strip(), parts["after"].strip()) if sign]
    meant = [_currencies(sign) for sign in written]
    if len(meant) == 2 and not meant[0] & meant[1]:
        raise AmountError(f"{written[0]} and {written[1]} are different currencies. Leave one out.")
    return Amount(value, " ".join(written), frozenset.intersection(*meant) if meant else frozenset(), period)


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


def _currencies(sign: str) -> frozenset[Currency]:
    if known := MEANINGS.get(sign.lower().rstrip(".")):
        return known
    if re.fullmatch(r"[A-Z]{3}", sign) or any(unicodedata.category(char) == "Sc" for char in sign):
        raise AmountError(f"{sign} is not among the currencies here. They are {_OFFERED}.")
    raise AmountError(INVALID)
