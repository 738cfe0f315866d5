"""No line of a log holds what would open somebody's posting or account."""

import json
import logging
from io import StringIO
from types import SimpleNamespace

import pytest
from gunicorn.config import Config
from gunicorn.glogging import Logger

from portal.logs import AccessFormatter, JsonFormatter, TextFormatter, without_secrets

SECRET = "q7Zk-3nW_secret"
ADDRESSES = [
    f"/private/{SECRET}/",
    f"/private//{SECRET}",
    f"/Private/{SECRET}",
    f"/shared/{SECRET}/",
    f"/accounts/login/?next=%2Fshared%2F{SECRET}%2F",
    f"/%70rivate%2F{SECRET}%2F",
    f"/accounts/login/?next=%2Fprivate%2F{SECRET}%2F",
    f"/accounts/login/?next=%252Fprivate%252F{SECRET}%252F&process=login",
    f"/accounts/password/reset/key/1a-{SECRET}/",
    f"/accounts/confirm-email/{SECRET}/",
    f"/invitations/{SECRET}/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_secret_in_an_address_is_cut(address):
    assert SECRET not in without_secrets(f'Forbidden (CSRF token missing.): {address} "quoted"')


@pytest.mark.parametrize("text", ["/postings/", "/roles/operations-director/?q=50%25", "a private firm, 20% off", ""])
def test_what_is_no_secret_is_kept(text):
    assert without_secrets(text) == text


@pytest.fixture(params=[TextFormatter(), JsonFormatter()], ids=["text", "json"])
def lines(request):
    """What Django and the portal write while a test runs, as the operator reads it."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(request.param)
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/private/{}/", "/shared/{}/", "/private/{}/x/", "/accounts/confirm-email/{}/x/"])
def test_django_writes_no_secret_whatever_it_answers(client, monkeypatch, lines, path):
    path = path.format(SECRET)
    client.handler.enforce_csrf_checks = True
    client.raise_request_exception = False
    answers = [
        client.get(path),
        client.post(path),
        client.put(path),
        client.get(path, headers={"host": "evil.example"}),
    ]

    def fail(*args):
        raise RuntimeError(f"at {path}")

    monkeypatch.setattr("roles.middleware.KeepOutOfSearch.__call__", fail)
    answers.append(client.get(path))

    assert {400, 500} <= {answer.status_code for answer in answers}
    assert "RuntimeError" in lines.getvalue()
    assert SECRET not in lines.getvalue()


def test_the_development_server_writes_no_secret(lines, capfd):
    logging.getLogger("django.server").warning('"GET %s HTTP/1.1" 404 1085', f"/shared/{SECRET}/")

    assert "/shared/…" in lines.getvalue()
    assert SECRET not in lines.getvalue() + "".join(capfd.readouterr())


@pytest.mark.parametrize("status", ["200 OK", "302 Found", "404 Not Found", "429 Too Many", "500 Error"])
def test_the_log_of_gunicorn_holds_neither_secret_nor_query(status):
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(AccessFormatter())
    log = Logger(Config())
    log.cfg.set("accesslog", "-")
    log.access_log.handlers, log._access_log_enabled = [handler], True
    answer = SimpleNamespace(status=status, headers=[], sent=10)
    request = SimpleNamespace(headers=[("REFERER", f"https://desk.example/private/{SECRET}/")])
    environ = {
        "REQUEST_METHOD": "GET",
        "RAW_URI": f"/private/{SECRET}/?q={SECRET}",
        "PATH_INFO": f"/private/{SECRET}/",
        "QUERY_STRING": f"q={SECRET}",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_REFERER": f"https://desk.example/private/{SECRET}/",
        "REMOTE_ADDR": "192.0.2.1",
    }
    took = SimpleNamespace(seconds=0, microseconds=1500)

    log.access(answer, request, environ, took)

    line = json.loads(written.getvalue())
    assert (line["path"], line["status"]) == ("/private/…", int(status.split()[0]))
    assert SECRET not in written.getvalue()
