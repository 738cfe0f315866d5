"""The two titles side by side, row by row.

The rows follow the article the portal teaches and mark our own judgement as such in
their notes; budgets, compliance and decisions are named for the Director of Operations,
policies, key performance indicators and best practice for the Operations Director.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from roles.core.codec import Problem


class RowKind(StrEnum):
    """A row of two columns; one that holds for both titles; a caveat; or a source."""

    PAIR = "pair"
    TOGETHER = "together"
    CAVEAT = "caveat"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRow:
    """What is compared, in a few words for the home page's short form and at length.

    A `PAIR` fills `strategic` (Operations Director) and `operational` (Director of
    Operations), each line a paragraph; the other kinds fill `text`. `short_…` are the
    words of the short form; a row without any is left out there.
    """

    key: str
    kind: RowKind = RowKind.PAIR
    label: str
    strategic: str = ""
    operational: str = ""
    text: str = ""
    short_strategic: str = ""
    short_operational: str = ""
    short_text: str = ""
    note: str = ""

    @property
    def is_short(self) -> bool:
        """Whether it has words for the short form."""
        return bool(self.short_strategic or self.short_text)


def comparison_problems(rows: Iterable[ComparisonRow]) -> Iterator[Problem]:
    """Yield what keeps the rows from being shown; a path begins with the row's place from 0."""
    seen: set[str] = set()
    for number, row in enumerate(rows):
        if row.key in seen:
            yield Problem((number, "key"), f"“{row.key}” is there twice")
        seen.add(row.key)
        for field, message in row_problems(row):
            yield Problem((number, field), message)


def row_problems(row: ComparisonRow) -> Iterator[tuple[str, str]]:
    """Yield (field, message) for what is missing from one row."""
    if row.kind is RowKind.PAIR:
        for field in ("strategic", "operational"):
            if not getattr(row, field):
                yield field, "should be filled in: a row of two columns needs both"
        if bool(row.short_strategic) != bool(row.short_operational):
            yield "short_strategic", "and short_operational belong together"
    elif not row.text:
        yield "text", "should be filled in"
