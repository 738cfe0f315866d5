"""Days, written and read: only in ways nobody can misread."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAMES = "|".join([*MONTHS, *(name[:3] for name in MONTHS), "sept"])
_DAY = re.compile(
    r"\b(?:(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)|"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?P<m1>{_NAMES})\.?,? (?P<y1>20\d\d)|"
    rf"(?P<m2>{_NAMES})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>20\d\d))\b"
)
# 12/01/2027: a day for sure, but which one depends on the reader's country.
IN_FIGURES = re.compile(r"(?<![\d/.])\d{1,2}([/.-])\d{1,2}\1(?:20)?\d\d(?![\d/])")


def format_date(value: date) -> str:
    """`30 January 2027`: the one order of day and month nobody misreads."""
    return f"{value.day} {value:%B %Y}"


def days(folded: str) -> Iterator[tuple[date, int, int]]:
    """Yield (day, start, end) for each day of folded text; 3/4/2027 is nobody's guess and left out."""
    for match in _DAY.finditer(folded):
        year = int(match["y"] or match["y1"] or match["y2"])
        day = int(match["d"] or match["d1"] or match["d2"])
        name = match["m1"] or match["m2"]
        month = int(match["m"]) if match["m"] else 1 + next(i for i, full in enumerate(MONTHS) if full[:3] == name[:3])
        try:
            yield date(year, month, day), match.start(), match.end()
        except ValueError:
            continue
