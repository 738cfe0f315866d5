"""Figures of today and wanted, as an owner notes them down: “stock accuracy 81% now, want 97. OTIF 88 -> 95”."""

import re
from collections.abc import Collection, Iterator

from . import answers
from .given import is_given
from .scope import Target, as_measure

# A figure with its sign before it and a unit or two behind: “£140k”, “3 days”, “14 of 19”.
_FIGURE = (
    r"(?:[^\w\s,;:.()/-]?\d[\d.,]*(?<![.,])(?: ?%|[kKmM]n?\b)?(?: of \d+)?"
    r"(?: (?!to\b|now\b|today\b)[a-z]+(?: an? [a-z]+)?)?)"
)
_BOUND = r"(?:(?:under|below|over|above|less than|more than|at least|at most|about|around) )?"
_NOW = r"(?:now|today|at the moment|currently|this year|last year)"
_WANTED = (
    r"(?:want(?:ed)?|need(?:s|ed)?(?: to be)?|should be|must be|aim(?:ing)?(?: for)?|target(?: is)?|goal(?: is)?|"
    r"get (?:it|them) (?:down |up )?to|down to|up to)"
)
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?P<kpi>[^\d:;]*?[^\W\d_])(?: (?:is|are|at|takes?|from))*:? ?(?P<today>{_FIGURE}) ?(?:->|→|=>|-->|to) ?"
        rf"(?P<goal>{_BOUND}{_FIGURE})",
        rf"(?P<kpi>[^\d:;]*?[^\W\d_])(?: (?:is|are))?:? {_NOW} (?P<today>{_FIGURE}),? (?:and )?(?:we )?"
        rf"{_WANTED}:? (?P<goal>{_BOUND}{_FIGURE})",
        rf"(?P<kpi>[^\d:;]*?[^\W\d_])(?: (?:is|are|at|takes?))*:? (?P<today>{_FIGURE})(?: {_NOW})?,? (?:and )?(?:we )?"
        rf"{_WANTED}:? (?P<goal>{_BOUND}{_FIGURE})",
    )
)
_UNIT = re.compile(r"(?<=\d) ?%|(?<=\d) [a-z].*")
_NUMBER, _NAME = re.compile(r"\d[\d.,]*"), re.compile(r"[^\W\d_]{3,}")
_APART = re.compile(r"(?<=[.;!?])\s+|;\s*|\n")


def aims(text: str, targets: Collection[Target] = ()) -> list[str]:
    """Return the answer on what should be different as measures, one a line of a list.

    A line with a figure of today and one wanted reads “Stock accuracy from 81% to 97%”; any other is as typed, begun
    with a capital. Nothing is worked out but a unit that the second figure leaves to the first. What one of the
    `targets` states is left to it, which knows whether today's value may be printed.
    """
    if not is_given(text):
        return []
    return [answers.finished(_measure(part)) for part in _parts(text) if not any(_is(part, it) for it in targets)]


def _parts(text: str) -> Iterator[str]:
    yield from filter(None, (part.strip(" .;") for part in _APART.split(text)))


def _read(part: str) -> re.Match[str] | None:
    return next((match for shape in _SHAPES if (match := shape.fullmatch(part))), None)


def _is(part: str, target: Target) -> bool:
    """Whether a line is the target with figures once more: the same one wanted, and a word of its name; or, where it
    reads as no change, no other figures than the one wanted."""
    wanted = set(_NUMBER.findall(target.goal))
    if not target.goal:
        return False
    if not (found := _read(part)):
        figures = set(_NUMBER.findall(part))
        return bool(figures) and figures <= wanted
    alike = (set(_NAME.findall(found["kpi"].lower())), set(_NAME.findall(target.kpi.lower())))
    return _NUMBER.findall(found["goal"]) == _NUMBER.findall(target.goal) and bool(alike[0] & alike[1])


def _measure(part: str) -> str:
    if not (found := _read(part)):
        return part
    kpi, today, goal = (" ".join(found[name].split()) for name in ("kpi", "today", "goal"))
    if not _UNIT.search(goal) and today.endswith("%"):
        goal += "%"
    return as_measure(Target(kpi=kpi, today=today, goal=goal))
