"""Whom a post reports to, as a sentence introduces them and as a posting calls them later."""

import re

from .answers import NUMBER, begun_small, phrase

# “Tess, our founder”: a name, and who that is.
_BESIDE = re.compile(r"([A-Z][^,]*), (?:our|the|one of|my) [^,]+")
_CHIEF = r"c[eoftimp]o|md|gm"
_ROLE = re.compile(
    rf"(?:{_CHIEF}|(?:co-)?owner|owner-manager|(?:co-)?founder|proprietor|board(?: of (?:directors|trustees))?|"
    r"president|vice president|chair(?:man|woman|person)?|principal|"
    r"chief (?:executive|operating|financial|technology) officer|chief executive|"
    r"(?:managing|executive|operations|general|regional|site|plant|finance|founding|artistic|medical|clinical|creative|"
    r"commercial|technical|group|country|national|museum|festival|programme|program) (?:director|manager|partner)|"
    r"director of operations|head of operations|director|practice manager|head ?teacher|"
    rf"(?:(?:{NUMBER}|\d) )?(?:co-)?(?:founders|owners|partners|directors|principals|proprietors|trustees))",
    re.IGNORECASE,
)
# “Managing Director (me)”, “Me, Kay Orr”; “the MD, seat on the board”.
_ME = re.compile(r"^(?:me|myself),\s+(?=\S)|\s*\((?:that is |that['’]s )?me\)", re.IGNORECASE)
_SEAT = re.compile(r"([^,]+), (?:with )?(?:an? )?(seat (?:on|at) .+)", re.IGNORECASE)
# What follows the name of one or several: who that is, or what else is stated.
_DESCRIBED = re.compile(r"[;(]|, (?:an?|our|the|one of|with|mostly|mainly|usually|day to day) ")


def superior(text: str) -> str:
    """Return whom a post reports to as it reads after “reports to”.

    A bare title gets its article (“the CEO”), a title beside a name goes into brackets
    (“Anna Müller (CEO)”). Names stay, and so does “Tess, our founder”, to be called “Tess” later (`called`).
    """
    if not text:
        return ""
    text = re.sub(r"^(?:reports?|reporting) to\s+", "", _ME.sub("", phrase(text)), flags=re.IGNORECASE)
    if seat := _SEAT.fullmatch(text):
        return f"{superior(seat[1])}, with a {seat[2]}"
    text = begun_small(text)
    if _BESIDE.fullmatch(text) and not _is_role(text.split(",")[0]):
        return text
    if beside := re.fullmatch(r"([^,]+), ([^,]+)", text):
        first, second = (part.strip() for part in beside.groups())
        titled = _is_role(first) or (_has_article(first) and second[:1].isupper())
        if titled and second.startswith(("a ", "an ")):
            return text if _has_article(first) else f"{_with_article(first)}, {second}"  # "the owner, a dentist"
        if (titled and not _holds_role(second)) or (_is_role(second) and not _holds_role(first)):
            return f"{_with_article(first)} ({_without_article(second)})"
    if (named := re.fullmatch(r"([^()]+) (\([^()]+\))", text)) and _is_role(named[1]):
        return f"{_with_article(named[1])} {named[2]}"
    return _with_article(text)


def called(text: str) -> str:
    """Return whom a post reports to as a posting calls them once they are introduced: “Tess”, “the owner”."""
    introduced = _DESCRIBED.split(superior(text), maxsplit=1)[0].strip()
    if beside := _BESIDE.fullmatch(introduced):
        return beside[1]
    return re.sub(r"(?<=\S) \([^()]*\)$", "", introduced)


def _is_role(text: str) -> bool:
    return all(_ROLE.fullmatch(part) for part in _parts(text))


def _holds_role(text: str) -> bool:
    return any(_ROLE.fullmatch(_without_article(part)) for part in _parts(text))


def _parts(text: str) -> list[str]:
    return re.split(r"\s*(?:,|&|/|\band\b)\s*", _without_article(text), flags=re.IGNORECASE)


def _has_article(text: str) -> bool:
    return _without_article(text) != text


def _without_article(text: str) -> str:
    return re.sub(r"^(?:the|our|a|an) ", "", text)


def _with_article(text: str) -> str:
    if _has_article(text) or not _is_role(text):
        return text
    if re.fullmatch(_CHIEF, text, re.IGNORECASE):
        return f"the {text.upper()}"
    if text[1:] == text[1:].lower():
        text = text.lower()  # “Managing director”, begun with a capital as one does in a field
    return f"the {text}"
