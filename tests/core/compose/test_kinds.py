"""The kind of business found by what an owner types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core import content
from roles.core.compose.brief import OTHER_INDUSTRY
from roles.core.compose.kinds import CHOICES_MAX, find_kind
from tests.strategies import any_text

INDUSTRIES = content.read_industries()
KEYS = {industry.key for industry in INDUSTRIES}
NAMED = [(name, industry.key) for industry in INDUSTRIES for name in (industry.name, *industry.aliases)]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("HVAC", "home-services"),
        ("rooftop solar + batteries, homes, wine farms", "home-services"),
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
        ("vets", "veterinary"),
        ("veterinary clinic", "veterinary"),
        ("fit out and joinery", "construction"),
        ("we run a chain of dental practices", "dental-vet"),
        ("in home aged care", "care"),
        ("software for schools", "saas"),
        ("HVAC contractor", "home-services"),
        # A word of a kind that says not what the business is.
        ("school buses", OTHER_INDUSTRY),
        ("supplier of school uniforms", OTHER_INDUSTRY),
        ("water testing lab", OTHER_INDUSTRY),
        ("dental lab", OTHER_INDUSTRY),
        ("corporate gift boxes", OTHER_INDUSTRY),
        ("elevator maintenance", OTHER_INDUSTRY),
        ("funeral home", OTHER_INDUSTRY),
        # Firms of many kinds are called so.
        ("flight school", OTHER_INDUSTRY),
        ("boat builder", OTHER_INDUSTRY),
        ("architecture practice", OTHER_INDUSTRY),
        ("submarine museum", OTHER_INDUSTRY),
        ("other", OTHER_INDUSTRY),
        ("", ""),
    ],
)
def test_what_owners_type_finds_their_kind(typed, key):
    assert find_kind(typed, INDUSTRIES).key == key


def test_every_name_and_alias_finds_its_kind():
    found = [(name, key, find_kind(name, INDUSTRIES)) for name, key in NAMED]
    assert len(found) > 300
    assert [
        (name, key, kind.key)
        for name, key, kind in found
        if kind.key != key and key not in {choice.key for choice in kind.choices}
    ] == []


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
    asked = find_kind("3 pubs and a hotel", INDUSTRIES)
    assert (asked.key, [choice.key for choice in asked.choices]) == ("", ["restaurants", "hotels"])
    for picked, key in (("hotels", "hotels"), (OTHER_INDUSTRY, OTHER_INDUSTRY), ("retail", "")):
        assert find_kind("3 pubs and a hotel", INDUSTRIES, picked=picked).key == key


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("barrel repair, wine farms", "other"),
        ("equipment hire (wine farms)", "other"),
        ("irrigation - wine farms + golf", "other"),
        ("pump repairs, clients are wine farms", "other"),
        ("cleaning, schools and offices", "facility-services"),
        ("wine farms", "agriculture"),
        ("cafés and pubs", "restaurants"),
    ],
)
def test_whom_a_business_serves_does_not_make_its_kind(typed, kind):
    assert find_kind(typed, INDUSTRIES).key == kind
