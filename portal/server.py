"""What the portal changes in gunicorn: the time a connection may take, which worker takes it, how many answers a worker
makes at once, and that no answer names its server."""

import os
import socket
import time
from contextlib import suppress
from typing import Any

from gunicorn.http import wsgi
from gunicorn.workers.gthread import ThreadWorker

from portal.shares import Leaving, Shares
from portal.turns import AT_ONCE, LONG, Turns, in_turn

# A request has to be sent, answered and taken within this time. Without it, a thread waits for a slow client for ever.
SECONDS_LIMIT = int(os.environ.get("REQUEST_SECONDS", "30"))
CLOSE_SECONDS = 2
PAUSE = 0.0005  # seconds between two looks at a connection that is left


class Worker(ThreadWorker):
    wsgi: Any
    shares = Shares()

    def __init__(self, age, *args, **kwargs):
        self.place = self.shares.place_of(age)
        self.leaves = Leaving(self.shares, self.place)
        super().__init__(age, *args, **kwargs)
        self.served_since = {}
        self.turns = Turns(AT_ONCE)

    @property
    def nr_conns(self):
        """How many connections it has: gunicorn's own count, which the other workers see."""
        return self._connections

    @nr_conns.setter
    def nr_conns(self, number):
        self._connections = number
        if getattr(self, "_accepting", False):
            self.shares.put(self.place, number)

    def set_accept_enabled(self, enabled):
        super().set_accept_enabled(enabled)
        if enabled:
            self.shares.put(self.place, self.nr_conns)
        else:
            self.shares.clear(self.place)

    def accept(self, listener):
        if self.leaves():
            time.sleep(PAUSE)
        else:
            super().accept(listener)

    def load_wsgi(self):
        super().load_wsgi()
        self.wsgi = in_turn(self.wsgi, self.turns)

    def handle(self, conn):
        self.served_since[conn] = time.monotonic()
        try:
            kept = super().handle(conn)
        finally:
            del self.served_since[conn]
        if not kept:
            wait_for_close(conn.sock)
        return kept

    def murder_pending(self):
        """Called once a second: shut the connections whose time is up, which wakes the threads that wait for them."""
        super().murder_pending()
        self.turns.pass_by(LONG)
        oldest = time.monotonic() - SECONDS_LIMIT
        for conn, since in list(self.served_since.items()):
            if since < oldest:
                with suppress(OSError):  # gone already
                    conn.sock.shutdown(socket.SHUT_RDWR)


def wait_for_close(connection):
    """Let a client take the end of its answer. gunicorn would wait in its main loop, where all others wait with it."""
    with suppress(OSError):  # gone already
        connection.shutdown(socket.SHUT_WR)
        deadline = time.monotonic() + CLOSE_SECONDS
        while (left := deadline - time.monotonic()) > 0:
            connection.settimeout(left)
            if not connection.recv(65_536):
                break
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


class Answer(wsgi.Response):
    def default_headers(self):
        return [line for line in super().default_headers() if not line.startswith("Server:")]


wsgi.Response = Answer
