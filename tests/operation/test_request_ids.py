"""Each request has a number: in its log lines, in its answer, and on the page of an error."""

import json
import logging
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO, StringIO
from threading import Thread
from wsgiref.util import setup_testing_defaults

import pytest

from portal import wsgi
from portal.collector import Collector
from portal.logs import JsonFormatter

NUMBER = "0123456789abcdef"


def served(path="/robots.txt", **headers):
    """Call the portal as its server does; return the environment, the headers and the body."""
    environ = {"PATH_INFO": path, "wsgi.input": BytesIO(), "HTTP_HOST": "localhost", **headers}
    setup_testing_defaults(environ)
    sent = {}
    body = b"".join(wsgi.application(environ, lambda status, lines, *_: sent.update(lines, status=status)))
    return environ, sent, body.decode()


@pytest.fixture
def lines():
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(handler)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    logging.getLogger().removeHandler(handler)


@pytest.fixture
def broken(monkeypatch):
    def fail(*args):
        raise RuntimeError("It broke.")

    monkeypatch.setattr("roles.middleware.KeepOutOfSearch.__call__", fail)


@pytest.mark.django_db
def test_two_requests_have_two_numbers_and_answers_name_them():
    answers = [served() for _ in range(2)]

    assert len({environ["REQUEST_ID"] for environ, _, _ in answers}) == 2
    assert all(sent["X-Request-ID"] == environ["REQUEST_ID"] for environ, sent, _ in answers)


@pytest.mark.django_db
def test_the_number_of_the_proxy_is_kept_and_a_strange_one_is_not():
    assert served(HTTP_X_REQUEST_ID=NUMBER)[1]["X-Request-ID"] == NUMBER
    for strange in ("short", "x" * 65, 'a"b' * 8, "line\nbreak-line", "ünicode-ünicode"):
        assert served(HTTP_X_REQUEST_ID=strange)[1]["X-Request-ID"] != strange


@pytest.mark.django_db
@pytest.mark.usefixtures("broken")
def test_the_page_of_an_error_and_its_log_lines_name_the_number(lines, settings):
    settings.DEBUG = False
    _, sent, page = served(HTTP_X_REQUEST_ID=NUMBER)

    assert sent["status"].startswith("500")
    assert f"<strong>{NUMBER}</strong>" in page
    [error] = [line for line in lines() if line["level"] == "error"]
    assert error["request_id"] == NUMBER
    assert "RuntimeError: It broke." in error["traceback"]


@pytest.fixture
def collector():
    """A server that keeps what is sent to it."""
    taken = []

    class Taker(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            taken.append((self.headers["Authorization"], json.loads(body)))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *args):
            pass

    with HTTPServer(("127.0.0.1", 0), Taker) as server:
        server.taken = taken
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def sending(url, **options):
    handler = Collector(url, **options)
    handler.setFormatter(JsonFormatter())
    return handler


def error(message):
    return logging.LogRecord("roles", logging.ERROR, "", 0, message, (), None)


def test_errors_reach_the_collector_as_json_with_no_secret(collector):
    handler = sending(f"http://127.0.0.1:{collector.server_port}/", authorization="Bearer key")
    handler.emit(error("at /private/q7Zk-3nW_secret/"))
    handler.close()

    [(authorization, line)] = collector.taken
    assert (authorization, line["message"]) == ("Bearer key", "at /private/…")


def test_a_collector_that_is_gone_holds_nobody_up():
    handler = sending("http://127.0.0.1:9/")
    for number in range(2_000):
        handler.emit(error(f"Error {number}"))
    handler.lines.queue.clear()
    handler.close()

    assert not handler.sender.is_alive()


def test_a_collector_that_is_no_address_of_the_web_is_refused():
    with pytest.raises(ValueError, match="ERRORS_URL"):
        Collector("file:///etc/passwd")
