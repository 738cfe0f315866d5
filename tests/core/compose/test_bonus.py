"""The bonus an owner names, or says there is none of."""

import pytest

from roles.core.compose import answers, compose
from tests import shipped
from tests.core.compose.build import brief, posting, texts


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("annual", "An annual bonus"),
        ("Quarterly bonus.", "A quarterly bonus"),
        ("yes", "A bonus"),
        ("a bonus of 10%", "A bonus of 10%"),
        ("bonus to 20% on company margin", "up to 20% on company margin"),
        ("Bonus of 10%", "10%"),
        ("up to 10% for performance.", "up to 10% for performance"),
    ],
)
def test_a_bonus_without_a_sum_is_no_sentence(typed, read):
    assert answers.bonus(typed) == read


@pytest.mark.parametrize(
    ("typed", "promised"),
    [
        ("none", False),
        ("No bonus.", False),
        ("no bonus, no equity", False),
        ("None, the pay is the whole of it", False),
        ("we don't pay bonuses", False),
        ("not in the first year, then 10%", True),
        ("No bonus, but a share of profit", True),
        ("up to 10%", True),
    ],
)
def test_a_bonus_that_is_denied_is_not_promised_beside_the_pay(typed, promised):
    assert posting(bonus=typed).facts.has_bonus is promised


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
@pytest.mark.parametrize("typed", ["No bonus", "none at this stage", "no bonus and no equity"])
def test_there_being_no_bonus_is_no_line_of_the_posting(slug, typed):
    assert not [text for text in texts(compose(shipped.role(slug), brief(bonus=typed), version=1)) if "onus" in text]


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
@pytest.mark.parametrize(("typed", "read"), [("annual", "An annual bonus"), ("10% of pay", "Bonus: 10% of pay")])
def test_a_bonus_is_printed_among_the_benefits_without_a_stop(slug, typed, read):
    assert read in texts(compose(shipped.role(slug), brief(bonus=typed), version=1))
