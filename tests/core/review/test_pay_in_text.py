from decimal import Decimal

import pytest

from roles.core.money import Currency, PayPeriod
from roles.core.review import Level, Rules
from roles.core.review.context import Context
from roles.core.review.pay_in_text import pay_of

from .making import TODAY, document, of_line, section


def read(*lines):
    """Return the pay of a posting of these lines, or None."""
    return pay_of(Context(document(section("opening", "Come and run our shop.", *lines)), None, Rules(), TODAY))


@pytest.mark.parametrize(
    ("text", "pay", "words"),
    [
        ("Salary: $45 - $60 an hour", "$45–$60 an hour", "$45 - $60"),
        ("Salary: $25.00 per hour", "$25 an hour", "$25.00"),
        ("Wages: $20.50/hr to $24.75/hr", "$20.50–$24.75 an hour", "$20.50/hr to $24.75"),
        ("$45/hr", "$45 an hour", "$45"),
        ("Hourly rate: $25 - $30", "$25–$30 an hour", "$25 - $30"),
        ("45 EUR/h", "€45 an hour", "45"),
        ("Salary: $4,500/month", "$4,500 a month", "$4,500"),
        ("$120k/year", "$120,000 a year", "$120k"),
        ("$110,000/yr - $140,000/yr", "$110,000–$140,000 a year", "$110,000/yr - $140,000"),
        ("$110,000.00 - $140,000.00 per year", "$110,000–$140,000 a year", "$110,000.00 - $140,000.00"),
        ("Pay: $110,000 - $140,000 USD per year", "$110,000–$140,000 a year", "$110,000 - $140,000"),
        ("Compensation: $95,000–$115,000 annually", "$95,000–$115,000 a year", "$95,000–$115,000"),
        ("Salary: GBP 50,000 p.a.", "£50,000 a year", "GBP 50,000"),
        ("Between $90,000 and $110,000 a year", "$90,000–$110,000 a year", "Between $90,000 and $110,000"),
    ],
)
def test_the_period_beside_the_amounts_is_read(text, pay, words):
    found = read(text)
    assert (str(found.salary), found.period_written) == (pay, True)
    start, end = found.span
    assert found.item.text[start:end] == words


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("£50-60k", "£50,000–£60,000 a year"),
        ("Director | Denver | $110k-$140k", "$110,000–$140,000 a year"),
        ("110k-140k a year", "$110,000–$140,000 a year"),
        ("$110k-140 base pay", "$110,000–$140,000 a year"),
        ("Salary: 110,000 to 140,000", "$110,000–$140,000 a year"),
        ("Salary: 60000-70000", "$60,000–$70,000 a year"),
        ("110,000 - 140,000 USD", "$110,000–$140,000 a year"),
        ("€80.000 – €95.000 brutto", "€80,000–€95,000 a year"),
        ("€80.000,00 – €95.000,00 brutto", "€80,000–€95,000 a year"),
        ("$100,000 base + bonus", "$100,000 a year"),
    ],
)
def test_the_common_ways_to_write_pay_are_read(text, pay):
    assert str(read(text).salary) == pay


@pytest.mark.parametrize(
    ("text", "currency", "low", "high", "period"),
    [
        ("Salary: S$6,000 - S$8,000 per month", "SGD", 6_000, 8_000, "month"),
        ("SGD 6,000 to 8,000 a month", "SGD", 6_000, 8_000, "month"),
        ("HK$45,000 per month", "HKD", 45_000, 45_000, "month"),
        ("A$120,000 – A$140,000 a year plus super", "AUD", 120_000, 140_000, "year"),
        ("AU$120k a year", "AUD", 120_000, 120_000, "year"),
        ("NZ$110,000 to NZ$125,000 a year", "NZD", 110_000, 125_000, "year"),
        ("C$95,000 to C$110,000 a year", "CAD", 95_000, 110_000, "year"),
        ("CHF 130'000 - 150'000 per year", "CHF", 130_000, 150_000, "year"),
        ("Salary: 130’000–150’000 CHF", "CHF", 130_000, 150_000, "year"),
        ("Salary: kr 650 000 - 720 000 per year", None, 650_000, 720_000, "year"),
        ("Salary: 55 000 kr per month", None, 55_000, 55_000, "month"),
        ("Salary: 55.000 kr. per month", None, 55_000, 55_000, "month"),
        ("SEK 55,000 per month", "SEK", 55_000, 55_000, "month"),
        ("Salary: 14 000 – 18 000 zł gross per month", "PLN", 14_000, 18_000, "month"),
        ("Salary: 14000zł/month", "PLN", 14_000, 14_000, "month"),
        ("PLN 14,000 to 18,000 a month", "PLN", 14_000, 18_000, "month"),
        ("Salary: R$ 18.000 per month", "BRL", 18_000, 18_000, "month"),
        ("MX$60,000 a month", "MXN", 60_000, 60_000, "month"),
        ("Salary: ₹18,00,000 - ₹24,00,000 per annum", "INR", 1_800_000, 2_400_000, "year"),
        ("INR 1,800,000 a year", "INR", 1_800_000, 1_800_000, "year"),
        ("Rs. 90,000 per month", None, 90_000, 90_000, "month"),
        ("¥9,000,000 per year", None, 9_000_000, 9_000_000, "year"),
        ("R650,000 - R780,000 per annum", "ZAR", 650_000, 780_000, "year"),
        ("Salary: R1,200,000 – R1,500,000 per annum", "ZAR", 1_200_000, 1_500_000, "year"),
        ("R 650 000 per annum", "ZAR", 650_000, 650_000, "year"),
        ("AED 25,000 per month", "AED", 25_000, 25_000, "month"),
        ("KES 250,000 per month", "KES", 250_000, 250_000, "month"),
        ("Salary: Ksh 250,000 per month", "KES", 250_000, 250_000, "month"),
        ("RM8,000 per month", "MYR", 8_000, 8_000, "month"),
        ("65.000€ per year", "EUR", 65_000, 65_000, "year"),
        ("Salaire / Salary: 95 000 $ à 110 000 $ per year", None, 95_000, 110_000, "year"),
        ("£70k pro rata.", "GBP", 70_000, 70_000, "year"),
        ("US$90,000 a year", "USD", 90_000, 90_000, "year"),
        ("Salary: 90,000 dollars a year", "USD", 90_000, 90_000, "year"),
    ],
)
def test_pay_is_read_in_the_money_it_is_written_in(text, currency, low, high, period):
    found = read(text)
    assert found.currency == (currency and Currency(currency))
    assert (found.salary.min_value, found.salary.max_value) == (low, high)
    assert found.salary.unit_text == period
    assert of_line(text, "contradictions.pay_period", key="pay") == []


@pytest.mark.parametrize(
    "text",
    [
        "The tour 650 000 people pay for.",
        "The salary is agreed in room R12.",
        "We pay for all 60 courses.",
        "Pay day: try 10 new recipes.",
    ],
)
def test_a_letter_before_a_number_is_no_money(text):
    assert read(text) is None


def test_a_wide_range_is_quoted_as_it_is_written():
    (found,) = of_line("Salary: R$ 8.000 - R$ 18.000 per month", "pay_range", key="pay")
    assert "(R$ 8.000 - R$ 18.000)" in found.message


def test_a_slip_is_measured_in_the_money_it_is_written_in():
    assert of_line("Salary: ₹60,00,000 per annum", "contradictions.pay_period", key="pay") == []
    assert of_line("Salary: ₹60,000 an hour", "contradictions.pay_period", key="pay")


def test_a_label_in_the_line_above_is_not_needed():
    assert str(read("Base pay range", "$110,000.00/yr - $140,000.00/yr").salary) == "$110,000–$140,000 a year"


@pytest.mark.parametrize(
    "text",
    [
        "The salary range for this position is $95,000 to $115,000 plus an annual bonus of up to 10%.",
        "$95,000 to $115,000 base salary, with a bonus of $5,000.",
        "Sales grew by a third. Salary: $95,000 to $115,000. A sign-on bonus of $5,000.",
    ],
)
def test_what_is_paid_on_top_does_not_hide_the_pay(text):
    assert str(read(text).salary) == "$95,000–$115,000 a year"


@pytest.mark.parametrize(
    "text",
    [
        "You approve pay rises up to $10,000.",
        "You decide on pay up to $5,000.",
        "A $5,000 sign-on bonus.",
        "An annual bonus of $5,000 a year.",
        "You own a budget of $500,000 a year.",
        "A budget of $1 to $3 million a year, and fair pay.",
        "You save us $50,000 a year.",
        "We pay a 401k match.",
        "Pay: 401k",
        "We bake 110,000 - 140,000 loaves a year.",
        "The pay range of 2026 is agreed.",
        "Salary: competitive",
        "Salary: DOE",
        "Pay: 14 times a year",
    ],
)
def test_other_numbers_are_no_pay(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Salary: $90,000 - 4 weeks of paid leave", "$90,000 a year"),
        ("Pay: $25 - 40 hours a week", "$25 an hour"),
        ("Salary: $90,000 and $10,000 bonus", "$90,000 a year"),
        ("Salary: $110,000+ bonus", "$110,000 a year"),
        ("$60,000 salary + 10% bonus", "$60,000 a year"),
        ("Salary: $90,000, four days a week", "$90,000 a year"),
        ("Salary: $90,000, daily meetings", "$90,000 a year"),
    ],
)
def test_a_number_of_something_else_is_no_upper_end_and_no_period(text, pay):
    found = read(text)
    assert str(found.salary) == pay
    assert not found.item.text[slice(*found.span)].endswith(" ")


def test_the_word_salary_alone_gives_no_period():
    assert not read("Salary: $45 - $60").period_written
    assert read("Salary: $45 - $60").salary.unit_text is PayPeriod.HOUR


def test_cents_are_kept():
    assert read("Pay: $20.50 an hour").salary.min_value == Decimal("20.50")


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Salary: $45 - $60 an hour", 0),
        ("Salary: $25.00 per hour", 0),
        ("Salary: $25", 0),
        ("Salary: $90,000 an hour", 1),
        ("Salary: $45 a year", 1),
    ],
)
def test_only_a_written_period_makes_an_amount_a_slip(text, hits):
    found = of_line(text, "contradictions.pay_period", key="pay")
    assert [entry.level for entry in found] == [Level.MUST_FIX] * hits


def test_ends_with_cents_are_seen_to_be_upside_down():
    (found,) = of_line("$110,000.00 - $70,000.00", "pay_range", key="pay")
    assert (found.id, found.words) == ("pay_range.upside_down", "$110,000.00 - $70,000.00")


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("Starting at $95,000, DOE. Health insurance and free coffee.", "from $95,000 a year"),
        ("From £52,000, by experience.", "from £52,000 a year"),
        ("$50,000 of life insurance", None),
        ("Tuition reimbursement up to $10,000", None),
        ("A loan of up to $12,000 for a car.", None),
    ],
)
def test_below_a_heading_on_pay_an_amount_needs_no_other_word(line, pay):
    found = pay_of(Context(document(section("pay", line)), None, Rules(), TODAY))
    assert (found and str(found.salary)) == pay
