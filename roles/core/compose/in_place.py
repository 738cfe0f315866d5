"""What an owner types wherever she is just then, put where candidates look: hours and conditions among the conditions,
“a plus” among what would be nice; the hours of the week at the head, where nothing else is given there.

Only whole lines and sentences are moved, and no word of them changes.
"""

import re
from dataclasses import replace
from functools import lru_cache

from roles.core.limits import OWN_LINES_MAX

from .brief import TEXT_FIELDS, Brief

_DAY = r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?|s)?"
_OFTEN = r"(?:some|most|every|every other|alternate|the odd|odd|occasional|one|two|\d|each|all|no|regular|1st|first)"
_TIME = r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?"
_FEEL = r"(?:cold|cool|hot|warm|wet|dusty|dirty|noisy|loud|muddy|smelly|physical|heavy|outdoors?|outside|on your feet)"
_WHEN = (
    r"(?: (?:in|during|from|over|at|through|throughout|between|until|till|before|after|for|when|if|on|as|by|half|most|"
    r"all)\b.*)?"
)
_MUCH = r"(?:some|heavy|no|occasional|lots of|a lot of|regular)"
_OFF_HOURS = r"(?:weekends?|evenings?|nights?|night shifts?|shift work|overtime)"
_NOTES = "|".join(
    (
        # “starts at 5”, “some v early starts”, “6-3 mon to fri”, “one Sat a month”, “nights in season”
        rf"(?:early )?(?:starts?|starting|finish(?:es)?|hours|shifts?)(?: (?:at|from|are|is))?:? {_TIME}\b.*",
        r"(?:so )?(?:some |lots of )?(?:v |very )?(?:early|late) (?:starts?|mornings?|finish(?:es)?|nights?)" + _WHEN,
        rf"{_TIME} (?:starts?|finish(?:es)?){_WHEN}",
        rf"{_TIME} ?(?:-|–|to|till|until) ?{_TIME}(?:,? (?:{_DAY}|most|daily|with|or|and|in|shifts?|weekdays)\b.*)?",
        rf"{_DAY} ?(?:-|–|to) ?{_DAY}\b(?:,? .*)?",
        rf"{_OFTEN} (?:{_DAY}|{_OFF_HOURS}|bank holidays)(?: (?:a|per|each) (?:month|week|year))?{_WHEN}",
        rf"{_OFF_HOURS}(?: (?:work|needed|required|expected))?(?: in (?:season|summer|winter|peak))?",
        rf"no (?:annual )?(?:leave|holidays?|hols|vacations?|pto|time off)(?: taken)?{_WHEN}",
        # “on call 1 in 4”, “1 in 3 weekends”
        r"(?:you(?:['’]re| are) |be )?on[- ]?call(?:[,:]? (?:1|one|every|each|a|some|most|in|at|once|twice)\b[^.;]*)?",
        r"(?:\d+|one|two) in (?:\d+|two|three|four|five|six) (?:on[- ]?call|weekends?)",
        # “outdoors in winter”, “heavy lifting at times”, “dusty and cold”
        rf"(?:all |some |mostly |half )?(?:work(?:ing)? )?(?:outdoors?|outside)(?: work)?(?: all day)?{_WHEN}",
        rf"{_MUCH} (?:heavy |night |weekend |long )?(?:lifting|driving|travel|travelling|night work|standing|climbing|"
        rf"walking|nights away|overnights?)(?: (?:involved|required|needed))?{_WHEN}",
        r"(?:lifting|lift) (?:up )?to \d.*",
        rf"(?:it['’]?s |its )?{_FEEL}(?:(?:,? and|,| &|/)? {_FEEL}){{0,3}}(?: (?:work|conditions|place|job))?{_WHEN}",
    )
)
_NOTE = re.compile(rf"(?:{_NOTES})[.!]?", re.IGNORECASE)
_YOU_ARE = re.compile(r"you(?:['’]re| are) on", re.IGNORECASE)
# What is arranged for others is a duty, and so is what names somebody who does it.
_DUTY = re.compile(r"\b(?:rotas?|rosters?|plans?|planning|schedul\w+|cover|team|staff|crews?|drivers|you|your)\b", re.I)
_WISH = re.compile(
    r"(?!knows?\b).{3,}[,–—-]? ?\b(?:(?:would be |is )?an? (?:big |real )?(?:plus|bonus|advantage)|"
    r"(?:would be )?nice to have|(?:ok |but )?not essential|desirable|preferred|(?:would be )?(?:nice|helpful))[.!]?",
    re.IGNORECASE,
)
_MUST = re.compile(r"\b(?:must|essential(?<!not essential)|required)\b", re.IGNORECASE)
_WORDS_MAX = 12
# “50 hours, Tue-Sat, off Sundays”, “Mon to Thu 7 to 5”
_WEEK = re.compile(
    rf"(?:(?:about|around|up to) )?\d{{2}}(?: ?(?:-|–|to) ?\d{{2}})?[ -]?(?:hours?|hrs)\b"
    r"(?! (?:of|notice|shifts?))[^;]*|"
    rf"{_DAY} ?(?:-|–|to) ?{_DAY}\b[^;]*",
    re.IGNORECASE,
)
_WEEK_WORDS = 16
_SENTENCE = re.compile(r"(?<=[\w)][.!])\s+")
_PROSE = ("about", "why_now", "culture")
_MOVED_FROM = ("own_duties", "own_required", "own_preferred", *_PROSE)


def is_condition(line: str) -> bool:
    """Return whether a line is a note of hours or conditions and nothing else: “starts 5am”, “no leave in August”."""
    bare = line.strip(" -–•*.")
    if not bare or len(bare.split()) > _WORDS_MAX or _DUTY.search(_YOU_ARE.sub("", bare)):
        return False
    return bool(_NOTE.fullmatch(bare)) or (", " in bare and all(_NOTE.fullmatch(part) for part in bare.split(", ")))


@lru_cache(maxsize=256)
def in_place(brief: Brief) -> Brief:
    """Return the brief with each note of hours or conditions among the conditions, and wishes among what would be nice.

    Where a place is full, what would go there stays where it was typed.
    """
    changed: dict[str, str] = {}
    found: list[str] = []
    for name in _MOVED_FROM:
        kept, moved = _parted(getattr(brief, name), prose=name in _PROSE)
        if moved:
            changed[name] = kept
            found += moved
    wished = [line for line in changed.get("own_required", brief.own_required).split("\n") if _is_wish(line)]
    if wished:
        lines = changed.get("own_required", brief.own_required).split("\n")
        changed["own_required"] = "\n".join(line for line in lines if line not in wished)
        changed["own_preferred"] = "\n".join(filter(None, (changed.get("own_preferred", brief.own_preferred), *wished)))
    if found:
        changed["conditions"] = "\n".join(filter(None, (brief.conditions, *found)))
    if not brief.schedule:
        changed |= _week_apart(changed.get("conditions", brief.conditions))
    return replace(brief, **changed) if changed and _fits(changed) else brief  # type: ignore[arg-type]


def _parted(text: str, *, prose: bool) -> tuple[str, list[str]]:
    """A text without its conditions, and these."""
    moved: list[str] = []
    kept: list[str] = []
    for line in text.split("\n"):
        parts = _SENTENCE.split(line) if prose else [line]
        apart = [part for part in parts if is_condition(part)]
        moved += apart
        if rest := " ".join(part for part in parts if part not in apart):
            kept.append(rest)
    return "\n".join(kept), moved


def _week_apart(conditions: str) -> dict[str, str]:
    """The week as the pattern of work and the conditions without it, nothing where none is stated by itself."""
    lines = [_SENTENCE.split(line) for line in conditions.split("\n")]
    for parts in lines:
        for part in parts:
            week = part.rstrip(". ")
            if _WEEK.fullmatch(week) and len(week.split()) <= _WEEK_WORDS:
                parts.remove(part)
                return {"schedule": week, "conditions": "\n".join(filter(None, map(" ".join, lines)))}
    return {}


def _is_wish(line: str) -> bool:
    return bool(_WISH.fullmatch(line)) and not _MUST.search(line)


def _fits(changed: dict[str, str]) -> bool:
    room = all(len(text) <= TEXT_FIELDS[name]["limit"] for name, text in changed.items())
    return room and changed.get("own_preferred", "").count("\n") < OWN_LINES_MAX
