"""The public pages through a caching proxy: nginx, which keeps what it may keep and shows whether it did."""

import getpass
import re
import shutil
import socket
import subprocess
import time
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from tests.serving import SECONDS, Browser

pytestmark = [pytest.mark.server, pytest.mark.timeout(300)]

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
        answer = browser.opener.open(f"{browser.server.url}{path}", timeout=SECONDS)
    except OSError as error:
        answer = error
    with answer:
        return answer.status, answer.headers, answer.read().decode()


def publish(server, owner, answers, **more):
    """Publish a listed role of the owner's, and return its addresses."""
    draft = owner.open(BRIEF, owner.form(BRIEF) | answers | {"industry": "food-production"} | more)[1]
    day = (date.today() + timedelta(days=9)).isoformat()
    terms = {"last_day": day, "reason": "It is so.", "do": "publish", "listed": "on"}
    page = owner.open(f"{draft}publish/", owner.form(f"{draft}publish/") | terms)[2]
    address = re.search(r'href="(/jobs/[a-z0-9]{10}/[^"/]+/)"', page)[1]
    firm = re.search(r'href="(/jobs/by/[^"/]+/)"', page)[1]
    return SimpleNamespace(address=address, firm=firm, draft=draft, last_day=date.fromisoformat(day))


@pytest.fixture
def owner(server):
    owner = Browser(server)
    owner.sign_in("administrator", server.passwords["administrator"])
    return owner


@pytest.fixture
def visitors(proxy, server):
    """Through the proxy: the owner, another one, a consultant, and two strangers without a cookie."""
    owner, other, consultant = (Browser(proxy) for _ in range(3))
    owner.sign_in("administrator", server.passwords["administrator"])
    consultant.sign_in("consultant", server.passwords["consultant"])
    sign_up = {"email": f"other-{time.time_ns()}@example.com", "password1": "a long password of another"}
    other.open("/accounts/signup/", other.form("/accounts/signup/") | sign_up)
    return SimpleNamespace(known=[owner, other, consultant], strangers=[Browser(proxy), Browser(proxy)])


OF_VISITORS = re.compile('csrfmiddlewaretoken|administrator|consultant@|other-[0-9]|Account</a>|class="messages"')


def test_a_cache_keeps_no_word_of_a_visitor(server, owner, answers, visitors):
    publication = publish(server, owner, answers)
    names = ("", "posting.txt", "posting.html", "embed/", "logo.png", "apply/")
    paths = [f"{publication.address}{name}" for name in names]
    paths += ["/jobs/", "/jobs/?q=director", publication.firm, "/jobs/sitemap.xml"]
    paths += [f"/jobs/feeds/{name}" for name in ("atom.xml", "rss.xml", "feed.json", "indeed.xml", "linkedin.xml")]
    paths += [f"/jobs/oembed/?url={publication.address}&format={form}" for form in ("json", "xml")]

    for path in paths:
        answers = [ask(browser, path) for browser in (*visitors.known, *visitors.strangers)]
        assert len({(status, page) for status, _, page in answers}) == 1, path
        assert not any(headers["Set-Cookie"] for _, headers, _ in answers), path
        if answers[0][0] == 200:
            assert [headers["X-Cache"] for _, headers, _ in answers] == ["MISS", *["HIT"] * 4], path
            assert not OF_VISITORS.search(answers[0][2]), path
    private = (
        "/postings/",
        publication.draft,
        f"{publication.draft}publish/",
        f"{publication.address}report/",
        "/review/",
    )
    for path in private:
        for browser in (visitors.known[0], *visitors.strangers, visitors.known[0]):
            assert ask(browser, path)[1]["X-Cache"] == "MISS", path


def test_a_cache_gives_strangers_the_page_and_the_known_their_own(visitors):
    role = "/roles/operations-director/"
    for path in ("/", role, f"{role}example/", "/compare/", "/which-role/"):
        before = [ask(browser, path) for browser in visitors.known]
        strangers = [ask(browser, path) for browser in visitors.strangers]
        after = [ask(browser, path) for browser in visitors.known]

        assert [headers["X-Cache"] for _, headers, _ in strangers] == ["MISS", "HIT"], path
        assert strangers[0][2] == strangers[1][2]
        assert not OF_VISITORS.search(strangers[0][2]), path
        assert not any(headers["Set-Cookie"] for _, headers, _ in (*before, *strangers, *after)), path
        assert {headers["X-Cache"] for _, headers, _ in (*before, *after)} == {"MISS"}, path
        assert all("Account</a>" in page for _, _, page in (*before, *after)), path


PLACES = {
    "Honolulu, HI, USA": "Pacific/Honolulu",
    "Leeds, UK": "Europe/London",
    "Auckland, New Zealand": "Pacific/Auckland",
}


def test_a_page_closes_at_midnight_of_its_place_behind_the_cache(proxy, server, owner, answers):
    """The midnight is reckoned here, by the time zone of the place; then the rows, and with them that midnight, are
    moved to a few seconds from now. One that had been stored hours off would close hours off."""
    stranger, moved = Browser(proxy), []
    for place, zone in PLACES.items():
        one = publish(server, owner, answers, place=place)
        midnight = datetime.combine(one.last_day + timedelta(days=1), datetime.min.time(), ZoneInfo(zone))
        page = ask(Browser(server), one.address)[2]
        assert f'"validThrough": "{(midnight - timedelta(seconds=1)).isoformat()}"' in page, place
        moved.append((one.address.split("/")[2], midnight.timestamp()))
    at = float(server.manage("shell", "-v0", "-c", MOVE.format(moved=moved)).split("at ")[-1])

    kept, waiting = 0, {f"/jobs/{short_id}/" for short_id, _ in moved}
    while waiting:
        for path in sorted(waiting):
            asked = time.time()
            status, headers, page = ask(stranger, path)
            assert status == 200
            if "This role is closed" in page:
                assert time.time() >= at, "it closed before its midnight"
                waiting.remove(path)
            else:
                kept += headers["X-Cache"] == "HIT"
                assert asked < at, "it was open after its midnight"
    assert kept


MOVE = """
from datetime import timedelta
from django.utils import timezone
from roles.board.models import Publication

at = timezone.now() + timedelta(seconds=6)
for short_id, midnight in {moved}:
    row = Publication.objects.get(short_id=short_id)
    Publication.objects.filter(pk=row.pk).update(closes_at=row.closes_at + timedelta(seconds=at.timestamp() - midnight))
print("at", at.timestamp())
"""
