from datetime import date, timedelta

import pytest

from roles.core.compose.apply_to import is_address
from roles.core.compose.brief import problems
from tests.core.compose.build import brief

TODAY = date(2027, 1, 30)


@pytest.mark.parametrize("headcount", [1, 2, 10, 11, 499, 500])
def test_a_headcount_from_one_to_five_hundred_is_accepted(headcount):
    assert problems(brief(headcount=headcount)) == {}


@pytest.mark.parametrize("headcount", [0, -1, 501, 10**30, -(10**30)])
def test_any_other_headcount_is_refused(headcount):
    assert problems(brief(headcount=headcount)) == {"headcount": "Give a number of people from 1 to 500."}


@pytest.mark.parametrize("sites", [1, 10_000])
def test_one_to_ten_thousand_locations_are_accepted(sites):
    assert problems(brief(sites=sites)) == {}


@pytest.mark.parametrize("sites", [0, -1, 10_001])
def test_any_other_number_of_locations_is_refused(sites):
    assert problems(brief(sites=sites)) == {"sites": "Give a number of locations from 1 to 10,000."}


@pytest.mark.parametrize("travel", [None, 0, 1, 100])
def test_travel_is_a_share_or_not_given(travel):
    assert problems(brief(travel=travel)) == {}


@pytest.mark.parametrize("travel", [-1, 101])
def test_a_share_of_travel_outside_a_hundred_per_cent_is_refused(travel):
    assert set(problems(brief(travel=travel))) == {"travel"}


@pytest.mark.parametrize("needs", [(), ("budget",), ("budget", "slips", "direction")])
def test_up_to_three_needs_are_accepted(needs):
    assert problems(brief(needs=needs)) == {}


def test_four_needs_are_refused_and_counted():
    assert problems(brief(needs=("a", "b", "c", "d"))) == {"needs": "Choose the 3 that matter most; you have 4."}


def test_a_need_named_twice_is_refused():
    assert problems(brief(needs=("budget", "slips", "budget"))) == {"needs": "Name each need once."}


def test_a_need_nobody_knows_matches_nothing_and_is_no_problem():
    assert problems(brief(needs=("world peace",))) == {}


@pytest.mark.parametrize("days", [0, 1, 365])
def test_a_closing_date_of_today_or_later_is_accepted(days):
    assert problems(brief(valid_through=TODAY + timedelta(days=days)), today=TODAY) == {}


@pytest.mark.parametrize("days", [1, 2, 10_000])
def test_a_closing_date_that_has_passed_is_refused(days):
    found = problems(brief(valid_through=TODAY - timedelta(days=days)), today=TODAY)
    assert found == {"valid_through": "This day has passed. Choose today or a later day, or leave it empty."}


def test_without_a_today_the_closing_date_is_not_judged():
    assert problems(brief(valid_through=date(1999, 1, 1))) == {}


@pytest.mark.parametrize(
    "text",
    [
        "jobs@example.com",
        "first.last+jobs@mail.example.co.uk",
        "https://example.com",
        "http://example.com/jobs?a=b#c",
        "HTTPS://EXAMPLE.COM/JOBS",
    ],
)
def test_one_address_is_where_to_apply(text):
    assert is_address(text)
    assert problems(brief(apply_to=text)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "jobs",
        "jobs@example",
        "@example.com",
        "jobs@@example.com",
        "jobs@example.com, or call us",
        "jobs@example.com boss@example.com",
        "<jobs@example.com>",
        "example.com/jobs",
        "ftp://example.com",
        "javascript:alert(1)",
        "data:text/html,hello",
        "https://",
        "https:// example.com",
    ],
)
def test_anything_else_is_no_place_to_apply(text):
    assert not is_address(text)
    assert set(problems(brief(apply_to=text))) == {"apply_to"}


def test_all_problems_are_named_at_once():
    found = problems(brief(company="", headcount=0, sites=0, travel=101, needs=("a",) * 4))
    assert set(found) == {"company", "headcount", "sites", "travel", "needs"}
