"""One box for the whole of the pay, and how it shows that it was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose.typed_pay import as_typed, read_pay, ways_on
from roles.core.money import Currency
from tests.strategies import any_text, salaries


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("60-70k DOE", "Read as £60,000–£70,000 a year. “DOE” is printed after the pay."),
        ("65k+", "Read as from £65,000 a year."),
        ("20/hr", "Read as £20 an hour."),
        ("€62.000", "Read as €62,000 a year."),
        ("£45k + bonus", "Read as £45,000 a year. Printed with the benefits: bonus."),
        ("£36k pro rata", "Read as £36,000 a year. “pro rata” is printed after the pay."),
        (
            "£85-95k + £7,200 car + bonus to 15% on waste and energy",
            "Read as £85,000–£95,000 a year. Printed with the benefits: bonus to 15% on waste and energy, £7,200 car.",
        ),
        (
            "60-68k plus van, DOE",
            "Read as £60,000–£68,000 a year. Printed with the benefits: van. “DOE” is printed after the pay.",
        ),
        ("37,500 pro rata, 30 hrs", "Read as £37,500 a year. “pro rata, 30 hrs” is printed after the pay."),
        ("18-24 LPA", "Read as ₹18,00,000–₹24,00,000 a year."),
        ("25k AED/month", "Read as AED 25,000 a month."),
        ("up to 90k", "Read as up to £90,000 a year."),
        ("competitive", "“competitive” names no figure, so the posting shows no pay."),
        ("", ""),
    ],
)
def test_it_is_shown_how_it_was_read(typed, shown):
    assert read_pay(typed, currency=Currency.GBP).shown == shown


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("60-70k", ("GBP", "USD")),
        ("60-70k DOE", ("GBP", "USD")),
        ("45,000 kr a month", ("DKK", "NOK", "SEK")),
        ("20", ("a day", "an hour")),
        ("$3500", ("a year", "a month", "a week", "a day")),
        ("£60k USD", ()),
        ("60-70k a year, EUR", ()),
        ("competitive", ()),
        ("", ()),
    ],
)
def test_what_is_asked_can_be_answered_with_words_behind_it(typed, ways):
    assert ways_on(typed, [Currency.GBP, Currency.USD]) == ways
    for way in ways:
        assert read_pay(f"{typed} {way}").question != read_pay(typed).question


@pytest.mark.parametrize(
    ("typed", "place", "read"),
    [
        ("45 000 kr", Currency.SEK, "SEK 45,000 a year"),
        ("45 000 kr a month", Currency.NOK, "NOK 45,000 a month"),
        ("45 000 kr a month DKK", Currency.SEK, "DKK 45,000 a month"),
        ("45 000 kr a month", Currency.GBP, "None"),
    ],
)
def test_a_sign_of_several_currencies_is_that_of_the_place(typed, place, read):
    pay = read_pay(typed, currency=place)

    assert str(pay.salary) == read
    assert pay.salary is None or pay.beside == ""


@pytest.mark.parametrize(
    ("typed", "beside"),
    [("£52k + profit share (£3,100 last yr)", "profit share (£3,100 last yr)"), ("£52k (plus van)", "plus van")],
)
def test_brackets_beside_the_pay_stay_in_pairs(typed, beside):
    assert read_pay(typed).beside == beside


def test_a_dollar_is_that_of_the_place():
    assert read_pay("$90k", currency=Currency.CAD).salary.currency is Currency.CAD
    assert read_pay("$90k", currency=Currency.GBP).salary.currency is Currency.USD


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("90k", "Which currency is it?"),
        ("€4.000", "a month or a year?"),
        ("15", "say what it is for"),
        ("kr 600 000", "Which currency"),
    ],
)
def test_what_is_open_is_asked(typed, asked):
    assert asked in read_pay(typed).question


def test_an_open_end_is_known():
    assert read_pay("from £45,000").open_ended
    assert not read_pay("£45,000").open_ended


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("95000", "£95,000 a year"),
        ("90,000.00", "£90,000 a year"),
        ("90.000,50", "£90,000.50 a year"),
        ("CHF 90’000.50", "CHF 90,000.50 a year"),
        ("48\u00a0000\u00a0€", "€48,000 a year"),
        ("48000 GBP", "£48,000 a year"),
        ("US$ 90,000 USD", "$90,000 a year"),
        ("₹12,00,000", "₹12,00,000 a year"),
        ("18 LPA", "₹18,00,000 a year"),
        ("R450 000", "R450,000 a year"),
        ("R900k", "R900,000 a year"),
        ("R1.35m - R1.6m CTC", "R1,350,000–R1,600,000 a year"),
        ("KSh 150,000 a month", "KES 150,000 a month"),
        ("£18.50/hr", "£18.50 an hour"),
        ("250 per day", "£250 a day"),
        ("450 000,-", "£450,000 a year"),
        ("48k to 56k p.a.", "£48,000–£56,000 a year"),
        ("£20/hr, 40 hours a week", "£20 an hour"),
        ("60-70k a year, EUR", "€60,000–€70,000 a year"),
        ("60-70k (EUR)", "€60,000–€70,000 a year"),
        ("60,000 a year; a 4,000 kr bonus", "£60,000 a year"),
    ],
)
def test_amounts_are_read_as_people_write_them(typed, meant):
    read = read_pay(typed, currency=Currency.GBP)
    assert (str(read.salary), read.question) == (meant, "")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("£90000 EUR", "£ and EUR are different currencies"),
        ("£48,000-€56,000", "£ and € are different currencies"),
        ("18/hr to 900 a week", "“an hour” and “a week” cannot both be"),
        ("48,000 to 999999999999", "Write the pay as a figure"),
        ("1,2,3", "Write the pay as a figure"),
        ("9" * 100, "Write the pay as a figure"),
    ],
)
def test_what_contradicts_or_is_half_read_is_asked(typed, asked):
    assert asked in read_pay(typed, currency=Currency.GBP).question


@given(salaries(), st.none() | st.sampled_from(Currency))
def test_a_stored_range_reads_back_from_the_words_it_is_shown_in(salary, currency):
    read = read_pay(as_typed(salary, currency=currency), currency=currency)
    assert (read.salary, read.question, read.beside) == (salary, "", "")


@given(any_text)
def test_any_text_is_read_or_kept(typed):
    read = read_pay(typed)
    assert read.salary or read.beside == " ".join(typed.split())


def test_what_is_beside_the_pay_keeps_its_bracket_and_its_abbreviation():
    assert read_pay("£34k pro rata (£20,400 actual)").others == ("pro rata (£20,400 actual)",)
    assert read_pay("£60-70k doe").others == ("DOE",)
