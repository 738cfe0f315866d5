"""A first visit weighs little, and a later one, when styles and scripts are kept, very little."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

LIMIT = 15 * 1024
FIRST_VISIT_LIMIT = 120 * 1024
PUBLIC = [
    "/",
    "/which-role/",
    "/compare/",
    "/review/",
    "/start/",
    "/roles/operations-director/",
    "/roles/operations-director/brief/",
    "/postings/",
]
OWNERS = [
    f"posting_{name}"
    for name in ("detail", "edit", "workshop", "switch", "comments", "history", "share", "markets", "publish")
]


def sent(client, url):
    return client.get(url, headers={"accept-encoding": "gzip"})


def with_imports(names):
    """The files a page names, and the modules these import."""
    found = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        if name.startswith("js/"):
            text = Path(finders.find(name)).read_text()
            waiting += [f"js/{imported}" for imported in re.findall(r' from "\./([^"]+)";', text)]
    return found


def test_the_modules_a_script_imports_count_as_the_pages_own():
    assert with_imports(["css/portal.css", "js/writing.js"]) == {
        "css/portal.css",
        *(f"js/{name}.js" for name in ("autosave", "grow", "kept-words", "sheet", "take-sheet", "writing")),
    }


@pytest.mark.parametrize("url", PUBLIC)
def test_a_public_page_is_sent_in_at_most_15_kilobytes(stranger, version, url):
    response = sent(stranger, url)

    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) <= LIMIT
    assert b"<html" in gzip.decompress(response.content)


@pytest.mark.parametrize("name", OWNERS)
def test_an_owners_page_is_sent_in_at_most_15_kilobytes(owner, name):
    response = sent(owner, reverse(name, args=[owner.posting.pk]))

    assert response.status_code == 200
    assert len(response.content) <= LIMIT, len(response.content)


def first_visit(client, url):
    """The bytes of a page with all that it names, fonts among it, and what each of these weighs."""
    response = sent(client, url)
    page = gzip.decompress(response.content).decode()
    files = with_imports(re.findall(r'(?:href|src)="/static/([^"]+)"', page))
    assert {"css/portal.css", "css/tokens.css", "fonts/serif-400.woff2", "fonts/serif-600.woff2"} <= files
    weights = {name: len(gzip.compress(Path(finders.find(name)).read_bytes())) for name in files}
    return len(response.content) + sum(weights.values()), weights


@pytest.mark.parametrize("url", PUBLIC)
def test_a_first_visit_with_styles_and_scripts_takes_120_kilobytes(stranger, version, url):
    weight, weights = first_visit(stranger, url)
    assert weight <= FIRST_VISIT_LIMIT, weights


@pytest.mark.parametrize("name", OWNERS)
def test_a_first_visit_to_an_owners_page_takes_120_kilobytes(owner, name):
    """By a link somebody was sent: nothing is kept in the browser yet."""
    weight, weights = first_visit(owner, reverse(name, args=[owner.posting.pk]))
    assert weight <= FIRST_VISIT_LIMIT, weights
