"""Money as people write it: the signs of currencies, and the words of a period of pay.

Two places read it: a box that holds one amount (`typed_pay`), where a bare "kr" may mean one of
several currencies, and running text (`pay_in_text`), folded, where a sign that could be of several
says that there is money and not which.
"""

import re
from collections.abc import Iterable

from .pay import Currency

DOLLARS = frozenset({Currency.USD, Currency.CAD, Currency.AUD, Currency.NZD, Currency.SGD, Currency.HKD})
_KRONER = frozenset({Currency.SEK, Currency.NOK, Currency.DKK})
# The sign of a dollar, of whichever country.
DOLLAR = "$"
# The signs that are no letters, for the inside of a character class.
SIGNS = "$£€"
_ALL_SIGNS = f"{SIGNS}₹¥"

# Signs and short forms that say one currency, wherever they are written.
_SIGNS_OF = {
    Currency.USD: "us$",
    Currency.CAD: "ca$ c$",
    Currency.AUD: "a$ au$",
    Currency.NZD: "nz$",
    Currency.SGD: "s$ sg$",
    Currency.HKD: "hk$",
    Currency.GBP: "£",
    Currency.EUR: "€",
    Currency.INR: "₹",
    Currency.PLN: "zł",
    Currency.AED: "dhs",
    Currency.KES: "ksh",
}
_CERTAIN = {
    **{code.value.lower(): code for code in Currency},
    **{sign: code for code, signs in _SIGNS_OF.items() for sign in signs.split()},
}
# What a sign beside an amount in a box may mean, in lower case and without a stop at its end.
MEANINGS: dict[str, frozenset[Currency]] = {
    **{sign: frozenset({code}) for sign, code in _CERTAIN.items()},
    DOLLAR: DOLLARS,
    "kr": _KRONER,
    "fr": frozenset({Currency.CHF}),
    "sfr": frozenset({Currency.CHF}),
    "rs": frozenset({Currency.INR}),
    "dh": frozenset({Currency.AED}),
    "r": frozenset({Currency.ZAR}),
    "¥": frozenset({Currency.JPY}),
}

# In running text a currency has words as well, and "$" alone is the one the table of posting laws is in.
_WORDS_OF = {
    Currency.USD: "$ dollars",
    Currency.GBP: "pounds",
    Currency.EUR: "euro euros",
    Currency.CHF: "francs",
    Currency.PLN: "złoty zloty",
}
# These do not say which currency, or one the portal has no word for: the amounts are known, their worth is not.
_OTHER_SIGNS = (
    "r$ mx$ nt$ ¥ ₩ ₪ ₺ ₱ ₦ ฿ ₫ kr kronor kroner kč rs rupees rm "
    "brl mxn czk huf ils krw thb myr cny rmb twd sar qar ngn"
)
_IN_TEXT: dict[str, Currency | None] = {
    **_CERTAIN,
    **{word: code for code, words in _WORDS_OF.items() for word in words.split()},
    **dict.fromkeys(_OTHER_SIGNS.split()),
}


def _any(words: Iterable[str]) -> str:
    """Return the expression for any of the words, the longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SHORT = [word for word in _IN_TEXT if len(word) < 4]
# Expressions for folded text: a sign before its number, and what may follow one.
SIGN_BEFORE = (
    rf"(?:(?<![^\W_])(?:{_any(word for word in _SHORT if word[0].isalpha() and word[-1] != DOLLAR)})\.? ?(?=\d)|"
    rf"(?:{_any(word for word in _SHORT if not word[-1].isalpha())})|"
    r"(?<![^\W_])r(?= ?(?:\d{1,3}(?:[ ,]\d{3})+|\d{5,7})(?!\d)))"
)
SIGN_AFTER = _any(word for word in _IN_TEXT if word[-1] != DOLLAR or word == DOLLAR)
# Neither behind a sign nor inside a word or a longer number.
UNSIGNED = rf"(?<![\w{_ALL_SIGNS}.,'])"
# One plain sign and its number, as "£45,000": the sign is the group.
SIGNED_NUMBER = re.compile(rf"(?<![^\W\d_])([{SIGNS}]) ?\d(?:[\d,.]*\d)?")
_WRITTEN = re.compile(rf"(?<![^\W_])(?:{_any(_IN_TEXT)}|r(?= ?\d))(?![^\W\d_])|[{_ALL_SIGNS}]")


def currency_written(amounts: str, after: str) -> Currency | None:
    """Return the currency of folded amounts and what follows them, None where it could be of several.

    Of amounts without any sign it is the one the table of posting laws is in.
    """
    written = _WRITTEN.search(f"{amounts} {after}")
    if written is None:
        return Currency.USD
    if after.strip() == DOLLAR == written[0]:
        return None  # "95 000 $": as in Québec
    return Currency.ZAR if written[0] == "r" else _IN_TEXT[written[0]]


# A period at the end of what a box holds: "/yr", "an hour", "p.a."; its group is a PayPeriod, perhaps with a 2.
PERIOD_TYPED = re.compile(
    r"(?:(?:/|\bper\b|\ban?\b|\bp\.)\s*(?:(?P<year>years?|yrs?|annum|a)|(?P<month>months?|mo|mth|m)|(?P<week>weeks?|wk|w)"
    r"|(?P<day>days?|d)|(?P<hour>hours?|hrs?|h))|\b(?:(?P<year2>p\.?a|annually|yearly)|(?P<month2>pcm|monthly)"
    r"|(?P<week2>pw|weekly)|(?P<day2>daily)|(?P<hour2>ph|hourly)))\.?$",
    re.IGNORECASE,
)
# The same in folded running text; each group is a PayPeriod.
PERIOD = (
    r"(?:(?P<year>(?:per|each|a|/) ?(?:year|yr|annum)|p\.?a\b|annual(?:ly)?|yearly)|"
    r"(?P<month>(?:per|each|a|/) ?(?:month|mo|mth)|monthly)|(?P<week>(?:per|each|a|/) ?(?:week|wk)|weekly)|"
    r"(?P<day>(?:per|each|a|/) ?day|daily)|(?P<hour>(?:per|each|an|/) ?(?:hour|hr|h)|hourly))(?![^\W_])"
)
PERIOD_BETWEEN = r" ?(?:(?:per|each|an?) |/ ?)(?:year|yr|annum|month|mo|mth|week|wk|day|hour|hr|h)\b"
PERIOD_OF_LABEL = re.compile(
    r"\b(?:(?P<year>annual|yearly)|(?P<month>monthly)|(?P<week>weekly)|(?P<day>daily)|(?P<hour>hourly))"
    r"(?:(?: base| gross| starting)? (?:salary|pay|rate|wages?|compensation|remuneration)\b|\)?:)"
)
PERIOD_LATER = re.compile(
    r"\b(?:(?P<year>annually|yearly|per annum|per year|a year)|(?P<hour>hourly|per hour|an hour))\b"
)
