"""What each page costs within one process: `python -m tests.benchmarks.process [--only …] [--profile] [--pieces]`.

Steadier than `tests.benchmarks.pages` on a machine that is shared: each page and a bare Django view are asked for in
turns, without a server, and of the processor time of each the least counts. Printed are, of each page, the least as a
multiple of the bare view's, the first time in the process likewise, function calls and queries. Each round saves
another line of the posting. Times are never judged.
"""

# ruff: noqa: T201
import argparse
import cProfile
import gc
import io
import json
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from operator import sub
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlencode

from tests.benchmarks.pages import AS_A_SCRIPT, PRODUCTION, SET_UP, Page, manage, private_pages, public_pages

Application = Callable[..., Any]
# What is asked for next: each line that is saved is another.
Next = Callable[[], Page]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=14)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--folder", type=Path, help="where its portal is made, and found the next time")
    parser.add_argument("--profile", action="store_true", help="list the functions of each page by their own time")
    parser.add_argument("--pieces", action="store_true", help="measure the middleware around the list of postings")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = set_up(options.folder or Path(folder))
        from portal.wsgi import application

        pages = public_pages(made["job"], made["firm"], made["etag"], made["cookie"])
        pages |= private_pages(made["posting"], made["cookie"], made["form"])
        asked: dict[str, Next] = {name: (lambda page=page: page) for name, page in pages.items()}
        asked["one line saved"] = lines_saved(application, made)
        gc.collect()
        gc.freeze()  # as gunicorn.conf.py does
        if options.pieces:
            pieces(asked["my postings"](), options.rounds)
            return
        chosen = {name: page for name, page in asked.items() if not options.only or name in options.only}
        measure(application, chosen, options)


def set_up(folder: Path) -> Any:
    """Make a portal in the folder as the benchmark of pages does, and take its settings for this process."""
    own = {"DATABASE_URL": f"sqlite:///{folder}/db.sqlite3", "CACHE_URL": f"filecache://{folder}/cache"}
    os.environ.update(PRODUCTION | own | {"BEHIND_PROXY": "on", "DJANGO_SETTINGS_MODULE": "portal.settings"})
    kept = folder / "made.json"
    if kept.exists():
        return json.loads(kept.read_text())
    folder.mkdir(exist_ok=True)
    for command in ("migrate", "load_content --publish", "collectstatic --no-input"):
        manage(dict(os.environ), *command.split(), "-v0")
    kept.write_text(manage(dict(os.environ), "shell", "-v0", "-c", SET_UP).splitlines()[-1])
    manage(dict(os.environ), "shell", "-v0", "-c", "from tests.benchmarks.filling import fill; fill(0, 1000)")
    return json.loads(kept.read_text())


def environ_of(page: Page) -> dict[str, Any]:
    path, _, query = page.path.partition("?")
    body = page.body.encode()
    environ = {
        "REQUEST_METHOD": page.method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_X_FORWARDED_FOR": "127.0.0.1",
        "HTTP_ACCEPT_ENCODING": "gzip",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "https",
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
    }
    for name, value in page.headers.items():
        key = name.upper().replace("-", "_")
        environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    return environ


def ask(application: Application, page: Page) -> bytes:
    """Ask as a server would, and return the body; raises where the answer is another than expected."""
    statuses: list[str] = []
    answer = application(environ_of(page), lambda status, headers, *rest: statuses.append(status))
    content = b"".join(answer)
    answer.close()
    if int(statuses[0][:3]) != page.status:
        raise AssertionError(f"{page.path}: {statuses[0]}\n{content[:2000]!r}")
    return content


def seconds(application: Application, page: Page) -> float:
    """Return the processor time an answer took."""
    before = time.process_time()
    ask(application, page)
    return time.process_time() - before


def bare() -> Application:
    """Return a Django without a middleware, whose one view is bare."""
    from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
    from django.http import HttpResponse
    from django.test import override_settings
    from django.urls import path

    class BareRequest(WSGIRequest):
        urlconf = (path("", lambda request: HttpResponse("bare")),)

    with override_settings(MIDDLEWARE=[]):
        handler = WSGIHandler()
    handler.request_class = BareRequest
    return handler


def lines_saved(application: Application, made: dict[str, Any]) -> Next:
    """Return what saves another line of the posting each time, as the editor's script does."""
    from tests.views.sheets import Form

    path, own, number = f"{made['posting']}edit/", {"cookie": made["cookie"]}, time.time_ns() // 1_000_000

    def saved() -> Page:
        nonlocal number
        number += 1
        plain = own | {"accept-encoding": "identity"}
        form = Form(ask(application, Page(path=path, headers=plain)).decode())
        lines = [name for name in form.fields if name.startswith("text-") and "@" not in name]
        line = lines[number % len(lines)]
        form.fields[line] = f"{form.fields[line].partition(' No. ')[0].rstrip('.')}. No. {number}."
        token = {"csrfmiddlewaretoken": made["form"]["csrfmiddlewaretoken"]}
        body = urlencode(form.with_("save") | token, doseq=True)
        return Page(path=path, method="POST", body=body, headers=own | AS_A_SCRIPT | {"x-part": "sheet"})

    return saved


def measure(application: Application, asked: dict[str, Next], options: argparse.Namespace) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    view, empty = bare(), Page(path="/")
    for _ in range(20):
        ask(view, empty)
    print(f"{'as a multiple of bare':26}{'first':>8}{'again':>8}{'calls':>9}{'queries':>9}")
    for name, page in asked.items():
        first = seconds(application, page())
        took, bare_took = [], []
        for _ in range(options.rounds):
            sent = page()
            bare_took += [seconds(view, empty) for _ in range(3)]
            took.append(seconds(application, sent))
        sent = page()
        with CaptureQueriesContext(connection) as queries:
            ask(application, sent)
        counted = len(queries)
        sent, profile = page(), cProfile.Profile()
        profile.runcall(ask, application, sent)
        stats = pstats.Stats(profile)
        least = min(bare_took)
        calls = stats.total_calls  # type: ignore[attr-defined]
        print(f"{name:26}{first / least:8.1f}{min(took) / least:8.1f}{calls:9,}{counted:9}", flush=True)
        if options.profile:
            stats.sort_stats("cumulative").print_stats(90)
            stats.sort_stats("tottime").print_stats(40)
    print(f"a bare view: {1000 * least:.3f} ms")


def pieces(page: Page, rounds: int) -> None:
    """Print what each middleware takes of a page by itself: what is left of the time less what is within it."""
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.test import override_settings

    names = list(settings.MIDDLEWARE)
    probed = [f"{__name__}.Probe"]
    for name in names:
        probed += [name, f"{__name__}.Probe"]
    with override_settings(MIDDLEWARE=probed):
        handler = WSGIHandler()
    view, least = bare(), [float("inf")] * (len(names) + 1)
    alone = float("inf")
    for _ in range(rounds):
        alone = min(alone, *(seconds(view, Page(path="/")) for _ in range(3)))
        Probe.took.clear()
        ask(handler, page)
        within = [*reversed(Probe.took), 0.0]  # the innermost ends first
        least = [min(pair) for pair in zip(least, map(sub, within, within[1:]), strict=True)]
    for name, took in zip([*names, "the view, and what it asks for first"], least, strict=True):
        print(f"{name:56}{took / alone:8.2f}")


class Probe:
    """A middleware that notes the time of all that is within it."""

    took: ClassVar[list[float]] = []

    def __init__(self, get_response: Callable[[Any], Any]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> Any:
        before = time.process_time()
        response = self.get_response(request)
        self.took.append(time.process_time() - before)
        return response


if __name__ == "__main__":
    main()
