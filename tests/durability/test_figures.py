"""The figures of /metrics are those of all workers, whichever is asked, and outlive a worker."""

import os
import signal
import urllib.request

import pytest

from tests.serving import SECONDS

pytestmark = pytest.mark.server

HOME = 'portal_answers_total{route="home",status="200"}'
VISITS = 40


def figure(server, name):
    with urllib.request.urlopen(f"{server.url}/metrics", timeout=SECONDS) as answer:
        lines = answer.read().decode().splitlines()
    return sum(float(line.rpartition(" ")[2]) for line in lines if line.startswith(name))


def visit(server, times):
    for _ in range(times):
        with urllib.request.urlopen(f"{server.url}/", timeout=SECONDS) as answer:
            assert answer.status == 200


def workers(server):
    """The numbers of the processes that the master has forked."""
    with open(f"/proc/{server.process.pid}/task/{server.process.pid}/children") as children:
        return [int(number) for number in children.read().split()]


def test_visits_are_counted_whichever_worker_answers(server):
    before = figure(server, HOME)
    visit(server, VISITS)

    assert {figure(server, HOME) for _ in range(8)} == {before + VISITS}
    os.kill(workers(server)[0], signal.SIGKILL)
    visit(server, 4)
    assert figure(server, HOME) == before + VISITS + 4
    assert figure(server, "portal_database_up") == 1
