"""The kind of business found by what an owner types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core import content
from roles.core.compose.brief import HOUSE_WORD_LIMIT, OTHER_INDUSTRY
from roles.core.compose.kinds import CHOICES_MAX, find_kind, own_firm
from tests.strategies import any_text

INDUSTRIES = content.read_industries()
KEYS = {industry.key for industry in INDUSTRIES}
NAMED = [(name, industry.key) for industry in INDUSTRIES for name in (industry.name, *industry.aliases)]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("HVAC", "home-services"),
        ("residential HVAC", "home-services"),
        ("dentist", "dental-vet"),
        ("Family dentists in Leeds", "dental-vet"),
        ("MSP", "msp"),
        ("plumbers", "home-services"),
        ("roofers", "construction"),
        ("We run two cafes", "restaurants"),
        ("e-commerce", "e-commerce"),
        ("b&b", "hotels"),
        ("dentis", "dental-vet"),
        ("submarine museum", OTHER_INDUSTRY),
        ("other", OTHER_INDUSTRY),
        ("", ""),
    ],
)
def test_what_owners_type_finds_their_kind(typed, key):
    assert find_kind(typed, INDUSTRIES).key == key


@pytest.mark.parametrize(("name", "key"), NAMED)
def test_every_name_and_alias_finds_its_kind(name, key):
    found = find_kind(name, INDUSTRIES)
    assert found.key == key or key in {choice.key for choice in found.choices}


@given(
    st.sampled_from(NAMED), st.sampled_from([str.upper, str.lower, str.title]), st.sampled_from(["", " ", "  \t", "."])
)
def test_case_spaces_and_a_stop_change_nothing(named, case, more):
    assert find_kind(f"{more}{case(named[0])}{more}", INDUSTRIES) == find_kind(named[0], INDUSTRIES)


@given(any_text, any_text)
def test_any_text_is_found_asked_or_another_kind(typed, picked):
    found = find_kind(typed, INDUSTRIES, picked=picked)
    assert found.key in {"", OTHER_INDUSTRY, *KEYS}
    assert len(found.choices) <= CHOICES_MAX


def test_several_kinds_are_asked_until_one_is_picked():
    asked = find_kind("hvac contractor", INDUSTRIES)
    assert (asked.key, [choice.key for choice in asked.choices]) == ("", ["construction", "home-services"])
    for picked, key in (("home-services", "home-services"), (OTHER_INDUSTRY, OTHER_INDUSTRY), ("retail", "")):
        assert find_kind("hvac contractor", INDUSTRIES, picked=picked).key == key


KINDS = {industry.key: industry for industry in INDUSTRIES}


@pytest.mark.parametrize(
    ("typed", "key", "firm"),
    [
        ("Marquee Hire", "media-events", "marquee hire business"),
        ("HVAC", "home-services", "HVAC business"),
        ("our machine shop", "manufacturing", "machine shop"),
        ("Danish Bakery", "food-production", "Danish bakery"),
        ("Plumbing & Heating", "home-services", "plumbing & heating business"),
        # A person, several, a sentence, a figure, and what the industry is called anyway.
        ("dentist", "dental-vet", ""),
        ("roofers", "construction", ""),
        ("We run two cafes", "restaurants", ""),
        ("3D printing", "manufacturing", ""),
        ("Construction", "construction", ""),
        ("Events, media and production", "media-events", ""),
    ],
)
def test_her_words_name_the_firm_where_they_name_one(typed, key, firm):
    assert own_firm(typed, KINDS[key]) == firm


@pytest.mark.parametrize(
    ("typed", "firm"),
    [
        ("environmental testing lab", "environmental testing lab"),
        ("Commercial laundry, linen hire to hotels", "commercial laundry"),
        ("candle making", "candle making business"),
        ("other", ""),
        ("Another industry", ""),
    ],
)
def test_a_firm_on_no_list_has_her_words_too(typed, firm):
    assert own_firm(typed, None) == firm


@given(any_text, st.sampled_from([*INDUSTRIES, None]))
def test_a_firm_is_named_in_her_words_and_fits_its_box(typed, industry):
    firm = own_firm(typed, industry)
    assert len(firm) <= HOUSE_WORD_LIMIT
    assert firm.removesuffix(" business").lower() in " ".join(typed.split()).lower()
