"""Days that may be either of two, days beside another weekday than theirs, and a closing day without its year."""

from collections.abc import Iterator

from roles.core.dates import FiguredDay, days, figured_days, format_date, weekday_before
from roles.core.reading import RelativeDay

from ..context import Context
from ..finding import Finding, Level
from ..reviewed import ReviewedItem, once_an_item
from ..rule import Rule

WHY = "Countries order day and month differently, and a posting is read in several."
SOURCE = "Our judgement"
_WITHOUT = ("without its year", "counted from a day that readers do not know")


def find(context: Context) -> Iterator[Finding]:
    """Yield each day one reader takes for another than the next: 03/04/2027, a Friday that is none, 31 January."""
    ordered = context.once(_order_is_sure)
    for item in context.items:
        if item.has_digits:
            yield from () if ordered else _either(item)
            yield from _weekdays(item)
    yield from _closing(context)


def _order_is_sure(context: Context) -> bool:
    """Whether another day in figures, such as 14.12.26, has only one order, which all of the text then has."""
    return any(day.sure for item in context.items if item.has_digits for day in _in_figures(item))


@once_an_item
def _in_figures(item: ReviewedItem) -> Iterator[FiguredDay]:
    yield from figured_days(item.folded)


@once_an_item
def _either(item: ReviewedItem) -> Iterator[Finding]:
    for day in _in_figures(item):
        if day.day_first and day.month_first and day.sure is None:
            words = item.text[day.start : day.end]
            yield item.finding(
                "dates.either",
                Level.SHOULD_FIX,
                f"“{words}” is {format_date(day.day_first)} to some readers and {format_date(day.month_first)} "
                "to others. Write the month as a word.",
                why=WHY,
                source=SOURCE,
                span=(day.start, day.end),
            )


@once_an_item
def _weekdays(item: ReviewedItem) -> Iterator[Finding]:
    for day, start, end in days(item.folded):
        if weekday_before(item.folded, start) not in (None, day.weekday()):
            yield item.finding(
                "dates.weekday",
                Level.SHOULD_FIX,
                f"{format_date(day)} is a {day:%A}. Which of the two is meant?",
                why="A reader who looks it up does not know by which day to apply.",
                source=SOURCE,
                span=(start, end),
            )


def _closing(context: Context) -> Iterator[Finding]:
    """Yield a pasted text's last day to apply that leaves out the year, or has its month as a number."""
    if not context.pasted or context.foreign:
        return
    yearless = context.stated.closing_yearless
    if yearless and (context.stated.closing_date is None or context.stated.closing_date.words == yearless.words):
        meant = context.stated.closing_date
        yield context.finding(
            "dates.no_year",
            Level.CONSIDER,
            f"“{yearless.words}” is {_WITHOUT[isinstance(yearless.value, RelativeDay)]}. "
            + (f"Is {format_date(meant.value)} meant?" if meant else "Say which one is meant."),
            why="Copies of a posting are read for years, and job boards take it down by this day.",
            source=SOURCE,
        )
    closing = context.stated.closing_date
    if closing and any("/" in closing.words and day.sure for day in figured_days(closing.words)):
        yield context.finding(
            "dates.figures",
            Level.CONSIDER,
            f"Write the month of “{closing.words}” as a word: {format_date(closing.value)}.",
            why=WHY,
            source=SOURCE,
        )


RULE = Rule("dates", "Days that may be either of two", find)
