"""Entries of a list that count only where no other entry of it does, and the turns of phrase all lists share."""

from roles.core.review.reviewed import ReviewedItem
from roles.core.review.words.files import read_text
from roles.core.review.words.lists import WordList

from .making import section

TOP = "finding: test.word\nsource: A study\n"


def hits(rows, text):
    part = section("required", text)
    found = WordList(read_text("some", TOP + rows)).hits(
        ReviewedItem(section=part, index=0, original=part.items[0], company="")
    )
    return [text[start:end] for _, (start, end) in found]


def test_what_lets_others_go_first_is_found_where_they_are_not():
    rows = "== “…” is odd.\nsmokers\n== “…” shuts out.\nothers: first\nwe want no [smokers|divers]"
    assert hits(rows, "we want no smokers") == ["smokers"]
    assert hits(rows, "we want no divers") == ["we want no divers"]


def test_what_weighs_more_is_found_in_place_of_what_weighs_less():
    rows = "== “…” is odd.\nsmokers\n== “…” shuts out.\nlevel: must fix\nothers: first\nwe want no smokers"
    assert hits(rows, "so we want no smokers, smokers!") == ["we want no smokers", "smokers"]


def test_every_list_knows_the_turns_of_phrase_that_shut_people_out():
    rows = "== “…” shuts out.\nsmokers <out>\n<only-want> divers"
    assert hits(rows, "Smokers will be turned down.") == ["Smokers will be turned down"]
    assert hits(rows, "Preference is given to divers.") == ["Preference is given to divers"]
