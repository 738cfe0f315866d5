from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose.brief import pay_problem, problems
from roles.core.money import PAY_LIMITS, BaseSalary, PayPeriod
from tests.core.compose.build import brief
from tests.strategies import salaries

CENT = Decimal("0.01")
amounts = st.decimals() | st.builds(
    lambda digits, places: Decimal(f"{digits}E{places}"), st.integers(), st.integers(-60, 60)
)


def pay(low=None, high=None, period="year"):
    return BaseSalary(
        min_value=None if low is None else Decimal(low),
        max_value=None if high is None else Decimal(high),
        unit_text=PayPeriod(period),
    )


@pytest.mark.parametrize(
    "given", [pay("95000", "120000"), pay("95000"), pay(None, "120000"), pay("95000", "95000"), pay("95000.50")]
)
def test_a_plausible_range_is_accepted_with_either_end_open(given):
    assert problems(brief(base_salary=given)) == {}


def test_pay_may_be_left_out():
    assert problems(brief(base_salary=None)) == {}


def test_a_range_without_ends_is_refused():
    assert pay_problem(pay()) == "Give the lower or the upper end of the range, or leave pay out."


def test_a_range_upside_down_is_refused():
    assert pay_problem(pay("120000.01", "120000")) == "The lower end is above the upper end. Swap them or correct one."


@pytest.mark.parametrize("amount", ["0", "-0", "-1", "-95000", "-0.01", "NaN", "sNaN", "Infinity", "-Infinity"])
def test_an_amount_not_above_zero_is_refused_at_either_end(amount):
    assert pay_problem(pay(amount)) == "Give amounts above zero."
    assert pay_problem(pay("95000", amount)) == "Give amounts above zero."


@pytest.mark.parametrize("amount", ["95000.001", "95000.125", "95000.0000000000000000000000000001", "999.999"])
def test_three_decimals_are_refused(amount):
    assert pay_problem(pay(amount, period="month")) == "Give amounts with at most two decimals."


@pytest.mark.parametrize("amount", ["95000.00", "95000.000", "9.5E4", "95000.10", "95000.12"])
def test_two_decimals_are_accepted_however_they_are_written(amount):
    assert pay_problem(pay(amount)) is None


@pytest.mark.parametrize("period", PayPeriod)
def test_the_edges_of_what_is_plausible_are_accepted(period):
    low, high = PAY_LIMITS[period]
    assert pay_problem(pay(low, high, period)) is None


@pytest.mark.parametrize("period", PayPeriod)
@pytest.mark.parametrize("end", ["low", "high"])
def test_a_cent_beyond_the_plausible_is_refused_with_the_range(period, end):
    low, high = PAY_LIMITS[period]
    message = pay_problem(pay(low - CENT if end == "low" else high + CENT, period=period))
    assert f"(expected {low:,} to {high:,})" in message
    assert period.phrase in message


@pytest.mark.parametrize(
    ("amount", "period"), [("95000", "hour"), ("25", "year"), ("95000", "day"), ("9500000", "year")]
)
def test_the_wrong_period_or_a_zero_too_many_looks_like_a_slip(amount, period):
    assert "looks like a slip" in pay_problem(pay(amount, period=period))


@pytest.mark.parametrize("amount", ["1E+26", "1E+30", "9" * 40, "1E+400", "1E+99999"])
def test_an_amount_beyond_all_reason_is_refused_in_a_line_one_can_read(amount):
    message = pay_problem(pay(amount))
    assert "expected 1,000 to 5,000,000" in message
    assert len(message) < 1_000


@given(amounts, amounts, st.sampled_from(list(PayPeriod)))
def test_no_amount_makes_the_check_fail(low, high, period):
    message = pay_problem(pay(low, high, period))
    assert message is None or message.endswith((".", ")."))


@given(salaries())
def test_a_plausible_range_states_its_amounts_exactly(salary):
    assert pay_problem(salary) is None
    for value in (salary.min_value, salary.max_value):
        if value is not None:
            assert salary.currency.digits(value) in str(salary)
            assert Decimal(salary.currency.digits(value).replace(",", "")) == value
