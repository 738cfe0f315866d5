"""The line of a posting on what is to be reached in an area, with what its owner calls the area."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

from roles.core.dates import format_date

from .capitals import lowered
from .naming import repeats_kpi
from .scope import Answered, as_measure


def measure(item: Answered) -> str:
    """Return the target of an area as a line, "" where nothing may be printed of it.

    What its owner calls the area is before it: “Fitting teams: fitted on the day we agreed from 88% to 96%”.
    """
    target = item.target
    with suppress(ValueError):  # "June", "the end of the season"
        target = replace(target, by=format_date(date.fromisoformat(target.by)))
    line = as_measure(target, item.name)
    stated = not (target.kpi or target.outcome) or repeats_kpi(target.kpi or target.outcome, item.name)
    if not line or not item.name or stated:
        return line
    return f"{item.name[0].upper()}{item.name[1:]}{' –' if ':' in line else ':'} {lowered(line)}"
