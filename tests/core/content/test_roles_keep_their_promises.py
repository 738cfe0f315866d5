"""What the issue promises of every shipped role, counted."""

import re
from collections import Counter

import pytest

from roles.core import codec, content
from roles.core.compose import placeholders
from roles.core.compose.mistakes import mistakes
from roles.core.compose.template import MILESTONE_DAYS
from roles.core.compose.template_problems import template_problems
from roles.core.document import Focus
from tests import shipped

SLUGS = ["operations-director", "director-of-operations"]
INDUSTRIES = [
    "manufacturing", "retail", "professional-services", "construction", "healthcare", "hotels", "logistics",
    "e-commerce", "non-profit",
]  # fmt: skip
CERTIFICATES = re.compile(r"Lean Six Sigma|\b(CPIM|CSCP|PMP|CMPE|ServSafe)\b|OSHA[ -]?30")
DEGREE = re.compile(r"\b(degree|bachelor|master's|MBA|diploma)\b", re.IGNORECASE)

YEARS = re.compile(r"\byears?['’]? (?:of )?experience", re.IGNORECASE)

every_role = pytest.mark.parametrize("slug", SLUGS)


def statements(slug, section):
    return next(part.statements for part in shipped.role(slug).sections if part.key == section)


def for_every_business(slug, section):
    return [item for item in statements(slug, section) if not (item.industries or item.traits or item.leads)]


def fit(item, people):
    return (item.headcount_min or 1) <= people <= (item.headcount_max or 500)


def test_both_roles_are_shipped_the_strategic_one_first():
    assert content.role_slugs() == SLUGS
    assert [shipped.role(slug).focus for slug in SLUGS] == [Focus.STRATEGIC, Focus.OPERATIONAL]
    assert [shipped.role(slug).title for slug in SLUGS] == ["Operations Director", "Director of Operations"]


def test_twenty_six_kinds_of_business_are_found_by_what_owners_type():
    industries = content.read_industries()
    assert {item.key for item in industries} >= set(INDUSTRIES)
    assert len(industries) >= 26
    assert all(item.aliases and item.traits and item.areas and item.kpis for item in industries)
    assert all(all(codec.dump(item.words).values()) for item in industries)


def test_the_words_that_kinds_of_business_name_are_there():
    words = content.read_vocabulary()
    traits, areas = words.keys("traits"), words.keys("areas")
    assert len(areas) == 28
    for industry in words.industries:
        assert set(industry.traits) <= traits, industry.key
        assert set(industry.areas) <= areas, industry.key


@every_role
def test_a_role_can_be_published_as_it_is(slug):
    assert shipped.role(slug).slug == slug
    assert list(template_problems(shipped.role(slug))) == []


@every_role
@pytest.mark.parametrize("area", [area.key for area in content.read_vocabulary().areas])
def test_each_area_has_duties_a_proof_and_a_skill_at_every_size(slug, area):
    duties = [item for item in statements(slug, "responsibilities") if area in item.areas]
    assert len(duties) >= 3
    for people in (6, 25, 60, 140, 300):
        anybody = [item for item in duties if item in for_every_business(slug, "responsibilities")]
        assert len([item for item in anybody if fit(item, people)]) >= 2, people
    assert [item for item in statements(slug, "required") if area in item.areas]
    assert [item for item in statements(slug, "skills") if area in item.areas]


@every_role
@pytest.mark.parametrize("industry", [item.key for item in content.read_industries()])
def test_three_duties_or_more_are_for_each_industry_without_a_trait(slug, industry):
    written = [item for item in statements(slug, "responsibilities") if industry in item.industries]
    assert len([item for item in written if not item.traits]) >= 3


@every_role
def test_no_measure_is_shipped_the_numbers_are_the_owner_s(slug):
    assert [item.text for item in statements(slug, "success")] == ["{{ measures }}"]


@every_role
def test_no_verb_begins_more_than_a_tenth_of_the_duties(slug):
    verbs = Counter(item.text.split(" ", 1)[0] for item in statements(slug, "responsibilities"))
    most, times = verbs.most_common(1)[0]
    assert times <= sum(verbs.values()) / 10, most


def test_no_two_duties_share_more_than_six_words_in_a_row():
    runs = Counter()
    for slug in SLUGS:
        for item in statements(slug, "responsibilities"):
            words = re.findall(r"[\w'’-]+", re.sub(r"\{%.*?%\}", " ", item.text).lower())
            runs.update({tuple(words[place : place + 7]) for place in range(len(words) - 6)})
    assert [" ".join(run) for run, times in runs.items() if times > 1] == []


@every_role
@pytest.mark.parametrize("section", ["responsibilities"])
def test_every_duty_has_a_question_and_evidence_of_both_kinds(slug, section):
    assert statements(slug, section)
    assert [
        item.key
        for item in statements(slug, section)
        if not (placeholders.own_words(item.text) or (item.question and item.evidence and item.evidence_weak))
    ] == []


@every_role
def test_no_years_are_asked_for_and_a_degree_is_preferred_beside_its_like(slug):
    assert [item.text for item in shipped.role(slug).statements() if YEARS.search(item.text)] == []
    holding = [
        (part.key, item.text)
        for part in shipped.role(slug).sections
        for item in part.statements
        if DEGREE.search(item.text)
    ]
    assert [text for key, text in holding if key != "preferred" or " or " not in text] == []


@every_role
def test_certificates_are_only_preferred_and_bound_to_a_trade_or_country(slug):
    holding = [
        (part.key, bool(item.industries or item.countries))
        for part in shipped.role(slug).sections
        for item in part.statements
        if CERTIFICATES.search(item.text)
    ]
    assert holding
    assert set(holding) == {("preferred", True)}


@every_role
@pytest.mark.parametrize("need", [need.key for need in content.read_needs()])
def test_every_need_is_answered_by_a_duty_any_business_can_get(slug, need):
    assert [item.key for item in for_every_business(slug, "responsibilities") if need in item.needs]


@every_role
def test_all_four_milestone_days_are_used(slug):
    assert {item.milestone_day for item in shipped.role(slug).statements() if item.milestone} == set(MILESTONE_DAYS)


@every_role
def test_every_statement_reads_well_with_facts_given_and_missing(slug):
    found = {item.key: mistakes(item.text) for item in shipped.role(slug).statements()}
    assert {key: mistakes for key, mistakes in found.items() if mistakes} == {}


def test_no_sentence_appears_twice_within_or_between_roles():
    texts = [
        item.text.strip()
        for slug in SLUGS
        for part in ("summary", "responsibilities", "required", "preferred", "skills")
        for item in statements(slug, part)
        if not placeholders.own_words(item.text) and re.sub(r"{{.*?}}", "", item.text).strip()
    ]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_no_key_question_or_milestone_appears_twice_between_roles():
    everything = [item for slug in SLUGS for item in shipped.role(slug).statements()]
    for name in ("key", "question", "milestone"):
        values = Counter(getattr(item, name) for item in everything if getattr(item, name))
        assert [value for value, times in values.items() if times > 1] == [], name


@every_role
def test_what_is_locked_speaks_of_equal_opportunity(slug):
    assert [part.key for part in shipped.role(slug).sections if part.locked] == ["equal-opportunity"]


def test_the_needs_are_strategic_operational_and_shared():
    needs = content.read_needs()
    assert len({need.key for need in needs}) == len({need.phrase for need in needs}) == len(needs)
    assert {need.focus for need in needs} == set(Focus)
