"""Which errors are the machine's, and pass, and which are the program's."""

import errno
import sqlite3

import psycopg
import pytest

from roles.core.outages import Outage, outage_of


def wrapped(cause):
    """As Django raises what a driver has raised."""
    try:
        try:
            raise cause
        except Exception as error:
            raise RuntimeError("Django's own") from error
    except RuntimeError as error:
        return error


def of_sqlite(name):
    error = sqlite3.OperationalError(name)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("error", "outage"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), Outage.FULL),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), Outage.FULL),
        (OSError(errno.EROFS, "Read-only file system"), Outage.READ_ONLY),
        (of_sqlite("SQLITE_FULL"), Outage.FULL),
        (of_sqlite("SQLITE_READONLY_DBMOVED"), Outage.READ_ONLY),
        (of_sqlite("SQLITE_BUSY"), Outage.DOWN),
        (of_sqlite("SQLITE_IOERR_SHMSIZE"), Outage.DOWN),
        (of_sqlite("SQLITE_CANTOPEN"), Outage.DOWN),
        (psycopg.errors.DiskFull(), Outage.FULL),
        (psycopg.errors.ReadOnlySqlTransaction(), Outage.READ_ONLY),
        (psycopg.errors.QueryCanceled(), Outage.DOWN),
        (psycopg.errors.LockNotAvailable(), Outage.DOWN),
        (psycopg.errors.TooManyConnections(), Outage.DOWN),
        (psycopg.errors.AdminShutdown(), Outage.DOWN),
        (psycopg.OperationalError("connection refused"), Outage.DOWN),
        (psycopg.errors.ConnectionTimeout("connection timeout expired"), Outage.DOWN),
    ],
    ids=str,
)
def test_an_error_of_the_machine_is_an_outage(error, outage):
    assert outage_of(error) == outage
    assert outage_of(wrapped(error)) == outage


@pytest.mark.parametrize(
    "error",
    [
        ValueError("x"),
        OSError(errno.ENOENT, "No such file"),
        of_sqlite("SQLITE_ERROR"),
        of_sqlite("SQLITE_CONSTRAINT_UNIQUE"),
        psycopg.errors.UndefinedTable(),
        psycopg.errors.UniqueViolation(),
        psycopg.errors.InvalidTextRepresentation(),
        psycopg.ProgrammingError("the query has 0 placeholders"),
    ],
    ids=str,
)
def test_an_error_of_the_program_is_none(error):
    assert outage_of(error) is None
    assert outage_of(wrapped(error)) is None


def test_errors_raised_from_each_other_in_a_circle_come_to_an_end():
    one, two = ValueError(), ValueError()
    one.__cause__, two.__cause__ = two, one
    assert outage_of(one) is None
