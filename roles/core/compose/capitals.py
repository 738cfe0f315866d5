"""Capitals that the first word of a box has because it is the first: “Callbacks” is “callbacks” in a sentence."""

import re

from roles.core.places import read_place
from roles.core.places.gazetteer import is_large_town
from roles.core.places.regions import codes_mean

from .word_lists import words_of

# What is a word like any other but for its capital; “BRCGS” and “O'Neill” are not.
_WORD = re.compile(r"[A-Z][a-zà-ÿ]+(?:[-’'][a-z]+)*(?![\w’'])")
# What has none is an abbreviation: “Qld”.
_VOWEL = re.compile(r"[aeiouyà-ÿ]", re.IGNORECASE)
_NEXT_TOO = re.compile(r"\S+ [A-Z][a-z]")
# A capital in the middle of a sentence is a name's own.
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+")
# Words of peoples keep theirs: “Italian”, “Danish”, and so do days and months.
_KEEPS = re.compile(
    r".+(?:ian|pean|bbean|orean|ranean|ese|ish|sday)|(?:Mon|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|"
    r"October|November|December|French|German|Greek|Thai|Swiss|Dutch|Welsh|English|Christmas|Easter"
)
# Typed in small letters on a phone: names that are no other word, as “march”, “may” and “sun” are. No address has them.
NAMES_TYPED_SMALL = words_of("slips", "names")
_NAME_TYPED_SMALL = re.compile(rf"(?<![\w@./-])(?:{'|'.join(sorted(NAMES_TYPED_SMALL))})(?![\w@/-]|\.\w)")
# A place typed in small letters: what of it is no name, and what is before the name: “our office in leeds”.
_WORD_BETWEEN = re.compile(
    r"and|or|of|the|in|at|near|by|on|upon|under|to|from|le|la|les|de|del|du|des|am|an|der|y|remote|hybrid|only"
)
_SITE_BEFORE = re.compile(
    r"(?:our|my|the|we|we['’]re|work(?:ing)?|from|just|right|close|at|in|near)\b.* (?:in|at|near|outside|to|off) "
)
_IN_PLACE = re.compile(r"(?<!\d)[^\W\d_]+(?:['’.][^\W\d_]+)*")
_PLAIN_PLACE = re.compile(r"[a-z\u00df-\u024f\d ,.;:/&()'’–-]+")
_UNREAD_WORDS = 3
_CODE = 3


def with_place_names(place: str) -> str:
    """Return a line about a place with its capitals where it was typed without any: “austin tx” is “Austin TX”."""
    if not (place.islower() and _PLAIN_PLACE.fullmatch(place)):
        return place
    read = read_place(place)
    if not (read.places or read.choices or read.remote) and len(place.split()) > _UNREAD_WORDS:
        return place
    site = _SITE_BEFORE.match(place)
    before, names = (place[: site.end()], place[site.end() :]) if site else ("", place)

    def raised(word: re.Match[str]) -> str:
        behind = names[word.end() : word.end() + 1]
        code = word.start() and behind in ("", ",", ")") and word[0] != "st" and len(word[0]) <= _CODE
        if behind.isdigit() or (code and codes_mean(word[0].upper())):
            return word[0].upper()  # "tx", "ls1"
        return word[0] if word.start() and _WORD_BETWEEN.fullmatch(word[0]) else word[0].capitalize()

    return before + _IN_PLACE.sub(raised, names)


def with_names(text: str) -> str:
    """Return a text with the capitals that days, months, feasts and languages have: “every other sunday”."""
    return _NAME_TYPED_SMALL.sub(lambda match: match[0].capitalize(), text)


def lowered(words: str, beside: str = "") -> str:
    """Return words as they read in the middle of a sentence: without the capital that only began the box.

    `beside` is what else the owner wrote: what has a capital within its sentences is a name, as are large towns.
    """
    match = _WORD.match(words)
    if not match or _NEXT_TOO.match(words) or _KEEPS.fullmatch(match[0]) or not _VOWEL.search(match[0]):
        return words
    if match[0] in _INSIDE.findall(beside) or is_large_town(match[0].lower()):
        return words
    return words[0].lower() + words[1:]
