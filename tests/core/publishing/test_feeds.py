"""Any document in any market shape is well-formed, and comes back as it was; all sorts are in tests/board."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from lxml import etree

from roles.core.publishing.feeds import Channel, Entry, printable, write_indeed, write_json_feed, write_linkedin
from tests.core.compose.build import posting, statement
from tests.strategies import documents

MOMENT = datetime(2027, 1, 4, 12, tzinfo=UTC)
CHANNEL = Channel(title="Open roles", home="https://desk.example/jobs/", address="https://desk.example/jobs/feeds/x")


def entry(document):
    return Entry(
        identifier="k7m2p4xq9b",
        url="https://desk.example/jobs/k7m2p4xq9b/role/",
        stable_url="https://desk.example/jobs/k7m2p4xq9b/",
        document=document,
        trade="Bakery",
        published_at=MOMENT,
        updated_at=MOMENT,
        last_day=date(2027, 2, 1),
    )


@pytest.mark.parametrize("write", [write_indeed, write_linkedin])
@given(document=documents())
def test_any_document_comes_back_out_of_a_market_shape(write, document):
    one = entry(document)
    (job,) = etree.fromstring(write(CHANNEL, [one]).encode()).findall("job")

    assert job.findtext("title") == plain(document.title)
    assert job.findtext("description") == plain(one.html)
    assert job.findtext("company") == plain(one.company)


def plain(text):
    """The text as XML reads it: line ends are alike there."""
    return printable(text).replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("write", [write_indeed, write_linkedin])
@pytest.mark.parametrize(
    "text", ["]]>", "a]]", "]]]]>>", "<![CDATA[", "]]>]]>", "</title>", "\x00\x08\x0b\ufffe\ud800"]
)
def test_no_text_ends_its_element(write, text):
    document = posting(statement("one", "Bake."))
    facts = replace(document.facts, hiring_organization=f"Harbour {text} Bakery")
    one = entry(replace(document, title=f"Keeper {text} of Operations", facts=facts))
    (job,) = etree.fromstring(write(CHANNEL, [one]).encode()).findall("job")

    assert job.findtext("title") == plain(one.document.title)
    assert job.findtext("company") == plain(one.company)
    assert job.findtext("description") == plain(one.html)


@given(document=documents())
def test_any_document_comes_back_out_of_a_json_feed(document):
    one = entry(document)
    (item,) = json.loads(write_json_feed(CHANNEL, [one]))["items"]

    assert (item["content_html"], item["title"]) == (one.html, one.heading)
