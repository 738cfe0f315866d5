"""The public pages through a caching proxy: nginx, which keeps what it may keep and shows whether it did."""

import getpass
import re
import shutil
import socket
import subprocess
import time
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from tests.serving import Browser

pytestmark = pytest.mark.server

BRIEF = "/roles/director-of-operations/brief/"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin")
CONF = """
daemon off; user {user}; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
events {{ }}
http {{
    access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
    uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    proxy_cache_path {folder}/cache keys_zone=pages:1m;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass {upstream}; proxy_set_header Host $http_host;
            proxy_cache pages; proxy_cache_key $request_uri; proxy_cache_background_update on;
            add_header X-Cache $upstream_cache_status always;
        }}
    }}
}}
"""


@pytest.fixture
def proxy(server, tmp_path):
    """nginx before the portal, with a cache of its own."""
    if NGINX is None:
        pytest.skip("no nginx: install Debian's nginx-light")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    conf = tmp_path / "nginx.conf"
    conf.write_text(CONF.format(user=getpass.getuser(), folder=tmp_path, port=port, upstream=server.url))
    process = subprocess.Popen([NGINX, "-c", str(conf), "-e", str(tmp_path / "error.log")])
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            continue
    yield SimpleNamespace(url=f"http://127.0.0.1:{port}")
    process.terminate()
    process.wait(10)


def ask(browser, path):
    """Return (status, headers, page) of an answer that the browser gets, redirects followed."""
    try:
        answer = browser.opener.open(f"{browser.server.url}{path}", timeout=60)
    except OSError as error:
        answer = error
    with answer:
        return answer.status, answer.headers, answer.read().decode()


@pytest.fixture
def publication(server, answers):
    """A listed role of the administrator, with its addresses."""
    owner = Browser(server)
    owner.sign_in("administrator", server.passwords["administrator"])
    draft = owner.open(BRIEF, owner.form(BRIEF) | answers | {"industry": "food-production"})[1]
    day = (date.today() + timedelta(days=9)).isoformat()
    terms = {"last_day": day, "reason": "It is so.", "do": "publish", "listed": "on"}
    page = owner.open(f"{draft}publish/", owner.form(f"{draft}publish/") | terms)[2]
    address = re.search(r'href="(/jobs/[a-z0-9]{10}/[^"/]+/)"', page)[1]
    firm = re.search(r'href="(/jobs/by/[^"/]+/)"', page)[1]
    return SimpleNamespace(address=address, firm=firm, draft=draft)


def test_a_cache_keeps_no_word_of_a_visitor(proxy, server, publication):
    owner, consultant, stranger = (Browser(proxy) for _ in range(3))
    owner.sign_in("administrator", server.passwords["administrator"])
    consultant.sign_in("consultant", server.passwords["consultant"])
    names = ("", "posting.txt", "posting.html", "embed/")
    paths = [f"{publication.address}{name}" for name in names]
    paths += ["/jobs/", publication.firm, "/jobs/feeds/atom.xml", "/jobs/feeds/feed.json", "/jobs/sitemap.xml"]

    for path in paths:
        answers = [ask(browser, path) for browser in (owner, consultant, stranger)]
        assert {status for status, _, _ in answers} == {200}, path
        assert [headers["X-Cache"] for _, headers, _ in answers] == ["MISS", "HIT", "HIT"], path
        assert len({page for _, _, page in answers}) == 1, path
        assert not any(headers["Set-Cookie"] for _, headers, _ in answers), path
        assert not re.search("csrf|administrator|consultant@", answers[0][2]), path
    for path in ("/", "/postings/", "/compare/", publication.draft, f"{publication.draft}publish/", "/jobs/x/"):
        for browser in (owner, stranger, owner):
            assert ask(browser, path)[1]["X-Cache"] == "MISS", path


def test_a_page_closes_on_time_behind_the_cache(proxy, server, publication):
    stranger = Browser(proxy)
    closing = (
        "from datetime import timedelta; from django.utils import timezone; "
        "from roles.board.models import Publication; "
        f"rows = Publication.objects.filter(short_id={publication.address.split('/')[2]!r}); "
        "at = timezone.now() + timedelta(seconds=6); rows.update(closes_at=at); print('at', at.timestamp())"
    )
    at = float(server.manage("shell", "-c", closing).split("at ")[-1])

    kept = 0
    while True:
        asked = time.time()
        status, headers, page = ask(stranger, publication.address)
        assert status == 200
        if "This role is closed" in page:
            break
        kept += headers["X-Cache"] == "HIT"
        assert asked < at, "the cache answered with the open page after it had closed"
    assert time.time() >= at
    assert kept
