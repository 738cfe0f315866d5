"""JSON-LD against what Google's job search asks of a JobPosting, written down by hand below."""

import json
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import jsonschema
import pytest
from hypothesis import given

from roles.core.document import EmploymentType, Workplace
from roles.core.exports import html, jsonld
from roles.core.money import BaseSalary, Currency, PayPeriod
from roles.core.review.reading import read_text
from tests.core.compose.build import posting, statement
from tests.core.exports.build import LISTING, long_posting
from tests.strategies import documents

WORDS = {"type": "string", "minLength": 1}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$"}


def thing(kind, required, **properties):
    return {
        "type": "object",
        "required": ["@type", *required],
        "properties": {"@type": {"const": kind}, **properties},
        "additionalProperties": False,
    }


ADDRESS = thing(
    "PostalAddress",
    [],
    addressLocality=WORDS,
    addressRegion=WORDS,
    addressCountry={"type": "string", "pattern": "^[A-Z]{2}$"},
)
PLACE = thing("Place", ["name", "address"], name=WORDS, address={**ADDRESS, "minProperties": 2})
AMOUNT = {"type": "number", "exclusiveMinimum": 0}
SALARY = thing(
    "MonetaryAmount",
    ["currency", "value"],
    currency={"type": "string", "pattern": "^[A-Z]{3}$"},
    value={
        **thing(
            "QuantitativeValue",
            ["unitText"],
            value=AMOUNT,
            minValue=AMOUNT,
            maxValue=AMOUNT,
            unitText={"enum": ["HOUR", "DAY", "WEEK", "MONTH", "YEAR"]},
        ),
        "anyOf": [{"required": [name]} for name in ("value", "minValue", "maxValue")],
    },
)
SCHEMA = {
    **thing(
        "JobPosting",
        ["@context", "title", "description", "datePosted", "hiringOrganization"],
        **{"@context": {"const": "https://schema.org/"}},
        title=WORDS,
        description={"type": "string", "pattern": "^<h1>"},
        datePosted=DAY,
        validThrough=MOMENT,
        hiringOrganization=thing("Organization", ["name"], name=WORDS),
        jobLocation=PLACE,
        jobLocationType={"const": "TELECOMMUTE"},
        applicantLocationRequirements=thing("AdministrativeArea", ["name"], name=WORDS),
        employmentType={"enum": ["FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY"]},
        baseSalary=SALARY,
        identifier=thing("PropertyValue", ["name", "value"], name=WORDS, value=WORDS),
    ),
    "oneOf": [
        {"required": ["jobLocation"], "not": {"required": ["jobLocationType"]}},
        {
            "required": ["jobLocationType", "applicantLocationRequirements"],
            "not": {"required": ["jobLocation"]},
        },
    ],
}
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def written(document, listing=LISTING):
    return json.loads(jsonld.write(document, listing))


@given(document=documents())
def test_any_document_gives_what_google_asks_for(document):
    VALIDATOR.validate(written(document))


@pytest.mark.parametrize("missing", ["title", "datePosted", "hiringOrganization", "jobLocation", "description"])
def test_the_schema_notices_what_is_missing(missing):
    data = written(posting(statement("one")))
    del data[missing]

    assert not VALIDATOR.is_valid(data)


def test_the_title_is_bare_and_the_description_is_the_whole_posting():
    document = posting(statement("one"))
    data = written(document)

    assert data["title"] == "Keeper of Operations"
    assert data["description"] == html.write(document) != data["title"]


def test_the_day_and_the_identifier_are_the_listings():
    data = written(posting(statement("one")))

    assert data["datePosted"] == "2027-01-30"
    assert data["identifier"] == {"@type": "PropertyValue", "name": "Harbour Bakery", "value": "6f1f9d0e"}
    assert "directApply" not in data


def test_work_from_anywhere_has_no_place_and_work_somewhere_has_one():
    remote = written(posting(workplace=Workplace.REMOTE))
    assert remote["jobLocationType"] == "TELECOMMUTE"
    assert remote["applicantLocationRequirements"]["name"] == "Leeds, UK"
    assert "jobLocation" not in remote

    for workplace in (Workplace.ON_SITE, Workplace.HYBRID):
        data = written(posting(workplace=workplace))
        assert data["jobLocation"] == {
            "@type": "Place",
            "name": "Leeds, UK",
            "address": {"@type": "PostalAddress", "addressLocality": "Leeds", "addressCountry": "GB"},
        }
        assert "jobLocationType" not in data


@pytest.mark.parametrize(
    ("written_place", "name"),
    [
        ("Remote, UK", "UK"),
        ("Fully remote (United States)", "United States"),
        ("100% Remote - Canada", "Canada"),
        ("Remote in Ontario, Canada", "Ontario, Canada"),
        ("remote UK", "UK"),
        ("Leeds, UK (remote)", "Leeds, UK"),
        ("Leeds (West), UK", "Leeds (West), UK"),
        ("Remoteville, Ohio", "Remoteville, Ohio"),
    ],
)
def test_the_place_of_remote_work_is_where_somebody_may_live(written_place, name):
    data = written(posting(workplace=Workplace.REMOTE, place=written_place))

    VALIDATOR.validate(data)
    assert data["jobLocationType"] == "TELECOMMUTE"
    assert data["applicantLocationRequirements"]["name"] == name


@pytest.mark.parametrize("written_place", ["Remote", "Fully remote", "remote."])
def test_remote_alone_is_no_place_and_none_is_guessed(written_place):
    data = written(posting(workplace=Workplace.REMOTE, place=written_place))

    assert data["jobLocationType"] == "TELECOMMUTE"
    assert "jobLocation" not in data
    assert "applicantLocationRequirements" not in data


def test_a_pasted_text_that_states_remote_is_of_remote_work():
    data = written(read_text("Operations Manager\n\nLocation: Remote, US\n\nDuties\n- Run the shop.\n"))

    assert data["jobLocationType"] == "TELECOMMUTE"
    assert data["applicantLocationRequirements"]["name"] == "US"
    assert "jobLocation" not in data


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (EmploymentType.FULL_TIME, "FULL_TIME"),
        (EmploymentType.PART_TIME, "PART_TIME"),
        (EmploymentType.CONTRACT, "CONTRACTOR"),
        (EmploymentType.TEMPORARY, "TEMPORARY"),
    ],
)
def test_each_employment_has_its_word(ours, theirs):
    assert written(posting(employment_type=ours))["employmentType"] == theirs


def test_pay_is_there_only_if_the_owner_gave_it():
    assert "baseSalary" not in written(posting())
    pay = BaseSalary(min_value=Decimal(48000), max_value=Decimal(56000), currency=Currency.GBP)
    assert written(posting(base_salary=pay))["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "GBP",
        "value": {"@type": "QuantitativeValue", "minValue": 48000, "maxValue": 56000, "unitText": "YEAR"},
    }


def test_an_open_end_stays_open():
    pay = BaseSalary(max_value=Decimal("42.50"), unit_text=PayPeriod.HOUR)

    assert written(posting(base_salary=pay))["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "maxValue": 42.5,
        "unitText": "HOUR",
    }


def test_the_last_day_counts_in_full():
    assert written(posting(valid_through=date(2027, 3, 1)))["validThrough"] == "2027-03-01T23:59:59"
    assert "validThrough" not in written(posting())


class Scripts(HTMLParser):
    def __init__(self):
        super().__init__()
        self.inside, self.tags = "", []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        if self.tags == ["script"]:
            self.inside += data


@pytest.mark.parametrize("end", ["</script>", "<!--<script>", "]]>", "\u2028", "&lt;/script&gt;"])
def test_it_may_appear_in_a_script_as_it_is(end):
    document = posting(statement("one", "{{ about }}"), company=f"A {end} B", about=f"{end}<img src=x>")
    data = jsonld.write(document, LISTING)
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{data}</script><p>after</p>')

    assert page.tags == ["script", "p"]
    assert page.inside == data
    assert json.loads(page.inside)["hiringOrganization"]["name"] == document.facts.hiring_organization
    assert not set("<>&\u2028\u2029") & set(data)


def test_a_long_posting_is_in_it_to_the_last_character():
    document = long_posting()

    assert written(document)["description"] == html.write(document)
