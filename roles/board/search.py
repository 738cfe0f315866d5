"""What a visitor looks for among the open roles: one object, whatever database answers it.

SQLite keeps the words in a full-text table beside the publications (FTS5), PostgreSQL in indices over two columns. Both
find what has every word, or one that begins so, in one query that stops at the end of the page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import F
from django.utils import timezone

from roles.core.publishing import WORDS_MOST, words_of

from .models import Publication
from .models.queries import Listed, forget
from .paging import Page, cut, page_of_board

TEXT_MAX = 100
_FIELDS = ("q", "place")
_COLUMNS = ("search_words", "search_place")
_SHOWN = ", ".join(f"p.{name}" for name in Listed._fields)
_OPEN = """
    p.listed AND NOT p.waiting AND p.held_at IS NULL AND p.withdrawn_at IS NULL AND p.closed_at IS NULL
    AND NOT p.over AND p.closes_at > %s
"""
# The index and its rows are numbered as the publications are, and read from the newest on until the page is full.
_SQLITE = f"""
    SELECT {_SHOWN}
    FROM board_search s CROSS JOIN board_publication p ON p.id = s.rowid
    WHERE s.board_search MATCH %s AND s.rowid < %s AND {_OPEN}
    ORDER BY s.rowid DESC LIMIT %s
"""  # noqa: S608 - made of names above
# A word that most roles have fills a page from the newest numbers alone. Before it yields the first row of a word's
# beginning SQLite gathers all of them, and PostgreSQL cannot foresee how many there are.
_NEWEST = 1_000
_SQLITE_NEWEST = f"""
    SELECT {_SHOWN}
    FROM board_search s CROSS JOIN board_publication p ON p.id = s.rowid
    WHERE s.rowid < %s AND s.rowid >= MIN(%s, (SELECT MAX(id) + 1 FROM board_publication)) - {_NEWEST}
        AND {{words}} AND {_OPEN}
    ORDER BY s.rowid DESC LIMIT %s
"""  # noqa: S608 - made of names above
_POSTGRESQL_NEWEST = f"""
    board_publication.id >= LEAST(%s, (SELECT MAX(id) + 1 FROM board_publication)) - {_NEWEST}
"""  # noqa: S608 - a number above
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
        """Return the open roles that it finds, the newest first, numbered below the cursor: two queries at most."""
        if not self:
            return page_of_board(below)
        rows_of = self._on_postgresql if connection.vendor == "postgresql" else self._on_sqlite
        return cut(lambda number: rows_of(_MOST if below is None else below, number))

    def _asked(self) -> Iterator[tuple[str, list[str]]]:
        for column, text in zip(_COLUMNS, (self.words, self.place), strict=True):
            yield column, words_of(text)[:WORDS_MOST]

    def _on_sqlite(self, below: int, number: int) -> list[tuple[Any, ...]]:
        asked = [(column, word) for column, words in self._asked() for word in words]
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        begins = " AND ".join(f"instr(' ' || s.{column}, %s) > 0" for column, _ in asked)
        # In quotes a word is a word, whatever it means in the language of such queries.
        match = " AND ".join(f'{column} : "{word}" *' for column, word in asked)
        with connection.cursor() as cursor:
            words = [f" {word}" for _, word in asked]
            cursor.execute(_SQLITE_NEWEST.format(words=begins), [below, below, *words, now, number])
            if len(rows := cursor.fetchall()) < number:
                cursor.execute(_SQLITE, [match, below, now, number])
                rows = cursor.fetchall()
            return rows

    def _on_postgresql(self, below: int, number: int) -> list[tuple[Any, ...]]:
        found = newest = Publication.objects.on_the_board().for_list().filter(pk__lt=below)
        newest = newest.extra(where=[_POSTGRESQL_NEWEST], params=[below])  # noqa: S610 - a number above, and a parameter
        for column, words in self._asked():
            if words:
                query = " & ".join(f"{word}:*" for word in words)
                where = f"to_tsvector('simple', board_publication.{column}) @@ to_tsquery('simple', %s)"
                found = found.extra(where=[where], params=[query])  # noqa: S610 - a name above, and a parameter
            for word in words:  # as text: to make the words of a thousand rows takes longer than all else
                where = f"strpos(' ' || board_publication.{column}, %s) > 0"
                newest = newest.extra(where=[where], params=[f" {word}"])  # noqa: S610 - as above
        rows = list(newest.order_by("-pk")[:number])
        if len(rows) < number:
            # Not in the order of an index: read from the newest on, a rare word would be looked for in all of them.
            rows = list(found.order_by((F("pk") + 0).desc())[:number])
        return rows


def index(publication: Publication) -> None:
    """Let it be found by the words it has now."""
    if connection.vendor == "sqlite":
        forget([publication.pk])
        row: list[Any] = [publication.pk, publication.search_words, publication.search_place]
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO board_search (rowid, search_words, search_place) VALUES (%s, %s, %s)", row)
