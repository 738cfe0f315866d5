"""What an owner says the post answers for: areas, those that matter most, and their targets."""

from dataclasses import dataclass


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


def as_phrase(target: Target) -> str:
    """Return a whole target as it reads after "take": "late jobs from 12 to 4 a week by June 2028"."""
    return f"{_small(target.kpi)} from {target.today} to {target.goal}{_by(target)}"


def as_measure(target: Target) -> str:
    """Return a target as a line of its own, "" where nothing may be printed of it.

    Without a goal there is no measure; where today's value is not known, that is said.
    """
    if target.outcome:
        return target.outcome
    if not (target.kpi and target.goal):
        return ""
    kpi = target.kpi[0].upper() + target.kpi[1:]
    if target.private:
        return f"{kpi}: {target.goal}{_by(target)}"
    if not target.today:
        return f"{kpi}: measured by day 30; we aim for about {target.goal}{_by(target)}"
    return f"{kpi} from {target.today} to {target.goal}{_by(target)}"


def _by(target: Target) -> str:
    when = "in" if target.by.isdigit() else "by"  # "in 2027"
    return f" {when} {target.by}" if target.by else ""


def _small(text: str) -> str:
    """Return the text with its first letter small, unless its first word is an abbreviation such as DSO."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
