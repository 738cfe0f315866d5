"""Numbers as amounts are written: grouped by threes or, as in India, by pairs, with either decimal mark."""

import re
from decimal import Decimal

# In folded running text, where a number has an end to be found: no longer than pay is.
_GROUPS = r"\d{1,3}(?:[,.' ]\d{3}){1,2}|\d{1,2}(?:,\d\d){1,2},\d{3}"
NUMBER = rf"(?:(?:{_GROUPS})(?:[.,]\d{{2}})?(?!\d)|\d{{1,7}}(?:[.,]\d{{1,2}}(?!\d))?)"
_IN_TEXT = re.compile(rf"((?:{_GROUPS})(?!\d)|\d{{1,7}})(?:[.,](\d{{1,2}}))?(?!\d)")

# Words and letters behind a number, in small letters, and what they multiply it by; LPA is lakh rupees a year.
_MULTIPLIERS = {
    **dict.fromkeys(("k", "thousand", "grand", "mille"), 1_000),
    **dict.fromkeys(("lpa", "lakh", "lakhs", "lac", "lacs", "l"), 100_000),
    **dict.fromkeys(("crore", "crores", "cr"), 10_000_000),
}
MULTIPLIER = rf"(?: ?(?:{'|'.join(sorted(_MULTIPLIERS, key=len, reverse=True))})(?![^\W\d_]))"
# "R1,2m": of rand alone pay is written in millions; of other amounts they are a budget or a turnover.
MILLIONS = r"\d{1,2}[.,]\d{1,2} ?m(?![^\W_])"
IN_MILLIONS = re.compile(rf"{MILLIONS}$")
_MULTIPLIER = re.compile(rf"({MULTIPLIER})$")
OF_INDIA = re.compile(r"\b(?:lpa|lakhs?|lacs?|crores?|cr)\b|\d(?:lpa|lakhs?|lacs?|crores?|cr)\b")


def number_in_text(text: str) -> Decimal:
    """Return the first number of a text, 0 where there is none; 95k is in thousands, 18 lpa in lakhs."""
    digits = _IN_TEXT.search(text)
    return _decimal(digits[1], digits[2]) * multiplier(text) if digits else Decimal(0)


def multiplier(text: str) -> int:
    """Return what the end of a folded text multiplies the number before it by: 1,000 for "95 k", else 1."""
    if IN_MILLIONS.search(text):
        return 1_000_000
    found = _MULTIPLIER.search(text)
    return _MULTIPLIERS[found[1].strip()] if found else 1


def _decimal(whole: str, decimals: str | None) -> Decimal:
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{decimals}" if decimals else digits)
