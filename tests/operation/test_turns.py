"""Few requests of a worker are answered at once, in the order in which they came, and a long one holds up nobody."""

import threading
from io import BytesIO

import pytest

from portal.turns import AHEAD_MAX, Turns, in_turn, receive

SECONDS = 60


class Visitor(threading.Thread):
    """Takes a turn, notes its name, and keeps the turn until it is let go."""

    def __init__(self, name, turns, seen):
        super().__init__(name=name, daemon=True)
        self.turns, self.seen, self.began, self.go = turns, seen, threading.Event(), threading.Event()

    def run(self):
        with self.turns:
            self.seen.append(self.name)
            self.began.set()
            self.go.wait(SECONDS)

    def leave(self):
        self.go.set()
        self.join(SECONDS)


@pytest.fixture
def queue():
    """Visitors a to e of whom two may be answered at once, each asking when those before it have; and a clock."""
    now, seen = [0.0], []
    turns = Turns(2, clock=lambda: now[0])
    visitors = [Visitor(name, turns, seen) for name in "abcde"]
    for place, visitor in enumerate(visitors):
        visitor.start()
        while len(seen) + len(turns.waiting) <= place:
            visitor.join(0.001)
    yield turns, visitors, seen, now
    for visitor in visitors:
        visitor.leave()


def test_two_are_answered_at_once_and_the_others_in_their_order(queue):
    _, visitors, seen, _ = queue
    assert sorted(seen) == ["a", "b"]
    for leaving, next_one in ((1, 2), (0, 3), (2, 4)):
        visitors[leaving].leave()
        assert visitors[next_one].began.wait(SECONDS)
    assert seen[2:] == ["c", "d", "e"]


def test_one_that_takes_long_no_longer_counts(queue):
    turns, visitors, seen, now = queue
    now[0] = 1.0
    turns.pass_by(2)
    assert len(seen) == 2
    now[0] = 3.0
    turns.pass_by(2)
    assert all(visitor.began.wait(SECONDS) for visitor in visitors[2:4])
    visitors[0].leave()  # its turn is taken already
    assert len(turns.waiting) == 1


def test_all_turns_are_free_again_at_the_end(queue):
    turns, visitors, _, now = queue
    now[0] = 3.0
    turns.pass_by(2)
    for visitor in visitors:
        visitor.leave()
    assert turns.free == 2
    assert not turns.since


def test_a_turn_ends_where_answering_fails():
    turns = Turns(1)

    def application(environ, start_response):
        raise LookupError("no answer")

    for _ in range(2):
        with pytest.raises(LookupError, match="no answer"):
            in_turn(application, turns)({}, None)
    assert turns.free == 1


@pytest.mark.parametrize(
    ("length", "left"),
    [("4", b"efgh"), ("8", b""), ("20", b""), ("", b"abcdefgh"), ("x", b"abcdefgh"), (str(AHEAD_MAX + 1), b"abcdefgh")],
)
def test_a_body_is_received_before_the_turn_unless_it_is_large(length, left):
    sent = BytesIO(b"abcdefgh")
    environ = {"CONTENT_LENGTH": length, "wsgi.input": sent}
    receive(environ)
    assert environ["wsgi.input"].read() == (b"abcdefgh"[: 8 - len(left)] or b"abcdefgh")
    assert sent.read() == (left if environ["wsgi.input"] is not sent else b"")
