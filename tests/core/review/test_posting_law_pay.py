"""What laws ask of the pay, and of a statement on artificial intelligence or on the vacancy."""

import pytest

from roles.core.money import Currency, PayPeriod
from roles.core.review import Level

from .laws import RULES, law
from .making import document, pay, section


@pytest.mark.parametrize("low", [None, 60_000])
def test_austria_asks_for_the_least_that_is_paid(low):
    doc = document(job_location="Vienna, Austria", base_salary=pay(low, 70_000, currency=Currency.EUR))
    assert bool(law(doc, RULES["at"])) is (low is None)


def test_ontario_s_statement_on_artificial_intelligence_is_only_a_question():
    text = section("apply", "This is an existing vacancy.")
    doc = document(text, job_location="Toronto, Ontario", base_salary=pay(80_000, 90_000, currency=Currency.CAD))
    (found,) = law(doc, RULES["ca-on"])
    assert (found.level, "if it is" in found.message) == (Level.CONSIDER, True)


@pytest.mark.parametrize(("low", "high", "hits"), [(80_000, 130_000, 0), (80_000, 130_001, 1), (140_000, 200_001, 0)])
def test_ontario_s_widest_range(low, high, hits):
    doc = document(job_location="Toronto, Ontario", base_salary=pay(low, high, currency=Currency.CAD))
    assert len(law(doc, RULES["ca-on"], prefix="posting_law.width")) == hits


def test_minnesota_asks_for_both_ends():
    doc = document(job_location="Duluth, Minnesota", base_salary=pay(80_000, None))
    (found,) = law(doc, RULES["us-mn"], prefix="posting_law.open_ended")
    assert found.level is Level.MUST_FIX


def test_other_pay_may_rightly_be_none_and_is_only_considered():
    doc = document(
        section("pay", "Health insurance."), job_location="Seattle, Washington", base_salary=pay(90_000, 110_000)
    )
    (found,) = law(doc, RULES["us-wa"])
    assert (found.level, "bonus" in found.message) == (Level.CONSIDER, True)


@pytest.mark.parametrize(
    ("low", "high", "unit", "hits"),
    [
        (40, 64, PayPeriod.HOUR, 0),  # 49,920 a year
        (40, 65, PayPeriod.HOUR, 1),
        (40, 100, PayPeriod.HOUR, 0),  # above 200,000 a year
        (200, 392, PayPeriod.DAY, 0),
        (200, 393, PayPeriod.DAY, 1),
        (1_000, 1_961, PayPeriod.WEEK, 0),
        (1_000, 1_962, PayPeriod.WEEK, 1),
        (5_000, 9_166, PayPeriod.MONTH, 0),
        (5_000, 9_167, PayPeriod.MONTH, 1),
    ],
)
def test_ontario_s_widest_range_is_measured_by_the_year(low, high, unit, hits):
    salary = pay(low, high, currency=Currency.CAD, unit_text=unit)
    doc = document(job_location="Toronto, Ontario", base_salary=salary)
    assert len(law(doc, RULES["ca-on"], prefix="posting_law.width")) == hits


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("You will use AI tools to plan shifts.", True),
        ("You will use AI to select suppliers.", True),
        ("We build artificial intelligence for bakeries.", True),
        ("We use AI to screen applications.", False),
        ("No artificial intelligence is used to choose applicants.", False),
        ("AI is not used to assess or select.", False),
    ],
)
def test_a_statement_on_artificial_intelligence_is_about_applicants(text, asked):
    found = law(document(section("apply", text), job_location="Toronto, Ontario"), RULES["ca-on"])
    assert any("artificial intelligence" in entry.message for entry in found) is asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Open vacancies are filled by you.", True),
        ("You build our talent pool.", True),
        ("This posting is for an existing vacancy.", False),
        ("This posting is for a current vacancy.", False),
        ("The position is not for an existing vacancy but for a future opening.", False),
    ],
)
def test_a_statement_on_the_vacancy_is_about_this_post(text, asked):
    found = law(document(section("apply", text), job_location="Toronto, Ontario"), RULES["ca-on"])
    assert any("vacancy" in entry.message for entry in found) is asked
