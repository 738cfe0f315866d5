"""Three hundred publications of every kind, hostile texts among them, in each shape that others read."""

import gzip
import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle, islice, product

import feedparser
import lxml.html
import pytest
from lxml import etree

from roles.board.models import Publication
from roles.core.document import EmploymentType, Workplace
from roles.core.money import BaseSalary, Currency, PayPeriod
from roles.core.publishing import Terms
from tests.board.conftest import ORIGIN
from tests.board.shapes import JSON_FEED, faults_of_job
from tests.board.test_feeds import MARKETS, get
from tests.conftest import copies
from tests.core.exports.build import HARD
from tests.core.exports.test_jsonld import VALIDATOR

PLACES = (
    *("Leeds, UK", "Honolulu, Hawaii", "Auckland, New Zealand", "Łódź, Poland", "Perth, Western Australia"),
    *("Cork, Ireland", "Toronto, Canada", "Springfield", "Remote, UK", "Pune, India"),
)
PAYS = (
    None,
    BaseSalary(min_value=Decimal(48_000), max_value=Decimal(56_000), currency=Currency.GBP),
    BaseSalary(min_value=Decimal(31), currency=Currency.USD, unit_text=PayPeriod.HOUR),
    BaseSalary(max_value=Decimal(9_000), currency=Currency.EUR, unit_text=PayPeriod.MONTH),
)
HOSTILE = (
    *HARD,
    "]]> ends &amp; &#0; it",
    "Bread\x01\ufffe and \x0bcakes",
    "</script><!-- --> <?php",
    "\u202eeviL",
    "A" * 90,
)
LOT = 100  # a feed has the newest hundred


def kinds(document):
    """Three hundred documents: each place, workplace and kind of contract together, the rest in turn."""
    grid = product(PLACES, Workplace, EmploymentType)
    turn = zip(cycle(PAYS), cycle(HOSTILE), cycle(("title", "company", "text", "boss", "none")), strict=False)
    for (place, workplace, kind), (pay, text, where) in zip(islice(cycle(grid), 300), turn, strict=False):
        facts = replace(document.facts, job_location=place, workplace=workplace, employment_type=kind, base_salary=pay)
        one = replace(document, facts=facts)
        if where == "title":
            one = replace(one, title=f"Director {text}"[:100])
        elif where == "company":
            one = replace(one, facts=replace(facts, hiring_organization=text[:100]))
        elif where == "boss":
            one = replace(one, facts=replace(facts, reports_to=text))
        elif where == "text":
            part = one.sections[0]
            part = replace(part, items=(replace(part.items[0], text=text), *part.items[1:]))
            one = replace(one, sections=(part, *one.sections[1:]))
        yield one


@pytest.fixture
def lots(published):
    """Publishes the three hundred, a feed's length at a time: yields each lot."""

    def publish_lots():
        documents = list(kinds(published.document))
        terms = Terms(last_day=date.today() + timedelta(days=20), listed=True)
        for start in range(0, len(documents), LOT):
            made = []
            for posting, document in zip(copies(published.posting, LOT), documents[start : start + LOT], strict=True):
                posting.document = document
                one = Publication(posting=posting, firm=published.firm)
                one.freeze(posting, terms, origin=ORIGIN)
                made.append(one)
            yield Publication.objects.bulk_create(made)

    return publish_lots()


def test_each_shape_is_valid_for_every_kind_of_publication(lots):
    addresses, marked, in_markets = [], 0, dict.fromkeys(MARKETS, 0)
    for made in lots:
        expected = {f"{ORIGIN}/jobs/{one.short_id}/" for one in made}
        for name in ("atom.xml", "rss.xml"):
            feed = feedparser.parse(get(name).content)
            assert not feed.bozo, feed.bozo_exception
            assert {entry.id for entry in feed.entries} == expected
        feed = json.loads(get("feed.json").content)
        JSON_FEED.validate(feed)
        assert {item["id"] for item in feed["items"]} == expected
        for name in MARKETS:
            jobs = etree.fromstring(get(name).content).findall("job")
            assert [faults for job in jobs if (faults := faults_of_job(name, job))] == []
            in_markets[name] = len(jobs)
        marked += sum(is_marked(one) for one in made)
        addresses += [one.address for one in made]

    sitemap = etree.fromstring(get("sitemap.xml", "/jobs/").content)
    assert {*addresses} <= {node.text for node in sitemap.iter("{*}loc")}
    assert marked > 200
    assert min(in_markets.values()) > 200


def is_marked(publication):
    """Whether its page has markup; what there is must be as Google asks."""
    data = lxml.html.fromstring(gzip.decompress(publication.page).decode()).xpath(
        "//script[@type='application/ld+json']"
    )
    for one in data:
        found = json.loads(one.text)
        assert found.pop("validThrough").startswith(publication.last_day.isoformat())
        VALIDATOR.validate(found)
    return bool(data)
