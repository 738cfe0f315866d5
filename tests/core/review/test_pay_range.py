import pytest

from roles.core.review import Level

from .making import document, findings, of_line, pay, section


def of_pay(low, high):
    return [(found.id, found.level) for found in findings(document(base_salary=pay(low, high)), "pay_range")]


@pytest.mark.parametrize("ends", [(80_000, 120_000), (90_000, 90_000), (30, 45)])
def test_a_range_up_to_half_as_much_again_is_fine(ends):
    assert of_pay(*ends) == []


def test_a_wider_one_should_be_fixed():
    assert of_pay(80_000, 120_001) == [("pay_range.wide", Level.SHOULD_FIX)]


@pytest.mark.parametrize("ends", [(80_000, None), (None, 80_000)])
def test_an_open_one_should_be_fixed(ends):
    assert of_pay(*ends) == [("pay_range.open_ended", Level.SHOULD_FIX)]


def test_an_upside_down_one_must_be_fixed():
    assert of_pay(90_000, 80_000) == [("pay_range.upside_down", Level.MUST_FIX)]


def test_no_pay_is_another_rule_s_matter():
    assert findings(document(), "pay_range") == []


@pytest.mark.parametrize(
    ("text", "id", "words"),
    [
        ("Salary: $60,000 - $150,000 per year.", "pay_range.wide", "$60,000 - $150,000"),
        ("Salary: $60k–$150k", "pay_range.wide", "$60k–$150k"),
        ("Salary: $60-150k", "pay_range.wide", "$60-150k"),
        ("Pay from £40,000 a year.", "pay_range.open_ended", "from £40,000"),
        ("Pay up to €40.000 a year.", "pay_range.open_ended", "up to €40.000"),
        ("Pay: $80,000+ a year", "pay_range.open_ended", "$80,000+"),
        ("Wage: $40 to $30 an hour", "pay_range.upside_down", "$40 to $30"),
    ],
)
def test_pay_written_in_the_text_is_read_with_its_place(text, id, words):
    (found,) = of_line(text, "pay_range", key="pay")
    assert (found.id, found.words) == (id, words)


@pytest.mark.parametrize(
    "text", ["Budget of $1 to $3 million.", "Sales of $500,000 - $900,000.", "Pay invoices on time."]
)
def test_other_money_is_no_pay(text):
    assert findings(document(section("responsibilities", text)), "pay_range") == []
