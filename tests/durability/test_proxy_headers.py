"""What the server and the proxy answer by themselves has the headers of the portal's answers, each of them once."""

import re

import pytest

from tests.security.test_every_answer import lacking
from tests.serving import Served

from .test_slow_clients import HOST, ROOT, Encrypted, Nginx, Plain


def answer(address, request):
    """Return the status of an answer, its headers as (name, value), and its page."""
    with address.connect() as connection:
        connection.sendall(request.encode())
        received = b""
        while part := connection.recv(65_536):
            received += part
    head, _, page = received.partition(b"\r\n\r\n")
    status, *lines = head.decode().split("\r\n")
    return int(status.split()[1]), [tuple(line.split(": ", 1)) for line in lines], page.decode()


def ask(address, path, *more, method="GET"):
    return answer(
        address, "\r\n".join([f"{method} {path} HTTP/1.1", f"Host: {HOST}", "Connection: close", *more, "", ""])
    )


def test_the_proxy_shows_its_own_answers_by_what_the_portal_always_sends():
    """Not by what a page that other sites may frame is sent without: the proxy would forbid it to be framed."""
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    assert set(re.findall(r"map \$(\w+) \$own_", text)) == {"upstream_http_x_content_type_options"}


@pytest.mark.server
def test_the_proxy_adds_the_headers_to_its_own_answers_alone(tmp_path):
    with Served(DEBUG="on", ALLOWED_HOSTS=HOST) as served, Nginx(tmp_path, served.port) as nginx:
        proxy, alone = Encrypted(nginx.port), Plain(served.port)
        answers = {
            "portal": ask(proxy, "/robots.txt"),
            "too large": ask(proxy, "/review/", f"Content-Length: {6_000_000}", method="POST"),
            "not for visitors": ask(proxy, "/metrics"),
            "without a proxy": ask(alone, "/robots.txt"),
        }
        served.kill()
        answers["portal is down"] = ask(proxy, "/robots.txt")
        served.start()

    assert [status for status, *_ in answers.values()] == [200, 413, 404, 200, 502]
    for kind, (_, headers, _) in answers.items():
        names = [name.title() for name, _ in headers]
        assert (kind, sorted(names)) == (kind, sorted(set(names)))
        own = kind in ("too large", "not for visitors", "portal is down")
        found = {name.title(): value for name, value in headers}
        # nginx cannot leave its name out of its own answers; its version it can.
        assert (kind, found.pop("Server", None)) == (kind, "nginx" if own else None)
        assert (kind, lacking(found, private=own)) == (kind, {})
    assert "<h1>That was too large to be sent</h1>" in answers["too large"][2]
    assert "<h1>The portal is not available at the moment</h1>" in answers["portal is down"][2]
