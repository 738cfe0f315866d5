"""Pay in one box, typed as it is said aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose.pay_shorthand import written_out
from roles.core.compose.typed_pay import read_pay
from roles.core.money import Currency


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("105 to 125 plus bonus up to 15%", "$105,000–$125,000 a year"),
        ("145-160 plus super, car", "$145,000–$160,000 a year"),
        ("98-112 + up to 15k bonus", "$98,000–$112,000 a year"),
        ("between 70 and 80", "$70,000–$80,000 a year"),
        ("118-135 cad + profit share", "CA$118,000–CA$135,000 a year"),
        ("85", "$85,000 a year"),
        ("5200-6000 gross /month + options", "$5,200–$6,000 a month"),
        ("82 to 90k euro + 10% bonus", "€82,000–€90,000 a year"),
    ],
)
def test_thousands_and_the_gross_month_need_not_be_spelled_out(typed, read):
    pay = read_pay(typed, currency=Currency.USD)

    assert (str(pay.salary), pay.question) == (read, "")
    assert "euro" not in pay.beside


@pytest.mark.parametrize(
    "typed",
    ["45 an hour", "35-40/hr", "£45-50", "40 to 45 hours", "12", "900", "105,000", "62-70k", "50 to 60 thousand",
     "15% bonus", "450 per day", "80-70", "60 and 70", "42-50 lakh", "3 x 20", "38.5"],
)  # fmt: skip
def test_what_may_be_something_else_stays_as_typed(typed):
    assert written_out(typed) == typed


@given(st.integers(30, 500), st.integers(0, 200), st.sampled_from([" to ", "-", " – "]))
def test_every_range_of_thousands_is_read_as_with_its_noughts(low, more, between):
    short = read_pay(f"{low}{between}{low + more} plus bonus", currency=Currency.GBP)
    if low + more <= 500:
        assert short.salary == read_pay(f"{low}000-{low + more}000", currency=Currency.GBP).salary
    assert "bonus" in short.beside


@given(st.text(max_size=60))
def test_no_text_breaks_it_or_loses_a_word(text):
    assert [word for word in text.split() if word.isalpha()] == [
        word for word in written_out(text).split() if word.isalpha()
    ] or "gross" in written_out(text).lower()
