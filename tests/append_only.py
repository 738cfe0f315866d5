"""After a test outside a transaction Django empties every table. On SQLite it does so row by row, which the triggers
of the tables that only grow refuse; PostgreSQL's TRUNCATE is past them anyway."""

import pytest
from django.db.backends.sqlite3.base import DatabaseWrapper

DatabaseOperations = DatabaseWrapper.ops_class


@pytest.fixture(autouse=True, scope="session")
def tables_that_only_grow_are_emptied_between_tests():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", _flush_without_triggers, raising=False)
        yield


def _flush_without_triggers(operations, statements):
    with operations.connection.cursor() as cursor:
        triggers = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    drop = [f'DROP TRIGGER "{name}"' for name, _ in triggers]
    super(DatabaseOperations, operations).execute_sql_flush([*drop, *statements, *(sql for _, sql in triggers)])
