"""What a visitor looks for among the open roles: one object, whatever database answers it.

SQLite keeps the words in a full-text table beside the publications (FTS5), PostgreSQL in indices over two columns. Both
find what has every word, or one that begins so, in one query that stops at the end of the page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils import timezone

from roles.core.publishing import WORDS_MOST, words_of

from .models import Publication
from .models.queries import Listed, forget
from .paging import Page, cut, page_of, page_of_board

TEXT_MAX = 100
_FIELDS = ("q", "place")
_COLUMNS = ("search_words", "search_place")
# The index and its rows are numbered as the publications are, and read from the newest on until the page is full.
_SQLITE = f"""
    SELECT {", ".join(f"p.{name}" for name in Listed._fields)}
    FROM board_search s CROSS JOIN board_publication p ON p.id = s.rowid
    WHERE s.board_search MATCH %s AND s.rowid < %s
        AND p.listed AND NOT p.waiting AND p.held_at IS NULL AND p.withdrawn_at IS NULL AND p.closed_at IS NULL
        AND NOT p.over AND p.closes_at > %s
    ORDER BY s.rowid DESC LIMIT %s
"""  # noqa: S608 - made of names above
_MOST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Search:
    """Words of the title, the company or the trade, and words of the place; each "" for any."""

    words: str = ""
    place: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Search":
        """Return the search of an address."""
        words, place = (" ".join(query.get(name, "").split())[:TEXT_MAX] for name in _FIELDS)
        return cls(words, place)

    def __bool__(self) -> bool:
        return any(found for _, found in self._asked())

    @property
    def asked(self) -> list[tuple[str, str]]:
        """What an address has of it, as (name, value)."""
        return [(name, text) for name, text in zip(_FIELDS, (self.words, self.place), strict=True) if text]

    def page(self, below: int | None) -> Page:
        """Return the open roles that it finds, the newest first, numbered below the cursor: one query."""
        if not self:
            return page_of_board(below)
        if connection.vendor == "postgresql":
            return page_of(self._on_postgresql().for_list(), below)
        return cut(lambda number: self._on_sqlite(below, number))

    def _asked(self) -> Iterator[tuple[str, list[str]]]:
        for column, text in zip(_COLUMNS, (self.words, self.place), strict=True):
            yield column, words_of(text)[:WORDS_MOST]

    def _on_sqlite(self, below: int | None, number: int) -> list[tuple[Any, ...]]:
        # In quotes a word is a word, whatever it means in the language of such queries.
        match = " AND ".join(f'{column} : "{word}" *' for column, words in self._asked() for word in words)
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        with connection.cursor() as cursor:
            cursor.execute(_SQLITE, [match, _MOST if below is None else below, now, number])
            return cursor.fetchall()

    def _on_postgresql(self):
        found = Publication.objects.on_the_board()
        for column, words in self._asked():
            if words:
                query = " & ".join(f"{word}:*" for word in words)
                where = f"to_tsvector('simple', board_publication.{column}) @@ to_tsquery('simple', %s)"
                found = found.extra(where=[where], params=[query])  # noqa: S610 - a name above, and a parameter
        return found


def index(publication: Publication) -> None:
    """Let it be found by the words it has now."""
    if connection.vendor == "sqlite":
        forget([publication.pk])
        row: list[Any] = [publication.pk, publication.search_words, publication.search_place]
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO board_search (rowid, search_words, search_place) VALUES (%s, %s, %s)", row)
