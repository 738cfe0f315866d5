"""A page that states its posting as data, schema.org's JobPosting: its facts are taken from there."""

import json
from datetime import date
from decimal import Decimal

import pytest

from roles.core.document import EmploymentType, Workplace
from roles.core.money import BaseSalary, Currency, PayPeriod
from roles.core.reading import LineKind, read_posting

POSTING = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Operations Director",
    "description": "<p>Lead our kitchens.</p><h3>Duties</h3><ul><li>Run the day</li><li>Plan the rota</li></ul>",
    "hiringOrganization": {"@type": "Organization", "name": "Plum &amp; Pear Catering"},
    "jobLocation": {
        "@type": "Place",
        "address": {"streetAddress": "4 Quay St", "addressLocality": "Bristol", "addressCountry": "GB"},
    },
    "baseSalary": {"currency": "GBP", "value": {"minValue": 55000, "maxValue": "62000", "unitText": "YEAR"}},
    "employmentType": ["FULL_TIME"],
    "validThrough": "2026-12-20T23:59:00Z",
    "applicationContact": {"email": "jobs@plumpear.example"},
}


def in_a_page(posting):
    script = f'<script type="application/ld+json">{json.dumps(posting)}</script>'
    return f"<html><head><title>Jobs</title>{script}</head><body><nav>Home</nav><p>Cookies</p></body></html>"


def facts_with(**changes):
    return read_posting(in_a_page(POSTING | changes)).facts


@pytest.mark.parametrize("text", [in_a_page(POSTING), json.dumps(POSTING), in_a_page({"@graph": [{}, POSTING]})])
def test_facts_are_those_of_the_data(text):
    read = read_posting(text)
    assert read.facts.title.value == "Operations Director"
    assert read.facts.company.value == "Plum & Pear Catering"
    assert read.facts.place.value.in_full == "Bristol, England"
    assert read.facts.pay.value.salary == BaseSalary(
        min_value=Decimal(55000), max_value=Decimal(62000), currency=Currency.GBP, unit_text=PayPeriod.YEAR
    )
    assert read.facts.employment_type.value is EmploymentType.FULL_TIME
    assert read.facts.closing_date.value == date(2026, 12, 20)
    assert [way.value.address for way in read.facts.apply_to] == ["jobs@plumpear.example"]


def test_the_text_is_the_description():
    read = read_posting(in_a_page(POSTING))
    assert [line.text for line in read.of_kind(LineKind.DUTY)] == ["Run the day", "Plan the rota"]
    assert "Lead our kitchens." in read.text
    assert "Cookies" not in read.text


def test_remote_post_with_its_country_and_page():
    facts = facts_with(
        jobLocation=None,
        jobLocationType="TELECOMMUTE",
        applicantLocationRequirements={"@type": "Country", "name": "USA"},
        baseSalary={"currency": "USD", "value": {"value": 47.5, "unitText": "HOUR"}},
        applicationContact=None,
        url="https://plumpear.example/jobs/7",
    )
    assert facts.workplace.value is Workplace.REMOTE
    assert facts.place.value.in_full == "Remote, USA"
    assert str(facts.pay.value.salary) == "$47.50 an hour"
    assert facts.apply_to[0].value.address == "https://plumpear.example/jobs/7"


def test_kinds_in_one_text():
    assert facts_with(employmentType="PART_TIME,OTHER").employment_type.value is EmploymentType.PART_TIME


def test_description_with_its_tags_as_entities():
    read = read_posting(in_a_page(POSTING | {"description": "&lt;p&gt;Lead our kitchens.&lt;/p&gt;"}))
    assert "Lead our kitchens." in read.text.splitlines()


def test_microdata():
    read = read_posting(
        """<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Operations Manager</h1>
        <span itemprop="hiringOrganization" itemscope><span itemprop="name">Corrib Glass</span></span>
        <div itemprop="jobLocation" itemscope><p itemprop="address" itemscope><span itemprop="addressLocality">Galway
        </span> <span itemprop="addressCountry">IE</span></p></div><meta itemprop="validThrough" content="2026-12-31">
        <meta itemprop="employmentType" content="PART_TIME"><div itemprop="description"><p>Run the works.<br>
        <ul><li>Plan the furnaces</li></ul></div><div itemprop="baseSalary" itemscope><meta itemprop="currency"
        content="EUR"><span itemprop="value" itemscope><meta itemprop="minValue" content="52000"><meta
        itemprop="unitText" content="YEAR"></span></div></div><p>Other jobs</p>"""
    )
    assert read.title.text == "Operations Manager"
    assert read.facts.company.value == "Corrib Glass"
    assert read.facts.place.value.in_full == "Galway, Ireland"
    assert read.facts.closing_date.value == date(2026, 12, 31)
    assert read.facts.employment_type.value is EmploymentType.PART_TIME
    assert str(read.facts.pay.value.salary) == "from €52,000 a year"
    assert "• Plan the furnaces" in read.text
    assert "Other jobs" not in read.text


@pytest.mark.parametrize(
    "source",
    [
        in_a_page({"@type": "JobPosting"}),
        in_a_page(POSTING).replace("}</script>", "</script>"),
        '<div itemscope itemtype="https://schema.org/JobPosting"><p>a</p><p>b</p>',
        "A JobPosting is data.",
    ],
)
def test_a_page_without_such_data_is_what_it_shows(source):
    assert "Operations Director" not in read_posting(source).text


@pytest.mark.parametrize(
    "changes",
    [
        {"baseSalary": {"value": {"value": "competitive"}}},
        {"baseSalary": ["lots"], "validThrough": "soon", "employmentType": {"a": 1}},
        {"jobLocation": [{"address": ["Bristol"]}, 3], "hiringOrganization": [], "validThrough": "2026-13-40"},
    ],
)
def test_data_of_other_shapes(changes):
    facts = facts_with(**changes)
    assert facts.title.value == "Operations Director"
    assert "baseSalary" not in changes or facts.pay is None
