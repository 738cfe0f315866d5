"""Facts of a chat, and pay whose label or period is in another line."""

import pytest

from roles.core.reading import read_posting
from roles.core.starting import read_old_text

HEAD = "Operations Manager\nAlder Foods Ltd\nDundee, UK\n{}\n\nWe make cheese and sell it to shops."


@pytest.mark.parametrize(
    ("lines", "pay"),
    [
        ("£18.40\nan hour", "£18.40 an hour"),
        ("Pay\n£38.50 - £44.00\nper hour", "£38.50–£44 an hour"),
        ("Salary range\n£4,200 - £4,500\nMonthly", "£4,200–£4,500 a month"),
        ("Monthly salary\n£4,200", "£4,200 a month"),
        ("Salary (per month):\n£4,200", "£4,200 a month"),
        ("Per hour\n£24.50", "£24.50 an hour"),
        ("comp is £48,000 to £52,000", "£48,000–£52,000 a year"),
        ("55k a year, full time", "£55,000 a year"),
    ],
)
def test_pay_over_several_lines(lines, pay):
    assert str(read_posting(HEAD.format(lines)).facts.pay.value.salary) == pay


@pytest.mark.parametrize(
    "lines", ["Turnover\n£4,200", "Travel budget\n£4,200\nMonthly", "We sell 90k a year, mostly cheese"]
)
def test_no_pay_over_several_lines(lines):
    assert read_posting(HEAD.format(lines)).facts.pay is None


@pytest.mark.parametrize(
    ("lines", "firm", "town"),
    [
        ("its for Keane's in Ennis", "Keane's", "Ennis"),
        ("this one is for Tidewater Linen, they're in Swansea", "Tidewater Linen", "Swansea"),
        ("the firm is Doyle Fencing, we're in Naas", "Doyle Fencing", "Naas"),
    ],
)
@pytest.mark.parametrize(
    "stamp", ["[12:0{}] Ann: ", "[18:2{}, 26/11/2026] Ann: ", "27/11/2026, 09:1{} - Ann: ", "Ann Orr  10:4{} AM\n"]
)
def test_firm_and_town_of_a_chat(lines, firm, town, stamp):
    messages = ("need an ops manager", lines, "send cvs to sam@mail.example")
    facts = read_old_text("\n".join(stamp.format(n) + each for n, each in enumerate(messages))).read.facts
    read = facts.place.value
    assert (facts.company.value, (read.places or read.choices)[0].town) == (firm, town)


@pytest.mark.parametrize("line", ["Our business is Seasonal.", "It is for Christmas in York."])
def test_no_firm_of_such_a_sentence(line):
    assert read_posting(f"Operations Manager\n\n{line} You run it.").facts.company is None
