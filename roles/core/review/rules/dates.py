"""Days in figures that may be either of two."""

from collections.abc import Iterator

from roles.core.dates import figured_days, format_date

from ..context import Context
from ..finding import Finding, Level
from ..rule import Rule


def find(context: Context) -> Iterator[Finding]:
    """Yield each day in figures that one reader takes for another day than the next: 03/04/2027."""
    for item in context.items:
        if not item.has_digits:
            continue
        for day in figured_days(item.folded):
            if day.day_first and day.month_first and day.sure is None:
                words = item.text[day.start : day.end]
                yield item.finding(
                    "dates.either",
                    Level.SHOULD_FIX,
                    f"“{words}” is {format_date(day.day_first)} to some readers and {format_date(day.month_first)} "
                    "to others. Write the month as a word.",
                    why="Countries order day and month differently, and a posting is read in several.",
                    source="Our judgement",
                    span=(day.start, day.end),
                )


RULE = Rule("dates", "Days that may be either of two", find)
