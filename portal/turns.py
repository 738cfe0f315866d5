"""Whose turn it is: of the requests that a worker has, few are answered at once, in the order in which they came.

The threads of a worker share one interpreter, which gives none of them precedence: of sixteen that compute at once,
each takes sixteen times as long, and some much longer. Threads are many for another reason, clients that send or take
slowly, and for those nobody waits: the body of a request is received before its turn, and its answer sent after it.
"""

import threading
import time
from collections import deque
from functools import wraps
from io import BytesIO

# So many are answered at once by a worker: while one waits for the database, another computes.
AT_ONCE = 2
# Who takes longer than this, in seconds, no longer counts: the next begins beside it.
LONG = 0.5
# Of a body so large, in bytes, nothing is received ahead. It is a file's; a form of more is refused unread.
AHEAD_MAX = 1_000_000


class Turns:
    """Turns for `at_once` callers, given in the order of asking. One that lasts is no longer counted (`pass_by`)."""

    def __init__(self, at_once: int, clock=time.monotonic):
        self.free, self.clock = at_once, clock
        self.waiting: deque[threading.Event] = deque()
        self.since: dict[int, float] = {}  # by thread, of those that count
        self.lock = threading.Lock()

    def __enter__(self):
        with self.lock:
            if self.free:
                self.free -= 1
                turn = None
            else:
                turn = threading.Event()
                self.waiting.append(turn)
        if turn:
            turn.wait()
        self.since[threading.get_ident()] = self.clock()

    def __exit__(self, *_):
        with self.lock:
            if self.since.pop(threading.get_ident(), None) is not None:
                self._next()

    def pass_by(self, seconds: float) -> None:
        """Let others begin beside those whose turn has lasted so long. To be called now and then."""
        oldest = self.clock() - seconds
        with self.lock:
            for thread in [thread for thread, since in self.since.items() if since < oldest]:
                del self.since[thread]
                self._next()

    def _next(self):
        if self.waiting:
            self.waiting.popleft().set()
        else:
            self.free += 1


def in_turn(application, turns):
    """A WSGI application whose requests are answered in turn."""

    @wraps(application)
    def answer(environ, start_response):
        receive(environ)
        with turns:
            return application(environ, start_response)

    return answer


def receive(environ) -> None:
    """Receive the body of a request, unless it is large; one that ends early stays as short as it is."""
    length = environ.get("CONTENT_LENGTH") or ""
    if length.isdecimal() and 0 < int(length) <= AHEAD_MAX:
        environ["wsgi.input"] = BytesIO(environ["wsgi.input"].read(int(length)))
