"""The kind of business that an owner means by what she types: "HVAC", "dentist", "we run two cafés".

What is compared are words in lower case without accents, in the singular. In order: the whole text is a name or
an alias; the longest name or alias is in the text; the text begins one; the stems of its words are in one
("roofers" finds "roofing"). The first of these that finds anything decides, and where it finds several, all are asked.

A name counts in a text where it states what the business is: "school buses" are no school, "software for schools" is
none, a "water testing lab" supplies no water, and of a "flight school" nothing is known but that it teaches.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from roles.core.folding import fold

from .brief import OTHER_INDUSTRY
from .vocabulary import Industry
from .word_lists import words_of

CHOICES_MAX = 4
TYPED_MAX = 200
_BEGUN_FROM = 4
_STEM_FROM = 4
_OTHER = frozenset({OTHER_INDUSTRY, "another", "another industry", "none of these"})
_ENDINGS = ("ing", "er", "or", "ist", "ian", "al", "ry", "y", "s", "e")
_EMPTY = words_of("kind_words", "empty")
_APART = words_of("kind_words", "apart")
_BESIDE = words_of("kind_words", "beside")
_GENERAL = words_of("kind_words", "general")

# What sets names apart in a list: "bakery, café".
_LISTED = re.compile(r" ?[,;/+] ")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundKind:
    """`key` is the industry that was found, `OTHER_INDUSTRY` for none of them, "" while one of `choices` has to be
    picked; the choices are at most CHOICES_MAX, in the order of the list."""

    key: str
    choices: tuple[Industry, ...] = ()


def find_kind(typed: str, industries: Sequence[Industry], *, picked: str = "") -> FoundKind:
    """Return the kind of business a text means; never raises. `picked` is the key chosen where several were asked."""
    bare = fold(" ".join(typed[:TYPED_MAX].split()))
    known = {industry.key: industry for industry in industries}
    if not bare:
        return FoundKind("")
    if bare in _OTHER or bare in known:
        return FoundKind(bare if bare in known else OTHER_INDUSTRY)
    found = _found(_words(bare), industries)[:CHOICES_MAX]
    if not found:
        return FoundKind(OTHER_INDUSTRY)
    if len(found) == 1:
        return FoundKind(found[0].key)
    may_be = {*(industry.key for industry in found), OTHER_INDUSTRY}
    return FoundKind(picked if picked in may_be else "", tuple(found))


def _found(words: Words, industries: Sequence[Industry]) -> list[Industry]:
    for matches in (_is, _holds, _begins, _holds_stems):
        lengths = {industry.key: matches(words, _ways(industry)) for industry in industries}
        if longest := max(lengths.values(), default=0):
            return [industry for industry in industries if lengths[industry.key] == longest]
    return []


def _is(words: Words, ways: tuple[Words, ...]) -> int:
    return int(words in ways)


def _holds(words: Words, ways: tuple[Words, ...]) -> int:
    """How many words the longest of the ways has by which the text names the business."""
    return max((len(way) for named in _named(words) for way in ways if _names(way, named)), default=0)


def _begins(words: Words, ways: tuple[Words, ...]) -> int:
    typed = " ".join(words)
    if len(typed) < _BEGUN_FROM:
        return 0
    return int(any(" ".join(way[start:]).startswith(typed) for way in ways for start in range(len(way))))


def _holds_stems(words: Words, ways: tuple[Words, ...]) -> int:
    """The same by the stems of the words: "roofers" are "roofing"."""
    stems = _stems(ways)
    named = (tuple(_stem(word) for word in each if word not in _EMPTY) for each in _named(words))
    return max((len(way) for each in named for way in stems if each[-len(way) :] == way), default=0)


def _named(words: Words) -> list[Words]:
    """What a text calls the business, one name or several: without whom it serves, and where ("for schools")."""
    name_words = list(takewhile(lambda word: word not in _BESIDE, words))
    if _EMPTY.issuperset(name_words):  # "in home care", "we work in construction"
        name_words = [word for word in words if word not in _BESIDE]
    named: list[list[str]] = [[]]
    for word in name_words:
        if word in _APART:
            named.append([])
        else:
            named[-1].append(word)
    return [tuple(each) for each in named if each]


def _names(way: Words, named: Words) -> bool:
    """Whether a way is at the end of a name, or before words that state nothing; one that firms of many kinds are
    called by, such as "clinic", is not sure beside a word that nobody knows."""
    size = len(way)
    for start in range(len(named) - size + 1):
        rest = named[start + size :]
        if named[start : start + size] == way and _EMPTY.issuperset(rest):
            return not (size == 1 and way[0] in _GENERAL) or _EMPTY.issuperset(named[:start])
    return False


def _ways(industry: Industry) -> tuple[Words, ...]:
    return _ways_of(industry.name, industry.phrase, industry.aliases)


@lru_cache(maxsize=512)
def _ways_of(name: str, phrase: str, aliases: tuple[str, ...]) -> tuple[Words, ...]:
    """The ways to name an industry: its name and the parts of it between commas and "and", its phrase, its aliases."""
    names = (name, phrase, *name.replace(" and ", ",").split(","), *aliases)
    return tuple(dict.fromkeys(filter(None, (_words(fold(each)) for each in names))))


@lru_cache(maxsize=512)
def _stems(ways: tuple[Words, ...]) -> tuple[Words, ...]:
    """The stems of the telling words of each way, but of those that many firms are called by."""
    telling = (tuple(word for word in way if word not in _EMPTY) for way in ways)
    found = (tuple(map(_stem, way)) for way in telling if way and way[-1] not in _GENERAL)
    return tuple(dict.fromkeys(each for each in found if all(len(stem) >= _STEM_FROM for stem in each)))


def _words(folded: str) -> Words:
    return tuple(_singular(word) for word in _plain(_LISTED.sub(" and ", folded)).split())


def _plain(folded: str) -> str:
    """The text with letters and digits alone, "B&B" and "e-commerce" as one word."""
    joined = folded.translate(_JOINED)
    return "".join(char if char.isalnum() else " " for char in joined)


_JOINED = {ord(char): None for char in "&-'."} | dict(zip(map(ord, "éèêáàóöüñç"), "eeeaaoounc", strict=True))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _STEM_FROM:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) >= _STEM_FROM else word


def _stem(word: str) -> str:
    """The word without its endings, as long as four letters are left."""
    ends = (end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _STEM_FROM)
    return _stem(word.removesuffix(end)) if (end := next(ends, "")) else word
