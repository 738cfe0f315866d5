"""Places at the head of a posting: several sites, a remote post's country, a code that is none; and its firm."""

import pytest

from roles.core.reading import read_posting


def facts(*lines):
    return read_posting("\n".join(lines)).facts


TITLE = "Director of Operations"


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ((TITLE, "Location: Swansea, Neath and Llanelli"), ["Swansea, Wales", "Neath, Wales", "Llanelli, Wales"]),
        ((TITLE, "Location: Kilburn, London and Leeds"), ["Kilburn, London, England", "Leeds, England"]),
        ((TITLE, "Elder Blood Centers", "Reno, Nevada | Sparks, Nevada"), ["Reno, Nevada", "Sparks, Nevada"]),
        ((TITLE, "", "Mrs Elder's Homecare & Lets, Leicester + Derby"), ["Leicester, England", "Derby, England"]),
        ((TITLE, "Elder inc.", "Sherbrooke (Québec), Canada", "", "Buyers in Boston."), ["Sherbrooke, Quebec"]),
        ((f"{TITLE}, remote (UK only, meet-ups in Hull)", "", "We make software."), ["UK"]),
        ((f"{TITLE} - Elder Robotics (remote US, must live in ET)", "", "We make software."), ["USA"]),
        (("STELLENANZEIGE / JOB AD (english)", TITLE, "Elder Logistik GmbH, 20457 Hamburg"), ["Hamburg, Germany"]),
        ((TITLE, "Site: Harlingen (Friesland) and Vlierum", "Salary: max. EUR 95.000"), ["Harlingen, Netherlands"]),
    ],
)
def test_the_places_at_the_head(lines, places):
    assert [place.in_full for place in facts(*lines).place.value.places] == places


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("WE ARE GROWING!!!", "", "ELDER VEHICLE HIRE LTD", TITLE.upper()), "ELDER VEHICLE HIRE LTD"),
        (
            (
                "notes for the ad (Jim, sunday)",
                "",
                "need an ops director, Carver & Elder Demolition, out of Dayton Ohio yard.",
            ),
            "Carver & Elder Demolition",
        ),
    ],
)
def test_the_firm_in_capitals_or_behind_the_post(lines, name):
    assert facts(*lines).company.value == name


def test_a_day_without_its_year_stamps_a_message_of_a_chat():
    first = "Hi all, urgent opening, pls share in your groups"
    messages = (first, "*Head – Operations* for Elder Labs, Pune", "Full time, WFO", "CV to asha@elder.example")
    chat = "\n".join(f"[24/11, 09:14] Asha HR: {message}" for message in messages)
    assert facts(chat).title.value.startswith("Head – Operations")
