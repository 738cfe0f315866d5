"""Pay that a note gives without sign or period: "88-98k" is 88,000 to 98,000 a year in the money of the place."""

import re
from collections.abc import Iterable

from roles.core.compose.brief import pay_problem
from roles.core.compose.typed_pay import read_pay
from roles.core.money import Currency

from .answers import Answered

_BARE = re.compile(
    r"(?:(?:pay|salary|money|wage|base)\b:? ?(?:is |of |about )?)?"
    r"(?P<pay>\d{2,3} ?k? ?(?:-|–|to) ?\d{2,3} ?k)(?= *(?:[,.;+(]|plus\b|and\b|a year|per year|doe\b|$))",
    re.IGNORECASE,
)


def bare_pay(texts: Iterable[str], currency: Currency | None) -> Answered | None:
    """Return the pay that a line begins with in thousands, None where none does or its amounts are no salary.

    `currency` is that of the place of the work.
    """
    for text in texts:
        match = _BARE.match(text)
        if match and (salary := read_pay(match["pay"], currency=currency).salary) and pay_problem(salary) is None:
            return Answered("base_salary", salary, match["pay"])
    return None
