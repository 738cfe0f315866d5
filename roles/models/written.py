"""Queries whose SQL is written once a process: for small pages, to write it costs more than to answer it."""

import re
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, models

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d ")
_DATETIME, _UUID = models.DateTimeField(), models.UUIDField()


@dataclass(frozen=True, slots=True)
class _Statement:
    """The SQL and its parameters, the places of each value among them, and what makes objects of the rows."""

    sql: str
    parameters: tuple[Any, ...]
    places: dict[str, list[int]]
    queryset: models.QuerySet[Any]
    compiler: Any


class Written:
    """A queryset that is asked for again and again, with other values in the same places.

    `build` makes it of the `samples`, each unlike everything else in it: where they are among the parameters, the
    values of each time come. All that changes is such a value, the moment it is asked at too.
    """

    def __init__(self, build: Callable[..., models.QuerySet[Any]], **samples: Any) -> None:
        self._build, self._samples = build, samples
        self._written: dict[str, _Statement] = {}

    def rows(self, **values: Any) -> list[Any]:
        """Return what the queryset has of these values, one for each sample: one query."""
        connection = connections[DEFAULT_DB_ALIAS]
        if (statement := self._written.get(connection.vendor)) is None:
            statement = self._written[connection.vendor] = self._write(connection)
        parameters = list(statement.parameters)
        for name, places in statement.places.items():
            for place in places:
                parameters[place] = _adapted(values[name], connection)
        # What Django asks for the SQL of a query is a compiler, made for each anew; this one has it already.
        compiler = copy(statement.compiler)
        compiler.connection = connection
        compiler.as_sql = lambda *_, **__: (statement.sql, tuple(parameters))
        query = copy(statement.queryset.query)
        query.get_compiler = lambda *_, **__: compiler  # type: ignore[method-assign]
        asked = SimpleNamespace(db=DEFAULT_DB_ALIAS, query=query, _known_related_objects={}, _fields=None)
        read: Any = statement.queryset._iterable_class
        return list(read(asked))

    def first(self, **values: Any) -> Any:
        """Return the first of them, or None: for a queryset of one row."""
        return next(iter(self.rows(**values)), None)

    def _write(self, connection: Any) -> _Statement:
        queryset = self._build(**self._samples)
        compiler = queryset.query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        places: dict[str, list[int]] = {}
        for name, sample in self._samples.items():
            adapted = _adapted(sample, connection)
            places[name] = [place for place, value in enumerate(parameters) if value == adapted]
            if not places[name]:
                raise ValueError(f"{name} is nowhere in the query: {sql}")
        taken = {place for found in places.values() for place in found}
        for place, value in enumerate(parameters):
            if place not in taken and (isinstance(value, datetime) or _MOMENT.match(str(value))):
                raise ValueError(f"The query would be of {value} for ever: {sql}")
        return _Statement(sql, tuple(parameters), places, queryset, compiler)


def _adapted(value: Any, connection: Any) -> Any:
    """Return the value as the database takes it."""
    if isinstance(value, datetime):
        return _DATETIME.get_db_prep_value(value, connection)
    if isinstance(value, UUID):
        return _UUID.get_db_prep_value(value, connection)
    return value
