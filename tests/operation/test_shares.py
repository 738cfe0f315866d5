"""A connection is left for a moment to a worker that has fewer, and to none that takes no connections."""

import runpy
import selectors
import socket
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

from portal.server import Worker
from portal.shares import ANOTHER, LEFT, Leaving, Shares
from tests.serving import ROOT


@pytest.fixture
def shares():
    return Shares(4)


@pytest.mark.parametrize(
    ("others", "mine", "most"),
    [([], 5, False), ([5], 5, False), ([4], 5, True), ([6], 5, False), ([6, 0], 5, True), ([0], 0, False)],
)
def test_a_worker_has_most_where_another_has_fewer(shares, others, mine, most):
    shares.put(0, mine)
    for place, connections in enumerate(others, start=1):
        shares.put(place, connections)
    assert shares.has_most(0) is most


def test_a_worker_that_takes_none_is_not_counted(shares):
    shares.put(0, 5)
    shares.put(1, 1)
    shares.clear(1)
    assert not shares.has_most(0)


def test_a_connection_is_left_for_a_moment_and_then_taken(shares):
    now = [100.0]
    leaves = Leaving(shares, 0, clock=lambda: now[0])
    shares.put(0, 2)
    shares.put(1, 1)
    assert leaves()
    now[0] += LEFT * 0.9
    assert leaves()
    now[0] += LEFT * 0.2
    assert not leaves()  # nobody has taken it
    now[0] += ANOTHER
    assert leaves()  # this is another one


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


@pytest.fixture
def workers(listener, monkeypatch):
    """Two that take connections of one listener, and what each took."""
    monkeypatch.setattr(Worker, "shares", Shares(4))
    both = [Worker(age, 0, [listener], None, 30, Config(), None) for age in (1, 2)]
    for worker in both:
        worker.poller, worker.taken = selectors.DefaultSelector(), []
        monkeypatch.setattr(worker, "enqueue_req", worker.taken.append)
        worker.set_accept_enabled(True)
    yield both
    for worker in both:
        worker.poller.close()
        worker.tmp.close()
        for connection in worker.taken:
            connection.close()


def test_the_next_connection_goes_to_the_worker_with_fewer(workers, listener):
    first, second = workers
    with socket.create_connection(listener.getsockname()), socket.create_connection(listener.getsockname()):
        first.accept(listener)
        first.accept(listener)  # left
        assert len(first.taken) == 1
        second.accept(listener)
    assert (len(first.taken), len(second.taken)) == (1, 1)


def test_a_worker_of_the_portal_before_a_reload_may_end():
    runpy.run_path(str(ROOT / "gunicorn.conf.py"))["child_exit"](SimpleNamespace(), SimpleNamespace(pid=1))


@pytest.mark.parametrize("ends", ["full", "killed"])
def test_nothing_is_left_to_a_worker_that_is(workers, listener, ends):
    first, second = workers
    first.nr_conns = 3
    if ends == "full":
        second.set_accept_enabled(False)
        second.nr_conns = 1  # it goes on counting those it has
    else:
        runpy.run_path(str(ROOT / "gunicorn.conf.py"))["child_exit"](SimpleNamespace(), second)
    with socket.create_connection(listener.getsockname()):
        first.accept(listener)
    assert len(first.taken) == 1
