"""The markup of a page against Google's list of required and recommended properties, written down by hand."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given

from roles.core.document import Workplace
from roles.core.money import BaseSalary, Currency
from roles.core.places import day_ends_at, read_place
from roles.core.publishing import for_the_world, lacking, markup
from tests.core.compose.build import posting, statement
from tests.core.exports.build import LISTING
from tests.core.exports.test_jsonld import VALIDATOR
from tests.strategies import documents

# developers.google.com/search/docs/appearance/structured-data/job-posting
REQUIRED = {"datePosted", "description", "hiringOrganization", "title"}
PLACE = {"jobLocation"}
REMOTE = {"jobLocationType", "applicantLocationRequirements"}
RECOMMENDED = {"baseSalary", "employmentType", "identifier", "validThrough"}
LAST = date(2027, 3, 1)
PAY = BaseSalary(min_value=Decimal(48000), max_value=Decimal(56000), currency=Currency.GBP)


def marked(document):
    document = for_the_world(document, LAST)
    closing = day_ends_at(read_place(document.facts.job_location), LAST, UTC)
    text = markup(document, LISTING, closing)
    return json.loads(text) if text else None


@pytest.mark.parametrize(
    ("answers", "place"),
    [({}, PLACE), ({"workplace": Workplace.HYBRID}, PLACE), ({"workplace": Workplace.REMOTE}, REMOTE)],
)
def test_all_that_google_requires_and_recommends_is_there(answers, place):
    data = marked(posting(statement("one"), base_salary=PAY, **answers))

    assert data.keys() - {"@context", "@type"} == REQUIRED | RECOMMENDED | place


def test_pay_that_nobody_gave_is_not_estimated():
    data = marked(posting(statement("one")))
    assert data.keys() - {"@context", "@type"} == REQUIRED | PLACE | RECOMMENDED - {"baseSalary"}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Leeds, UK", "2027-03-01T23:59:59+00:00"),
        ("Honolulu, Hawaii", "2027-03-01T23:59:59-10:00"),
        ("Auckland, New Zealand", "2027-03-01T23:59:59+13:00"),
    ],
)
def test_valid_through_is_the_end_of_the_day_with_its_offset(place, said):
    data = marked(posting(statement("one"), place=place))

    assert data["validThrough"] == said
    assert datetime.fromisoformat(data["validThrough"]).utcoffset() is not None


@pytest.mark.parametrize(
    ("place", "workplace", "needs"),
    [
        ("Springfield", Workplace.ON_SITE, "a town and a country"),
        ("Remote", Workplace.REMOTE, "the country"),
        ("Remote, UK", Workplace.REMOTE, ""),
        ("Leeds, UK", Workplace.ON_SITE, ""),
    ],
)
def test_a_posting_that_lacks_a_country_has_no_markup(place, workplace, needs):
    document = posting(statement("one"), place=place, workplace=workplace)

    assert needs in lacking(document)
    assert (marked(document) is None) == bool(needs)


@given(document=documents())
def test_any_document_has_valid_markup_or_none(document):
    data = marked(document)
    if data is not None:
        last = data.pop("validThrough")
        assert last.startswith("2027-03-01T23:59:59")
        VALIDATOR.validate(data)
        assert "addressCountry" in data.get("jobLocation", {}).get("address", {"addressCountry": ""})
