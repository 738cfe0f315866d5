"""Where the work is, of a few words between stops and commas: "Norwich based.", "12 mill lane leeds", "Covering Kent".

The last that is looked at, for a note or a line of a board in which no sentence and no label names a place.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from roles.core.folding import fold
from roles.core.limits import SectionKey
from roles.core.places import Place, read_place
from roles.core.places.country_keys import HOME_COUNTRIES
from roles.core.places.gazetteer import is_large_town, is_region, is_town, is_town_of
from roles.core.places.reading import COUNTIES_ALONE

from .bare_title import OF_A_TITLE
from .folded_lines import FoldedLine
from .place_sentences import is_named
from .place_value import is_no_place
from .place_words import NO_PLACE_IN_SMALL, SITE, is_of_others
from .workplace_phrases import HOME_DAYS

_CUTS = re.compile(r"\s/\s|[;|•·\n\t!?]+|\s+[–—-]+\s+|\.(?=\s|$)|:\s")
_LINES = 10
_LONGEST = 70
_MOST_WORDS = 7
_BARE_LINES = 4
_WHERE = rf"(?:(?:our |the |main |head |new )*{SITE} )"
# What is before a place where that is all of a part, and what is behind it.
_BEFORE = re.compile(
    rf"(?:(?:role|post|job|position|work|we(?:'re| are)) )?(?:is )?(?:based|located|situated) (?:in |at |near |from |"
    rf"out of |around |just outside )?|"
    rf"{_WHERE}?(?:in|near|at|out of|just outside|close to|outside|around) |"
    rf"(?:covering|cover(?=s? ?:)|serving|working across|across|throughout|patch is|territory is|area is|region is) "
    rf"(?:the )?|(?:[\w-]+ ){{1,3}}(?:across|around|throughout) "
)
_BEHIND = re.compile(
    rf"(?: metro(?:politan area)?| area|(?: and)? surrounding areas?| region|[ -]based|,? (?:based )?{SITE}|"
    rf" town cent(?:re|er)| city cent(?:re|er))+$"
)
# Shorter names of smaller towns, and those of few people, are words as well: "sale", "beer".
_LEAST, _PEOPLE = 5, 20_000
_DIGIT = re.compile(r"\d")
# A line with one of these is a sentence: what it has between its commas is read elsewhere, or is another's.
_RUNNING = re.compile(
    r"\b(?:is|are|was|were|has|have|had|we|our|you|your|the|who|which|to|from|for|in|into|of|by|us|it|its|their|they|"
    r"i|my|"
    r"that|this|will|can|be|been|not|interviews?)\b"
)
# Of these a country has a region each, and so has a firm.
_COMPASS = re.compile(r"(?:the )?(?:(?:north|south|east|west|mid|midlands?|central|[ -])+)")
_SMALL_AREA = re.compile(r"\b(?:area|bay|valley|county|region)\b")


def of_fragments(folded_lines: Sequence[FoldedLine]) -> tuple[str, str]:
    """Return the one place that a part of the first lines is made of; of several the first with words before it."""
    bare = ""
    for number, folded_line in enumerate(folded_lines[:_LINES]):
        if folded_line.kind in (SectionKey.RESPONSIBILITIES, SectionKey.REQUIRED, SectionKey.PREFERRED):
            continue
        near_the_title = number < _BARE_LINES or bool(OF_A_TITLE.search(folded_line.folded[:120]))
        for start, part, whole in _parts(folded_line.text[:300]):
            folded = fold(part)
            if before := _BEFORE.match(folded):
                words = _BEHIND.sub("", part[before.end() :])
                if _is_place(words, stated=True) and not is_of_others(folded_line.folded, start):
                    return words, ""
            elif (behind := _BEHIND.search(folded)) and _is_place(part[: behind.start()], stated=True):
                return part[: behind.start()], ""
            elif near_the_title and not bare and not _RUNNING.search(fold(whole)) and _is_place(part, stated=False):
                bare = part
    return bare, ""


def _parts(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the parts of a line between marks, and those between the commas of each: where, what, and of which part."""
    at = 0
    for match in (*_CUTS.finditer(text), None):
        end = match.start() if match else len(text)
        whole = text[at:end].strip(" *_,")
        if whole and len(whole) <= _LONGEST:
            offset = text.index(whole, at)
            yield offset, whole, whole
            pieces = [piece.strip() for piece in whole.split(",")]
            pairs = [", ".join(each) for each in pairwise(pieces)]
            yield from (
                (text.find(piece, offset), piece, whole) for piece in (*pairs, *pieces) if len(pieces) > 1 and piece
            )
        at = match.end() if match else end


def _is_known(place: Place) -> bool:
    """Whether a place is a town the extract has, perhaps with a quarter before it, a region or a country."""
    return is_named(place) or (", " in place.town and is_town(place.town.rpartition(", ")[2]))


def _is_place(words: str, *, stated: bool) -> bool:
    """Whether words are a place; with nothing that tells it, only a large town, or one with its code or its street."""
    words = words.strip(" .,")
    folded = fold(words)
    if not words or len(words.split()) > _MOST_WORDS or is_no_place(words) or OF_A_TITLE.search(words):
        return False
    if HOME_DAYS.search(folded) or folded in NO_PLACE_IN_SMALL or folded.split()[0] in NO_PLACE_IN_SMALL:
        return False
    read = read_place(words)
    found = read.places or read.choices
    if not found or not all(map(_is_known, found)) or not any(place.country in HOME_COUNTRIES for place in found):
        return False
    first = re.split(r" (?:and|or|&) |,", words)[0].strip()
    if stated:
        return words[0].isupper() or is_large_town(words) or is_region(first) or is_town(first)
    if words.islower():
        return (
            is_large_town(words) or (len(words) >= _LEAST and is_town_of(words, _PEOPLE)) or bool(_DIGIT.search(words))
        )
    if read.sure and not any(place.town for place in read.places) and not _COMPASS.fullmatch(folded):
        return len(words) >= _LEAST and {place.country for place in read.places} <= COUNTIES_ALONE  # "Ayrshire"
    return bool(_DIGIT.search(words)) or is_large_town(words) or bool(_SMALL_AREA.search(folded))
