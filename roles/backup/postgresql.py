"""A PostgreSQL database in pg_dump's custom format, and back."""

import os
import secrets
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.client import DatabaseClient

from .digest import Tables, digest_of
from .errors import BackupError

PLAIN = ("--no-owner", "--no-privileges")  # a restore belongs to whoever restores


class Postgresql:
    member = "database.dump"

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def dump(self, path: Path) -> Tables:
        """Write the database into a new file, and return what it held at that moment, whoever writes meanwhile."""
        with opened(self.connection) as source, source.cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone()
            run(source, "pg_dump", "--format=custom", *PLAIN, f"--snapshot={snapshot}", f"--file={path}")
            tables = digests(source, cursor)
            cursor.execute("ROLLBACK")
        return tables

    def read(self, path: Path) -> Tables:
        """Return what the dump holds, restored into a database that is dropped again."""
        with scratch_database(self.connection) as scratch:
            run(scratch, "pg_restore", "--exit-on-error", "--single-transaction", *PLAIN, str(path))
            with scratch.cursor() as cursor:
                return digests(scratch, cursor)

    def table_names(self) -> list[str]:
        with opened(self.connection) as database, database.cursor() as cursor:
            return table_names(cursor)

    def replace(self, path: Path, tables: Tables) -> None:
        """Put the dump in the place of all tables and functions, in one transaction: requests wait, or go on as before.

        `pg_restore --clean` would not do: it leaves the tables of a newer portal, which the dump does not know.
        """
        self.connection.close()
        with opened(self.connection) as database, database.cursor() as cursor:
            cursor.execute("SELECT current_schema()")
            schema = database.ops.quote_name(cursor.fetchone()[0])
            tables_before = [f"{schema}.{database.ops.quote_name(name)}" for name in table_names(cursor)]
            dropped = [f"DROP TABLE {', '.join(tables_before)} CASCADE;"] if tables_before else []
            dropped += [f"DROP FUNCTION {function} CASCADE;" for function in functions(cursor)]
            sessions = [f"DELETE FROM {schema}.django_session;"] if "django_session" in tables else []  # noqa: S608
            first, restored, last = (path.with_name(f"{name}.sql") for name in ("first", "restored", "last"))
            first.write_text("\n".join(["SET LOCAL lock_timeout = '30s';", *dropped]))
            checks = [
                row_check(f"{schema}.{database.ops.quote_name(name)}", table["rows"]) for name, table in tables.items()
            ]
            last.write_text("\n".join([*checks, *sessions]))
            run_command(["pg_restore", *PLAIN, f"--file={restored}", str(path)])
            files = [f"--file={file}" for file in (first, restored, last)]
            run(database, "psql", "--no-psqlrc", "--quiet", "--output=/dev/null", "--single-transaction",
                "--set=ON_ERROR_STOP=1", *files)  # fmt: skip


def row_check(table: str, rows: int) -> str:
    """Return SQL that ends the transaction, with the reason in its error, unless the table holds that many rows."""
    counted = f"(SELECT count(*) FROM {table})"  # noqa: S608 - quoted by the caller
    return f"SELECT CASE {counted} WHEN {rows} THEN 0 ELSE ('a table was not restored whole: ' || {counted})::int END;"


@contextmanager
def opened(connection: BaseDatabaseWrapper, name: str = "") -> Iterator[BaseDatabaseWrapper]:
    """A connection of its own, outside of any transaction, to this database or to another one of the same server."""
    own = connection.copy()
    own.settings_dict = {**connection.settings_dict, "NAME": name or connection.settings_dict["NAME"]}
    with closing(own):
        yield own


@contextmanager
def scratch_database(connection: BaseDatabaseWrapper) -> Iterator[BaseDatabaseWrapper]:
    name = f"{connection.settings_dict['NAME'][:40]}_check_{secrets.token_hex(4)}"
    with opened(connection) as server, server.cursor() as cursor:
        quoted = server.ops.quote_name(name)
        try:
            cursor.execute(f"CREATE DATABASE {quoted} TEMPLATE template0")
        except DatabaseError as error:
            raise BackupError(
                f"The backup could not be tried out, so none was kept: {str(error).strip()}. "
                "The portal's database user needs CREATEDB: ALTER ROLE … CREATEDB;"
            ) from error
        try:
            with opened(connection, name) as scratch:
                yield scratch
        finally:
            cursor.execute(f"DROP DATABASE {quoted} WITH (FORCE)")


def table_names(cursor: Any) -> list[str]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
    return [name for (name,) in cursor.fetchall()]


def functions(cursor: Any) -> list[str]:
    """Return the functions of the schema, quoted and with their arguments, but for those of an extension."""
    cursor.execute(
        "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = current_schema()::regnamespace "
        "AND NOT EXISTS (SELECT FROM pg_depend "
        "WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')"
    )
    return [name for (name,) in cursor.fetchall()]


def digests(database: BaseDatabaseWrapper, cursor: Any) -> Tables:
    return {name: digest_of(rows_of(cursor, database.ops.quote_name(name))) for name in table_names(cursor)}


def rows_of(cursor: Any, table: str) -> Iterator[bytes]:
    """The rows as COPY writes them: one a line, every line break inside a value escaped."""
    rest = b""
    with cursor.copy(f"COPY {table} TO STDOUT") as blocks:
        for block in blocks:
            *lines, rest = (rest + bytes(block)).split(b"\n")
            yield from lines


def run(database: BaseDatabaseWrapper, program: str, *options: str) -> None:
    """Run one of PostgreSQL's programs on the database; the password goes by the environment, not the command line."""
    (_, *where, name), env = DatabaseClient.settings_to_cmd_args_env(database.settings_dict, [])
    run_command([program, *where, f"--dbname={name}", *options], env)


def run_command(command: list[str], env: dict[str, str] | None = None) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - PostgreSQL's programs, with the portal's own settings
            command, env={**os.environ, **(env or {})}, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        raise BackupError(
            f"{command[0]} is not installed. Install PostgreSQL's client programs (Debian: postgresql-client), "
            "not older than the server."
        ) from error
    if done.returncode:
        raise BackupError(f"{command[0]} failed: {done.stderr.strip() or f'exit code {done.returncode}'}")
