"""Headings that were set in capitals, as one writes them: "WHAT YOU WILL DO" is "What you will do"."""

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ADDRESS = re.compile(r"\S*[@/]\S*|\bwww\S*")
_VOWEL = re.compile(r"[AEIOUY]")
_ABBREVIATION = 5
_LEAST = 4


def spellings(text: str) -> dict[str, str]:
    """Return the words of a text that it always begins with a capital and sets in small letters, by their letters."""
    found: dict[str, str] = {}
    text = _ADDRESS.sub(" ", text)
    small = {word for word in _WORD.findall(text) if word.islower()}
    for word in _WORD.findall(text):
        if word[1:].islower() and word[0].isupper() and word.lower() not in small:
            found[word.upper()] = word
    return found


def calm(heading: str, names: Mapping[str, str]) -> str:
    """Return a heading set in capitals as a sentence has it; one that is not stays as it is.

    `names` are the words of the text that begin with a capital wherever they are (`spellings`). Abbreviations stay.
    """
    words = _WORD.findall(heading)
    if not heading.isupper() or max(map(len, words), default=0) < _LEAST:
        return heading
    text = _WORD.sub(lambda match: _small(match[0], names), heading)
    return text[:1].upper() + text[1:]


def _small(word: str, names: Mapping[str, str]) -> str:
    if word in names and len(word) >= _LEAST:
        return names[word]
    return word if not _VOWEL.search(word) and len(word) <= _ABBREVIATION else word.lower()
