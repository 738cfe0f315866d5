"""The language of a text, recognised by its commonest words."""

import re
from collections import Counter
from functools import cache

from roles.core.folding import fold

from .wordlists import groups

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 6  # words of a language in a text, to recognise it
_LOOKED_AT = 20_000


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, "" where there are too few words or none of those known."""
    words = Counter(_WORD.findall(fold(text[:_LOOKED_AT])))
    counts = {language: sum(words[word] for word in common & words.keys()) for language, common in _common().items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= min(_LEAST, max(2, words.total() // 6)) else ""


@cache
def _common() -> dict[str, frozenset[str]]:
    return {language: frozenset(" ".join(lines).split()) for language, lines in groups("languages").items()}
