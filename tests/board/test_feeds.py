"""Each feed, read by a parser that is not ours."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import feedparser
import pytest
import time_machine
from django.db.models import F
from django.test import Client
from django.utils import timezone
from lxml import etree

from roles.board.feeds import DIALECTS
from roles.board.models import Publication
from roles.core import codec
from roles.core.document import Document
from roles.core.exports import html
from tests.board.conftest import change, more, publish
from tests.board.shapes import JSON_FEED, faults_of_job

MARKETS = ("indeed.xml", "linkedin.xml")
HOSTILE = 'Bread ]]> & <script>alert(1)</script> "q" {{ 7 }} 👩🏽‍🍳 مخبز'


def get(name, path="/jobs/feeds/", **headers):
    return Client().get(f"{path}{name}", headers=headers)


def entries(name, path="/jobs/feeds/"):
    """Return (id, address, title, description) of each entry of a feed."""
    data = get(name, path).content
    if name == "feed.json":
        return [(item["id"], item["url"], item["title"], item["content_html"]) for item in json.loads(data)["items"]]
    if name in MARKETS:
        names = {"indeed.xml": ("referencenumber", "url"), "linkedin.xml": ("partnerJobId", "applyUrl")}[name]
        jobs = etree.fromstring(data).findall("job")
        return [tuple(job.findtext(field) for field in (*names, "title", "description")) for job in jobs]
    feed = feedparser.parse(data, sanitize_html=False)
    assert not feed.bozo, feed.bozo_exception
    return [(entry.id, entry.link, entry.title, entry.summary) for entry in feed.entries]


def say(publication, text):
    """Let the publication's first line say so."""
    document = codec.load(Document, publication.document_data)
    part = document.sections[0]
    line = replace(part.items[0], text=text)
    document = replace(document, sections=(replace(part, items=(line, *part.items[1:])), *document.sections[1:]))
    Publication.objects.filter(pk=publication.pk).update(document_data=codec.dump(document))
    return document


@pytest.mark.parametrize("name", DIALECTS)
def test_a_feed_has_the_role_with_its_whole_text(published, name):
    document = say(published, HOSTILE)
    ((identifier, address, title, description),) = entries(name)

    assert identifier.rstrip("/").endswith(published.short_id)
    assert address == f"http://testserver{published.get_absolute_url()}"
    assert title in (document.title, f"{document.title}, {published.company}")
    assert description.strip() == html.write(document).strip()


@pytest.mark.parametrize("name", DIALECTS)
def test_a_feed_has_the_newest_first_and_a_firm_has_its_own(published, name):
    made = more(published, 2)
    theirs = f"{published.firm.get_absolute_url()}feeds/"

    for path in ("/jobs/feeds/", theirs):
        found = [identifier.rstrip("/").rpartition("/")[2] for identifier, *_ in entries(name, path)]
        assert found == [made[1].short_id, made[0].short_id, published.short_id]


@pytest.mark.parametrize("name", DIALECTS)
def test_a_closed_role_leaves_the_feed_and_the_feed_has_a_new_name(published, name):
    full = get(name)
    assert get(name, if_none_match=full["ETag"]).status_code == 304
    change(published, "close")

    assert entries(name) == []
    empty = get(name, if_none_match=full["ETag"])
    assert (empty.status_code, empty["ETag"] == full["ETag"]) == (200, False)


@pytest.mark.parametrize("name", DIALECTS)
def test_an_entry_keeps_its_id_when_its_title_changes(published, name):
    before = entries(name)[0]
    Publication.objects.update(slug="another-title")
    after = entries(name)[0]

    assert before[0] == after[0]
    assert before[1] != after[1]


@pytest.mark.parametrize("name", DIALECTS)
def test_a_feed_may_be_kept_and_costs_one_query(published, name, django_assert_num_queries):
    more(published, 5)
    theirs = f"{published.firm.get_absolute_url()}feeds/"
    for path, queries in (("/jobs/feeds/", 1), (theirs, 2)):
        with django_assert_num_queries(queries + 1):  # made once
            get(name, path)
        with django_assert_num_queries(queries):
            response = get(name, path)

    assert response["Cache-Control"] == "public, max-age=60, stale-while-revalidate=60"
    assert response["Content-Type"] == DIALECTS[name].content_type
    assert response["Last-Modified"].endswith("GMT")
    assert not response.cookies


@pytest.mark.parametrize("name", DIALECTS)
def test_a_feed_made_once_leaves_a_role_out_from_its_midnight_on(published, name):
    for moment, number in ((timedelta(seconds=-1), 1), (timedelta(0), 0)):
        with time_machine.travel(published.closes_at + moment, tick=False):
            assert [len(entries(name)) for _ in range(2)] == [number] * 2


def test_a_feed_is_made_anew_after_each_change_of_a_role(published):
    for text in ("Bread first.", "Bread second.", "Bread first."):
        say(published, text)
        assert text in entries("rss.xml")[0][3]
    Publication.objects.update(held_at=timezone.now(), held_reason="It asks for money.")
    assert entries("rss.xml") == []
    Publication.objects.update(held_at=None, held_reason="")
    assert len(entries("rss.xml")) == 1


def test_making_a_page_anew_makes_no_feed_anew(published, django_assert_num_queries):
    get("atom.xml")
    Publication.objects.update(shell="of before", changed_at=F("changed_at"))
    Client().get(published.get_absolute_url())

    with django_assert_num_queries(1):
        get("atom.xml")


@pytest.mark.parametrize("name", DIALECTS)
def test_a_characters_xml_cannot_hold_are_left_out(published, name):
    say(published, "Bread\x01\ufffe and \x0bcakes")
    (entry,) = entries(name)

    assert "Bread" in entry[3]
    assert "cakes" in entry[3]


def test_link_only_is_in_no_feed(member):
    publish(member.posting)
    assert [entries(name) for name in DIALECTS] == [[]] * len(DIALECTS)


def test_an_unknown_dialect_is_not_found(db):
    assert get("opml.xml").status_code == 404


def test_atom_names_itself_and_dates_each_entry(published):
    feed = feedparser.parse(get("atom.xml").content)

    assert feed.version == "atom10"
    assert {link.rel: link.href for link in feed.feed.links}["self"] == "http://testserver/jobs/feeds/atom.xml"
    (entry,) = feed.entries
    assert datetime(*entry.published_parsed[:6]) == published.published_at.replace(microsecond=0, tzinfo=None)
    assert entry.author == published.company


def test_rss_is_version_two(published):
    feed = feedparser.parse(get("rss.xml").content)

    assert feed.version == "rss20"
    assert feed.entries[0].published_parsed
    assert feed.entries[0].guidislink is False


def test_json_feed_has_the_shape_of_its_version(published):
    JSON_FEED.validate(json.loads(get("feed.json").content))


@pytest.mark.parametrize("name", MARKETS)
def test_a_market_shape_has_each_required_element_once_and_none_of_its_own(published, name):
    source = etree.fromstring(get(name).content)
    (job,) = source.findall("job")

    assert source.tag == "source"
    assert faults_of_job(name, job) == []


def test_indeeds_shape_has_the_pay_the_page_shows(published):
    (job,) = etree.fromstring(get("indeed.xml").content).findall("job")

    facts = dict(published.document.facts.lines())
    assert job.findtext("salary") == facts["Pay"]
    assert [job.findtext(name) for name in ("city", "state", "country")] == ["Leeds", "England", "GB"]
    assert job.findtext("expirationdate") == published.last_day.isoformat()
    assert datetime.strptime(job.findtext("date"), "%a, %d %b %Y %H:%M:%S %z")


@pytest.mark.parametrize("name", MARKETS)
def test_a_role_without_an_address_to_write_to_is_in_no_market_shape(published, member, name):
    document = published.document
    sections = tuple(
        replace(part, items=tuple(replace(item, text=item.text.replace("@", " at ")) for item in part.items))
        for part in document.sections
    )
    Publication.objects.update(document_data=codec.dump(replace(document, sections=sections)))

    assert entries(name) == []
    assert member.user.email not in get(name).content.decode()
    assert len(entries("atom.xml")) == 1


def test_the_sitemap_has_each_open_role_with_its_day(published, django_assert_num_queries):
    more(published, 2)
    Client().get("/jobs/sitemap.xml")
    with django_assert_num_queries(1):
        response = Client().get("/jobs/sitemap.xml")
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    tree = etree.fromstring(response.content)

    found = [url.findtext("s:loc", namespaces=spaces) for url in tree.findall("s:url", spaces)]
    assert found[0] == "http://testserver/jobs/"
    assert found[-1] == f"http://testserver{published.get_absolute_url()}"
    assert len(found) == 4
    days = [datetime.fromisoformat(node.text) for node in tree.iter("{*}lastmod")]
    assert days == [published.updated_at.replace(microsecond=0)] * 3
    change(published, "close")
    assert published.short_id not in Client().get("/jobs/sitemap.xml").content.decode()


def test_robots_names_the_sitemap_of_roles(db):
    assert "Sitemap: http://testserver/jobs/sitemap.xml\n" in Client().get("/robots.txt").content.decode()
