"""What the issue promises of every shipped role, counted."""

import re
from collections import Counter

import pytest

from roles.core import content
from roles.core.compose import placeholders
from roles.core.compose.mistakes import mistakes
from roles.core.compose.template import MILESTONE_DAYS
from roles.core.compose.template_problems import template_problems
from roles.core.document import Focus
from roles.core.limits import HEADCOUNT_BANDS
from tests.core.compose.build import shipped

SLUGS = ["operations-director", "director-of-operations"]
INDUSTRIES = [
    "manufacturing", "retail", "professional-services", "construction", "healthcare", "hospitality", "logistics",
    "e-commerce", "non-profit",
]  # fmt: skip
CERTIFICATES = re.compile(r"Lean Six Sigma|\b(CPIM|CSCP|PMP|CMPE|ServSafe)\b|OSHA[ -]?30")
DEGREE = re.compile(r"\b(degree|bachelor|master's|MBA|diploma)\b", re.IGNORECASE)

every_role = pytest.mark.parametrize("slug", SLUGS)


def statements(slug, section):
    return next(part.statements for part in shipped(slug).sections if part.key == section)


def for_every_business(slug, section):
    return [item for item in statements(slug, section) if not item.industries and not item.bound_to_headcount]


def test_both_roles_are_shipped_the_strategic_one_first():
    assert content.role_slugs() == SLUGS
    assert [shipped(slug).focus for slug in SLUGS] == [Focus.STRATEGIC, Focus.OPERATIONAL]
    assert [shipped(slug).title for slug in SLUGS] == ["Operations Director", "Director of Operations"]


def test_the_nine_industries_and_four_bands_are_there():
    assert [industry.key for industry in content.read_industries()] == INDUSTRIES
    assert HEADCOUNT_BANDS == ((1, 10), (11, 50), (51, 200), (201, 500))


@every_role
def test_a_role_can_be_published_as_it_is(slug):
    assert shipped(slug).slug == slug
    assert list(template_problems(shipped(slug))) == []


@every_role
def test_fourteen_responsibilities_or_more_are_for_every_business(slug):
    assert len(for_every_business(slug, "responsibilities")) >= 14


@every_role
@pytest.mark.parametrize("industry", INDUSTRIES)
def test_three_responsibilities_or_more_are_for_each_industry(slug, industry):
    assert len([item for item in statements(slug, "responsibilities") if industry in item.industries]) >= 3


@every_role
@pytest.mark.parametrize("band", HEADCOUNT_BANDS)
def test_two_responsibilities_or_more_are_for_each_headcount_band(slug, band):
    bound = [(item.headcount_min or 1, item.headcount_max or 500) for item in statements(slug, "responsibilities")
             if item.bound_to_headcount]  # fmt: skip
    assert bound.count(band) >= 2


@every_role
def test_eight_success_measures_or_more_are_for_every_business(slug):
    assert len(for_every_business(slug, "success")) >= 8


@every_role
@pytest.mark.parametrize("industry", INDUSTRIES)
def test_two_success_measures_or_more_are_for_each_industry(slug, industry):
    assert len([item for item in statements(slug, "success") if industry in item.industries]) >= 2


@every_role
@pytest.mark.parametrize("section", ["responsibilities", "required"])
def test_every_duty_and_requirement_has_a_question_and_evidence(slug, section):
    assert statements(slug, section)
    assert [
        item.key for item in statements(slug, section) if not (item.question.strip() and item.evidence.strip())
    ] == []


@every_role
def test_a_degree_never_stands_without_equivalent_experience(slug):
    asking = [item.text for item in shipped(slug).statements() if DEGREE.search(item.text)]
    assert asking
    assert [text for text in asking if "or equivalent experience" not in text] == []


@every_role
def test_certificates_are_only_preferred_and_bound_to_an_industry(slug):
    holding = [
        (part.key, bool(item.industries))
        for part in shipped(slug).sections
        for item in part.statements
        if CERTIFICATES.search(item.text)
    ]
    assert holding
    assert set(holding) == {("preferred", True)}


@every_role
@pytest.mark.parametrize("need", [need.key for need in content.read_needs()])
def test_every_need_is_answered_by_a_responsibility_any_business_can_get(slug, need):
    assert [item.key for item in for_every_business(slug, "responsibilities") if need in item.needs]


@every_role
def test_all_four_milestone_days_are_used(slug):
    assert {item.milestone_day for item in shipped(slug).statements() if item.milestone} == set(MILESTONE_DAYS)


@every_role
def test_every_statement_reads_well_with_facts_given_and_missing(slug):
    found = {item.key: mistakes(item.text) for item in shipped(slug).statements()}
    assert {key: mistakes for key, mistakes in found.items() if mistakes} == {}


def test_no_sentence_stands_twice_within_or_between_roles():
    texts = [
        item.text.strip()
        for slug in SLUGS
        for item in shipped(slug).statements()
        if not placeholders.own_words(item.text)
    ]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_no_key_question_or_milestone_stands_twice_between_roles():
    everything = [item for slug in SLUGS for item in shipped(slug).statements()]
    for name in ("key", "question", "milestone"):
        values = Counter(getattr(item, name) for item in everything if getattr(item, name))
        assert [value for value, times in values.items() if times > 1] == [], name


@every_role
def test_what_is_locked_speaks_of_equal_opportunity(slug):
    assert [part.key for part in shipped(slug).sections if part.locked] == ["equal-opportunity"]


def test_the_needs_are_strategic_operational_and_shared():
    needs = content.read_needs()
    assert len({need.key for need in needs}) == len({need.phrase for need in needs}) == len(needs)
    assert {need.focus for need in needs} == set(Focus)
