"""Money as people write it: the signs of currencies, and the words of a period of pay.

Two places read it: a box that holds one amount (`typed_pay`), where a bare "kr" may mean one of
several currencies, and running text (`pay_in_text`), folded, where a sign that could be of several
states that there is money and not which.
"""

import re
from collections.abc import Iterable

from .numbers import MILLIONS, OF_INDIA
from .pay import Currency

# Whose sign is the dollar's as well, though only beside the code or where it is paid.
_PESOS = frozenset({Currency.MXN, Currency.COP, Currency.CLP, Currency.ARS, Currency.TWD, Currency.BRL})
DOLLARS = frozenset({Currency.USD, Currency.CAD, Currency.AUD, Currency.NZD, Currency.SGD, Currency.HKD})
_KRONER = frozenset({Currency.SEK, Currency.NOK, Currency.DKK})
# The sign of a dollar, of whichever country.
DOLLAR = "$"
# The signs that are no letters, for the inside of a character class.
SIGNS = "$£€"
# The signs of one currency alone.
OF_SIGN = {"£": Currency.GBP, "€": Currency.EUR}
_ALL_SIGNS = f"{SIGNS}₹¥"

# Signs and short forms that state one currency, wherever they are written.
_SIGNS_OF = {
    Currency.USD: "us$",
    Currency.CAD: "ca$ c$ cdn$ can$",
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
    Currency.PHP: "₱",
    Currency.NGN: "₦",
    Currency.KRW: "₩",
    Currency.ILS: "₪",
    Currency.THB: "฿",
    Currency.VND: "₫",
    Currency.BRL: "r$",
    Currency.MXN: "mx$",
    Currency.TWD: "nt$",
    Currency.CZK: "kč",
    Currency.MYR: "rm",
    Currency.CNY: "rmb",
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
# These do not state which currency, or one the portal has no word for: the amounts are known, their worth is not.
_OTHER_SIGNS = "¥ ₺ kr kronor kroner rs rupees bgn ugx tzs"
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
    r"(?<![^\W_])r(?= ?(?:\d{1,3}(?:[ ,]\d{3})+|\d{5,7}|\d{2,4} ?k(?![^\W_]))(?!\d)|"
    rf" ?{MILLIONS}))"
)
RAND_MILLIONS = rf"(?<![^\W_])r ?{MILLIONS}"
SIGN_AFTER = _any(word for word in _IN_TEXT if word[-1] != DOLLAR or word == DOLLAR)
# Neither behind a sign nor inside a word or a longer number.
UNSIGNED = rf"(?<![\w{_ALL_SIGNS}.,'])"
# One plain sign and its number, as "£45,000": the sign is the group.
SIGNED_NUMBER = re.compile(rf"(?<![^\W\d_])([{SIGNS}]) ?\d(?:[\d,.]*\d)?")
_WRITTEN = re.compile(rf"(?<![^\W\d_])(?:{_any(_IN_TEXT)}|r(?= ?\d))(?![^\W\d_])|[{_ALL_SIGNS}]")
_DOLLAR_CODE = re.compile(rf"(?<![^\W_])({_any(code.value.lower() for code in DOLLARS | _PESOS)})\b")


def currency_written(amounts: str, after: str, before: str = "") -> Currency | None:
    """Return the currency of folded amounts with what is before and behind them, None where it could be of several.

    Of amounts without any sign it is the one the table of posting laws is in. A code states whose dollars "$" are:
    "$95,000 CAD", "$12.000.000 COP".
    """
    written = _WRITTEN.search(f"{amounts} {after}")
    if OF_INDIA.search(amounts):
        named = _IN_TEXT.get(written[0]) if written else None
        return named if named and is_of_lakhs(named) else Currency.INR
    if written is None:
        return Currency.USD
    if written[0] == DOLLAR and (code := _DOLLAR_CODE.search(f"{before[-5:]} {amounts} {after}")):
        return _IN_TEXT[code[1]]
    if after.strip() == DOLLAR == written[0]:
        return None  # "95 000 $": as in Québec
    return Currency.ZAR if written[0] == "r" else _IN_TEXT[written[0]]


# Where amounts are written in lakhs as well, in money of their own.
_OF_LAKHS = frozenset({"INR", "PKR", "BDT", "NPR", "LKR"})


def is_of_lakhs(currency: Currency) -> bool:
    """Whether amounts in a currency are written in lakhs."""
    return currency.value in _OF_LAKHS


_NAMES = re.compile(
    rf"(?<![^\W\d_])(?:{_any(word for word in _IN_TEXT if word[0].isalpha())}|lpa|lakhs?|lacs?|"
    rf"crores?)(?![^\W\d_])|[{_ALL_SIGNS}]"
)


def names_a_currency(folded: str) -> bool:
    """Whether a folded text has the sign, the code or the word of a currency."""
    return _NAMES.search(folded) is not None


def currencies_named(folded: str) -> list[tuple[str, frozenset[Currency]]]:
    """Return each sign, code and word of a currency in a folded text with what it may mean, where we know that."""
    words = [match[0] for match in _NAMES.finditer(folded)]
    meant = ((word, MEANINGS.get(word) or frozenset(filter(None, [_IN_TEXT.get(word)]))) for word in words)
    return [(word, currencies) for word, currencies in meant if currencies]


def only_dollars(folded: str) -> bool:
    """Whether the only sign in a folded text is the dollar's, which may be several countries' own."""
    signs = {match[0] for match in _NAMES.finditer(folded)}
    return signs == {DOLLAR}


# How each period is written behind an amount; a slash or a "per" before the first, as English has it.
_PERIODS = {
    "year": (
        r"years?|yrs?|annum|y|a",
        r"p\.?a|p/a|annual(?:ly)?|yearly|jährlich|im jahr|pro jahr|par an|annuels?|bruts? annuels?|"
        r"al año|anual(?:es)?|all'anno|annu[oi]|per jaar|jaarlijks|por ano|pr\.? år|/ ?år|per år|om året|rocznie",
    ),
    "month": (
        r"months?|mo|mth|m",
        r"pcm|p/m|p\.?m\.?(?= |$)|monthly|monatlich|im monat|pro monat|par mois|mensuels?|al mes|"
        r"mensual(?:es)?|al mese|mensili|per maand|"
        r"pr\.? måned|/ ?måned|i måneden|/ ?mån|per månad|i månaden|miesięcznie",
    ),
    "week": (r"weeks?|wk|w", r"pw|p\.?w|p/w|weekly|wöchentlich|pro woche|par semaine|a la semana"),
    "day": (r"days?|d", r"p\.?d|p/d|daily|pro tag|par jour|al día|per diem"),
    "hour": (
        r"hours?|hrs?|hr|h",
        r"ph|p\.?h|p/h|hourly|pro stunde|(?:die )?stunde|de l'heure|par heure|par h|la hora|por hora|per uur",
    ),
}
# A period at the end of what a box holds: "/yr", "an hour", "p.a."; its group is a PayPeriod, perhaps with a 2.
PERIOD_TYPED = re.compile(
    rf"(?:(?:/|\bper\b|\ban?\b|\bp\.|\beach\b|\bevery\b)\s*(?:{'|'.join(f'(?P<{unit}>{short})' for unit, (short, _) in _PERIODS.items())})"  # noqa: E501
    rf"|(?:\b|(?<=\d))(?:{'|'.join(f'(?P<{unit}2>{words})' for unit, (_, words) in _PERIODS.items())}))\.?$",
    re.IGNORECASE,
)
_PER = r"(?:(?:per|each|every|an?) |/ ?)"
_UNITS = {"year": "year|yr|annum", "month": "month|mo|mth", "week": "week|wk", "day": "day", "hour": "hour|hr|h"}
# The same in folded running text; each group is a PayPeriod.
PERIOD = (
    "(?:"
    + "|".join(f"(?P<{unit}>{_PER}(?:{_UNITS[unit]})|{words})" for unit, (_, words) in _PERIODS.items())
    # LPA is lakh rupees a year.
    + "|(?P<year2>lpa)"
    + r")(?![^\W_])"
)
PERIOD_BETWEEN = r" ?(?:(?:per|each|an?) |/ ?)(?:year|yr|annum|month|mo|mth|week|wk|day|hour|hr|h)\b"
PERIOD_OF_LABEL = re.compile(
    r"\b(?:(?P<year>annual|yearly|per annum)|(?P<month>monthly)|(?P<week>weekly)|(?P<day>daily)|(?P<hour>hourly))"
    r"(?:(?: base| gross| starting)? (?:salary|pay|rate|wages?|compensation|remuneration|package)\b|\)?:)|"
    r"\b(?P<day2>day[ -]rate|tagessatz|dagtarief)\b|\b(?P<year2>jahresgehalt|salaire annuel|ral|ctc)\b|"
    r"\b(?P<month2>monatsgehalt)\b|\b(?P<hour2>stundenlohn)\b"
)
PERIOD_LATER = re.compile(
    r"\b(?:(?P<year>annually|yearly|per annum|per year|a year)|(?P<hour>hourly|per hour|an hour))\b"
)
