"""The kind of business that an owner means by what she types: "HVAC", "dentist", "we run two cafés".

What is compared are words in lower case without accents, in the singular. In order: the whole text is a name or
an alias; the longest name or alias stands in the text; the text begins one; the stems of its words are in one
("roofers" finds "roofing"). The first of these that finds anything decides, and where it finds several, all are asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from roles.core.folding import fold

from .brief import OTHER_INDUSTRY
from .vocabulary import Industry

CHOICES_MAX = 4
TYPED_MAX = 200
_BEGUN_FROM = 3
_STEM_FROM = 4
_OTHER = frozenset({OTHER_INDUSTRY, "another", "another industry", "none of these"})
_ENDINGS = ("ing", "er", "or", "ist", "ian", "al", "ry", "y", "s", "e")
# Words that say of no business what it does.
_EMPTY = frozenset(
    {
        *("a", "an", "and", "at", "for", "in", "of", "on", "our", "own", "owned", "the", "we", "with"),
        *("contractor", "hire", "rental"),
        *("business", "company", "director", "firm", "group", "local", "service", "shop", "small", "team"),
    }
)

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
    """How many words the longest of the ways that is in the text has."""
    return max((len(way) for way in ways if _stands_in(way, words)), default=0)


def _begins(words: Words, ways: tuple[Words, ...]) -> int:
    typed = " ".join(words)
    if len(typed) < _BEGUN_FROM:
        return 0
    return int(any(" ".join(way[start:]).startswith(typed) for way in ways for start in range(len(way))))


def _holds_stems(words: Words, ways: tuple[Words, ...]) -> int:
    """How many of the text's telling words have their stem among those of the ways."""
    stems = _stems(ways)
    return sum(_stem(word) in stems for word in set(words) - _EMPTY if len(word) >= _STEM_FROM)


def _stands_in(way: Words, words: Words) -> bool:
    size = len(way)
    return any(words[start : start + size] == way for start in range(len(words) - size + 1))


def _ways(industry: Industry) -> tuple[Words, ...]:
    return _ways_of(industry.name, industry.phrase, industry.aliases)


@lru_cache(maxsize=512)
def _ways_of(name: str, phrase: str, aliases: tuple[str, ...]) -> tuple[Words, ...]:
    """The ways to name an industry: its name and the parts of it between commas and "and", its phrase, its aliases."""
    names = (name, phrase, *name.replace(" and ", ",").split(","), *aliases)
    return tuple(dict.fromkeys(filter(None, (_words(fold(each)) for each in names))))


@lru_cache(maxsize=512)
def _stems(ways: tuple[Words, ...]) -> frozenset[str]:
    return frozenset(_stem(word) for way in ways for word in way if word not in _EMPTY)


def _words(folded: str) -> Words:
    return tuple(_singular(word) for word in _plain(folded).split())


def _plain(folded: str) -> str:
    """The text with letters and digits alone, "B&B" and "e-commerce" as one word."""
    joined = folded.translate(_JOINED)
    return "".join(char if char.isalnum() else " " for char in joined)


_JOINED = {ord(char): None for char in "&-'."} | dict(zip(map(ord, "éèêáàóöüñç"), "eeeaaoounc", strict=True))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _STEM_FROM:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > _STEM_FROM else word


def _stem(word: str) -> str:
    """The word without its endings, as long as four letters are left."""
    ends = (end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _STEM_FROM)
    return _stem(word.removesuffix(end)) if (end := next(ends, "")) else word
