"""Words without a fact: a sentence any posting could hold, which says nothing about this one."""

import re
from functools import cache
from pathlib import Path

from roles.core.folding import fold

_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")
_DIGIT = re.compile(r"\d")


@cache
def _lists() -> tuple[frozenset[str], re.Pattern[str]]:
    """The words, and the phrases of several words, of the list beside this module."""
    words: set[str] = set()
    phrases: list[str] = []
    for raw in (Path(__file__).parent / "hollow.txt").read_text(encoding="utf-8").splitlines():
        line = raw.partition("#")[0].strip()
        if line.startswith("= "):
            phrases.append(line[2:].strip())
        else:
            words.update(line.split())
    spoken = "|".join(re.escape(phrase).replace("-", "[- ]") for phrase in sorted(phrases, key=len, reverse=True))
    return frozenset(words), re.compile(rf"(?<!\w)(?:{spoken})(?!\w)")


def is_hollow(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Return whether each word of a text is one that every posting uses, or one of `known`, in small letters.

    A figure or a name is a fact: with one the text is not hollow.
    """
    folded = fold(text)
    words, phrases = _lists()
    rest = phrases.sub(" ", folded)
    if _DIGIT.search(rest):
        return False
    found = _WORD.findall(rest)
    return bool(found or rest != folded) and all(word in words or word in known for word in found)


def left_of(text: str, taken: tuple[str, ...], known: frozenset[str]) -> str:
    """Return what is left of a text without the words of `taken`, without labels and hollow words: "" for nothing."""
    rest = fold(text)
    for words in sorted(taken, key=len, reverse=True):
        rest = rest.replace(fold(words), " ")
    hollow, _ = _lists()
    return " ".join(word for word in _WORD.findall(rest) if word not in hollow and word not in known)
