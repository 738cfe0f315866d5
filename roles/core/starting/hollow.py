"""Words without a fact: a sentence any posting could hold, which states nothing about this one."""

import re
from functools import cache

from roles.core.folding import fold

from .words import phrases_of, words_of

_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")
# "Excellent IT skills": the trade, and not the small word.
_IT = re.compile(r"\bIT\b")
# That nobody has done the work before is a fact.
_IS_NEW = re.compile(
    r"\bis an? (?:brand |entirely )?new(?:ly[- ]created)? (?:post|role|position|job)\b|"
    r"\bfirst (?:person |one |ever )*(?:in|to (?:do|hold|have|take|fill)) (?:this|the) (?:post|role|position|job)\b|"
    r"\b(?:our|the) first(?:[- ]ever)? (?:(?:operations|ops) (?:director|manager)|director of operations)\b",
    re.IGNORECASE,
)
_LEAST, _SHORT = 2, 3
_FIGURE = re.compile(r"\d")
# Somebody or something is named in the middle of a sentence.
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
# A sentence on what the business is, however it goes on.
_IS_A = re.compile(r"\b(?:is|are|we['’]re) (?:an?|the|one of)\b", re.IGNORECASE)
_LONG, _TRADE = 12, 2
_QUOTES = "\"'”’») "
_ASKS_YOU = re.compile(
    r"(?:are|do|can|could|have|would|will|is|does|think|ready|want|looking|sound|feel|got)\b.*\b(?:you|your|"
    r"you've|you’ve|"
    r"this|it|like)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\b(?:you|your|we|us|our|it|this|join)\b", re.IGNORECASE)


@cache
def _phrases() -> re.Pattern[str]:
    spoken = "|".join(re.escape(phrase).replace(r"\-", "[- ]") for phrase in phrases_of("hollow"))
    return re.compile(rf"(?<!\w)(?:{spoken})(?!\w)")


def is_hollow(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Return whether each word of a text is one that every posting uses, or one of `known`, in small letters.

    A figure or a name is a fact: with one the text is not hollow. Neither is a sentence of small words, which speaks
    of the one before it: "We need someone to own that."
    """
    if (_IT.search(text) and not text.isupper()) or _IS_NEW.search(text):
        return False
    folded = fold(text)
    rest = _phrases().sub(" ", folded)
    found = _WORD.findall(rest)
    if not all(is_empty(word) or word in known for word in found):
        return False
    # "Keep clients" is a short line of notes on what is to be done, "Oversee operations" is not even that.
    if found and found[0] in words_of("verbs") and found[0] not in words_of("hollow") and len(found) <= _SHORT:
        return False
    telling = sum(word not in words_of("small") for word in found)
    return rest != folded or telling >= _LEAST or (telling > 0 and len(found) <= _SHORT)


def is_call(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Return whether a text only calls out to readers: "Think you have what it takes?", "Don't sleep on this!"."""
    if _FIGURE.search(text):
        return False
    if text.rstrip(_QUOTES).endswith("?"):
        return bool(_ASKS_YOU.match(text))
    found = _WORD.findall(fold(text))
    named = [name for name in _NAMED.findall(text) if fold(name) not in known and not is_empty(fold(name))]
    if named and len(found) >= _LONG:  # "… so that Tom can farm and Gwen can do the books!"
        return False
    facts = [word for word in found if not is_empty(word) and word not in known]
    if len(facts) >= _TRADE and len(found) >= _LONG and _IS_A.search(text):
        return False
    return text.rstrip(_QUOTES).endswith("!") and bool(_SPEAKS.search(text)) and len(facts) * 2 < len(found)


def is_empty(word: str) -> bool:
    """Return whether a word, in small letters, is one that every posting uses."""
    return word in words_of("hollow") or word in words_of("small")


def left_of(text: str, taken: tuple[str, ...], known: frozenset[str]) -> str:
    """Return what is left of a text without the words of `taken`, without labels and hollow words: "" for nothing."""
    rest = fold(text)
    for words in sorted(taken, key=len, reverse=True):
        rest = rest.replace(fold(words), " ")
    return " ".join(word for word in _WORD.findall(rest) if not is_empty(word) and word not in known)
