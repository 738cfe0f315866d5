"""Pay as it is said aloud: "105 to 125 plus bonus" is in thousands, "5200 gross a month" is what is paid a month."""

import re

from roles.core.money.words import PERIOD, SIGN_AFTER, SIGN_BEFORE, SIGNS

_SIGN = rf"(?:{SIGN_BEFORE}|[{SIGNS}]) ?"
_BEFORE = r"(?:(?:between|from|circa|c\.|about|around|approx\.?|say|salary|base|up to|min\.?|max\.?|starting at)\s+)*"
# A number of two or three digits, and none of "62k", "1.5", "15%", "40 hours", "20/hr" or of a longer one.
_ONE = r"(?<![\d.,])\d{2,3}(?![\d%]|[.,]\d| ?(?:k|l|lpa|lakhs?|lacs?|cr|m|mn|mio|tsd|%|hours?|hrs?|days?|weeks?)\b)"
_RANGE = re.compile(
    rf"^(?P<before>{_BEFORE})(?P<sign>{_SIGN})?(?P<low>{_ONE})"
    rf"(?:(?P<between> ?(?:-|–|—|to|and) ?)(?P<sign2>{_SIGN})?(?P<high>{_ONE}))?"
    rf"(?P<after> ?(?:{SIGN_AFTER})(?![^\W_]))?"
    r"(?P<rest>$|[\s,;+(](?! ?\d| ?(?:to|-|–|—|and|or|thousand|grand|tsd|hours?|hrs?|days?|weeks?)\b ?).*)",
    re.IGNORECASE,
)
_PERIOD = re.compile(PERIOD, re.IGNORECASE)
_OF_A_PERIOD = re.compile(rf"\W{{0,3}}(?:(?:gross|base|basic)\W{{1,2}})?(?:{PERIOD})", re.IGNORECASE)
_GROSS = re.compile(rf"(?<=\d) (gross|brutto|bruto|bruts?|before tax),? ?(?=(?:{PERIOD}))", re.IGNORECASE)
# The pay of who runs a firm's operations, in thousands a year: below and above, a bare number is something else.
_LEAST, _MOST = 30, 500
# With a sign it may as well be what an hour is paid.
_LEAST_SIGNED = 100


def written_out(text: str) -> str:
    """Return what is typed in a box for pay with its thousands and its period where they are read.

    "105 to 125 plus bonus" is "105k to 125k plus bonus": people say thousands without the word. Only bare numbers
    from 30 to 500 are (behind a currency from 100, for a smaller one may be an hour’s), the first of the box, and only
    without a period behind them. "5200 gross /month" is "5200 /month gross".
    """
    if gross := _GROSS.search(text):
        text = _period_first(text, gross)
    match = _RANGE.match(text)
    if match is None or _OF_A_PERIOD.match(match["rest"]):
        return text
    signed = match["sign"] or match["sign2"] or match["after"]
    low, high = int(match["low"]), int(match["high"] or match["low"])
    least = _LEAST_SIGNED if signed else _LEAST
    if "and" in (match["between"] or "") and "between" not in match["before"].lower():
        return text  # "60 and 70" are no two ends
    if not least <= high <= _MOST or low > high or low < _LEAST:
        return text
    range_ = f"{match['sign'] or ''}{low}k"
    if match["high"]:
        range_ += f"{match['between']}{match['sign2'] or ''}{high}k"
    return f"{match['before']}{range_}{match['after'] or ''}{match['rest']}"


def _period_first(text: str, gross: re.Match[str]) -> str:
    period = _PERIOD.match(text, gross.end())
    end = period.end() if period else gross.end()
    return f"{text[: gross.start()]} {text[gross.end() : end]} {gross[1]}{text[end:]}"
