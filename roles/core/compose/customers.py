"""Whom a business of a trade that is not known is for: by the word its owner uses of them, not “customers” for all."""

import re
from collections import Counter

from .word_lists import words_of

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_CALLED = ("the people we serve", "families", "members", "visitors", "students", "residents")


def customers_in(text: str, kind: str) -> str:
    """Return what an owner calls those she serves, "" where her words name nobody.

    `text` is what she wrote of the firm and the work, `kind` what she calls the firm. Of several words the one she uses
    most, then the one she uses first.
    """
    known = words_of("customers", "words")
    used = Counter(match[0] for match in _WORD.finditer(text.lower()) if match[0] in known)
    if used:
        return next(iter(used.most_common(1)))[0]
    words = set(_WORD.findall(kind.lower()))
    return next((group for group in _CALLED if words & words_of("customers", group)), "")
