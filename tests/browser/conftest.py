import importlib
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.apps import apps
from django.conf import settings as django_settings
from django.db import connection
from playwright.sync_api import expect

from tests.conftest import load_shipped_content

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# On a busy machine a page that is right can be late: only one that is never right fails.
expect.set_options(timeout=30_000)


def pytest_itemcollected(item):
    item.add_marker(pytest.mark.browser)
    item.add_marker(pytest.mark.timeout(300))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    # Last of all: they empty the database, and pytest moves them up to any test with a parameter called page.
    items.sort(key=lambda item: "tests/browser" in item.nodeid)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}: install Debian's chromium, or set CHROMIUM to another one")
    return {**browser_type_launch_args, "executable_path": str(CHROMIUM), "args": FLAGS}


@pytest.fixture(scope="session")
def static_files_found():
    """Let the test server serve the sources of the static files, as runserver does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(django_settings, "WHITENOISE_USE_FINDERS", True, raising=False)
        patch.setattr(django_settings, "WHITENOISE_AUTOREFRESH", True, raising=False)
        yield


@pytest.fixture
def site(transactional_db, static_files_found, live_server):
    """The address of a portal with the shipped content."""
    load_shipped_content()
    # Emptying the tables between these tests takes the group away that a migration made.
    make_group = importlib.import_module("roles.migrations.0002_consultants_group").make_group
    make_group(apps, SimpleNamespace(connection=connection))
    return live_server.url


def _said(message):
    return f"{message.text} {message.location['url']}"


class Watch:
    """What went wrong in a page while it was used."""

    def __init__(self, page, site):
        self.found = []
        page.on("console", lambda message: message.type == "error" and self.found.append(_said(message)))
        page.on("pageerror", lambda error: self.found.append(str(error)))
        page.on("request", lambda request: request.url.startswith((site, "data:")) or self.found.append(request.url))
        self.page = page

    def follow(self, link):
        """Press what leads to another page, and check that page once it is there."""
        with self.page.expect_navigation():
            link.click()
        self.look()

    def look(self):
        """Check the page as it stands: nothing wrong so far, accessible, no sideways scroll at 390 px."""
        before = len(self.found)
        violations = Axe().run(self.page).response["violations"]
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
