"""A list cut into pages by where the last one ended: the thousandth page costs what the first does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from roles.models.written import Written

from .models import Firm, Publication
from .models.queries import Listed

ON_A_PAGE = 25
_MOST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Page:
    """So many entries, the newest first, and where the next page begins: None at the end."""

    entries: tuple[Listed, ...]
    older: int | None


def read_cursor(text: str) -> int | None:
    """Return the number that the entries of a page are below; None for what is none: the first page then."""
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(_MOST)):
        return None
    return number if (number := int(text)) <= _MOST else None


def page_of_board(below: int | None) -> Page:
    """Return a page of all open roles: one query."""
    return cut(lambda _: _OF_BOARD.rows(now=timezone.now(), below=_MOST if below is None else below))


def page_of_firm(firm: Firm, below: int | None) -> Page:
    """Return a page of a firm's open roles: one query."""
    below = _MOST if below is None else below
    return cut(lambda _: _OF_FIRM.rows(now=timezone.now(), firm=firm.pk, below=below))


def _newest(now: datetime, below: int) -> QuerySet:
    return Publication.objects.on_the_board(now).for_list().filter(pk__lt=below).order_by("-pk")


_SAMPLES = {"now": datetime(1970, 1, 1, tzinfo=UTC), "below": 987_654_321}
_OF_BOARD = Written(lambda now, below: _newest(now, below)[: ON_A_PAGE + 1], **_SAMPLES)
_OF_FIRM = Written(
    lambda now, firm, below: _newest(now, below).filter(firm=firm)[: ON_A_PAGE + 1], **_SAMPLES, firm=987_654_322
)


def cut(rows_of: Callable[[int], Iterable[tuple[Any, ...]]]) -> Page:
    """Return a page of the first rows of so many: one more is asked for than is shown, to see whether there is one."""
    rows = [Listed(*row) for row in rows_of(ON_A_PAGE + 1)]
    entries = tuple(rows[:ON_A_PAGE])
    return Page(entries, entries[-1].id if len(rows) > ON_A_PAGE else None)
