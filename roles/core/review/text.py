"""Text seen the way the rules look at it: without invisible characters, cut into words and sentences.

Everything here is linear in the length of the text, whatever the text.
"""

import re

from roles.core.reading.sentences import sentences

__all__ = ["count_words", "in_case_of", "seen", "sentences", "word_at", "word_starts"]

_WORD = re.compile(r"[^\W_]+")
# What takes no room on the page and would cut a word in two: soft hyphens, zero-width and direction marks.
_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def seen(text: str) -> tuple[str, tuple[int, ...] | None]:
    """Return the text without its invisible characters, and the offset each kept one had (None: all the same)."""
    if text.isascii() or not _UNSEEN.search(text):
        return text, None
    kept = tuple(offset for offset, char in enumerate(text) if not _UNSEEN.match(char))
    return "".join(text[offset] for offset in kept), kept


def word_starts(text: str) -> dict[str, list[int]]:
    """Return the offsets of each word, a run of letters and digits, in order."""
    found: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        found.setdefault(match[0], []).append(match.start())
    return found


def word_at(text: str, start: int) -> str:
    """Return the word that begins at the offset, "" where none does."""
    match = _WORD.match(text, start)
    return match[0] if match else ""


def count_words(text: str) -> int:
    """Count the words: what is between white space and has a letter or a digit in it."""
    words = text.split()
    odd = [word for word in words if not word[0].isalnum()]
    return len(words) - len([word for word in odd if not any(map(str.isalnum, word))])


def in_case_of(found: str, replacement: str) -> str:
    """Return the replacement with a capital where the found words begin with one."""
    if found[:1].isupper():
        return replacement[:1].upper() + replacement[1:]
    return replacement
