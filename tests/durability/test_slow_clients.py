"""Clients that send half a request, or never read the answer, do not keep the next visitor waiting."""

import re
import socket
import ssl
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import pytest

from tests.serving import SECONDS, Served

ROOT = Path(__file__).parent.parent.parent
NAME = "desk.example"
HOST = "desk.localhost"
SECONDS_LATE = 1  # most visits
WORST_LATE = 5  # any: one that waits for a thread waits for ten seconds and more

HEAD = f"GET /robots.txt HTTP/1.1\r\nHost: {HOST}\r\n".encode()
HALF_HEADER = HEAD + b"X-Slow: "
# With a cookie for its token, or it is refused before its body is read.
COOKIE = f"Cookie: csrftoken={'a' * 32}\r\n"
HALF_BODY = f"POST /review/ HTTP/1.1\r\nHost: {HOST}\r\n{COOKIE}Content-Length: 1000\r\n\r\ntext=".encode()
NEVER_CLOSED = HEAD + b"Connection: close\r\n\r\n"
# More than the buffers of two sockets hold; none of it is read.
UNREAD = f"GET /static/bootstrap/css/bootstrap.min.css HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode() * 60


class Plain:
    def __init__(self, port):
        self.port = port

    def connect(self):
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(60)
        connection.connect(("127.0.0.1", self.port))
        return connection

    def visit(self):
        """Fetch a page as a new visitor; return the seconds it took."""
        started = time.monotonic()
        with self.connect() as connection:
            connection.sendall(NEVER_CLOSED)
            answer = b""
            while part := connection.recv(65_536):
                answer += part
        assert answer.startswith(b"HTTP/1.1 200"), answer[:200]
        return time.monotonic() - started


class Encrypted(Plain):
    def connect(self):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context.wrap_socket(super().connect(), server_hostname=HOST)


class Nginx:
    """The reference configuration, with another port, other folders and a certificate of its own."""

    def __init__(self, folder, upstream):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder, self.upstream = folder, upstream

    def configuration(self):
        text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
        for found, put in (
            (r"user www-data;", "daemon off;"),
            (re.escape(NAME), HOST),
            (r"/run/nginx\.pid", f"{self.folder}/pid"),
            (r"/var/log/nginx/", f"{self.folder}/"),
            (r"/etc/ssl/", f"{self.folder}/"),
            (r"127\.0\.0\.1:8000", f"127.0.0.1:{self.upstream}"),
            (r"\n *listen 80[^;]*;", ""),
            (r"listen 443", f"listen 127.0.0.1:{self.port}"),
        ):
            text, changed = re.subn(found, put, text)
            assert changed, f"{found} is not in deploy/nginx.conf"
        # The server that sent visitors from port 80 on has none left.
        return re.sub(r"\n    server \{\n        server_name [^}]+?return 301[^}]+\}\n", "\n", text)

    def __enter__(self):
        certificate = ["-keyout", f"{self.folder}/{HOST}.key", "-out", f"{self.folder}/{HOST}.pem"]
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={HOST}", *certificate],
            check=True,
            capture_output=True,
        )
        (self.folder / "nginx.conf").write_text(self.configuration(), encoding="utf-8")
        self.process = subprocess.Popen(["nginx", "-p", self.folder, "-c", self.folder / "nginx.conf"])
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
            except ConnectionRefusedError:
                assert self.process.poll() is None, "nginx did not start"
            else:
                return self
        raise AssertionError("nginx does not listen")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=SECONDS)


def attack(address, stack, clients):
    for request, number in clients.items():
        for _ in range(number):
            stack.enter_context(address.connect()).sendall(request)


def visits(address):
    """The seconds that five visits take, after one that waits for a worker to read its templates."""
    address.visit()
    return [address.visit() for _ in range(5)]


def assert_not_delayed(address, before):
    now = visits(address)
    assert median(now) < median(before) + SECONDS_LATE
    assert max(now) < max(before) + WORST_LATE


@pytest.fixture(scope="module")
def gunicorn():
    # Two workers whatever the machine: the fewest the shipped configuration starts.
    with Served(workers=2, DEBUG="on", ALLOWED_HOSTS=HOST) as served:
        yield served


@pytest.mark.server
def test_slow_clients_of_gunicorn_alone_delay_nobody(gunicorn):
    address = Plain(gunicorn.port)
    before = visits(address)

    with ExitStack() as stack:
        attack(address, stack, {HALF_HEADER: 4, HALF_BODY: 4, UNREAD: 3, NEVER_CLOSED: 4})

        assert_not_delayed(address, before)


@pytest.mark.server
def test_a_crowd_of_slow_clients_before_the_proxy_delays_nobody(tmp_path):
    few = ("--threads", "4")  # fewer than send half a body
    with Served(*few, workers=2, DEBUG="on", ALLOWED_HOSTS=HOST) as served, Nginx(tmp_path, served.port) as nginx:
        address = Encrypted(nginx.port)
        before = visits(address)
        with ExitStack() as stack:
            attack(address, stack, {HALF_HEADER: 100, HALF_BODY: 25, UNREAD: 5, NEVER_CLOSED: 20})

            assert_not_delayed(address, before)


@pytest.mark.server
def test_slow_clients_that_hold_every_thread_are_cut_off_in_time():
    few = ("--threads", "4")
    with Served(*few, DEBUG="on", ALLOWED_HOSTS=HOST, REQUEST_SECONDS="2") as served, ExitStack() as stack:
        address = Plain(served.port)
        address.visit()
        attack(address, stack, {HALF_HEADER: 6})

        assert address.visit() < 2 + WORST_LATE  # once a second it is looked at; for ever without the limit
