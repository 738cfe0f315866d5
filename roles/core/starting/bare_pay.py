"""Pay that a note gives without sign or period: "88-98k" is 88,000 to 98,000 a year in the money of the place."""

import re
from collections.abc import Iterable

from roles.core.compose.brief import pay_problem
from roles.core.compose.typed_pay import read_pay
from roles.core.money import Currency
from roles.core.money.words import SIGNS

from .answers import Answered

_WORDS = r"(?:pay|salary|money|wages?|base|comp(?:ensation)?)"
# Thousands without the word, where a label shows that they are pay: "$$: 140-160", "Pay is in the 60s".
_LABELLED = re.compile(
    rf"(?:(?:[{SIGNS}]{{2,4}}|{_WORDS})\s*[:=]?\s*(?:is |are |of |about |around |between |from )*"
    rf"[{SIGNS}]?(?P<least>\d{{2,3}})\s*(?:-|–|to|and)\s*[{SIGNS}]?(?P<most>\d{{2,3}})|"
    rf"{_WORDS}\s*[:=]?\s*(?:is |are )?in the (?:(?:low|mid|middle|high)[- ]?)?(?P<tens>[2-9]0)['’]?s)"
    r"(?= *(?:[,.;+(]|plus\b|and\b|doe\b|$))",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:(?:pay|salary|money|wage|base)\b:? ?(?:is |of |about )?)?"
    r"(?P<pay>\d{2,3} ?k? ?(?:-|–|to) ?\d{2,3} ?(?:k|(?= ?(?:\+|plus) ?(?:super|bonus|car|ute|van|vehicle|kiwisaver))))"
    r"(?= *(?:[,.;+(]|plus\b|and\b|a year|per year|doe\b|$))",
    re.IGNORECASE,
)
_LEAST = 20


def bare_pay(texts: Iterable[str], currency: Currency | None) -> Answered | None:
    """Return the pay that a line begins with in thousands, None where none does or its amounts are no salary.

    `currency` is that of the place of the work.
    """
    for text in texts:
        match = _BARE.match(text)
        thousands = match["pay"].lower().rstrip("k") + "k" if match else ""
        if match and (salary := read_pay(thousands, currency=currency).salary) and pay_problem(salary) is None:
            return Answered("base_salary", salary, match["pay"])
        if match := _LABELLED.match(text):
            least = int(match["least"] or match["tens"])
            most = int(match["most"]) if match["most"] else least + 9
            salary = read_pay(f"{least}k-{most}k", currency=currency).salary
            if salary and least >= _LEAST and pay_problem(salary) is None:
                return Answered("base_salary", salary, match[0])
    return None
