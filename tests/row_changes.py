"""What a set-up changes in the database, to be done again row by row: the models take many times as long."""

from django.apps import apps
from django.db import connection

from roles.models import SecurityEvent


def rows_of_all(but=()):
    """Return the rows of every model but some, as the database has them: by model, then by primary key."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if model in but:
                continue
            columns = [field.column for field in model._meta.concrete_fields]
            key = columns.index(model._meta.pk.column)
            cursor.execute(f"SELECT {_list(columns)} FROM {_quoted(model._meta.db_table)}")
            found[model] = {row[key]: row for row in cursor.fetchall()}
    return found


class Changes:
    """The rows that went from one state of the database to another, and those that came; a row that changed did both.

    Of a security event, which always comes last, the id is left to the database.
    """

    def __init__(self, before, after):
        self.gone = {
            model: [key for key in rows if rows[key] != after[model].get(key)] for model, rows in before.items()
        }
        self.came = {
            model: [rows[key] for key in rows if rows[key] != before[model].get(key)] for model, rows in after.items()
        }

    def make(self):
        """Change the rows; what refers to them is compared where the transaction ends."""
        with connection.cursor() as cursor:
            for model, keys in self.gone.items():
                if keys:
                    where = f"{_quoted(model._meta.pk.column)} IN ({_places(keys)})"
                    cursor.execute(f"DELETE FROM {_quoted(model._meta.db_table)} WHERE {where}", keys)
            for model, rows in self.came.items():
                columns = [field.column for field in model._meta.concrete_fields]
                if model is SecurityEvent:
                    columns, rows = columns[1:], [row[1:] for row in rows]
                if rows:
                    into = f"{_quoted(model._meta.db_table)} ({_list(columns)})"
                    cursor.executemany(f"INSERT INTO {into} VALUES ({_places(columns)})", rows)


def _quoted(name):
    return connection.ops.quote_name(name)


def _list(columns):
    return ", ".join(map(_quoted, columns))


def _places(values):
    return ", ".join(["%s"] * len(values))
