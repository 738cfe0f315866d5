"""A database that hangs or is down: an answer within five seconds, and all is well again when it is. On PostgreSQL."""

import http.client
import json
import time
from urllib.parse import urlsplit

import pytest

from tests.durability.between import Between
from tests.serving import Served

pytestmark = [pytest.mark.server, pytest.mark.timeout(300)]

SECONDS = 5


@pytest.fixture(scope="module")
def between(filled_database):
    parts = urlsplit(filled_database().address)
    made = Between(parts.hostname, parts.port)
    made.address = parts.geturl().replace(f":{parts.port}/", f":{made.port}/")
    yield made
    made.cut()


@pytest.fixture(scope="module")
def portal(between):
    with Served(workers=2, DEBUG="on", DATABASE_URL=between.address) as served:
        yield served


def visit(portal, path="/"):
    """Return status, headers, page and how many seconds it took."""
    started = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", portal.port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    page = answer.read().decode()
    connection.close()
    return answer.status, answer.headers, page, time.monotonic() - started


def is_well_again(portal, path="/"):
    """Without a restart; what has just failed is tried again after a second."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if visit(portal, path)[0] == 200:
            return True
    return False


def test_a_database_that_hangs_is_not_waited_for(portal, between):
    for _ in range(4):  # each worker has a connection
        assert visit(portal)[0] == 200
    between.fall_silent()
    try:
        for _ in range(4):
            status, headers, page, seconds = visit(portal)
            assert (status, headers["Retry-After"]) == (503, "15")
            assert "The portal is not available at the moment" in page
            assert seconds < SECONDS
        assert visit(portal, "/healthz")[0] == 200
        status, _, said, seconds = visit(portal, "/readyz")
        assert (status, seconds < 2.2) == (503, True)
        assert json.loads(said)["database"] != "ok"
    finally:
        between.speak()
    assert is_well_again(portal)


def test_a_statement_that_hangs_half_way_is_ended(portal, between):
    """It hangs after the page has begun to ask: the limit of a statement, not that of a connection."""
    assert is_well_again(portal)
    posted = http.client.HTTPConnection("127.0.0.1", portal.port, timeout=30)
    posted.request("GET", "/roles/director-of-operations/")
    between.fall_silent()
    started = time.monotonic()
    try:
        status = posted.getresponse().status
        assert status in (200, 503)  # it may have been quicker
        assert time.monotonic() - started < SECONDS
    finally:
        between.speak()
    assert is_well_again(portal)


def test_a_database_that_is_down_is_reported_at_once_and_comes_back(portal, between):
    assert is_well_again(portal)
    between.cut()
    try:
        for _ in range(4):
            status, headers, _, seconds = visit(portal)
            assert (status, headers["Retry-After"], seconds < SECONDS) == (503, "15", True)
    finally:
        between.open()
    assert is_well_again(portal)
    assert is_well_again(portal, "/readyz")
