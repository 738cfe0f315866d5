"""A line at the head of a posting that is its sites, a county, or a word of the page that reads as a code."""

import pytest

from roles.core.reading import read_posting

TITLE = "Director of Operations"


def stated(*lines):
    return read_posting("\n".join((*lines, "", "We make cheese and sell it."))).facts


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ((TITLE, "Leeds (HQ) and Hull"), "Leeds (HQ) and Hull"),
        ((f"{TITLE}, Alder Ltd, Bristol (head office), Bath and Wells",), "Bristol (head office), Bath and Wells"),
        ((f"{TITLE} – 3 sites (Leeds, Hull, York)",), "3 sites (Leeds, Hull, York)"),
        ((TITLE, "Two sites: Reno and Sparks"), "Two sites: Reno and Sparks"),
        ((TITLE, "Lyon 7e"), "Lyon"),
        ((TITLE, "Hamburg-Altona"), "Hamburg-Altona"),
        ((TITLE, "Co. Antrim"), "Co. Antrim"),
        ((TITLE, "East Anglia"), "East Anglia"),
        ((f"{TITLE}, Alder Ltd, Perthshire",), "Perthshire"),
        ((TITLE, "Perthshire"), "Perthshire"),
        ((TITLE, "JOB, Andorra"), "Andorra"),
        ((TITLE, "Location: PLANT, Germany"), "Germany"),
        ((TITLE, "Annapolis MD"), "Annapolis MD"),
        ((TITLE, "21 Bukit Batok Crescent, Singapore 658065"), "Singapore"),
    ],
)
def test_a_line_that_is_a_place(lines, words):
    assert stated(*lines).place.words == words


def test_a_region_that_is_broken_over_two_lines_is_read():
    place = stated(TITLE, "Location: Saskatoon, Saskatch- ewan").place.value.places[0]
    assert (place.town, place.region, place.country) == ("Saskatoon", "SK", "CA")


@pytest.mark.parametrize("line", ["JOB AD", "NEW JOB AD", "Draft AD", "Ops MD"])
def test_a_word_in_short_is_no_code_of_a_country(line):
    assert stated(TITLE, line).place is None


@pytest.mark.parametrize("line", ["Newry, Co. Down BT34 1AA", "Clonakilty, Co. Cork, P85 X212"])
def test_the_county_behind_a_town_makes_no_firm(line):
    facts = stated(TITLE, line)
    assert (facts.company, facts.place.value.town.partition(",")[0]) == (None, line.partition(",")[0])
