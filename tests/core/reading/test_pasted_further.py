"""Ways to apply, pay, terms and workplaces in the words of boards, mails and other languages."""

from decimal import Decimal

import pytest

from roles.core.document import EmploymentType, Workplace
from roles.core.money import Currency, PayPeriod
from roles.core.reading import Way, read_posting


def facts(*lines):
    return read_posting("\n".join(["Director of Operations", "", *lines])).facts


@pytest.mark.parametrize(
    ("line", "way", "address"),
    [
        ("Fill in the anonymous form at https://elder.example/ops (no names).", Way.WEB, "https://elder.example/ops"),
        ("To be considered fill the form at elder.example/join today.", Way.WEB, "elder.example/join"),
        ("Apply: https://elder.example/careers?id=7&src=web.", Way.WEB, "https://elder.example/careers?id=7&src=web"),
        ("Easy Apply   Save", Way.BUTTON, ""),
        ("Applications via this site only.", Way.BUTTON, ""),
        ("Bewerbung bis 15.02.2027 an Erlen Werft, Personal, Am Hafen 3, 24103 Kiel.", Way.POST, ""),
        ("Hand your CV to the security gate.", Way.IN_PERSON, ""),
    ],
)  # fmt: skip
def test_a_way_to_apply_in_other_words(line, way, address):
    (stated,) = facts(line).apply_to
    assert (stated.value.way, stated.value.address) == (way, address)


def test_a_link_behind_apply_gives_where_it_leads():
    page = '<h2>Head of Operations</h2><p>Elder runs ferries.</p><p>Apply: <a href="{}">careers page</a>.</p>'
    (stated,) = read_posting(page.format("https://elder.example/jobs?id=7&amp;src=web")).facts.apply_to
    assert stated.value.address == "https://elder.example/jobs?id=7&src=web"


def test_the_address_above_is_that_of_the_mail_s_writer():
    mail = (
        "From: Ann Elder <ann@elder.example>\nSubject: ad\n\nDirector of Operations\n\nCVs to Ann at the address above."
    )
    (stated,) = read_posting(mail).facts.apply_to
    assert (stated.value.way, stated.value.address) == (Way.EMAIL, "ann@elder.example")


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("Maternity cover, 12 months from March 2027", "Full time, though four days is possible."), "TEMPORARY"),
        (("| Contract | 1 year, with view to permanent; 36-40 h |",), "CONTRACT"),
        (("Hours 36 per week, flexible",), "FULL_TIME"),
        (("Full time, permanent.", "", "What you will do", "- Hire for the temporary role of host"), "FULL_TIME"),
        (("Part-time, three days a week, fixed term to June.",), "PART_TIME"),
    ],
)  # fmt: skip
def test_a_contract_for_a_time_is_named_before_full_weeks(lines, kind):
    assert facts(*lines).employment_type.value is EmploymentType[kind]


def test_a_contract_in_the_title_is_named_before_its_hours():
    read = read_posting("Director of Operations (Contract, 6 months)\n\nHours: 37.5 per week").facts
    assert read.employment_type.value is EmploymentType.CONTRACT


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("R1,2m to R1,4m CTC per annum, permanent.", 1_200_000, 1_400_000),
        ("Pay: R950k - R1.2m per annum", 950_000, 1_200_000),
        ("You manage a budget of R1,2m to R1,4m per annum.", None, None),
        ("Our turnover is R9.5m a year.", None, None),
    ],
)
def test_pay_in_millions_of_rand(line, low, high):
    pay = facts(line).pay
    assert (pay and (pay.value.salary.min_value, pay.value.salary.max_value)) == (low and (Decimal(low), Decimal(high)))
    assert pay is None or pay.value.salary.currency is Currency.ZAR


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Compensation: $50.00 - $55.00 hourly ($104,000–$114,400 annualized)", PayPeriod.YEAR),
        ("Pay: $25 an hour and a van worth $30,000 or so", PayPeriod.HOUR),
    ],
)
def test_the_same_pay_by_the_year_is_named_before_that_by_the_hour(line, unit):
    assert facts(line).pay.value.salary.unit_text is unit


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("2 days per week Homeoffice", Workplace.HYBRID),
        ("Vollzeit · Homeoffice bis zu 60 %", Workplace.HYBRID),
        ("Permanent, 39 hours a week, based in the homes, some evenings", Workplace.ON_SITE),
        ("Working days: Mon–Fri, 8.30am–6pm, at yard", Workplace.ON_SITE),
        ("Full-time, 5.5 days, at centres", Workplace.ON_SITE),
        ("The job is full time and on the floor,not behind a desk.", Workplace.ON_SITE),
        ("Full time,live-out possible.", Workplace.ON_SITE),
        ("We open 40 hours a week.", None),
    ],
)
def test_where_one_works_in_other_words(line, way):
    stated = facts(line).workplace
    assert (stated and stated.value) is way
