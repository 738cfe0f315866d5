"""The portal as it is served: processes of its own, on a database of its own; and browsers that run no script."""

import http.cookiejar
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Condition, Thread
from urllib.parse import urldefrag, urlencode

from tests.views.sheets import Form

ROOT = Path(__file__).parent.parent
SECONDS = 240  # that a client waits for an answer, or a test for a worker, on a machine that has much else to do


class Log:
    """What a gunicorn logs, read as it comes: a pipe that is full would stop it."""

    LISTENS = re.compile(r"Listening at: http://127\.0\.0\.1:(\d+)")
    READY = re.compile(r"Worker ready \(pid: (\d+)\)")

    def __init__(self, pipe):
        self.port, self.ready, self.last, self.ended = 0, set(), deque(maxlen=100), False
        self.news = Condition()
        Thread(target=self.follow, args=[pipe], daemon=True).start()

    def follow(self, pipe):
        for line in pipe:
            with self.news:
                self.last.append(line)
                if listens := self.LISTENS.search(line):
                    self.port = int(listens[1])
                if ready := self.READY.search(line):
                    self.ready.add(int(ready[1]))
                self.news.notify_all()
        with self.news:
            self.ended = True
            self.news.notify_all()

    def wait_for_workers(self, number, but=()):
        """Return when so many answer, those with the given process ids not counted."""
        with self.news:
            self.news.wait_for(lambda: self.ended or len(self.ready.difference(but)) >= number, timeout=SECONDS)
            assert len(self.ready.difference(but)) >= number, "".join(["no worker is ready:\n", *self.last])


class Served:
    """gunicorn with the shipped configuration and these changes to it, in this environment and folder."""

    APPLICATION = "portal.wsgi"

    def __init__(self, *changes, workers=1, folder=ROOT, **environment):
        self.folder = folder
        self.env = {**os.environ, **environment}
        self.workers, self.changes = workers, changes
        self.port = 0  # any that is free; after a kill the same again

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.kill()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        """Return when every worker answers: one that has just been forked takes seconds before it does."""
        changes = ["--bind", f"127.0.0.1:{self.port}", "--workers", str(self.workers), *self.changes]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", self.APPLICATION, *changes],
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.log = Log(self.process.stderr)
        try:
            self.log.wait_for_workers(self.workers)
        except BaseException:
            self.kill()
            raise
        self.port = self.log.port

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=SECONDS)

    def manage(self, *command):
        """Run a command of the portal with the server's database; return what it prints."""
        command = [sys.executable, "manage.py", *command]
        done = subprocess.run(
            command, cwd=self.folder, env=self.env, check=True, capture_output=True, text=True, timeout=SECONDS
        )
        return done.stdout


class Server(Served):
    """One on a database as `filled_database` makes it."""

    def __init__(self, database, **more):
        self.passwords = database.passwords
        super().__init__(DEBUG="on", DATABASE_URL=database.address, **more)
        self.start()


def all_at_once(browser, path, forms):
    """Send the forms, each from a tab of the browser; return the answers."""
    tabs = [browser.copy() for _ in forms]
    with ThreadPoolExecutor(len(forms)) as pool:
        return list(pool.map(lambda tab, form: tab.open(path, form), tabs, forms))


class Browser:
    """Follows redirects and keeps cookies; a copy sends what the first would have sent."""

    def __init__(self, server, cookies=()):
        self.server, self.jar = server, http.cookiejar.CookieJar()
        for cookie in cookies:
            self.jar.set_cookie(cookie)
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def copy(self):
        return Browser(self.server, self.jar)

    def open(self, path, data=None):
        """Return status, path arrived at, and page."""
        body = urlencode(data, doseq=True).encode() if data is not None else None
        try:
            answer = self.opener.open(f"{self.server.url}{path}", body, timeout=SECONDS)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return answer.status, urldefrag(answer.url).url.removeprefix(self.server.url), answer.read().decode()

    def sign_in(self, login, password):
        self.open("/accounts/login/", self.form("/accounts/login/") | {"login": login, "password": password})

    def form(self, path):
        """What a form of the page would send, its token included."""
        _, _, page = self.open(path)
        token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
        return Form(page).fields | {"csrfmiddlewaretoken": token}
