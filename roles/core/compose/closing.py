"""Whether an owner's own words on how to apply name the last day, so that no sentence of ours names it again."""

import re
from datetime import date

from roles.core.dates import days, figured_days, monthless_days, yearless_days
from roles.core.folding import fold

# Without month or year: “by the 12th”, “12/12”.
_NUMBERED = re.compile(
    r"\b(?:by|before|on|until|till|close[sd]?|closing|deadline) (?:on )?the (\d{1,2})(?:st|nd|rd|th)\b"
)
_IN_TWO_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})[/.](\d{1,2})(?![\d/]|[.-]\d| ?[ap]\.?m\b|%)")


def names_day(text: str, day: date) -> bool:
    """Return whether a text names the day, in whatever way: “12 December”, “Dec 12th”, “12/12/26”, “by the 12th”."""
    folded = fold(text)
    if str(day.day) not in folded and not re.search(r"[a-z](?:st|nd|rd|th)\b", folded):
        return False
    if any(found == day for found, _, _ in days(folded)):
        return True
    if any(day in (found.day_first, found.month_first) for found in figured_days(folded)):
        return True
    if any((found.month, found.day) == (day.month, day.day) for found, _, _ in yearless_days(folded)):
        return True
    if any((found.day, found.weekday) == (day.day, day.weekday()) for found, _, _ in monthless_days(folded)):
        return True
    pairs = ({int(match[1]), int(match[2])} for match in _IN_TWO_FIGURES.finditer(folded))
    alone = (int(match[1]) for match in _NUMBERED.finditer(folded))
    return any(pair == {day.day, day.month} for pair in pairs) or day.day in alone
