"""What the posting laws of a place ask of the pay, while it is typed."""

from datetime import date
from decimal import Decimal

import pytest

from roles.core import content
from roles.core.money import BaseSalary
from roles.core.review.pay_law import pay_asked

RULES = content.read_posting_rules()
TODAY = date(2027, 1, 30)
OPEN = BaseSalary(min_value=Decimal(65_000))
RANGE = BaseSalary(min_value=Decimal(65_000), max_value=Decimal(70_000))


def asked(place, salary=None, **answers):
    return pay_asked(RULES, place, salary, TODAY, **{"headcount": 30, "sites": 1} | answers)


@pytest.mark.parametrize(
    ("place", "salary", "said"),
    [
        ("Denver, CO", None, "Colorado asks for the pay range. This is not legal advice."),
        ("Denver, CO", OPEN, "Colorado asks for a range with both ends. This is not legal advice."),
        ("Denver, CO", RANGE, ""),
        ("Houston, Texas", None, ""),
        ("Leeds, UK", None, ""),
        ("", None, ""),
    ],
)
def test_a_law_asks_only_for_what_the_pay_has_not_got(place, salary, said):
    assert asked(place, salary) == said


def test_of_a_place_that_is_unsure_no_law_is_named():
    assert "Washington" in asked("Seattle, Washington")
    assert asked("Washington") == ""


def test_a_law_for_larger_employers_is_unsure_until_the_size_is_known():
    assert "Illinois asks for" in asked("Chicago, IL", headcount=15)
    assert "Illinois asks for" not in asked("Chicago, IL", headcount=14)
    assert "Illinois may ask for" in asked("Chicago, IL", headcount=None)


def test_two_laws_at_most_are_named():
    named = asked("Remote, USA", remote=True)
    assert 1 <= named.count(" ask") <= 2
