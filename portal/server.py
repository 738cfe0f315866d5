"""What the portal changes in gunicorn: the time a connection may take, how many answers a worker makes at once, and
that no answer names its server."""

import os
import socket
import time
from contextlib import suppress
from typing import Any

from gunicorn.http import wsgi
from gunicorn.workers.gthread import ThreadWorker

from portal.turns import AT_ONCE, LONG, Turns, in_turn

# A request has to be sent, answered and taken within this time. Without it, a thread waits for a slow client for ever.
SECONDS_LIMIT = int(os.environ.get("REQUEST_SECONDS", "30"))
CLOSE_SECONDS = 2


class Worker(ThreadWorker):
    wsgi: Any

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.served_since = {}
        self.turns = Turns(AT_ONCE)

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
