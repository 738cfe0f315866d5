"""What a post answers for: areas, those that matter most, and their targets."""

import re
from dataclasses import dataclass

from .capitals import lowered

# When a target is due, with its own word, and a time that one is reached within.
_WHEN = re.compile(
    r"(?:by|in|within|before|until|from|on|at|this|every|each|over|during|once|when|after|as)\b", re.IGNORECASE
)
_CHANGE = re.compile(r"(?:up|down)\b", re.IGNORECASE)
_SIDE = re.compile(r"(?:above|below|over|under)\b", re.IGNORECASE)
_BOUND = re.compile(r"(?:at least|at most|no more than|max|min)\b", re.IGNORECASE)
# What “bring” cannot have behind it: what is done, a clause, a figure; and so many words that it would be lost.
_NO_OBJECT = re.compile(r"\W|\d|[a-z]+ed\b|(?:how|what|when|who|no|nobody|we|all|every|zero)\b", re.IGNORECASE)
_OBJECT_WORDS = 4
_DONE = re.compile(r"[A-Za-z]+ed\b")
_FIGURE = re.compile(r"(?P<sign>\D?)(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?(?P<unit>\D*)")
_YEARS_PART = re.compile(r"\d{4} (?:season|harvest|summer|winter|spring|autumn|fall|(?:school|financial) year)\b", re.I)
_END = re.compile(
    r"((?:end|close|start|middle) of) (?:(?=(?:year|season|quarter|month|summer|winter)\b)())?", re.IGNORECASE
)
_SPAN = re.compile(r"(?:the )?(?:\w+ )?(?:year|season|quarter|\d+ months|months)\b(?! end)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is to be reached in an area, in the owner's words and figures; empty means not given.

    Either a `kpi` with `today`, `goal` and `by` ("June 2028"), or an `outcome` in words. `private`: today's
    value is known and not to be printed.
    """

    kpi: str = ""
    today: str = ""
    goal: str = ""
    by: str = ""
    private: bool = False
    outcome: str = ""


NO_TARGET = Target()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An area that the post answers for. Starred: one of the few that matter most.

    `name` is what the owner calls it, or how much of it: "the Toledo plant", "two sites, £19m of sales".
    """

    area: str
    starred: bool = False
    name: str = ""
    target: Target = NO_TARGET


def is_whole(target: Target) -> bool:
    """Return whether both figures may be printed."""
    return bool(target.kpi and target.today and target.goal) and not target.private


def is_short(kpi: str) -> bool:
    """Return whether what is measured reads within a sentence: "late jobs", not "funerals moved after we …"."""
    return len(kpi.split()) <= _OBJECT_WORDS and not _DONE.match(kpi)


def as_phrase(target: Target) -> str:
    """Return a whole target as it reads after "take": "late jobs from 12 to 4 a week by June 2028"."""
    return f"{_small(target.kpi)} from {target.today} to {target.goal}{_by(target)}"


def as_measure(target: Target, name: str = "") -> str:
    """Return a target as a line of its own, "" where nothing may be printed of it.

    Without a goal there is no measure. Without a kpi it is of what its owner calls the area, `name`: “Call backs: from
    6 a month to 2”. Where today's value is not printed, the line is what is to be done: “Bring
    labour cost down to 24% of sales by June”.
    """
    if target.outcome:
        return f"{target.outcome.rstrip('.')}{_by(target)}" if target.by else target.outcome
    measured = target.kpi or name
    if not (measured and target.goal):
        return ""
    kpi = measured[0].upper() + measured[1:]
    if not target.kpi or not is_short(measured):
        change = f"from {target.today} to " if target.today and not target.private else ""
        return f"{kpi}: {change}{target.goal}{_by(target)}"
    if target.today and not target.private:
        return f"{kpi} from {target.today} to {target.goal}{_by(target)}"
    towards = _towards(target)
    if _is_object(target):
        way = "" if _SIDE.match(target.goal) else towards.replace(":", " to")
        return f"Bring {lowered(target.kpi)}{way} {target.goal}{_by(target)}"
    return f"{kpi}{towards} {target.goal}{_by(target)}"


def _is_object(target: Target) -> bool:
    """Whether what is measured reads after “bring”, and the value wanted after “to”."""
    words = target.kpi.split()
    measured = any(char.isdigit() for char in target.goal)
    return measured and len(words) <= _OBJECT_WORDS and not _NO_OBJECT.match(target.kpi)


def _towards(target: Target) -> str:
    """Return which way a figure is to go from one that is not printed: " down to"; ":" where that is not known."""
    if _CHANGE.match(target.goal):
        return ""
    if _BOUND.match(target.goal) or _SIDE.match(target.goal):
        return ":"
    figures = [_FIGURE.fullmatch(text) for text in (target.today, target.goal)]
    if not all(figures):
        return ":"
    (today, goal) = (one for one in figures if one)
    first, second = (float(one["number"].replace(",", "")) for one in (today, goal))
    alike = today["unit"] == goal["unit"] or not (today["unit"] and goal["unit"])
    return ":" if first == second or not alike else " down to" if second < first else " up to"


def _by(target: Target) -> str:
    if not target.by:
        return ""
    if _WHEN.match(target.by):
        return f" {target.by}"
    if end := _END.match(target.by):
        return f" by the {end[1]} {'the ' if end[2] is not None else ''}{target.by[end.end() :]}"
    if _YEARS_PART.match(target.by):
        return f" by the {target.by}"
    when = "in" if target.by.isdigit() or _SPAN.match(target.by) else "by"  # "in 2027", "in the year to March"
    return f" {when} {target.by}"


def _small(text: str) -> str:
    """Return the text with its first letter small, unless its first word is an abbreviation such as DSO."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
