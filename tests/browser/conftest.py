import importlib
import os
import shutil
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from roles.models import Posting, Role
from tests.conftest import load_shipped_content, reading_from

# The shell has no windows to draw and no profile to open, and takes a third of the processor time.
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

BRIEF = {
    "company": "Harbour Lane Bakery",
    "industry": "hospitality",
    "headcount": "30",
    "place": "Leeds, UK",
    "sites": "1",
    "needs": ["daily-decisions"],
    "reports_to": "the owner",
    "workplace": "on_site",
    "employment_type": "full_time",
    "pay": "£48,000–£56,000 a year",
    "apply_to": "jobs@harbourlane.example",
}

# What is right, axe would list element by element: to bring that over takes longer than to look.
VIOLATIONS = {"resultTypes": ["violations"]}

# On a busy machine a page that is right can be late: only one that is never right fails.
expect.set_options(timeout=90_000)


def pytest_itemcollected(item):
    item.add_marker(pytest.mark.browser)
    item.add_marker(pytest.mark.timeout(900))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    # Last of all: they empty the database, and pytest moves them up to any test with a parameter called page.
    items.sort(key=lambda item: "tests/browser" in item.nodeid)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser at {CHROMIUM}: install Debian's chromium, or set CHROMIUM to another one")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture(scope="session")
def static_files_found():
    """Let the test server serve the sources of the static files, as runserver does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "WHITENOISE_USE_FINDERS", True, raising=False)
        patch.setattr(settings, "WHITENOISE_AUTOREFRESH", True, raising=False)
        yield


@pytest.fixture(scope="session")
def shipped(django_db_setup, django_db_blocker, smaller_content):
    """Put the database back to the shipped content: a copy of the whole, as loading it takes seconds.

    Each test empties the tables, so also the group goes that a migration made.
    """
    with django_db_blocker.unblock():
        if not Group.objects.exists():
            editor = SimpleNamespace(connection=connection)
            importlib.import_module("roles.migrations.0002_consultants_group").make_group(apps, editor)
            importlib.import_module("roles.migrations.0008_consultants_keep_areas").grant(apps, editor)
            importlib.import_module("roles.board.migrations.0002_consultants_hold").grant(apps, editor)
        if not Role.objects.exists():
            with reading_from(smaller_content):
                load_shipped_content()
        copy = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(copy)
    yield lambda: copy.backup(connection.connection)
    copy.close()


@pytest.fixture
def site(transactional_db, shipped, static_files_found, live_server):
    """The address of a portal with the shipped content."""
    shipped()
    return live_server.url


@pytest.fixture
def posting(site, context):
    return compose(context, site)


@pytest.fixture
def sheet(page, posting):
    """The page of the editor, opened."""
    page.goto(posting.edit_address)
    return page


def compose(context, site):
    """Make a draft from the answers of `fill_in`, for the context to open; return it with its addresses."""
    client = Client()
    client.post(reverse("posting_new", args=["director-of-operations"]), BRIEF)
    take_along(context, client, site)
    posting = Posting.objects.latest("created_at")
    posting.address = f"{site}{posting.get_absolute_url()}"
    posting.edit_address = f"{posting.address}edit/"
    return posting


def take_along(context, client, site):
    """Let the browser go on with the session of a client."""
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site, "httpOnly": True}])


def _said(message):
    return f"{message.text} {message.location['url']}"


# What htmx reports when a preview is given up for a newer one.
GIVEN_UP = ("htmx:sendAbort", "htmx:afterRequest")


def _is_fault(message):
    return message.type == "error" and not message.text.startswith(GIVEN_UP)


class Watch:
    """What went wrong in a page while it was used."""

    def __init__(self, page, site):
        self.found = []
        page.on("console", lambda message: _is_fault(message) and self.found.append(_said(message)))
        page.on("pageerror", lambda error: self.found.append(str(error)))
        page.on("request", lambda request: request.url.startswith((site, "data:")) or self.found.append(request.url))
        self.page = page

    def follow(self, link):
        """Press what leads to another page, and check that page once it is there."""
        with self.page.expect_navigation():
            link.click()
        self.look()

    def look(self):
        """Check the page as it is: nothing wrong so far, accessible, no sideways scroll at 390 px."""
        before = len(self.found)
        violations = Axe().run(self.page, options=VIOLATIONS).response["violations"]
        # Axe clones elements to measure them, and the policy refuses the clones' style: axe's doing, not the page's.
        self.found[before:] = [note for note in self.found[before:] if not note.startswith("Applying inline style")]
        self.found += [f"axe {item['id']} at {item['nodes'][0]['target']}" for item in violations]
        size = self.page.viewport_size
        self.page.set_viewport_size({"width": 390, "height": 844})
        if self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            self.found.append(f"{self.page.url} scrolls sideways")
        self.page.set_viewport_size(size)
        assert self.found == []


@pytest.fixture
def watch(page, site):
    return Watch(page, site)
