"""Areas in a sentence: an area's own phrase, and what an owner calls it or how much of it there is."""

import re
from collections.abc import Sequence

from roles.core.money.words import SIGNS

from . import answers
from .firm_named import is_firm

_LISTED = re.compile(r"[,;:/]")
# A thing of two words or more with what is added behind a comma, and no list: "flour and packaging, €190k".
_THING_AND_MORE = re.compile(r"(?!\w+ing\b)(?P<thing>[^\s,;:/()]+(?: [^\s,;:/()]+)+), (?P<more>[^;:/()]+)")
# The same behind a dash: "fleet plan - what to buy, what to sell".
_APART = re.compile(r"(?!\w+ing\b)(?P<thing>[^,;:/()]+?) [-–—] (?P<more>[^;:/()]+)")
# What goes with the thing before the comma, and is no second one: “health inspections, both kitchens”.
_BESIDE = re.compile(
    r"(?:all|any|about|across|and|around|at|both|but|by|each|every|for|from|in|including|its|no(?! shows?)|not|of|on|"
    r"one|our|over|plus|some|the|their|three|to|two|with|without)\b|.*\d",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|new|next|main|whole|old) (?!\w+ing\b)\w+", re.IGNORECASE
)
_AND = re.compile(r"\s(?:and|&)\s")
# Brackets hold what cannot be owned: a measure, a question, something to do.
_MEASURE = re.compile(
    rf"%|\b(?:below|above|at most|at least|under|over|less|fewer|more|no more) (?:than )?[\d{SIGNS}]", re.I
)
# Not "the 14-chair schedule", which is one thing.
_COUNTED = re.compile(r"(?:\S+ )?\d(?![\d.,]*-[a-z])")
# What is more than the name of a trade: a list of what it does, or for whom.
_NO_NAME = re.compile(r"[,;:/()]|\s[-–—]\s|\b(?:by|for|with|to|in|from|we|our|is|are)\b", re.IGNORECASE)
# Those who do the work, where a trade is the work: “masons and restoration”.
_PERSONS = re.compile(r"\b\w*(?:ers|ists|smiths|masons|wrights|men)\b(?= (?:and|&) )", re.IGNORECASE)
_FIELDS = frozenset(("arts", "communications", "goods", "sales", "services", "sports", "supplies", "textiles", "tours"))
_FIGURE = re.compile(rf"[\d{SIGNS}]")
_ASKED = re.compile(r"(?:ours|theirs|both|all|everything|who|whom|what|which|where|when|how|why|whether|that)\b", re.I)
_DONE = re.compile(
    r"(?:act|be|bring|build|chair|check|cut|deal|deliver|deputi[sz]e|develop|do|ensure|find|fix|follow|get|give|go|"
    r"grow|handle|help|hire|hold|improve|increase|keep|lead|look|make|manage|meet|move|negotiate|open|organi[sz]e|"
    r"oversee|own|prepare|provide|raise|reduce|replace|roll|run|sell|serve|set|sit|stand|step|stop|support|take|train|"
    r"win|work|write)\s+(?!of\b|and\b|areas?\b|sheets?\b|plans?\b|times?\b)",
    re.I,
)


def named(phrase: str, name: str) -> str:
    """Return an area as it reads after "own": as its owner calls it where that is one thing, else by its phrase with
    her words in brackets: "customer service (callbacks, complaints)".
    """
    if not name:
        return phrase
    words = answers.phrase(name)
    if words.lower().startswith(phrase.lower()) and re.match(
        r" ?[,:(]| (?!of |in |at |on |and )", words[len(phrase) :]
    ):
        words = words[len(phrase) :].strip(" ,:()")
        return f"{phrase} ({words})"
    if answers.is_measured(words) and phrase.startswith("the ") and words.lower().endswith(f" {phrase[4:].lower()}"):
        return f"the {words}"  # "the £2.9m budget"
    if (apart := _APART.fullmatch(words)) and not answers.is_measured(words):
        return f"{apart['thing']} ({apart['more']})"
    pair = _THING_AND_MORE.fullmatch(words)
    if (
        pair
        and (answers.is_measured(pair["more"]) or not (_AND.search(pair["more"]) or "," in pair["more"]))
        and not answers.is_measured(words)
    ):
        another = not answers.is_measured(pair["more"]) and not _BESIDE.match(pair["more"])
        return f"{pair['thing']} and {pair['more']}" if another else f"{pair['thing']} ({pair['more']})"
    held = (
        answers.is_measured(words)
        or _LISTED.search(words)
        or _MEASURE.search(words)
        or _COUNTED.match(words)
        or _ASKED.match(words)
        or _DONE.match(words)
    )
    return f"{phrase} ({words.replace('(', '').replace(')', '')})" if held and phrase != words else words


def charged(phrase: str, name: str) -> str:
    """Return an area as a list after a colon has it: as its owner calls it, by its phrase with her words in brackets
    where they only state how much of it there is: "growth (5th site, in Leeds)".
    """
    words = answers.phrase(name).replace(";", ",")
    if not words or words.lower() == phrase.lower():
        return phrase
    bare = re.sub(r"^the ", "", phrase.lower())
    if _FIGURE.match(words) and bare not in words.lower():
        return f"{phrase} ({words.replace('(', '').replace(')', '')})"
    return words


def reads_after_in(trade: str) -> bool:
    """Return whether a trade as its owner calls it reads after "in": "sign making", not "gift boxes" or "boatyard"."""
    if _PERSONS.search(trade) or is_firm(trade):
        return False
    last = trade.rsplit(" ", 1)[-1].lower()
    things = last.endswith("s") and not last.endswith(("ss", "ics")) and last not in _FIELDS
    return bool(trade) and not things and not _NO_NAME.search(trade)


def with_article(name: str) -> str:
    """Return what an owner calls one thing among several as a sentence has it: “second roll line” with its “the”."""
    return f"the {name}" if _ORDINAL.match(name) and not name.endswith("s") else name


def listed(parts: Sequence[str]) -> str:
    """Return the parts as a sentence lists them: "a, b and c"; those that hold a comma of their own with semicolons."""
    *first, last = parts or [""]
    if not first:
        return last
    bare = [re.sub(r"\([^)]*\)", "", part) for part in parts]
    if any(_LISTED.search(part) for part in bare):
        return f"{'; '.join(first)}; and {last}"
    return f"{', '.join(first)}{',' if any(_AND.search(part) for part in bare) else ''} and {last}"


def repeats_kpi(kpi: str, name: str) -> bool:
    """Return whether a name holds no more than the KPI beside it: "absence" and "Absenteeism"."""
    words = re.findall(r"[^\W\d_]{4,}", name.lower())
    return bool(words) and all(word[:5] in kpi.lower() for word in words)
