"""The portal as it is served: processes of its own, on a database of its own; and browsers that run no script."""

import http.cookiejar
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urldefrag, urlencode

from tests.views.sheets import Form

ROOT = Path(__file__).parent.parent


class Served:
    """gunicorn with the shipped configuration and these changes to it, in this environment and folder."""

    APPLICATION = "portal.wsgi"

    def __init__(self, *changes, folder=ROOT, **environment):
        self.folder = folder
        self.env = {**os.environ, **environment}
        self.changes = changes
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
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", self.APPLICATION, "--bind", f"127.0.0.1:{self.port}", *self.changes],
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        log = []
        for line in self.process.stderr:
            log.append(line)
            if "Listening at: " in line:
                self.port = int(line.split("Listening at: http://127.0.0.1:")[1].split()[0])
                # What else it logs is read and dropped: a pipe that is full would stop it.
                threading.Thread(target=self.process.stderr.read, daemon=True).start()
                return
        raise AssertionError("the server did not start:\n" + "".join(log))

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=10)


class Server(Served):
    """One with the shipped content and the demo accounts."""

    def __init__(self, database_url, *, workers=1, **more):
        super().__init__("--workers", str(workers), DEBUG="on", DATABASE_URL=database_url, **more)
        told = self.manage("quickstart", "--no-serve")
        self.passwords = dict(re.findall(r"Account (\w+): password (\S+)", told))
        self.start()

    def manage(self, *command):
        command = [sys.executable, "manage.py", *command]
        done = subprocess.run(
            command, cwd=self.folder, env=self.env, check=True, capture_output=True, text=True, timeout=120
        )
        return done.stdout


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
            answer = self.opener.open(f"{self.server.url}{path}", body, timeout=60)
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
