from dataclasses import replace

import pytest
from hypothesis import given

from roles.core.compose.brief import OTHER_INDUSTRY, REQUIRED, TEXT_FIELDS, problems, text_problem
from tests.core.compose.build import brief
from tests.strategies import briefs, wild_briefs

LIMITS = {
    "pay": 100,
    "company": 100,
    "industry": 50,
    "industry_name": 60,
    "place": 100,
    "about": 600,
    "goal": 200,
    "reports_to": 80,
    "leads": 150,
    "spending_limit": 60,
    "budget": 60,
    "benefits": 800,
    "apply_to": 200,
    "hiring_steps": 600,
    "own_duties": 3_000,
    "own_required": 2_000,
    "own_preferred": 1_200,
    "why_now": 800,
    "culture": 600,
    "conditions": 1_200,
    "equal_opportunity": 1_000,
    "partner": 120,
    "decides": 200,
    "keeps": 200,
    "bonus": 250,
    "schedule": 150,
    "travel_pattern": 200,
    "start": 60,
    "apply_with": 250,
    "answer_by": 80,
    "also_typed": 200,
}
ADDRESS = "https://harbour.example/"


def answer(name, length):
    """Return an answer of exactly this length that is otherwise good."""
    return ADDRESS + "a" * (length - len(ADDRESS)) if name == "apply_to" else "é" * length


def asked(name, text):
    """A brief in which this may be answered."""
    return brief(**({"industry": OTHER_INDUSTRY} if name == "industry_name" else {}), **{name: text})


def test_every_text_field_has_the_limit_the_tests_below_try():
    assert {name: rule["limit"] for name, rule in TEXT_FIELDS.items() if name != "country"} == LIMITS


@pytest.mark.parametrize("name", LIMITS)
@pytest.mark.parametrize("below", [1, 0])
def test_a_text_up_to_its_limit_is_kept_and_accepted(name, below):
    text = answer(name, LIMITS[name] - below)
    value = asked(name, text)
    assert getattr(value, name) == text
    assert problems(value) == {}


@pytest.mark.parametrize("name", LIMITS)
def test_a_text_one_beyond_its_limit_is_refused_with_the_limit_named(name):
    limit = LIMITS[name]
    value = asked(name, answer(name, limit + 1))
    assert problems(value) == {name: f"Please shorten this to {limit:,} characters; it has {limit + 1:,}."}


def test_a_hundred_thousand_characters_are_refused_and_not_cut():
    value = brief(about="x" * 100_000)
    assert len(value.about) == 100_000
    assert problems(value) == {"about": "Please shorten this to 600 characters; it has 100,000."}


@pytest.mark.parametrize("name", REQUIRED)
@pytest.mark.parametrize("text", ["", "   ", "\n\t\r\n", "\u2028"])
def test_a_required_answer_is_not_filled_in_with_white_space(name, text):
    assert problems(asked(name, text)) == {name: "Please fill this in."}


@pytest.mark.parametrize("name", sorted(set(LIMITS) - set(REQUIRED)))
def test_every_other_answer_may_be_left_empty(name):
    assert problems(brief(**{name: ""})) == {}


def test_nobody_named_to_report_to_is_nobody():
    assert brief(reports_to=" \n ").reports_to == ""


@pytest.mark.parametrize(
    ("char", "named"),
    [
        ("\x00", "U+0000, control character"),
        ("\x07", "U+0007, control character"),
        ("\x1b", "U+001B, control character"),
        ("\x7f", "U+007F, control character"),
        ("\x85", "U+0085, control character"),
        ("\x9b", "U+009B, control character"),
        ("\u202a", "U+202A, left-to-right embedding"),
        ("\u202b", "U+202B, right-to-left embedding"),
        ("\u202c", "U+202C, pop directional formatting"),
        ("\u202d", "U+202D, left-to-right override"),
        ("\u202e", "U+202E, right-to-left override"),
        ("\u2066", "U+2066, left-to-right isolate"),
        ("\u2067", "U+2067, right-to-left isolate"),
        ("\u2068", "U+2068, first strong isolate"),
        ("\u2069", "U+2069, pop directional isolate"),
        ("\ud800", "U+D800, control character"),
        ("\udfff", "U+DFFF, control character"),
    ],
)
def test_an_invisible_character_is_refused_with_its_place(char, named):
    """In every text: each is read alone, so it is in all of them at once."""
    names = set(LIMITS) - {"apply_to"}
    found = problems(brief(**dict.fromkeys(names, f"ab{char}cd")))
    assert found.keys() >= names
    for name in names:
        assert found[name].startswith("Character 3 is an invisible one"), name
        assert f"({named})" in found[name], name


def test_an_invisible_character_in_an_address_is_refused_too():
    assert set(problems(brief(apply_to="jobs\x00@example.com"))) == {"apply_to"}


def test_a_line_break_is_no_control_character():
    assert text_problem("one\ntwo", limit=10) is None


@pytest.mark.parametrize(
    "name",
    [
        "Café 🥐👩🏽‍🍳 & Söhne",
        "نان‌وایی پارسی",
        "क्‍ष बेकरी",
        "מאפיית הנמל",
        "مخبز الميناء (ليدز)",
        "Cafe\u0301 Zu\u0308rich",
        "Z̷a̸l̵g̶o̷",
        "株式会社　港",
        "ฉันหิว",
        "\u200fHarbour\u200e",
        "Soft\u00adware & Co\u2060.",
    ],
)
def test_the_letters_of_every_script_are_kept_exactly(name):
    value = brief(company=name, about=name, leads=name)
    assert (value.company, value.about, value.leads) == (name, name, name)
    assert problems(value) == {}


@given(wild_briefs())
def test_no_answer_whatever_makes_the_check_fail(value):
    found = problems(value, today=value.valid_through)
    assert all(isinstance(message, str) and message for message in found.values())
    assert set(found) <= {*TEXT_FIELDS, "headcount", "sites", "travel", "needs", "base_salary", "valid_through"}


@given(briefs())
def test_a_good_brief_has_no_problems(value):
    assert problems(value, today=value.valid_through) == {}


@given(wild_briefs())
def test_checking_a_brief_a_second_time_states_the_same(value):
    assert problems(replace(value)) == problems(value)
