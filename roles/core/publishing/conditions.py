"""The terms a posting is published on, and the document as the world reads it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from roles.core.dates import format_date
from roles.core.document import Document
from roles.core.exports import visible

# A posting nobody looks at again should not stay open for ever.
LAST_DAY_MOST: Final = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The last day to apply, whether job searches and the portal's list may show it, and, where the review has
    something that must be fixed, why it is published all the same."""

    last_day: date
    listed: bool = False
    reason: str = ""


def for_the_world(document: Document, last_day: date) -> Document:
    """Return the document as it is published: open until that day, and without characters nobody sees."""
    return visible(replace(document, facts=replace(document.facts, valid_through=last_day)))


def day_problem(document: Document, day: date, today: date) -> str:
    """Return what is wrong with a day as the last one to apply, "" for nothing. `today` is the day at the place.

    A text that names another last day would contradict the page around it.
    """
    if day < today:
        return "This day has passed. Choose today or a later day."
    if day > today + LAST_DAY_MOST:
        return f"Choose a day until {format_date(today + LAST_DAY_MOST)}. You can move it later."
    named = document.facts.valid_through
    if named and named != day and any(format_date(named) in item.text for item in document.items()):
        return f"The text says {format_date(named)}. Choose that day, or change the text first."
    return ""
