from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose.typed_pay import INVALID, AmountError, PayConflictError, pay_typed, read_amount
from roles.core.money import BaseSalary, Currency, PayPeriod


@pytest.mark.parametrize(
    ("typed", "value", "currency", "period"),
    [
        ("95000", "95000", None, None),
        ("90,000.00", "90000", None, None),
        ("90.000,50", "90000.50", None, None),
        ("42,50", "42.50", None, None),
        ("CHF 90'000", "90000", Currency.CHF, None),
        ("CHF 90’000.50", "90000.50", Currency.CHF, None),
        ("48 000 €", "48000", Currency.EUR, None),
        ("48\u00a0000\u00a0€", "48000", Currency.EUR, None),
        ("48000 GBP", "48000", Currency.GBP, None),
        ("90k€", "90000", Currency.EUR, None),
        ("£48k", "48000", Currency.GBP, None),
        ("₹1200000", "1200000", Currency.INR, None),
        ("₹12,00,000", "1200000", Currency.INR, None),
        ("US$ 90,000 USD", "90000", Currency.USD, None),
        ("R450 000", "450000", Currency.ZAR, None),
        ("KSh 150,000 a month", "150000", Currency.KES, PayPeriod.MONTH),
        ("90,000 a year", "90000", None, PayPeriod.YEAR),
        ("90,000 p.a.", "90000", None, PayPeriod.YEAR),
        ("£18.50/hr", "18.50", Currency.GBP, PayPeriod.HOUR),
        ("250 per day", "250", None, PayPeriod.DAY),
        ("450 000,-", "450000", None, None),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed, value, currency, period):
    amount = read_amount(typed)

    assert amount.value == Decimal(value)
    assert amount.currencies == (frozenset({currency}) if currency else frozenset())
    assert amount.period == period


@pytest.mark.parametrize("typed", ["lots", "-5", "NaN", "1e9", "1,2,3", "90,00,0", "½", "$", "90000 apples", "9" * 100])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(AmountError, match=INVALID):
        read_amount(typed)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("BRL 90000", "BRL is not among the currencies here. They are USD, CAD, GBP"),
        ("₽90000", "₽ is not among the currencies here"),
        ("£90000 EUR", "£ and EUR are different currencies"),
        ("£48,000–£56,000", "Write one amount here"),
        ("48k to 56k", "Write one amount here"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_name(typed, message):
    with pytest.raises(AmountError) as caught:
        read_amount(typed)
    assert str(caught.value).startswith(message)


@given(st.text(max_size=70))
def test_no_text_makes_the_reading_fail(text):
    with suppress(AmountError):
        assert read_amount(text).value >= 0


def pay(low, high="", *, currency="USD", chosen=(), period="year"):
    return pay_typed(
        read_amount(low) if low else None,
        read_amount(high) if high else None,
        currency=Currency(currency),
        currency_chosen="currency" in chosen,
        period=PayPeriod(period),
        period_chosen="period" in chosen,
    )


def test_nothing_typed_is_no_pay():
    assert pay("") is None


def test_bare_numbers_take_what_is_shown():
    assert str(pay("48000", "56000", currency="GBP", period="month")) == "£48,000–£56,000 a month"


@pytest.mark.parametrize(("low", "high"), [("£48,000", "56,000"), ("48,000", "56,000 GBP"), ("£48,000", "£56,000")])
def test_a_sign_at_either_end_says_what_nobody_chose(low, high):
    assert pay(low, high) == BaseSalary(min_value=Decimal(48000), max_value=Decimal(56000), currency=Currency.GBP)


def test_a_period_beside_the_amount_says_what_nobody_chose():
    assert str(pay("£18.50/hr")) == "from £18.50 an hour"


@pytest.mark.parametrize("currency", ["USD", "CAD", "AUD", "NZD", "SGD", "HKD"])
def test_a_bare_dollar_is_that_of_the_chosen_dollar(currency):
    assert pay("$48,000", currency=currency, chosen=("currency",)).currency == currency


@pytest.mark.parametrize(
    ("low", "high", "options", "end", "message"),
    [
        (
            "£48,000",
            "",
            {"currency": "EUR", "chosen": ("currency",)},
            "min_value",
            "You wrote £ here, and EUR",
        ),
        ("48,000", "$56,000", {"currency": "GBP", "chosen": ("currency",)}, "max_value", "You wrote $ here, and GBP"),
        ("£48,000", "€56,000", {}, "max_value", "You wrote € here, and GBP is chosen"),
        ("$48,000", "£56,000", {}, "max_value", "You wrote £ here, and USD is chosen"),
        ("450 000 kr", "", {}, "min_value", "kr may mean SEK, NOK, DKK. Choose one"),
        ("$48,000", "", {"currency": "GBP"}, "min_value", "$ may mean USD, CAD, AUD, NZD, SGD, HKD. Choose one"),
        ("48/hr", "", {"period": "month", "chosen": ("period",)}, "min_value", "You wrote “an hour” here"),
        ("18/hr", "900 a week", {}, "max_value", "You wrote “a week” here, and “an hour” is chosen"),
    ],
)
def test_what_contradicts_is_refused_at_its_end(low, high, options, end, message):
    with pytest.raises(PayConflictError) as caught:
        pay(low, high, **options)
    assert caught.value.end == end
    assert str(caught.value).startswith(message)
