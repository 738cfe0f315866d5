"""Headings of postings: the words they use, and the shape of one in a pasted text."""

import re

from roles.core.folding import fold
from roles.core.limits import SectionKey

from .words.plain import entries_by_group

TITLE_LIMIT = 100
HEADING_LIMIT = 60
HEADING_WORDS = 8
OTHER = "section"

# The key of the section a heading opens, by how it reads without marks.
_KEYS = {words: key for key, headings in entries_by_group("headings").items() for words in headings}
# The kind of each word that a heading in no list may be made of.
_KINDS = {word: kind for kind, words in entries_by_group("heading_words").items() for word in words}
_LABELS = entries_by_group("heading_labels")
_FACT_LABELS = frozenset(_LABELS["a fact, so that the line is no heading"])
_TITLE_LABELS = frozenset(_LABELS["the title"])
_ABOUT = re.compile(r"About (?:the |our )?[A-Z][\w'’&.-]*(?: [\w'’&.-]+){0,4}")
_MARKS = re.compile(r"^[^\w(]{0,8}|[^\w)]{0,8}$")
_INLINE = re.compile(r"[*_#\s]{0,6}([A-Za-z][A-Za-z'’ &/-]{2,40}?)[*_\s]{0,4}:[*_]{0,3}(?=\s+\S)")
# "ESSENTIAL DUTIES AND RESPONSIBILITIES include the following. Other duties may be assigned."
_FOLLOWING = re.compile(
    r"([A-Z][\w &/,'’-]{3,50}?),? (?i:includes?|are)(?i: but (?:are|is) not limited to)?(?i: the following)?"
    r"(?i:[.:]? ?(?:other duties (?:may|can) be assigned)?)[.:]?"
)
_SENTENCE_END = (".", ",", ";", "…", "。")


def _plain(line: str) -> str:
    return _MARKS.sub("", fold(line[: HEADING_LIMIT + 20])).replace("&", "and").replace("  ", " ").strip()


def heading_of(line: str, *, alone: bool, marked: bool = False) -> str | None:
    """Return the key of the section this line opens, or None where it is no heading.

    `alone`: a blank line is beside it or a bullet follows, as with a heading of unknown words;
    `marked`: it was set as one, in bold or with hashes.
    """
    if (before := _FOLLOWING.fullmatch(line)) and is_known(before[1]):
        return _KEYS[_plain(before[1])]
    if len(line) > HEADING_LIMIT:
        return None
    if is_known(line):
        return _KEYS[_plain(line)]
    if line.endswith(_SENTENCE_END) or len(line.split()) > HEADING_WORDS or "@" in line or "://" in line:
        return None
    if key := _made_of_headings(line):
        return key
    if _ABOUT.fullmatch(line.rstrip(": ")):
        return _nearest(_plain(line)) or SectionKey.COMPANY
    shouted = line.isupper() and any(char.isalpha() for char in line) and len(line) > 3
    if alone and (marked or shouted or (line.endswith(":") and ":" not in line[:-1])):
        return _nearest(_plain(line)) or OTHER
    return None


def is_known(line: str) -> bool:
    """Whether the line is one of the headings postings use, whatever its marks."""
    return _plain(line) in _KEYS


def _made_of_headings(line: str) -> str | None:
    """Return the key of a heading made of headings' words alone, None of any other line."""
    words = [word for word in re.split(r"[\s,/()&-]+", _plain(line)) if word]
    kinds = {_KINDS.get(word, "other") for word in words}
    if len(words) < 2 or "other" in kinds or not kinds & {"duty", "ability", "asked"}:
        return None
    if line[0].islower():
        return None
    if "duty" in kinds:
        return SectionKey.RESPONSIBILITIES
    if "wished" in kinds:
        return SectionKey.PREFERRED
    return SectionKey.REQUIRED if kinds & {"asked", "needed"} else SectionKey.SKILLS


def _nearest(words: str) -> str | None:
    """Return the key whose known words begin or end a longer heading ("Benefits at Alder")."""
    parts = words.split()
    for size in range(min(len(parts), 4), 0, -1):
        for candidate in (" ".join(parts[:size]), " ".join(parts[-size:])):
            if len(candidate) > 3 and candidate in _KEYS:
                return _KEYS[candidate]
    return None


def inline_heading(line: str, *, shouted: bool = False) -> tuple[str, int] | None:
    """Return (key, length of the heading) of a line such as "Requirements: five years …", or None.

    A line that states a fact, "Salary: …", is no heading, unless one in capitals may be: `shouted`.
    """
    match = _INLINE.match(line)
    if not match:
        return None
    words = _plain(match[1])
    key = _KEYS.get(words)
    of_fact = words in _FACT_LABELS and not (shouted and match[1].isupper())
    return (key, match.end()) if key and not of_fact else None


def is_labelled(line: str) -> bool:
    """Whether the line begins with a label of a few words, such as "Hours: 37 a week"."""
    label = _INLINE.match(line)
    return label is not None and len(label[1].split()) <= 4 and label[1][0].isupper()


def is_title(line: str) -> bool:
    """Whether the first line of a text names the post: short, no sentence, no known heading, no other fact."""
    label = _INLINE.match(line)
    return (
        len(line) <= TITLE_LIMIT
        and not line.endswith(_SENTENCE_END)
        and len(line.split()) <= 14
        and _plain(line) not in _KEYS
        and (label is None or fold(label[1]) in _TITLE_LABELS)
        and "@" not in line
    )
