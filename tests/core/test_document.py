from dataclasses import FrozenInstanceError, fields, replace
from datetime import date
from decimal import Decimal

import pytest

from roles.core.dates import format_date
from roles.core.document import EmploymentType, Facts, Source, Workplace
from roles.core.money import BaseSalary, Currency, PayPeriod
from tests.core.compose.build import posting, statement


def facts(**rest):
    return Facts(
        hiring_organization="Harbour Bakery",
        job_location="Leeds, UK",
        workplace=Workplace.ON_SITE,
        employment_type=EmploymentType.FULL_TIME,
        reports_to="the owner",
        **rest,
    )


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("95000", "120000", "$95,000–$120,000 a year"),
        ("95000", None, "from $95,000 a year"),
        (None, "120000", "up to $120,000 a year"),
        ("95000", "95000", "$95,000 a year"),
        ("95000", "95000.00", "$95,000 a year"),
        ("95000.5", None, "from $95,000.50 a year"),
        ("1000000", None, "from $1,000,000 a year"),
        ("999", None, "from $999 a year"),
    ],
)
def test_a_pay_range_reads_as_people_write_it(low, high, words):
    low, high = (Decimal(value) if value else None for value in (low, high))
    assert str(BaseSalary(min_value=low, max_value=high)) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [("year", "a year"), ("month", "a month"), ("week", "a week"), ("day", "a day"), ("hour", "an hour")],
)
def test_a_pay_period_reads_after_the_amount(period, words):
    assert str(BaseSalary(min_value=Decimal(25), unit_text=PayPeriod(period))) == f"from $25 {words}"


@pytest.mark.parametrize(
    ("currency", "sign"), [("USD", "$"), ("CAD", "CA$"), ("GBP", "£"), ("EUR", "€"), ("AUD", "A$"), ("NZD", "NZ$")]
)
def test_every_currency_has_its_own_sign(currency, sign):
    assert str(BaseSalary(max_value=Decimal(30), currency=Currency(currency))) == f"up to {sign}30 a year"


def test_no_two_currencies_look_the_same():
    assert len({currency.symbol for currency in Currency}) == len(Currency)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2027, 1, 30), "30 January 2027"),
        (date(2027, 12, 1), "1 December 2027"),
        (date(2028, 2, 29), "29 February 2028"),
    ],
)
def test_a_date_is_written_out(value, words):
    assert format_date(value) == words


def test_facts_without_pay_and_closing_date_leave_their_lines_out():
    assert list(facts().lines()) == [
        ("Company", "Harbour Bakery"),
        ("Location", "Leeds, UK (on site)"),
        ("Employment", "Full-time"),
        ("Reports to", "the owner"),
    ]


def test_facts_with_everything_appear_in_reading_order():
    lines = list(facts(base_salary=BaseSalary(min_value=Decimal(90)), valid_through=date(2027, 1, 30)).lines())
    assert [label for label, _ in lines] == ["Company", "Location", "Employment", "Pay", "Reports to", "Apply by"]
    assert dict(lines)["Pay"] == "from $90 a year"
    assert dict(lines)["Apply by"] == "30 January 2027"


def test_words_come_from_three_places_and_no_fourth():
    assert list(Source) == ["statement", "brief", "owner"]


def test_items_come_in_the_order_of_the_sections():
    document = posting(statement("one"), statement("two"))
    assert [item.text for item in document.items()] == ["Do what one says.", "Do what two says."]


def test_a_document_cannot_be_changed_in_place():
    document = posting(statement("one"))
    for field in fields(document):
        with pytest.raises(FrozenInstanceError):
            setattr(document, field.name, None)


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        ("Anywhere (remote, EU time zones)", "Anywhere (remote, EU time zones)"),
        ("Remote, UK", "Remote, UK"),
        ("Leeds, UK", "Leeds, UK (remote)"),
    ],
)
def test_the_head_has_remote_once_whatever_the_place_states(place, printed):
    head = dict(replace(facts(), workplace=Workplace.REMOTE, job_location=place).lines())
    assert head["Location"] == printed
