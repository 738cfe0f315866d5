"""How the reading of a place is shown, and the choices where it may be several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.places import place_answer, read_place
from roles.core.places.asked import FROM_WHERE, SEVERAL, UNKNOWN, WHICH
from roles.core.places.towns import _lines
from tests.strategies import any_text

NAMES = sorted({line.split("\t")[1] for line in _lines()[::20] if line})


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Perth, WA", "Read as Perth, Western Australia, Australia."),
        ("Leeds, UK", "Read as Leeds, England, UK."),
        ("Munich", "Read as Munich, Germany."),
        ("Columbus, Ohio", "Read as Columbus, Ohio, USA."),
        ("Ohio", "Read as Ohio, USA."),
        ("Remote, US only", "Read as Remote, USA."),
        ("Remote (US, not CO or WA)", "Read as Remote, USA (not Colorado or Washington)."),
        ("Denver, CO; Austin, TX", "Read as Denver, Colorado; Austin, Texas."),
        ("Remote", FROM_WHERE),
        ("Nowhereville upon Sea", UNKNOWN),
        ("Leeds, UK or Birmingham", "Read as Leeds, England; Birmingham, England."),
        ("Perth and Hamilton", SEVERAL),
        ("", ""),
    ],
)
def test_a_place_is_shown_in_full(written, shown):
    answer = place_answer(written)
    assert (answer.shown, answer.question) == (shown, "")


def test_an_unsure_place_is_asked_with_two_or_three():
    answer = place_answer("Birmingham")
    assert answer.question == WHICH
    assert [choice.becomes for choice in answer.choices[:2]] == ["Birmingham, England", "Birmingham, Alabama"]


def test_the_other_towns_of_a_name_are_offered_where_no_country_is_written():
    assert "Perth, Scotland" in [choice.becomes for choice in place_answer("Perth").choices]
    assert place_answer("Perth, Western Australia").choices == ()


def test_a_choice_keeps_the_street_and_that_it_is_remote():
    assert "12 High St, Newcastle, England" in [
        choice.becomes for choice in place_answer("12 High St, Newcastle").choices
    ]
    assert "Remote, Birmingham, England" in [choice.becomes for choice in place_answer("Remote, Birmingham").choices]


@given(st.sampled_from(NAMES))
def test_what_is_chosen_is_read_surely_as_that_place(name):
    for choice in place_answer(name).choices:
        reading = read_place(choice.becomes)
        assert [place.with_country for place in reading.places] == [choice.name]
        assert reading.sure


@given(any_text)
def test_any_text_has_an_answer(written):
    answer = place_answer(written)
    assert len(answer.choices) <= 3
    assert bool(answer.question) <= bool(answer.choices)
