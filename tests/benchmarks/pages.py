"""What each page costs: `python -m tests.benchmarks.pages [--quick] [--write]`.

Serves the portal as in production and a bare Django view with the same server and as many workers, and asks for each
page and the bare view in turns, on SQLite and on PostgreSQL, with a thousand publications and then with a million.
Printed are, of the middle round: processor time of the workers a request, the rate as a ratio to the bare view's of all
rounds before it (how 16 connections fall to two workers is chance, and a single round of it may be off by half), the
median and the 99th percentile of the answers' time at 16 connections, the queries and the bytes.
`--write` puts them into docs/performance.md. `--quick` asks each page once for a second, and the private ones on SQLite
alone; it is done in six minutes. Times are printed and never judged: they are the machine's as much as ours.
Needs Debian's wrk, and for PostgreSQL a server at `--postgres` in which databases may be made.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from roles.core.exports import FORMATS
from tests.benchmarks.table import NO_ANSWER, Figures, Round, Table, write
from tests.serving import ROOT, Served

CONNECTIONS, WORKERS = 16, 2
SIZES = (1_000, 1_000_000)
ROLE = "operations-director"
PRODUCTION = {
    "DEBUG": "off",
    "ALLOWED_HOSTS": "127.0.0.1,localhost",
    "EMAIL_URL": "smtp://localhost",
    "SECRET_KEY": "only-for-this-benchmark-0123456789-abcdefghijklmnopqrstuvwxyz",
}
AS_A_SCRIPT = {
    "content-type": "application/x-www-form-urlencoded",
    "hx-request": "true",
    "referer": "https://127.0.0.1/",
}
SET_UP = f"""
import json
from datetime import timedelta
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from roles.board.models import Publication
from roles.core.content import read_examples
from roles.core.publishing import Terms
from roles.models import Posting, RoleVersion
from tests.views.sheets import Form

version = RoleVersion.objects.latest_of("{ROLE}")
user = get_user_model().objects.create_user("owner", "owner@example.com")
EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
Posting.objects.compose(version, read_examples()["{ROLE}"], owner=user)
with transaction.atomic():
    posting = Posting.objects.lock().get()
    terms = Terms(last_day=posting.today + timedelta(days=170), listed=True)
    job = Publication.publish(posting, terms, origin="https://127.0.0.1")
browser = Client(headers={{"host": "127.0.0.1"}})
browser.force_login(user)
url = posting.get_absolute_url()
form = Form(browser.get(url + "brief/", secure=True).content.decode()).fields
form["csrfmiddlewaretoken"] = browser.cookies["csrftoken"].value
cookie = "; ".join(f"{{name}}={{morsel.value}}" for name, morsel in browser.cookies.items())
etag = Client(headers={{"host": "127.0.0.1"}}).get(job.get_absolute_url(), secure=True)["ETag"]
print(json.dumps({{"posting": url, "job": job.get_absolute_url(), "firm": job.firm.get_absolute_url(), "etag": etag,
                   "cookie": cookie, "form": form}}))
"""
COUNT = """
import json, sys
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

counted = {}
for name, asked in json.load(sys.stdin).items():
    client = Client(headers=asked["headers"] | {"host": "127.0.0.1"})
    send = lambda: client.generic(
        *(asked[part] for part in ("method", "path", "body")),
        content_type=asked["headers"].get("content-type", ""),
        secure=True,
    )
    send()  # what a process reads once
    with CaptureQueriesContext(connection) as queries:
        answer = send()
    assert answer.status_code == asked["status"], (name, answer.status_code)
    size = sum(map(len, answer.streaming_content)) if answer.streaming else len(answer.content)
    counted[name] = [len(queries), size]
print(json.dumps(counted))
"""


@dataclass(frozen=True, kw_only=True)
class Page:
    path: str
    method: str = "GET"
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200


def public_pages(job: str, firm: str, etag: str, cookie: str) -> dict[str, Page]:
    """Return what anybody may ask for, by name, and some of it asked by somebody who has signed in."""
    asked = {
        "publication": Page(path=job),
        "publication, 304": Page(path=job, headers={"if-none-match": etag}, status=304),
        "publication, text": Page(path=f"{job}posting.txt"),
        "publication, card": Page(path=f"{job}embed/"),
        "list of 25": Page(path="/jobs/"),
        "search, a word of all": Page(path="/jobs/?q=operations"),
        "search, a rare word": Page(path="/jobs/?q=quay500"),
        "firm": Page(path=firm),
        "home": Page(path="/"),
        "role": Page(path=f"/roles/{ROLE}/"),
        "comparison": Page(path="/compare/"),
        "title finder": Page(path="/which-role/"),
    }
    for name in ("home", "role", "comparison", "title finder"):
        asked[f"{name}, signed in"] = Page(path=asked[name].path, headers={"cookie": cookie})
    for dialect in ("atom.xml", "indeed.xml", "linkedin.xml"):
        asked[dialect] = Page(path=f"/jobs/feeds/{dialect}")
    return asked


def private_pages(posting: str, cookie: str, form: dict) -> dict[str, Page]:
    """Return what the owner of the posting may ask for, by name."""
    own = {"cookie": cookie}
    asked = {
        "robots.txt": Page(path="/robots.txt"),
        "brief": Page(path=f"/roles/{ROLE}/brief/"),
        "preview": Page(
            path=f"/roles/{ROLE}/brief/preview/",
            method="POST",
            body=urlencode(form, doseq=True),
            headers=own | AS_A_SCRIPT,
        ),
        "review form": Page(path="/review/"),
        "posting": Page(path=posting, headers=own),
        "editor": Page(path=f"{posting}edit/", headers=own),
        "answers": Page(path=f"{posting}brief/", headers=own),
        "my postings": Page(path="/postings/", headers=own),
    }
    for extension in FORMATS:
        asked[extension] = Page(path=f"{posting}export.{extension}", headers=own)
    return asked


def load(server: Served, page: Page, script: Path, seconds: int) -> Round:
    """Ask for the page as fast as the server answers; raises where an answer is another than expected.

    One that answers nothing in its time has a rate of zero; the next one waits until what is still asked is answered.
    """
    headers = {"Host": "127.0.0.1", "x-forwarded-proto": "https", "accept-encoding": "gzip"} | page.headers
    script.write_text(
        f"wrk.method = {json.dumps(page.method)}\nwrk.body = {json.dumps(page.body) if page.body else 'nil'}\n"
        + "".join(f"wrk.headers[{json.dumps(name)}] = {json.dumps(value)}\n" for name, value in headers.items())
    )
    before = processor_seconds(server)
    command = [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{seconds}s",
        "--latency",
        "-s",
        str(script),
        server.url + page.path,
    ]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    spent = processor_seconds(server) - before
    if "Non-2xx" in said:
        raise AssertionError(f"{page.path}:\n{said}")
    requests = int(re.search(r"(\d+) requests in", said)[1])
    if not requests:
        warm(server, page)
        return NO_ANSWER
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    p50, p99 = (milliseconds(re.search(rf"^ +{part}% +(\S+)", said, re.MULTILINE)[1]) for part in (50, 99))
    return Round(rate, 1000 * spent / requests, p50, p99)


def warm(server: Served, page: Page) -> None:
    """Ask a few times, until each worker has surely started and read what a process reads once."""
    headers = {"Host": "127.0.0.1", "x-forwarded-proto": "https"} | page.headers
    body = page.body.encode() or None
    for _ in range(4 * WORKERS):
        asked = urllib.request.Request(server.url + page.path, body, headers, method=page.method)
        try:
            urllib.request.urlopen(asked, timeout=60).close()
        except urllib.error.HTTPError as answer:
            if answer.code != page.status:
                raise


def milliseconds(text: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]


def processor_seconds(server: Served) -> float:
    """Of the server's workers so far: user and system time."""
    pids = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    ticks = sum(sum(map(int, Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13])) for pid in pids)
    return ticks / os.sysconf("SC_CLK_TCK")


class Bare(Served):
    APPLICATION = "tests.benchmarks.bare"


class Bench:
    """A portal on a database of its own."""

    def __init__(self, kind: str, url: str, folder: Path) -> None:
        self.kind, self.folder = kind, folder
        settings = {
            "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
            "DATABASE_URL": url,
            "CACHE_URL": f"filecache://{folder}/cache-{kind}",
            "COUNT_SECONDS": "20",
        }
        self.env = {**os.environ, **PRODUCTION, **settings}
        self.filled = 0

    def prepare(self) -> None:
        manage(self.env, "migrate", "-v0")
        manage(self.env, "load_content", "--publish", "-v0")
        self.made = json.loads(manage(self.env, "shell", "-v0", "-c", SET_UP).splitlines()[-1])
        self.fill(SIZES[0])

    def fill(self, size: int) -> None:
        code = f"from tests.benchmarks.filling import fill; fill({self.filled}, {size})"
        manage(self.env, "shell", "-v0", "-c", code)
        self.filled = size

    def pages(self, *, private: bool, only: list[str]) -> dict[str, Page]:
        made = self.made
        asked = public_pages(made["job"], made["firm"], made["etag"], made["cookie"])
        if private:
            asked |= private_pages(made["posting"], made["cookie"], made["form"])
        return {name: page for name, page in asked.items() if not only or name in only}

    def count(self, asked: dict[str, Page]) -> dict[str, list[int]]:
        said = manage(self.env, "shell", "-v0", "-c", COUNT, stdin=json.dumps(asked, default=vars))
        return json.loads(said.splitlines()[-1])


def measure(bench: Bench, bare: Bare, asked: dict[str, Page], options: argparse.Namespace, table: Table) -> None:
    """Ask for each page and for the bare view in turns, and print what the middle round took."""
    counted, script = bench.count(asked), bench.folder / "ask.lua"
    views: list[Round] = []
    print(f"\n{bench.kind}, {bench.filled:,} publications")  # noqa: T201
    print(f"{'':26}{'ms':>8}{'ratio':>8}{'p50':>8}{'p99':>8}{'queries':>9}{'bytes':>9}")  # noqa: T201
    with Served(workers=WORKERS, **bench.env) as portal:
        for name, page in asked.items():
            warm(portal, page)
            own = []
            for _ in range(options.rounds):
                own.append(load(portal, page, script, options.seconds))
                views.append(load(bare, Page(path="/"), script, 1))
            middle, view = middle_of(own), middle_of(views)
            figures = Figures(middle, middle.rate / view.rate, *counted[name])
            table.setdefault(name, {})[bench.kind, bench.filled] = figures
            table.setdefault("bare view", {})[bench.kind, bench.filled] = Figures(view, 1, 0, 4)
            print(  # noqa: T201
                f"{name:26}{middle.processor_ms:8.2f}{figures.ratio:8.3f}{middle.p50:8.1f}{middle.p99:8.1f}"
                f"{figures.queries:9}{figures.size:9}",
                flush=True,
            )


def middle_of(rounds: list[Round]) -> Round:
    return Round(**{part: median(getattr(one, part) for one in rounds) for part in Round.__annotations__})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=3, help="of a round")
    parser.add_argument("--quick", action="store_true", help="one round of a second")
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--databases", nargs="+", default=["SQLite", "PostgreSQL"], choices=["SQLite", "PostgreSQL"])
    parser.add_argument("--most", type=int, default=SIZES[1], help="publications of the large board; 0 for none")
    parser.add_argument("--postgres", default="postgres://postgres@127.0.0.1:5432")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()
    if options.quick:
        options.rounds, options.seconds = 1, 1
    if not shutil.which("wrk"):
        print("Needs wrk: apt-get install wrk.", file=sys.stderr)  # noqa: T201
        return 1
    table: Table = {}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        benches = [Bench(kind, stack.enter_context(database(kind, folder, options.postgres)), folder)
                   for kind in options.databases]  # fmt: skip
        manage(benches[0].env, "collectstatic", "-v0", "--no-input")
        bare = stack.enter_context(Bare(workers=WORKERS, **benches[0].env))
        warm(bare, Page(path="/"))
        with ThreadPoolExecutor() as pool:
            list(pool.map(Bench.prepare, benches))
        for bench in benches:
            private = not options.quick or bench is benches[0]
            measure(bench, bare, bench.pages(private=private, only=options.only), options, table)
        if options.most > SIZES[0]:
            with ThreadPoolExecutor() as pool:
                list(pool.map(lambda bench: bench.fill(options.most), benches))
            for bench in benches:
                measure(bench, bare, bench.pages(private=False, only=options.only), options, table)
    if options.write:
        write(table)
    return 0


@contextmanager
def database(kind: str, folder: Path, postgres: str) -> Iterator[str]:
    """The address of an empty database of that kind, which is removed afterwards."""
    if kind == "SQLite":
        yield f"sqlite:///{folder}/db.sqlite3"
        return
    import psycopg

    name = f"benchmark_{os.getpid()}"
    with psycopg.connect(f"{postgres}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{postgres}/{name}"
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def manage(env: dict, *command: str, stdin: str = "") -> str:
    command = [sys.executable, "manage.py", *command]
    done = subprocess.run(command, cwd=ROOT, env=env, input=stdin, capture_output=True, text=True, timeout=1200)
    if done.returncode:
        raise AssertionError(done.stderr)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
