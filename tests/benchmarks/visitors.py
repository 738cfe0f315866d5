"""Who visits in the benchmark of the load: owners, a consultant, robots, and clients that are slow on purpose."""

import gzip
import http.client
import random
import re
import threading
import time
from collections import defaultdict
from contextlib import ExitStack, suppress
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin, urlsplit

from tests.benchmarks.pages import ROLE
from tests.durability.test_slow_clients import HALF_BODY, HALF_HEADER, UNREAD, Plain
from tests.views.sheets import Form

HOST, FORM = "127.0.0.1", "application/x-www-form-urlencoded"
PASSWORD = "a long password of the load"
ANSWERS = {"industry": "food-production", "headcount": "30", "place": "Leeds, UK", "about": "We bake for forty cafés."}
ANSWERS |= {"needs": ["daily-decisions", "slips"], "workplace": "on_site", "employment_type": "full_time"}
ANSWERS |= {"pay": "£48,000–£56,000 a year", "apply_to": "jobs@harbourlane.example"}
PAUSE = (0.5, 1.5)  # seconds between two requests of one visitor


class Traffic:
    """What was asked for: seconds of each answer by kind of page, and what went wrong."""

    def __init__(self, port, ends):
        self.port, self.ends, self.lock, self.consultant = port, ends, threading.Lock(), threading.Lock()
        self.times, self.minute, self.errors, self.cut = defaultdict(list), [], [], 0

    def note(self, kind, seconds, error=""):
        with self.lock:
            self.times[kind].append(seconds)
            self.minute.append(seconds)
            self.errors += [f"{kind}: {error}"] if error else []

    def goes_on(self):
        return time.monotonic() < self.ends


class Visitor:
    """A browser of its own at an address of its own, as a proxy would pass it on."""

    def __init__(self, traffic):
        self.traffic, self.cookies = traffic, {}
        self.address = ".".join(str(random.randint(1, 250)) for _ in range(4))

    def open(self, kind, path, data=None):
        """Return address arrived at and page, "" after an error."""
        if self.traffic.goes_on():
            time.sleep(random.uniform(*PAUSE))
        while True:
            started = time.monotonic()
            try:
                status, headers, body = self._ask(path, data)
            except OSError as error:
                self.traffic.note(kind, time.monotonic() - started, repr(error))
                return path, ""
            self.traffic.note(kind, time.monotonic() - started, f"{status} {path}" if status >= 400 else "")
            if not 300 <= status < 400:
                return path, body.decode(errors="replace") if status < 400 else ""
            there = urlsplit(urljoin(path, headers["Location"]))
            kind, path, data = f"{kind} →", there.path + (f"?{there.query}" if there.query else ""), None

    def _ask(self, path, data):
        connection = http.client.HTTPConnection(HOST, self.traffic.port, timeout=60)
        headers = {"Host": HOST, "X-Forwarded-For": self.address, "X-Forwarded-Proto": "https"}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers |= {"Accept-Encoding": "gzip", "Content-Type": FORM, "Referer": f"https://{HOST}/"}
        body = urlencode(data, doseq=True) if data is not None else None
        try:
            connection.request("GET" if body is None else "POST", path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        packed = answer.headers.get("Content-Encoding") == "gzip"
        return answer.status, answer.headers, gzip.decompress(content) if packed else content

    def fill(self, kind, path, **changes):
        """Open a form and send it with these changes."""
        path, page = self.open(f"{kind} form", path)
        if "csrfmiddlewaretoken" not in page:
            return path, page
        token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
        return self.open(f"{kind} sent", path, Form(page).fields | {"csrfmiddlewaretoken": token} | changes)


def own(traffic):
    visitor = Visitor(traffic)
    visitor.open("page", "/")
    visitor.open("page", f"/roles/{ROLE}/")
    company = f"Company {random.randrange(10**6)}"
    draft, _ = visitor.fill("brief", f"/roles/{ROLE}/brief/", **ANSWERS | {"company": company})
    if not draft.startswith("/postings/"):
        traffic.note("draft", 0, f"none was made, but {draft}")
        return
    for number in range(3):
        changes = {"new-skills": f"Line {number} of {company}.", "do": "add:skills"}
        visitor.fill("workshop", f"{draft}edit/", **changes)
    visitor.open("comments", f"{draft}comments/")
    visitor.open("history", f"{draft}history/")
    for extension in ("txt", "docx", "pdf"):
        visitor.open(extension, f"{draft}export.{extension}")


def consult(traffic):
    if not traffic.consultant.acquire(blocking=False):
        return  # one at a time: two who save one role wait for each other
    visitor = Visitor(traffic)
    visitor.fill("sign-in", "/accounts/login/", login="consultant", password=PASSWORD)
    _, page = visitor.open("admin page", "/admin/roles/role/1/change/")
    sections = sorted(set(re.findall(r"/admin/roles/section/\d+/change/", page)))
    for section in random.sample(sections, min(3, len(sections))):
        visitor.fill("section", section, _save="", **{"statements-0-text": f"Reworded {random.randrange(10**6)}."})
    traffic.consultant.release()


def crawl(traffic):
    visitor, seen = Visitor(traffic), {"/", "/robots.txt", "/sitemap.xml", "/jobs/", "/compare/", "/which-role/"}
    waiting = list(seen)
    while waiting and len(seen) < 40 and traffic.goes_on():
        _, page = visitor.open("robot", waiting.pop(0))
        new = set(re.findall(r'href="(/(?!accounts|admin|static)[^"#?]*)"', page)) - seen
        seen |= new
        waiting += sorted(new)


def dawdle(traffic):
    """Hold eight connections that send half a request or read nothing, and take others when they are cut."""
    heads = [sent.replace(b"desk.localhost", HOST.encode()) for sent in (HALF_HEADER, HALF_BODY, UNREAD)]
    while traffic.goes_on():
        with ExitStack() as stack, suppress(OSError):
            for request in random.choices(heads, k=8):
                stack.enter_context(Plain(traffic.port).connect()).sendall(request)
            time.sleep(random.uniform(5, 15))
        traffic.cut += 8


def work(traffic):
    while traffic.goes_on():
        random.choices((own, consult, crawl), (6, 1, 2))[0](traffic)
