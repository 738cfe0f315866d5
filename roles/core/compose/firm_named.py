"""What an owner typed for her kind of business, as what the posting calls the firm: "oyster and mussel farm"."""

import re
from pathlib import Path

from .brief import HOUSE_WORD_LIMIT
from .titles import with_a
from .word_lists import words_of

_FIRMS = frozenset(
    word
    for line in Path(__file__).with_name("firms.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
# Of other words, these endings name persons or several: "dentist", "roofers".
_PERSONS = ("s", "er", "or", "ist", "ian", "man", "men")
_PERSONS_MANY = words_of("kind_words", "persons")
_ENDS = re.compile(r"\s*(?:[,;:(/.]|\s[-–—]\s)")
_ARTICLE = re.compile(r"^(?:an?|the|our|my)\s+", re.IGNORECASE)
_NOUNS = re.compile(r"[^\W\d_][\w&'’-]*(?: (?:[^\W\d_][\w'’-]*|&))*")
_SENTENCE = re.compile(
    r"\b(?:we|our|my|i|it|they|is|are|run|runs|own|owns|do|does|make|makes|sell|sells|for|with|in|to|mostly|mainly)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(r"[^\W\d_][a-zß-ÿ'’-]+")
# Words that keep their capital in the middle of a sentence: "Italian restaurant", "Danish bakery".
_PEOPLES = (
    "ian",
    "ean",
    "can",
    "ish",
    "ese",
    "french",
    "german",
    "greek",
    "thai",
    "swiss",
    "dutch",
    "welsh",
    "montessori",
)
_GROUPS = ("group", "chain", "network")
_GENERAL = ("business", "company", "firm")
# Typed small, and read as letters.
_INITIALS = frozenset(("3pl", "cnc", "cpa", "dso", "ems", "hr", "hvac", "msp", "nemt", "pr", "saas", "seo", "tv"))
_WORDS_MAX = 4
_BROAD = re.compile(r"^(an? [\w-]+-person) .* (?:business|company|firm|producer|operator|provider)$")


def firm_named(typed: str, usual: str = "", *, several: bool = False) -> str:
    """Return what the firm is called after "a 30-person", "" where what was typed names none, or no more than `usual`.

    `usual` is what the trade calls its firms, "land surveying" becomes one of that kind: "land surveying firm". At most
    HOUSE_WORD_LIMIT characters. Firms typed in the plural are a group where she has `several` places, else one of them.
    """
    text = _ARTICLE.sub("", _ENDS.split(typed.strip(), maxsplit=1)[0].strip())
    words = text.split()
    if not words or len(words) > _WORDS_MAX or not _NOUNS.fullmatch(text) or _SENTENCE.search(text):
        return ""
    if usual.casefold().startswith(text.casefold()):
        return ""
    last = words[-1].lower()
    if len(words) > 1 and last not in _FIRMS and last.removesuffix("s") in _FIRMS:
        named = " ".join(_in_a_sentence(words))  # “small animal hospitals”
        named = f"group of {named}" if several else named.removesuffix("s")
        return named if len(named) <= HOUSE_WORD_LIMIT else ""
    if last not in _FIRMS:
        if last.endswith(_PERSONS):
            return ""
        kind = usual.rsplit(" ", 1)[-1]
        words.append(kind if kind in _GENERAL else _GENERAL[0])
    named = " ".join(_in_a_sentence(words))
    return named if len(named) <= HOUSE_WORD_LIMIT else ""


def firm_of_persons(words: str) -> str:
    """Return a firm that is called by those who are it, "" for any other: “funeral directors” is “firm of …”."""
    found = words.split()
    plain = 1 <= len(found) <= _WORDS_MAX and _NOUNS.fullmatch(words) and not _SENTENCE.search(words)
    return f"firm of {' '.join(_in_a_sentence(found))}" if plain and found[-1].lower() in _PERSONS_MANY else ""


def is_firm(words: str) -> bool:
    """Return whether the last word names a business by itself: “wholesale bakery”, not “private home care”."""
    return bool(_FIRMS.intersection(words.lower().split()[-1:]))


def beside_her_sentence(firm: str) -> str:
    """Return a firm with its size as it stands beside the owner's own sentence on what the business does.

    What covers a whole trade gives way: a solar contractor is no "38-person home services firm" to those who work
    there, while a "12-person dental practice" is one.
    """
    return _BROAD.sub(r"\1 business", firm)


def sized(firm: str, headcount: int, *, several: bool, plainly: bool = False) -> str:
    """Return a firm with how many people it has: “a 30-person bakery”, “a dental group of 80 people”.

    A place people come to is no “69-person hospital” but has a team; with `several` places that is named alone.
    """
    words = firm.split()
    if not plainly and headcount > 1 and words:
        if words[0] in _GROUPS or words[-1] in _GROUPS:
            return f"{with_a(firm)} of {headcount} people"
        if words[-1] in words_of("kind_words", "premises"):
            return f"a team of {headcount}" if several else f"{with_a(firm)} with a team of {headcount}"
    size = "one" if headcount == 1 else str(headcount)
    article = "an" if size.startswith("8") or size in ("11", "18") else "a"
    return f"{article} {size}-person {firm}"


def _in_a_sentence(words: list[str]) -> list[str]:
    """The words without the capitals they have because a box begins so: "Marquee hire", "Marquee Hire"."""
    titled = all(_TITLED.fullmatch(word) or word == "&" for word in words if word not in _GENERAL)
    first, *others = words
    if _TITLED.fullmatch(first) and not first.lower().endswith(_PEOPLES):
        first = first.lower()
    small = [first, *((word.lower() for word in others) if titled else others)]
    return [word.upper() if word in _INITIALS else word for word in small]
