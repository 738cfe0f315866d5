"""A firm with its size reads as somebody would say it."""

import pytest

from roles.core.compose.firm_named import beside_her_sentence, is_firm, sized


@pytest.mark.parametrize(
    ("firm", "headcount", "several", "read"),
    [
        ("bakery", 30, False, "a 30-person bakery"),
        ("swimming pool builder", 18, True, "an 18-person swimming pool builder"),
        ("bakery", 1, False, "a one-person bakery"),
        ("private hospital", 69, False, "a private hospital with a team of 69"),
        ("boutique hotel", 69, True, "a team of 69"),
        ("dental group", 40, True, "a dental group of 40 people"),
        ("group of small hotels", 80, True, "a group of small hotels of 80 people"),
        ("hotel business", 12, False, "a 12-person hotel business"),
    ],
)
def test_a_size_is_printed_as_one_would_speak_of_it(firm, headcount, several, read):
    assert sized(firm, headcount, several=several) == read


def test_before_there_were_areas_every_firm_was_printed_alike():
    assert sized("dental group", 80, several=False, plainly=True) == "an 80-person dental group"


def test_a_food_bank_is_a_firm_by_its_own_name():
    assert is_firm("food bank")
    assert not is_firm("banking")


def test_the_word_of_a_whole_trade_gives_way_to_her_sentence():
    assert beside_her_sentence("a 38-person home services firm") == "a 38-person business"
    assert beside_her_sentence("a 12-person dental practice") == "a 12-person dental practice"
