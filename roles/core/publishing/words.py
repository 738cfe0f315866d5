"""A text as words to search by: without case, accents and marks, so that every database finds the same."""

import unicodedata
from typing import Final

from roles.core.folding import fold

# A search of more words finds nothing that fewer do not.
WORDS_MOST: Final = 12


def words_of(text: str) -> list[str]:
    """Return the words in their order: letters and digits, folded ("Café Żółć-Works" → cafe, zolc, works)."""
    plain = unicodedata.normalize("NFKD", fold(text))
    kept = "".join(char for char in plain if not unicodedata.combining(char)).translate(_STROKES)
    return "".join(char if char.isalnum() else " " for char in kept).split()


# Letters that have no accent to take off, though they look so.
_STROKES: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
