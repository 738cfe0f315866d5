"""Headings that were set in capitals, as one writes them: "WHAT YOU WILL DO" is "What you will do"."""

import re
from collections.abc import Mapping

from roles.core.money import Currency

from .words import words_of

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ADDRESS = re.compile(r"\S*[@/]\S*|\bwww\S*")
_VOWEL = re.compile(r"[AEIOUY]")
_ABBREVIATION = 5
_LEAST = 4
_SEVERAL = 2
_BEGINS = frozenset({"THE", "YOUR", "OUR"})
_FORMS = frozenset({"LTD", "INC", "PTY"})
# The letter or number of a part: "B. ", "PART II – ".
_LETTERED = re.compile(r"((?:(?:PART|SECTION|STEP|PHASE) )?)((?:[A-Z]|[IVX]{1,4}|\d{1,2})(?:[.):]|\s[-–—]|:)\s+)(?=\S)")
_OF = re.compile(r"\b(?:of|and|the|for)\b", re.IGNORECASE)
_LABEL = re.compile(r"([A-Z][A-Z &/()’'-]{2,40}):(?=\s)")
_STAYS = frozenset({*Currency, "FLSA", "EEO", "OTE", "CTC", "DOE", "LPA", "FTE", "PTO", "RRSP", "K"})


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
    if label := _LETTERED.match(heading):
        return f"{label[1].capitalize()}{label[2]}{calm(heading[label.end() :], names)}"
    words = _WORD.findall(heading)
    if not heading.isupper() or (max(map(len, words), default=0) < _LEAST and not _all_small(words)):
        return heading
    text = _WORD.sub(lambda match: _small(match[0], names), heading)
    return _WORD.sub(lambda match: match[0][:1].upper() + match[0][1:], text, count=1)


def with_calm_label(line: str, names: Mapping[str, str]) -> str:
    """Return a line with a label set in capitals as a heading is: "DEPARTMENT: Sales" is "Department: Sales"."""
    label = _LABEL.match(line)
    calms = label and not line.isupper()
    return f"{calm(label[1], names)}{line[label.end(1) :]}" if label and calms else line


def _all_small(words: list[str]) -> bool:
    """Whether a heading is made of several small words, or begins as no name does: "WHO WE ARE", "THE JOB", and not
    "HSE" or "IT OPS"."""
    small = all(word.lower() in words_of("small") for word in words)
    return len(words) >= _SEVERAL and (small or words[0] in _BEGINS)


def named(words: str) -> str:
    """Return a name or a rank set in capitals as one writes it: "ARTISTIC DIRECTOR & CEO" is "Artistic Director & CEO".

    One word alone may be an abbreviation and stays, as does what is not in capitals.
    """
    if not words.isupper() or len(_WORD.findall(words)) < _SEVERAL:
        return words
    text = _WORD.sub(
        lambda match: match[0] if _is_short(match[0]) and not _OF.fullmatch(match[0]) else match[0].capitalize(), words
    )
    return _OF.sub(lambda match: match[0].lower() if match.start() else match[0].capitalize(), text)


def _is_short(word: str) -> bool:
    """Whether a word in capitals may be an abbreviation: "ND", and not "OAK" or "INN"."""
    return len(word) < _LEAST and word.lower() not in words_of("short") and word not in _FORMS


def quiet(words: str) -> str:
    """Return the terms of a post set in capitals in small letters, codes of money and abbreviations as they are."""
    if not words.isupper():
        return words
    text = _WORD.sub(lambda match: match[0] if match[0] in _STAYS else match[0].lower(), words)
    return text[:1].upper() + text[1:]


def _small(word: str, names: Mapping[str, str]) -> str:
    if word in names and len(word) >= _LEAST:
        return names[word]
    short = word in _STAYS or (not _VOWEL.search(word) and len(word) <= _ABBREVIATION)
    return word if short else word.lower()
