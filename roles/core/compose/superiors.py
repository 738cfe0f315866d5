"""Whom a post reports to, as a sentence introduces them and as a posting calls them later."""

import re

from .answers import NUMBER, begun_small, phrase

# “Tess, our founder”: a name, and who that is.
_BESIDE = re.compile(r"([A-Z][^,]*), (?:our|the|one of|my) [^,]+")
OWNER = "the owner"
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
_ME = re.compile(r"\s*\((?:that is |that['’]s )?me\)", re.IGNORECASE)
# Oneself, and what follows: “me (MD)”, “myself, Kay Orr”, “me for now”; “Dave and me”.
_I = r"(?:(?:just|only|(?:straight|direct(?:ly)?) to) )?(?:me|myself|I|the boss|boss)(?: directly)?"
_ONESELF = re.compile(
    rf"{_I}(?P<mark>\s*[,(]\s*|\s+[-–—]\s+|\s+as\s+|\s+(?=the\b)|\s*$)(?P<who>.*?)\)?", re.IGNORECASE | re.ASCII
)
_AND_ONESELF = re.compile(rf"(?P<who>.+?)\s*(?:,?\s+(?:and|or)\s+|&|/|\+)\s*{_I}", re.IGNORECASE | re.ASCII)
_ONESELF_AND = re.compile(rf"{_I}\s*(?:,?\s+(?:and|or)\s+|&|/|\+)\s*(?P<who>.+)", re.IGNORECASE | re.ASCII)
_ONESELF_NOW = re.compile(rf"{_I}(?P<more>\s+(?:for|at|in|to|until|initially)\b.*)", re.IGNORECASE | re.ASCII)
# “me (Tammy), the owner”, without what is before the name.
_NAMED_AND_POST = re.compile(r"(?P<name>[^()]+)\),? (?P<post>[^()]+)")
_WE = re.compile(r"(?:both of |the two of |either of )?us(?: both| two)?|the bosses", re.IGNORECASE | re.ASCII)
_KIN = re.compile(
    r"my (?:business )?(?:brother|sister|wife|husband|partner|co-owner|co-founder|dad|father|mum|mom|mother|son|"
    r"daughter|cousin)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:i )?(?:dunno|do ?n['’]?t know|do not know|idk|not sure|no idea|unsure|unknown|undecided|not decided|tb[acd]|"
    r"to be (?:decided|confirmed|agreed)|n/?a|pending|later|\?+|[-–—]+)(?: yet)?[.!?]*",
    re.IGNORECASE,
)
_IN_FULL = {"md": "the Managing Director", "gm": "the General Manager", "exec dir": "the Executive Director"}
_SEAT = re.compile(r"([^,]+), (?:with )?(?:an? )?(seat (?:on|at) .+)", re.IGNORECASE)
# What follows the name of one or several: who that is, or what else is stated.
_DESCRIBED = re.compile(r"[;(]|, (?:an?|our|the|one of|with|mostly|mainly|usually|day to day) ")


def superior(text: str) -> str:
    """Return whom a post reports to as it reads after “reports to”.

    A bare title gets its article (“the CEO”), a title beside a name goes into brackets
    (“Anna Müller (CEO)”). Names stay, and so does “Tess, our founder”, to be called “Tess” later (`called`).
    """
    if is_open(text):
        return ""
    text = re.sub(r"^(?:reports?|reporting) to\s+", "", _ME.sub("", phrase(text)), flags=re.IGNORECASE)
    if whom := of_oneself(text):
        return whom
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


def is_open(text: str) -> bool:
    """Return whether an answer leaves open whom a post reports to: “dunno”, “tbc”, nothing."""
    return not text or bool(_OPEN.fullmatch(text.strip()))


def of_oneself(text: str) -> str:
    """Return whom an owner means who writes “me”, as strangers read it, "" for any other answer.

    “me” is “the owner”, “me (MD)” is “the Managing Director”, “Dave & me” is “Dave and the owner”.
    """
    text = text.strip(" .")
    if _WE.fullmatch(text):
        return "the owners"
    if found := _ONESELF.fullmatch(text):
        return _oneself(found["who"].strip(" ."), found["mark"].strip())
    if (more := _ONESELF_AND.fullmatch(text)) or (more := _AND_ONESELF.fullmatch(text)):
        if _KIN.fullmatch(more["who"]):
            return "the owners"
        whom = superior(more["who"])
        return f"{OWNER} and {whom}" if _ONESELF_AND.fullmatch(text) else f"{whom} and {OWNER}"
    if now := _ONESELF_NOW.fullmatch(text):
        return f"{OWNER}{now['more']}"
    return f"{OWNER}’s{text[2:]}" if _KIN.match(text) else ""


def _oneself(who: str, mark: str) -> str:
    """The owner by her title or her name, where she gives one."""
    if named := _NAMED_AND_POST.fullmatch(who):
        who = f"{named['name']}, {named['post']}"
    title = _without_article(who)
    if full := _IN_FULL.get(title.lower()):
        return full
    if not title or _is_role(title) or title[:1].isupper():
        return superior(title) if title else OWNER
    return f"{OWNER} ({who})" if mark == "(" else f"{OWNER}, {who}"


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
