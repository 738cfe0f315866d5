"""Names of places as they are looked up: without accents, stops, apostrophes and hyphens."""

import unicodedata
from functools import lru_cache

# Letters that have no accent to take off.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
_MARKS = str.maketrans({**dict.fromkeys(".'’‘ʼ`´ʻ"), **dict.fromkeys("-‐‑–—−\u00a0\t\n/", " ")})


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Return the name in lower case letters, digits and single spaces: "St. John's" is "st johns"."""
    small = name.lower()
    if not small.isascii():
        apart = unicodedata.normalize("NFKD", small.translate(_LETTERS))
        small = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(small.translate(_MARKS).split())
