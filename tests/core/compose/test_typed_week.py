"""A week that is not what the employment says is found in the pattern of work, as people type it."""

import pytest

from roles.core.compose.typed_week import LENGTH, unlike
from roles.core.document import EmploymentType
from roles.core.places import forms_at

FULL, PART = EmploymentType.FULL_TIME, EmploymentType.PART_TIME
UK = forms_at("Leeds, UK").full_time_hours
US = forms_at("Dayton, Ohio, USA").full_time_hours


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("30 hrs a week", "30 hrs a week"),
        ("about 20 hours per week, flexible", "20 hours per week"),
        ("25-30 hours a week", "25-30 hours a week"),
        ("Mornings only, 20hrs/wk", "20hrs/wk"),
        ("22.5 hours", "22.5 hours"),
        ("30-hour week", "30-hour week"),
        ("3 days a week", "3 days a week"),
        ("three days", "three days"),
        ("3-day week", "3-day week"),
        ("6am-2pm 3 days/wk", "3 days/wk"),
        ("4 days a week", "4 days a week"),
        ("Mon-Wed", "Mon-Wed"),
        ("Tuesday, Wednesday and Thursday", "Tuesday, Wednesday and Thursday"),
        ("Monday to Friday, 5 hours a day", "Monday to Friday"),
        ("Monday to Friday\n30 hours a week", "30 hours a week"),
        ("Hours: 30", "Hours: 30"),
        ("Weekly hours 24 to 30", "Weekly hours 24 to 30"),
        ("Contracted hours: 22.5 a week", "Contracted hours: 22.5 a week"),
        ("5 mornings a week", "5 mornings a week"),
        ("four afternoons", "four afternoons"),
        ("part-time, mornings", "part-time"),
        ("0.6 FTE", "0.6 FTE"),
    ],
)
def test_a_short_week_is_unlike_full_time(typed, words):
    assert unlike(FULL, [typed], UK) == words
    assert unlike(PART, [typed], UK) == ""


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Monday to Friday, one day from home",
        "Mon to Fri, every third Sat",
        "3 days a week in the office",
        "two days from home",
        "two days a week on site",
        "one week in four on call",
        "4 days a week, 10-hour shifts",
        "Monday to Thursday, 7 to 5.30",
        "30 hours a week, full-time",
        "30 hours a week in winter, 40 hours a week in summer",
        "8 hours a day, five days a week",
        "24 hours notice",
        "The shop is open 30 hours a week",
        "travel 10 hours a week",
        "Sat & Sun on call",
        "Mon, Tue and Thurs 8 hours; Wed, Fri 5",
        "school hours",
        "Hours: 40",
        "Hours: 9 to 17",
        "Opening hours 30",
        "one morning a week at the depot",
        "30 hours a week" + " " * LENGTH,
    ],
)
def test_what_may_be_a_whole_week_is_not(typed):
    assert unlike(FULL, [typed], UK) == ""


@pytest.mark.parametrize(
    ("place", "hours", "short"),
    [
        ("Leeds, UK", "35", False),
        ("Leeds, UK", "34", True),
        ("Dayton, Ohio, USA", "35", True),
        ("Dayton, Ohio, USA", "37.5", False),  # forty with the breaks
        ("Cork, Ireland", "35", True),
        ("Perth, Western Australia", "36", False),
        ("Lyon, France", "35", False),
        ("", "30", True),
    ],
)
def test_full_time_is_what_it_is_in_the_country(place, hours, short):
    assert bool(unlike(FULL, [f"{hours} hours a week"], forms_at(place).full_time_hours)) is short


def test_a_whole_week_in_hours_is_unlike_part_time():
    assert unlike(PART, ["", "40 hours a week"], US) == "40 hours a week"
    assert unlike(PART, ["five days a week"], US) == ""  # of a few hours each


@pytest.mark.parametrize("kind", [EmploymentType.CONTRACT, EmploymentType.TEMPORARY])
def test_of_another_contract_nothing_is_asked(kind):
    assert unlike(kind, ["3 days a week"], UK) == ""
