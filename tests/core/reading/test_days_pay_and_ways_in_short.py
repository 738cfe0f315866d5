"""Closing days, pay and ways to apply as they are written in a hurry."""

from datetime import date
from decimal import Decimal

import pytest

from roles.core.money import Currency, PayPeriod
from roles.core.reading import read_posting
from roles.core.reading.closing import on_day
from roles.core.reading.posting import Way

HEAD = "Director of Operations\nAlder Ltd, {}\n\nWe make cheese and sell it to shops.\n\n{}"


def facts(line, town="Leeds"):
    return read_posting(HEAD.format(town, line)).facts


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Apply before Sat. Dec. 12th", date(2026, 12, 12)),
        ("Applications close Fri. 11 December", date(2026, 12, 11)),
        ("closes on Friday the 11th of December", date(2026, 12, 11)),
        ("Applications close 5pm, 11/12/2026 (AU)", date(2026, 12, 11)),
        ("Closing date: 11/Dec/2026", date(2026, 12, 11)),
        ("Cut-off: 11 December 2026", date(2026, 12, 11)),
        ("jobs@alder.example. Close date 10 December 2026.", date(2026, 12, 10)),
        ("The cut-off for applications is noon on 11 December.", date(2026, 12, 11)),
        ("You have until the end of the month of January to apply.", date(2027, 1, 31)),
        ("we'll stop taking applications at the end of January", date(2027, 1, 31)),
        ("The shop shuts on Sat. We sell cheese on 12 December.", None),
    ],
)
def test_the_closing_day(line, day):
    stated = on_day(facts(line), date(2026, 11, 29)).closing_date
    assert (stated and stated.value) == day


@pytest.mark.parametrize(
    ("line", "low", "high", "currency", "period"),
    [
        ("circa 60k", 60_000, 60_000, "GBP", "year"),
        ("From 55k", 55_000, None, "GBP", "year"),
        ("c£60k plus car", 60_000, 60_000, "GBP", "year"),
        ("Salary c.60k", 60_000, 60_000, "GBP", "year"),
        ("Band 7 (£46,148 – £52,809)", 46_148, 52_809, "GBP", "year"),
        ("Grade SO1: £38,220 to £40,777", 38_220, 40_777, "GBP", "year"),
        ("£1,100pw", 1_100, 1_100, "GBP", "week"),
        ("£250 p/d", 250, 250, "GBP", "day"),
        ("DKK 55.000 pr. måned", 55_000, 55_000, "DKK", "month"),
        ("SEK 55 000/mån", 55_000, 55_000, "SEK", "month"),
        ("12–15 LPA", 1_200_000, 1_500_000, "INR", "year"),
    ],
)
def test_pay_in_short(line, low, high, currency, period):
    salary = facts(line).pay.value.salary
    assert (salary.min_value, salary.max_value) == (Decimal(low), high and Decimal(high))
    assert (salary.currency, salary.unit_text) == (Currency(currency), PayPeriod(period))


@pytest.mark.parametrize(
    "line", ["From 55 people to 80 in a year", "We pack circa 60k cheeses", "Read band 7 (page 46, 52)"]
)
def test_a_number_that_is_no_pay(line):
    assert facts(line).pay is None


def test_lakhs_of_another_country_are_in_its_own_money():
    assert facts("PKR 12–15 lakhs a year", "Lahore").pay.value.salary.currency is Currency.PKR


@pytest.mark.parametrize(
    "line",
    [
        "DM Kate",
        "DM me for details.",
        "Inbox us",
        "apply through the link",
        "Apply via the link in bio",
        "Click the link to apply.",
    ],
)
def test_a_message_or_a_link_of_the_page_it_was_on(line):
    assert [each.value.way for each in facts(line).apply_to] == [Way.BUTTON]


@pytest.mark.parametrize(
    "line", ["The DM reports to the board.", "You link the depots.", "Follow the link between stock and sales"]
)
def test_a_manager_or_a_link_of_the_work_is_no_way_to_apply(line):
    assert facts(line).apply_to == ()


def test_the_host_of_a_written_out_address_is_no_page():
    assert [each.value.address for each in facts("CV to kate(at)alder.example").apply_to] == ["kate@alder.example"]
