import time
from typing import Any

import psycopg
from django.conf import settings
from django.db.backends.postgresql import base
from django.db.backends.postgresql.psycopg_any import IsolationLevel
from psycopg.abc import RV, PQGen

HEALTH_SECONDS = 1.0
REFUSED_SECONDS = 1.0  # nobody else waits for a server that has just not answered


def within(waiting: PQGen[RV], seconds: float) -> PQGen[RV]:
    """What psycopg waits for, for so long at most. A server that hangs keeps its connection, and sends nothing: neither
    its own time-outs nor TCP's end that."""
    deadline = time.monotonic() + seconds
    try:
        state = next(waiting)
        while True:
            ready = yield state  # nothing ready, several times a second, while nothing comes
            if not ready and time.monotonic() > deadline:
                raise psycopg.OperationalError("The database did not answer in time.")
            state = waiting.send(ready)
    except StopIteration as end:
        return end.value


class Connection(psycopg.Connection):
    seconds = 0.0  # for one statement; 0 is without end

    def wait(self, gen: PQGen[RV], *args: Any, **kwargs: Any) -> RV:
        if not self.seconds:
            return super().wait(gen, *args, **kwargs)
        started = time.monotonic()
        try:
            return super().wait(within(gen, self.seconds), *args, **kwargs)
        except psycopg.OperationalError:
            if time.monotonic() - started > self.seconds:
                Silent.since = time.monotonic()
                self.pgconn.finish()  # what it would still say belongs to no statement
            raise


class Silent:
    """When a server last did not answer this process."""

    since = float("-inf")

    @classmethod
    def just_now(cls) -> bool:
        return time.monotonic() - cls.since < REFUSED_SECONDS


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection:
        if Silent.just_now():
            raise psycopg.OperationalError("The database did not answer a moment ago.")
        self.isolation_level = IsolationLevel.READ_COMMITTED
        try:
            connection = Connection.connect(**conn_params)
        except psycopg.OperationalError:
            Silent.since = time.monotonic()
            raise
        connection.seconds = settings.DATABASE_SECONDS + 0.5  # the server's own limit comes first, and explains more
        return connection

    def is_usable(self) -> bool:
        if self.connection is None:
            return False
        seconds, self.connection.seconds = self.connection.seconds, HEALTH_SECONDS
        try:
            return super().is_usable()
        finally:
            self.connection.seconds = seconds
