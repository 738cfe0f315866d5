"""A reload drops no request, and a worker that is killed costs at most those it was answering."""

import os
import signal
import threading
import time
import urllib.request

import pytest

from tests.conftest import ANSWERS
from tests.durability.test_figures import workers
from tests.serving import SECONDS, Browser

pytestmark = pytest.mark.server

CLIENTS = 4
BRIEF = "/roles/director-of-operations/brief/"


class Crowd:
    """Clients that fetch a page one after the other, each time on a connection of their own."""

    def __init__(self, server):
        self.server, self.done, self.failed = server, 0, []
        self.ended = threading.Event()
        self.threads = [threading.Thread(target=self.visit) for _ in range(CLIENTS)]

    def visit(self):
        while not self.ended.is_set():
            try:
                with urllib.request.urlopen(f"{self.server.url}/which-role/", timeout=SECONDS) as answer:
                    assert answer.read().endswith(b"</html>\n")
                self.done += 1
            except Exception as error:
                self.failed.append(repr(error))

    def answered(self, more):
        """Wait until so many more are."""
        wanted, deadline = self.done + more, time.monotonic() + 2 * SECONDS
        while self.done < wanted:
            assert time.monotonic() < deadline, self.failed
            self.threads[0].join(0.01)

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        for thread in self.threads:
            thread.join(SECONDS)


def test_a_reload_under_load_drops_nothing(server):
    with Crowd(server) as crowd:
        crowd.answered(20)
        before = workers(server)
        server.process.send_signal(signal.SIGHUP)
        server.log.wait_for_workers(server.workers, but=before)
        crowd.answered(60)

    assert crowd.failed == []


def test_killed_workers_cost_what_they_were_answering_and_nothing_saved(server):
    visitor = Browser(server)
    drafts = []
    with Crowd(server) as crowd:
        for number in range(3):
            form = visitor.form(BRIEF) | ANSWERS | {"industry": "food-production", "company": f"Company {number}"}
            drafts.append(visitor.open(BRIEF, form)[1])
            crowd.answered(5)
            os.kill(workers(server)[0], signal.SIGKILL)
        crowd.answered(20)

    assert len(crowd.failed) <= 3 * CLIENTS, crowd.failed
    assert [visitor.open(draft)[0] for draft in drafts] == [200] * 3
