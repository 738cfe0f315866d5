"""Whether two lines are about the same."""

import re
from functools import lru_cache

from roles.core.folding import fold

from .words import words_of

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*")
_ENDING = re.compile(r"(?:ings?|ed|es|s|ly|e)$")
# As large a share of the shorter one's words, and no fewer, say that two lines are about the same.
_SHARE, _LEAST = 0.7, 4


def is_same(one: str, two: str) -> bool:
    """Return whether two lines are about the same: most of what the shorter one states is in the other."""
    first, second = _stems(one), _stems(two)
    shared = len(first & second)
    return shared >= _LEAST and shared >= _SHARE * min(len(first), len(second))


@lru_cache(maxsize=512)
def _stems(text: str) -> frozenset[str]:
    return frozenset(_ENDING.sub("", word) for word in _WORD.findall(fold(text)) if word not in words_of("common"))
