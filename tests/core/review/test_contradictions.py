from datetime import date

import pytest

from roles.core.document import EmploymentType, Workplace
from roles.core.money import Currency, PayPeriod
from roles.core.review import Level
from roles.core.review.reading import read_text

from .making import document, findings, of_line, pay, section

REMOTE = {"workplace": Workplace.REMOTE}


@pytest.mark.parametrize(
    "text",
    [
        "You are on site every day.",
        "Daily in the office.",
        "At our plant five days a week.",
        "100% remote with daily visits to the plant.",
        "Monday to Friday in the office.",
    ],
)
def test_a_remote_post_with_every_day_on_site(text):
    (found,) = of_line(text, "contradictions.remote_on_site", **REMOTE)
    assert found.level is Level.SHOULD_FIX


@pytest.mark.parametrize(
    "text",
    [
        "A day on site each quarter.",
        "Follow daily orders.",
        "Visit the office in May.",
        "Fully remote. No daily on-site work.",
        "You need not be in the office every day.",
        "Send daily figures to the office.",
    ],
)
def test_a_remote_post_with_a_visit_is_fine(text):
    assert of_line(text, "contradictions", **REMOTE) == []


def test_every_day_on_site_is_fine_on_site():
    assert of_line("You are on site every day.", "contradictions") == []


def test_a_pasted_part_time_post_with_full_time_availability():
    text = "Operations Director\n\nA part-time post for a bakery.\n\n- We ask for full-time availability."
    (found,) = findings(read_text(text), "contradictions")
    assert (found.id, found.words) == ("contradictions.part_time", "full-time availability")


def test_a_part_time_post_with_all_of_a_week():
    text = "Full availability on weekends."
    assert of_line(text, "contradictions.part_time", employment_type=EmploymentType.PART_TIME)
    assert of_line(text, "contradictions.part_time") == []


@pytest.mark.parametrize(("share", "level"), [(25, Level.CONSIDER), (49, Level.CONSIDER), (50, Level.SHOULD_FIX)])
def test_much_travel_in_a_remote_post(share, level):
    (found,) = of_line(f"Travel: {share}% of working time.", "contradictions.travel", **REMOTE)
    assert found.level is level


def test_some_travel_in_a_remote_post_is_fine():
    assert of_line("Travel: 24% of working time.", "contradictions", **REMOTE) == []


@pytest.mark.parametrize(("amount", "period"), [(95_000, PayPeriod.HOUR), (40, PayPeriod.YEAR)])
def test_an_amount_that_does_not_fit_its_period_must_be_fixed(amount, period):
    doc = document(base_salary=pay(amount, amount, unit_text=period))
    (found,) = findings(doc, "contradictions")
    assert (found.id, found.level) == ("contradictions.pay_period", Level.MUST_FIX)


@pytest.mark.parametrize(("amount", "period"), [(45, PayPeriod.HOUR), (95_000, PayPeriod.YEAR)])
def test_an_amount_that_fits_is_fine(amount, period):
    assert findings(document(base_salary=pay(amount, amount, unit_text=period)), "contradictions") == []


@pytest.mark.parametrize(("day", "ids"), [(22, ["contradictions.closing_date"]), (23, []), (24, [])])
def test_a_closing_date_that_has_passed_must_be_fixed(day, ids):
    doc = document(valid_through=date(2026, 11, day))
    assert [found.id for found in findings(doc, "contradictions", today=date(2026, 11, 23))] == ids


def test_a_text_that_closes_before_it_was_posted():
    (found,) = of_line("Posted on 3 March 2027. Apply by 1 March 2027.", "contradictions")
    assert "before the day of posting" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "About us: See www.alder.example, baking since 4 June 2010.",
        "Apply by e-mail to jobs@alder.example, a bakery since 4 June 2010.",
        "Write to jobs@alder.example. We opened on 4 June 2010.",
        "Open until filled. Posted on 4 June 2010.",
        "Applications stay open until filled, first published on 4 June 2010.",
    ],
)
def test_another_day_beside_an_address_is_not_the_last_day_to_apply(text):
    assert of_line(text, "contradictions.closing_date", key="apply") == []


@pytest.mark.parametrize(
    "text",
    [
        "Write to jobs@alder.example by 4 June 2026.",
        "Use https://alder.example/jobs before Friday, 5 June 2026.",
        "jobs@alder.example (until 5 June 2026)",
        "Send your résumé to jobs@alder.example before the deadline: 4 June 2026.",
        "Closing date for applications is 4 June 2026.",
    ],
)
def test_a_last_day_to_apply_is_read_where_it_is_stated_to_be_one(text):
    (found,) = of_line(text, "contradictions.closing_date", key="apply")
    assert "has passed" in found.message


@pytest.mark.parametrize(
    ("place", "currency"),
    [
        ("Bristol, UK", Currency.USD),
        ("Leeds, West Yorkshire, England", Currency.EUR),
        ("Columbus, Ohio", Currency.GBP),
        ("Toronto, ON", Currency.USD),
        ("Rotterdam, Netherlands", Currency.USD),
        ("Austin, TX; Denver, CO", Currency.EUR),
    ],
)
def test_pay_in_another_currency_than_the_places_is_reported(place, currency):
    doc = document(job_location=place, base_salary=pay(50_000, 60_000, currency=currency))
    (found,) = findings(doc, "contradictions")
    assert (found.id, found.level) == ("contradictions.currency", Level.MUST_FIX)


@pytest.mark.parametrize(
    ("place", "currency"),
    [
        ("Bristol, UK", Currency.GBP),
        ("Columbus, Ohio", Currency.USD),
        ("Toronto, ON", Currency.CAD),
        ("Dublin, Ireland", Currency.EUR),
        ("Dubai", Currency.USD),
        ("Bristol", Currency.USD),
        ("Toronto, ON; Buffalo, NY", Currency.USD),
        ("San José, Costa Rica", Currency.USD),
    ],
)
def test_the_currency_of_the_place_is_fine_and_any_where_it_has_none(place, currency):
    doc = document(job_location=place, base_salary=pay(50_000, 60_000, currency=currency))
    assert findings(doc, "contradictions") == []


def test_a_remote_post_is_paid_as_it_is():
    doc = document(job_location="Leeds, UK", base_salary=pay(50_000, 60_000, currency=Currency.EUR), **REMOTE)
    assert findings(doc, "contradictions") == []


def test_an_amount_in_another_currency_than_the_pay_is_asked_about():
    doc = document(
        section("responsibilities", "Decide on purchases of up to £500."),
        job_location="Bristol",
        base_salary=pay(50_000, 60_000),
    )
    (found,) = findings(doc, "contradictions")
    assert (found.id, found.level, found.words) == ("contradictions.currency", Level.CONSIDER, "£500")


@pytest.mark.parametrize(
    ("amount", "currency"), [("$500", Currency.CAD), ("£500", Currency.GBP), ("500", Currency.EUR)]
)
def test_an_amount_in_the_currency_of_the_pay_is_not(amount, currency):
    doc = document(
        section("responsibilities", f"Decide on purchases of up to {amount}."),
        job_location="Bristol",
        base_salary=pay(50_000, 60_000, currency=currency),
    )
    assert findings(doc, "contradictions") == []


def test_a_pasted_amount_without_a_sign_is_of_the_place():
    text = "Operations Director\nLocation: Leeds, UK\n\nSalary: 45,000 to 55,000 a year.\n"
    assert findings(read_text(text), "contradictions") == []
