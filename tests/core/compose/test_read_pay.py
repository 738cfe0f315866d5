"""One box for the whole of the pay, and how it says it was read."""

import pytest
from hypothesis import given

from roles.core.compose.typed_pay import read_amount, read_pay
from roles.core.money import Currency
from tests.strategies import any_text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("60-70k DOE", "Read as £60,000–£70,000 a year. “DOE” is not part of the range."),
        ("65k+", "Read as from £65,000 a year."),
        ("20/hr", "Read as £20 an hour."),
        ("€62.000", "Read as €62,000 a year."),
        ("£45k + bonus", "Read as £45,000 a year. “bonus” is not part of the range."),
        ("18-24 LPA", "Read as ₹18,00,000–₹24,00,000 a year."),
        ("25k AED/month", "Read as AED 25,000 a month."),
        ("up to 90k", "Read as up to £90,000 a year."),
        ("competitive", "“competitive” names no figure, so the posting shows no pay."),
        ("", ""),
    ],
)
def test_it_is_shown_how_it_was_read(typed, shown):
    assert read_pay(typed, currency=Currency.GBP).shown == shown


def test_a_dollar_is_that_of_the_place():
    assert read_pay("$90k", currency=Currency.CAD).salary.currency is Currency.CAD
    assert read_pay("$90k", currency=Currency.GBP).salary.currency is Currency.USD


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("90k", "In which currency?"),
        ("€4.000", "a month or a year?"),
        ("15", "with its period"),
        ("kr 600 000", "Which currency"),
    ],
)
def test_what_is_open_is_asked(typed, asked):
    assert asked in read_pay(typed).question


def test_an_open_end_is_known():
    assert read_pay("from £45,000").open_ended
    assert not read_pay("£45,000").open_ended


def test_lakhs_are_read_in_a_box_for_one_amount():
    amount = read_amount("18 LPA")
    assert (amount.value, amount.currencies) == (1_800_000, {Currency.INR})


@given(any_text)
def test_any_text_is_read_or_kept(typed):
    read = read_pay(typed)
    assert read.salary or read.beside == " ".join(typed.split())
