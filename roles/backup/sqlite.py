"""A SQLite database as a file of its own, and back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic

from django.db.backends.base.base import BaseDatabaseWrapper

from .digest import Tables, digest_of
from .errors import BackupError

PAGES = 1_000  # copied in one step
PATIENCE = 30  # seconds without a step


class Sqlite:
    member = "database.sqlite3"

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection
        self.path = Path(connection.settings_dict["NAME"])

    def dump(self, path: Path) -> Tables:
        """Write the database into a new file, and return what it held at that moment, whoever writes meanwhile."""
        if not self.path.is_file():
            raise BackupError(f"{self.path}: there is no database to back up.")
        beside = path.with_name("snapshot.sqlite3")
        with closing(sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, timeout=20)) as source:
            source.isolation_level = None
            source.execute("BEGIN")  # its first read fixes what this connection sees
            tables = digests(source)
            with closing(sqlite3.connect(beside)) as snapshot:
                source.backup(snapshot)
        # VACUUM cannot run in the transaction that holds the snapshot, so it makes the file from the snapshot's copy:
        # what was purged is not in it.
        with closing(sqlite3.connect(beside)) as snapshot:
            snapshot.execute("VACUUM INTO ?", [str(path)])
        beside.unlink()
        return tables

    def read(self, path: Path) -> Tables:
        """Return what the dump holds, after SQLite's own check of it. May write to the file, which is a copy."""
        with closing(sqlite3.connect(path)) as dump:
            if (found := dump.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
                raise BackupError(f"SQLite finds the copy damaged: {found}")
            return digests(dump)

    def table_names(self) -> list[str]:
        if not self.path.exists():
            return []
        with closing(sqlite3.connect(self.path, timeout=20)) as database:
            return table_names(database)

    def replace(self, path: Path, tables: Tables) -> None:
        """Put the dump in the database's place, in one transaction; who has it open goes on with the new rows.

        Another file by the same name would not do: open connections would write to the old one, and its log would be
        read into the new one.
        """
        self.connection.close()
        with closing(sqlite3.connect(path)) as dump:
            if "django_session" in tables:
                dump.execute("DELETE FROM django_session")
                dump.commit()
            with closing(sqlite3.connect(self.path, timeout=20)) as database:
                dump.backup(database, pages=PAGES, progress=GiveUp().after)


class GiveUp:
    """Ends a copy that waits for a lock: `sqlite3` itself would try for ever."""

    def __init__(self) -> None:
        self.remaining, self.since = -1, monotonic()

    def after(self, status: int, remaining: int, total: int) -> None:
        if remaining != self.remaining:
            self.remaining, self.since = remaining, monotonic()
        elif monotonic() - self.since > PATIENCE:
            raise BackupError("Another program holds the database. Nothing was changed: stop it and try again.")


def table_names(database: sqlite3.Connection) -> list[str]:
    return [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]


def digests(database: sqlite3.Connection) -> Tables:
    database.text_factory = str
    names = table_names(database)
    database.text_factory = bytes  # as stored, were it not even text
    return {name: digest_of(rows_of(database, name)) for name in names}


def rows_of(database: sqlite3.Connection, table: str) -> Iterator[bytes]:
    quoted = table.replace('"', '""')
    for row in database.execute(f'SELECT * FROM "{quoted}"'):  # noqa: S608 - a name from the schema, quoted
        yield repr(row).encode()
