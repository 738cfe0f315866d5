"""Any document makes a page whose words stay words; read by a parser that is not ours."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import lxml.html
import pytest
from django.templatetags.static import static
from hypothesis import given

from roles.board.rendering import Shown, render
from roles.core.exports import Listing
from roles.core.publishing import for_the_world
from tests.core.exports.build import long_posting
from tests.profiles import few_examples
from tests.security.test_markers import MARKER
from tests.strategies import documents


def shown(document, **rest):
    values = {
        "document": for_the_world(document, date(2027, 3, 1)),
        "listing": Listing(date_posted=date(2027, 1, 4), identifier="k7m2p4xq9b"),
        "listed": True,
        "updated_on": date(2027, 1, 8),
        "closing": datetime(2027, 3, 2, tzinfo=UTC),
        "origin": "https://desk.example",
        "path": "/jobs/k7m2p4xq9b/role/",
        "firm_path": "/jobs/by/firm/",
    }
    return Shown(**values | rest)


def unsafe(page):
    """What a browser would run or load that is not ours."""
    tree = lxml.html.fromstring(page)
    ours = (static("js/print.js"), None)
    scripts = [node for node in tree.iter("script") if node.get("type") != "application/ld+json"]
    found = [node for node in scripts if (node.get("src"), node.text) != ours]
    found += tree.iter("iframe", "object", "embed", "style", "form", "base")
    found += [node for node in tree.iter("img") if not node.get("src").startswith("/jobs/")]
    found += [node for node in tree.iter() if any(name.startswith("on") or name == "style" for name in node.attrib)]
    links = [link for _, name, link, _ in tree.iterlinks() if name == "href"]
    found += [link for link in links if not link.startswith(("/", "#", "https://", "mailto:"))]
    return found


def words(page):
    tree = lxml.html.fromstring(page)
    return " ".join(tree.find(".//main").text_content().split())


@few_examples
@given(document=documents())
def test_any_document_appears_on_its_page_and_runs_nothing(document):
    made = render(shown(document))
    page = words(made.page)

    for part in (made.page, made.closed_page, made.embed):
        assert unsafe(part) == []
    for item in shown(document).document.items():
        assert " ".join(item.text.split()) in page
    for data in lxml.html.fromstring(made.page).xpath("//script[@type='application/ld+json']"):
        assert json.loads(data.text)["title"] == shown(document).document.title


@pytest.mark.parametrize("field", ["title", "hiring_organization", "job_location", "reports_to", "schedule", "text"])
def test_a_marker_in_any_field_comes_out_as_typed(field):
    document = long_posting(120)
    if field == "title":
        document = replace(document, title=MARKER)
    elif field == "text":
        part = document.sections[0]
        document = replace(document, sections=(replace(part, items=(replace(part.items[0], text=MARKER),)),))
    else:
        document = replace(document, facts=replace(document.facts, **{field: MARKER}))
    made = render(shown(document))

    assert [unsafe(part) for part in (made.page, made.closed_page, made.embed)] == [[], [], []]
    assert MARKER in words(made.page)


def test_the_unsafe_is_noticed():
    page = "<main><script>1</script><p onclick=x style=y><a href='javascript:x'>x</a><img src=x></main>"
    assert len(unsafe(page)) == 4


def test_a_page_of_another_script_runs_from_right_to_left():
    document = long_posting(120)
    arabic = replace(
        document,
        sections=tuple(
            replace(part, items=tuple(replace(item, text="مخبز الميناء " * 9) for item in part.items))
            for part in document.sections
        ),
    )

    assert 'lang="ar" dir="rtl"' in render(shown(arabic)).page
    assert 'dir="rtl"' not in render(shown(document)).page
