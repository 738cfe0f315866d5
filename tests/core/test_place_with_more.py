"""The place in an answer that says more than where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.places import place_answer, read_place
from roles.core.places.surroundings import take_out_place


@pytest.mark.parametrize(
    ("typed", "place", "around", "read"),
    [
        ("Dayton OH, shop on Troy St. No gym", "Dayton OH", "shop on Troy St. No gym", "Dayton, Ohio"),
        ("Macroom, Co Cork. industrial estate", "Macroom, Co Cork", "industrial estate", "Macroom, Ireland"),
        ("Winnipeg, St Boniface industrial park", "Winnipeg", "St Boniface industrial park", "Winnipeg, Manitoba"),
        ("Geelong support office in Newtown", "Geelong", "support office in Newtown", "Geelong, Victoria"),
        ("St. Louis, MO (downtown)", "St. Louis, MO", "(downtown)", "St. Louis, Missouri"),
        ("Kelowna BC. no relocation sorry", "Kelowna BC", "no relocation sorry", "Kelowna, British Columbia"),
    ],
)
def test_the_place_begins_the_answer(typed, place, around, read):
    assert take_out_place(typed) == (place, around)
    assert read in place_answer(place).shown


def test_a_town_within_a_sentence_leaves_the_sentence_whole():
    typed = "head office is above the Harrogate practice, all are within 50 minutes"
    assert take_out_place(typed) == ("Harrogate", typed)


@pytest.mark.parametrize(
    "typed", ["Leeds, UK", "Remote, USA", "Perth", "our yard in Hull", "Galway & Sligo, Ireland", "the farm", ""]
)
def test_an_answer_that_is_all_place_stays_whole(typed):
    assert take_out_place(typed) == (typed, "")


WORDS = ["Leeds", "Dayton", "OH", ",", ".", "shop", "(by", "the", "river)", "Co", "Cork", "UK", "-", "of", "in", "near"]


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_no_word_is_lost_and_what_is_taken_out_is_read(words):
    typed = " ".join(words)
    place, around = take_out_place(typed)
    kept = f"{place} {around}"
    assert all(word.strip(".,()-") in kept for word in typed.split())
    if around:
        assert read_place(place).places or read_place(place).choices
