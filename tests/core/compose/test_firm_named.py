"""The firm in the words its owner typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose import compose
from roles.core.compose.brief import HOUSE_WORD_LIMIT
from roles.core.compose.firm_named import firm_named
from roles.core.compose.house_words import HouseWords
from tests import shipped
from tests.core.compose.build import brief
from tests.strategies import any_text


@pytest.mark.parametrize(
    ("typed", "usual", "named"),
    [
        ("physio clinics", "medical practice", "physio clinic"),
        ("Oyster and mussel farm", "farming and growing business", "oyster and mussel farm"),
        ("commercial laundry, linen hire to hotels", "", "commercial laundry"),
        ("Italian restaurant", "restaurant business", "Italian restaurant"),
        ("land surveying", "professional services firm", "land surveying firm"),
        ("marquee hire", "agency", "marquee hire business"),
        ("HVAC", "home services firm", "HVAC firm"),
        ("Marquee Hire", "events and production firm", "marquee hire firm"),
        ("our machine shop", "manufacturing business", "machine shop"),
        ("Danish Bakery", "food producer", "Danish bakery"),
        ("Plumbing & Heating", "home services firm", "plumbing & heating firm"),
        ("3D printing", "manufacturing business", ""),
        ("roofers", "construction firm", ""),
        ("Construction", "construction firm", ""),
        ("dentist", "dental group", ""),
        ("We run two cafés", "restaurant business", ""),
        ("a farm that grows plants for councils and for farmers", "farming and growing business", ""),
        ("", "", ""),
    ],
)
def test_a_firm_is_called_what_its_owner_typed_where_that_names_one(typed, usual, named):
    assert firm_named(typed, usual) == named


@given(any_text, st.sampled_from(["", "restaurant business", "agency"]))
def test_a_firm_is_named_in_her_words_and_fits_its_box(typed, usual):
    named = firm_named(typed, usual)
    assert len(named) <= HOUSE_WORD_LIMIT
    assert named.removesuffix(" business").casefold() in " ".join(typed.split()).casefold()


def test_another_industry_is_not_named_beside_the_firm_of_the_same_words():
    answers = {"industry": "other", "industry_name": "environmental testing lab", "headcount": 46}
    said = [
        compose(shipped.role("director-of-operations"), brief(**answers, house_words=HouseWords(firm=firm)), version=1)
        for firm in ("environmental testing lab", "")
    ]
    first, second = (next(document.items()).text for document in said)
    assert "a 46-person environmental testing lab, " in first.replace(" through", ",").replace(".", ", ")
    assert "a 46-person environmental testing lab" in second


def test_more_than_the_name_of_a_trade_is_in_brackets():
    answers = {"industry": "other", "headcount": 22}
    role = shipped.role("director-of-operations")
    for typed, firm, read in (
        ("gift boxes by post", "", "a 22-person business (gift boxes by post)"),
        ("wedding barns", "", "a 22-person business (wedding barns)"),
        ("sign making", "", "a 22-person business in sign making"),
        ("joinery - stairs, windows", "joinery business", "a 22-person joinery business"),
    ):
        words = HouseWords(firm=firm)
        posting = compose(role, brief(**answers, industry_name=typed, house_words=words), version=1)
        assert next(posting.items()).text.endswith(f", {read}.")


def test_firms_in_the_plural_are_a_group_where_there_are_several_places():
    assert firm_named("Physio clinics", "medical practice", several=True) == "group of physio clinics"
    assert firm_named("Restaurants", "restaurant business", several=True) == ""
