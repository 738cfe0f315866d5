"""What an error shows of the machine beneath: no database, no room on the disk, no right to write.

Sources: SQLite's result codes (sqlite.org/rescode.html), PostgreSQL's SQLSTATE classes (its manual, appendix A);
errno(3).
"""

import errno
from collections.abc import Iterator
from enum import StrEnum


class Outage(StrEnum):
    """Each passes without a change of the program: the same request may succeed later."""

    FULL = "full"  # nothing can be written, all can be read
    READ_ONLY = "read_only"  # as above
    DOWN = "down"  # the database does not answer, or not in time


_ERRNO = {
    errno.ENOSPC: Outage.FULL,
    errno.EDQUOT: Outage.FULL,
    errno.EROFS: Outage.READ_ONLY,
}
# The first words of a name: SQLITE_IOERR_WRITE is one of SQLITE_IOERR.
_SQLITE = {
    "SQLITE_FULL": Outage.FULL,
    "SQLITE_READONLY": Outage.READ_ONLY,
    "SQLITE_BUSY": Outage.DOWN,
    "SQLITE_LOCKED": Outage.DOWN,
    "SQLITE_IOERR": Outage.DOWN,
    "SQLITE_CANTOPEN": Outage.DOWN,
    "SQLITE_PROTOCOL": Outage.DOWN,
    "SQLITE_NOMEM": Outage.DOWN,
}
_SQLSTATE = {
    "53100": Outage.FULL,  # disk_full
    "25006": Outage.READ_ONLY,  # read_only_sql_transaction
    "08": Outage.DOWN,  # the connection
    "53": Outage.DOWN,  # insufficient resources
    "57": Outage.DOWN,  # shut down, or cancelled: a statement that took too long
    "58": Outage.DOWN,  # an error of the system
    "55P03": Outage.DOWN,  # a lock not had in time
    "25P03": Outage.DOWN,  # a transaction idle for too long
}


def outage_of(error: BaseException) -> Outage | None:
    """The outage an error is due to, by itself or by what it was raised from; None for any other error.

    A driver's error is known by what it carries: `sqlite_errorname` (sqlite3) or `sqlstate` (psycopg). One of psycopg
    that has no `sqlstate` and is called OperationalError never reached the server.
    """
    for each in _causes(error):
        if (found := _of_one(each)) is not None:
            return found
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__


def _of_one(error: BaseException) -> Outage | None:
    if isinstance(error, OSError) and error.errno in _ERRNO:
        return _ERRNO[error.errno]
    if name := getattr(error, "sqlite_errorname", None):
        return next((outage for start, outage in _SQLITE.items() if str(name).startswith(start)), None)
    if not hasattr(error, "sqlstate"):
        return None
    if error.sqlstate is None:
        return Outage.DOWN if any(kind.__name__ == "OperationalError" for kind in type(error).__mro__) else None
    state = str(error.sqlstate)
    return _SQLSTATE.get(state) or _SQLSTATE.get(state[:2])
