"""Days, written and read: only in ways nobody can misread."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .folding import fold

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
# The months in the other languages that a posting is read in, in order.
_ABROAD = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
)
_NUMBER = {
    **{name: number for names in _ABROAD for number, name in enumerate(names.split(), start=1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, start=1)},
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    "sept": 9,
    "jänner": 1,
}
_NAMES = "|".join(sorted(_NUMBER, key=len, reverse=True))
# A month's name behind a day: "31. Januar" is the middle of a sentence.
MONTH_BEHIND = re.compile(rf"\s?(?:{_NAMES})\b", re.IGNORECASE)
# Of a year in two figures neither an hour, an amount nor a number of something is one.
_SHORT = r"(?:'\d\d|[2-4]\d)(?!\d|[:%]|[.,]\d| ?(?:[ap]\.?m\b|hours?|hrs|days?|people|places|years?|-))"
_YEAR = rf"(?:20\d\d|{_SHORT})"
_ORDINAL = r"(?:st|nd|rd|th|er|\.)?"
_DAY = re.compile(
    r"\b(?:(?P<y>20\d\d)(?P<mark>[-/.])(?P<m>\d\d)(?P=mark)(?P<d>\d\d)|"
    rf"(?P<d1>\d{{1,2}}){_ORDINAL}(?: of| de)?[ /-]?(?P<m1>{_NAMES})\.?,?(?: de)?[ /-](?P<y1>{_YEAR})|"
    rf"(?P<m2>{_NAMES})\.? (?P<d2>\d{{1,2}}){_ORDINAL},? (?P<y2>{_YEAR}))(?!\d)"
)
# The same without a year: "Friday 11th December", "31 Jan", "December 5", "the tenth of January".
_COUNTED = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
_COUNT = "|".join(sorted(_COUNTED, key=len, reverse=True))
_NO_YEAR = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}}|{_COUNT}){_ORDINAL}(?: of| de)?[ -]?(?P<m1>{_NAMES})\b|"
    rf"(?P<m2>{_NAMES})\.? (?:the )?(?P<d2>\d{{1,2}}|{_COUNT}){_ORDINAL}(?![\d%/]|:\d|[.,]\d| ?[ap]\.?m\b))"
    r"(?!\.?,?(?: de)?[ -](?:20\d\d|'\d\d)\b)"
)
# Days that have a name, the same each year: (month, day).
NAMED_DAYS = {
    "halloween": (10, 31), "christmas eve": (12, 24), "new year's eve": (12, 31), "new year’s eve": (12, 31),
    "valentine's day": (2, 14), "valentine’s day": (2, 14), "st patrick's day": (3, 17), "st patrick’s day": (3, 17),
    "bonfire night": (11, 5), "hogmanay": (12, 31),
}  # fmt: skip
_NAMED_DAY = re.compile(rf"\b(?:{'|'.join(NAMED_DAYS)})\b(?! (?:party|parties|trade|orders|sales|rush|events?|shows?))")
# "the end of January 2027": its last day.
_END_OF = re.compile(rf"\b(?:end|last day)(?: of)?(?: the month of)? (?P<month>{_NAMES})\.?,? (?P<year>20\d\d)(?!\d)")
_NO_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)\b(?!(?: of| de)?[ -]?(?:{_NAMES})\b)")
_LONGEST_MONTH = 31
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_BEFORE = re.compile(
    rf"\b(?P<day>{'|'.join(_WEEKDAYS)})(?:day|s|sday|nesday|nes|r|rs|rsday|urday)?\.?,?(?: the)? $"
)
# 12/01/2027: a day for sure, but which one depends on the reader's country.
IN_FIGURES = re.compile(
    r"(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:20)?\d\d)(?![\d/]|[.-]\d)"
)


@dataclass(frozen=True, slots=True)
class FiguredDay:
    """A day in figures at [start, end) of a text, by either order; one that the order makes no day is None."""

    day_first: date | None
    month_first: date | None
    start: int
    end: int

    @property
    def sure(self) -> date | None:
        """The day where both orders or only one of them make it, else None."""
        if self.day_first and self.month_first and self.day_first != self.month_first:
            return None
        return self.day_first or self.month_first


@dataclass(frozen=True, slots=True)
class YearlessDay:
    """A day without its year; `weekday` is the one written beside it, 0 for Monday, None for none.

    Of "Friday 4th" `month` is 0: it is the next month in which that day is a Friday, this one or the one after it.
    """

    month: int
    day: int
    weekday: int | None = None

    def on_or_after(self, today: date) -> date | None:
        """Return the next such day, None where its weekday is another one, and so it is unknown which is meant."""
        if not self.month:
            return self._in_a_month_from(today)
        for year in (today.year, today.year + 1):
            day = _date(year, self.month, self.day)
            if day and day >= today:
                return day if self.weekday in (None, day.weekday()) else None
        return None

    def _in_a_month_from(self, today: date) -> date | None:
        """The day of its weekday in this month or the next; a later one is hardly meant."""
        months = ((today.year, today.month), (today.year + today.month // 12, today.month % 12 + 1))
        days = (_date(year, month, self.day) for year, month in months)
        return next((day for day in days if day and day >= today and day.weekday() == self.weekday), None)


def format_date(value: date) -> str:
    """`30 January 2027`: the one order of day and month nobody misreads."""
    return f"{value.day} {value:%B %Y}"


def days(folded: str) -> Iterator[tuple[date, int, int]]:
    """Yield (day, start, end) for each day of folded text; of days in figures those that have only one order."""
    found = [(day, match.start(), match.end()) for match in _DAY.finditer(folded) if (day := _named(match))]
    found += [(each.sure, each.start, each.end) for each in figured_days(folded) if each.sure]
    yield from sorted(found, key=lambda entry: entry[1])


def figured_days(folded: str) -> Iterator[FiguredDay]:
    """Yield each day in figures, such as 3/4/2027."""
    for match in IN_FIGURES.finditer(folded):
        first, second, year = int(match["first"]), int(match["second"]), _year(match["year"])
        day_first = _date(year, second, first)
        month_first = _date(year, first, second)
        if day_first or month_first:
            yield FiguredDay(day_first, month_first, match.start(), match.end())


def days_meant(written: str) -> tuple[date, ...]:
    """Return the day that a box for one day holds, both where figures have two orders; () for what is no day."""
    folded = fold(written.strip())
    for each in figured_days(folded):
        if not each.sure and each.day_first and each.month_first:
            return (each.day_first, each.month_first)
    return tuple(day for day, _, _ in days(folded))[:1]


def month_ends(folded: str) -> Iterator[tuple[date, int, int]]:
    """Yield (day, start, end) for the last day of each month a folded text names so: "the end of January 2027"."""
    for match in _END_OF.finditer(folded):
        year, month = int(match["year"]), _NUMBER[match["month"]]
        yield date(year, month, calendar.monthrange(year, month)[1]), match.start(), match.end()


def yearless_days(folded: str) -> Iterator[tuple[YearlessDay, int, int]]:
    """Yield (day, start, end) for each day of folded text without its year, with the weekday beside it."""
    for match in _NO_YEAR.finditer(folded):
        written, month = match["d1"] or match["d2"], _NUMBER[match["m1"] or match["m2"]]
        number = int(written) if written.isdigit() else _COUNTED.index(written) + 1
        if _date(2024, month, number):
            yield YearlessDay(month, number, weekday_before(folded, match.start())), match.start(), match.end()
    for match in _NAMED_DAY.finditer(folded):
        yield YearlessDay(*NAMED_DAYS[match[0]]), match.start(), match.end()


def monthless_days(folded: str) -> Iterator[tuple[YearlessDay, int, int]]:
    """Yield (day, start, end) for each day with its weekday and no month: "Friday 4th", "Fri the 4th"."""
    for match in _NO_MONTH.finditer(folded):
        weekday = weekday_before(folded, match.start())
        if weekday is not None and 1 <= int(match[1]) <= _LONGEST_MONTH:
            yield YearlessDay(0, int(match[1]), weekday), match.start(), match.end()


def weekday_before(folded: str, start: int) -> int | None:
    """Return the weekday written right before an offset of folded text, 0 for Monday, None where none is."""
    match = _WEEKDAY_BEFORE.search(folded, max(0, start - 16), start)
    return _WEEKDAYS.index(match["day"]) if match else None


def _named(match: re.Match[str]) -> date | None:
    year = match["y"] or match["y1"] or match["y2"]
    day = int(match["d"] or match["d1"] or match["d2"])
    name = match["m1"] or match["m2"]
    return _date(_year(year), int(match["m"]) if match["m"] else _NUMBER[name], day)


def _year(written: str) -> int:
    number = int(written.lstrip("'"))
    return number if number >= 100 else 2000 + number


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
