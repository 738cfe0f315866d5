"""Pay in the money of the place it is paid at: "$" in Perth is the Australian dollar."""

import re
from dataclasses import replace

from roles.core.folding import fold
from roles.core.money import CURRENCY_OF
from roles.core.money.numbers import OF_INDIA
from roles.core.money.words import DOLLAR, MEANINGS, currencies_named, is_of_lakhs

from .posting import Stated, StatedPay

# Amounts with no sign: "38 to 42k", "up to 45,000 a year".
_BARE = re.compile(
    r"(?:(?:from|up ?to|between|around|circa|about|ca\.?|c\.?) |c\.?)?"
    r"\d[\d.,' ]*k?(?: ?(?:-|to|and) ?\d[\d.,' ]*k?)?\+?"
    r"(?: [a-z ]{2,12})?"
)


def in_money_of(pay: Stated[StatedPay] | None, country: str) -> Stated[StatedPay] | None:
    """Return pay in the money of its country, where the sign beside it may mean that: "$" in Perth, "kr" in Malmö.

    A code or a sign of one currency decides, wherever the place is. Without any sign the country's is the likelier
    guess, and stays one: the currency is not written.
    """
    usual = CURRENCY_OF.get(country)
    if pay is None or usual is None or usual is pay.value.salary.currency:
        return pay
    if OF_INDIA.search(fold(pay.words)) and not is_of_lakhs(usual):
        return pay  # "12–15 LPA", wherever the post is
    named = currencies_named(fold(pay.words))
    if not named and _BARE.fullmatch(fold(pay.words)):
        return replace(pay, value=replace(pay.value, salary=replace(pay.value.salary, currency=usual)))
    open_sign = not pay.value.currency_written or all(meant == MEANINGS[DOLLAR] for _, meant in named)
    if named and open_sign and all(usual in meant for _, meant in named):
        salary = replace(pay.value.salary, currency=usual)
        return replace(pay, value=replace(pay.value, salary=salary, currency_written=True))
    return pay
