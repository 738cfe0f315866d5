"""What each page costs: `python -m tests.benchmarks.pages [--rounds N] [--only NAME …]`.

Serves the portal as in production and a bare Django view with the same server and as many workers, and asks for each
page and the bare view in turns. Printed are, of the middle round: processor time of the workers a request, the rate as
a ratio to the bare view's of the same round, the median and the 99th percentile of the answers' time at 16 connections,
the queries and the bytes. Runs on SQLite, or on the database of DATABASE_URL, which has to be empty and is left full.
Needs Debian's wrk. Times are printed and never judged: they are the machine's as much as ours.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from roles.core.exports import FORMATS
from tests.serving import ROOT, Served

CONNECTIONS, SECONDS, WORKERS = 16, 3, 2
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
from django.test import Client
from roles.core.content import read_examples
from roles.models import Posting, RoleVersion
from tests.views.sheets import Form

version = RoleVersion.objects.latest_of("{ROLE}")
posting = Posting.objects.compose(version, read_examples()["{ROLE}"])
browser = Client(headers={{"host": "127.0.0.1"}})
browser.post(posting.get_private_url(), secure=True)
url = posting.get_absolute_url()
form = Form(browser.get(url + "brief/", secure=True).content.decode()).fields
form["csrfmiddlewaretoken"] = browser.cookies["csrftoken"].value
cookie = "; ".join(f"{{name}}={{morsel.value}}" for name, morsel in browser.cookies.items())
print(json.dumps({{"posting": url, "cookie": cookie, "form": form}}))
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


def pages(posting: str, cookie: str, form: dict) -> dict[str, Page]:
    """Return what is asked for, by name: as anybody, and with the cookies of a browser that has made the posting."""
    own = {"cookie": cookie}
    asked = {
        "robots.txt": Page(path="/robots.txt"),
        "home": Page(path="/"),
        "comparison": Page(path="/compare/"),
        "role": Page(path=f"/roles/{ROLE}/"),
        "example": Page(path=f"/roles/{ROLE}/example/"),
        "title finder": Page(path="/which-role/"),
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


@dataclass(frozen=True)
class Round:
    rate: float
    processor_ms: float
    p50: float
    p99: float


def load(server: Served, page: Page, script: Path) -> Round:
    """Ask for the page as fast as the server answers; raises where an answer is another than expected."""
    headers = {"Host": "127.0.0.1", "x-forwarded-proto": "https", "accept-encoding": "br"} | page.headers
    script.write_text(
        f"wrk.method = {json.dumps(page.method)}\nwrk.body = {json.dumps(page.body) if page.body else 'nil'}\n"
        + "".join(f"wrk.headers[{json.dumps(name)}] = {json.dumps(value)}\n" for name, value in headers.items())
    )
    before = processor_seconds(server)
    command = [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{SECONDS}s",
        "--latency",
        "-s",
        str(script),
        server.url + page.path,
    ]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    spent = processor_seconds(server) - before
    if "Non-2xx" in said or "nan" in said:
        raise AssertionError(f"{page.path}:\n{said}")
    requests = int(re.search(r"(\d+) requests in", said)[1])
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    p50, p99 = (milliseconds(re.search(rf"\b{part}%\s+(\S+)", said)[1]) for part in (50, 99))
    return Round(rate, 1000 * spent / requests, p50, p99)


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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", default=[])
    options = parser.parse_args()
    if not shutil.which("wrk"):
        print("Needs wrk: apt-get install wrk.", file=sys.stderr)  # noqa: T201
        return 1
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        env = PRODUCTION | {
            "DATABASE_URL": os.environ.get("DATABASE_URL", f"sqlite:///{folder}/db.sqlite3"),
            "CACHE_URL": os.environ.get("CACHE_URL", f"filecache://{folder}/cache"),
        }
        env = {**os.environ, **env}
        for command in (
            ["migrate", "-v0"],
            ["load_content", "--publish", "-v0"],
            ["collectstatic", "-v0", "--no-input"],
        ):
            manage(env, *command)
        made = json.loads(manage(env, "shell", "-v0", "-c", SET_UP).splitlines()[-1])
        portal = stack.enter_context(Served("--workers", str(WORKERS), **env))
        bare = stack.enter_context(Bare("--workers", str(WORKERS), **env))
        asked = pages(**made)
        asked = {name: page for name, page in asked.items() if not options.only or name in options.only}
        counted = json.loads(
            manage(env, "shell", "-v0", "-c", COUNT, stdin=json.dumps(asked, default=vars)).splitlines()[-1]
        )
        print(f"{'':14}{'ms':>8}{'ratio':>8}{'p50':>8}{'p99':>8}{'queries':>9}{'bytes':>9}")  # noqa: T201
        for name, page in asked.items():
            pairs = [
                (load(portal, page, folder / "ask.lua"), load(bare, Page(path="/"), folder / "ask.lua"))
                for _ in range(options.rounds)
            ]
            middle = {part: median(getattr(own, part) for own, _ in pairs) for part in ("processor_ms", "p50", "p99")}
            ratio = median(own.rate / bare.rate for own, bare in pairs)
            queries, size = counted[name]
            print(  # noqa: T201
                f"{name:14}{middle['processor_ms']:8.2f}{ratio:8.3f}{middle['p50']:8.1f}{middle['p99']:8.1f}"
                f"{queries:9}{size:9}",
                flush=True,
            )
        bare_ms = median(own.processor_ms for own in (load(bare, Page(path="/"), folder / "ask.lua") for _ in range(3)))
        print(f"{'bare view':14}{bare_ms:8.2f}{1:8.3f}")  # noqa: T201
    return 0


def manage(env: dict, *command: str, stdin: str = "") -> str:
    command = [sys.executable, "manage.py", *command]
    done = subprocess.run(command, cwd=ROOT, env=env, input=stdin, capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise AssertionError(done.stderr)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
