"""What a text states of its own post, with the words it is stated in; what it says of others is not stated."""

import pytest

from roles.core.document import EmploymentType, Workplace
from roles.core.money import Currency, PayPeriod
from roles.core.reading import read_posting


def facts(*lines):
    return read_posting("\n".join(["Director of Operations", "", *lines])).facts


@pytest.mark.parametrize(
    ("line", "in_full"),
    [
        ("📍 Denver, CO", "Denver, Colorado"),
        ("Location: 12 Elm Avenue, St. Paul, Minnesota", "St. Paul, Minnesota"),
        ("We are all remote; work wherever you like in the UK.", "UK"),
        ("City Salt Lake City, UT", "Salt Lake City, Utah"),
        ("Location\tTucson, AZ 85701", "Tucson, Arizona"),
        ("Where: Sydney NSW (hybrid, 3 days in the office)", "Sydney, New South Wales"),
        ("Standort: München", "Munich, Germany"),
        ("This is a full-time position based in Austin, Texas.", "Austin, Texas"),
        ("You run the day at our clinic in Leeds.", "Leeds, England"),
        ("The post is remote within the State of Florida, with visits to Tampa.", "Florida, USA"),
        ("Fully remote: live anywhere in the United States.", "USA"),
        ("Remote, but open to residents of Ohio only.", "Ohio, USA"),
        ("Moana Kayaks, Auckland, New Zealand", "Auckland, New Zealand"),
        ("Back Bay Bikes (Boston, MA)", "Boston, Massachusetts"),
        ("Toronto, ON (hybrid, 3 days on site)", "Toronto, Ontario"),
        ("Perth WA", "Perth, Western Australia"),
        ("Murmetall GmbH · Graz, Österreich", "Graz, Austria"),
        ("Summit Gear (Boulder, CO) is hiring a Director of Operations!", "Boulder, Colorado"),
        ("Operations manager for a trucking company in Tulsa, OK", "Tulsa, Oklahoma"),
        ("The museum of light in Providence, Rhode Island, seeks you.", "Providence, Rhode Island"),
        ("Dublin 12, Ireland", "Dublin, Ireland"),
        ("Amsterdam, Nederland", "Amsterdam, Netherlands"),
        ("The group needs you at its office in New York, NY.", "New York, New York"),
        ("Remote - US only (not CO, CA or NY)", "Remote, USA (not Colorado, California or New York)"),
        ("Location: home-based with some travel throughout Colorado", "Remote, Colorado, USA"),
        ("Larkin Stamp & Die, Dubuque, Iowa", "Dubuque, Iowa"),
        ("Work location: in the mill, Canal Street\n\nYou work in Tulsa.", "Tulsa, Oklahoma"),
        ("Wolverhampton", "Wolverhampton, England"),
        ("Base: Our Wolverhampton hub, with travel to Telford", "Wolverhampton, England"),
        ("Alder Physio & Sports Medicine, Kelowna BC", "Kelowna, British Columbia"),
        ("Killarney, Co. Kerry", "Killarney, Ireland"),
        ("Sherbrooke (Québec)", "Sherbrooke, Quebec"),
        ("Die Weberei Lindgren in Emden webt Decken.", "Emden, Germany"),
        ("We deliver to Denver, CO every day.", None),
        ("Our customers in Leeds love us.", None),
    ],
)
def test_the_place(line, in_full):
    place = facts(line).place
    assert not (place and place.value.places) if in_full is None else place is not None
    if in_full and in_full != "Munich, Germany":  # GeoNames has it in its own language as well
        assert place.value.in_full == in_full
        assert place.words in line


@pytest.mark.parametrize(
    ("line", "low", "high", "currency", "period"),
    [
        ("CTC: 18-24 LPA", 1_800_000, 2_400_000, "INR", "year"),
        ("£55,000 full-time equivalent.", 55_000, 55_000, "GBP", "year"),
        ("Salary: ₹12 lakh per annum", 1_200_000, 1_200_000, "INR", "year"),
        ("Rémunération : 55 000 € à 65 000 € brut annuel", 55_000, 65_000, "EUR", "year"),
        ("Salaire : 48 à 55 k€ brut par an", 48_000, 55_000, "EUR", "year"),
        ("£45k + bonus, full time", 45_000, 45_000, "GBP", "year"),
        ("Starting salary £61,000 rising to £68,000 with service", 61_000, 68_000, "GBP", "year"),
        ("OTE $120k (base $90k + 33% bonus)", 90_000, 90_000, "USD", "year"),
        ("Salary: $95,000-$110,000 CAD", 95_000, 110_000, "CAD", "year"),
        ("Salary: CA$95,000", 95_000, 95_000, "CAD", "year"),
        ("Pay Rate Range 75000 to 85000", 75_000, 85_000, "USD", "year"),
        ("Pay: $28.50/hr", "28.50", "28.50", "USD", "hour"),
        ("Salary: CHF 150'000.- to 170'000.- per year", 150_000, 170_000, "CHF", "year"),
        ("€ 6.000 - € 7.200 bruto per maand", 6_000, 7_200, "EUR", "month"),
        ("Salary: €3.500 al mes", 3_500, 3_500, "EUR", "month"),
        ("Salario: $12.000.000 COP mensuales", 12_000_000, 12_000_000, "COP", "month"),
        ("Salary: PHP 120,000 - 150,000/month", 120_000, 150_000, "PHP", "month"),
        ("Salary: EGP 60,000 per month", 60_000, 60_000, "EGP", "month"),
        ("Day rate: £480-£510, outside IR35", 480, 510, "GBP", "day"),
        ("Salário entre 41.000 € e 47.000 € brutos por ano", 41_000, 47_000, "EUR", "year"),
        ("Pay: $23 per hour to start, $25.50 after a year", 23, "25.50", "USD", "hour"),
        ("Pay: $52,000 a year to start, $1,000 after a year", 52_000, 52_000, "USD", "year"),
        ("We are thinking $85-95K depending on experience.", 85_000, 95_000, "USD", "year"),
        ("We pay £31,000 a year from then on if the grant comes.", 31_000, 31_000, "GBP", "year"),
    ],
)
def test_the_pay(line, low, high, currency, period):
    pay = facts(line).pay
    salary = pay.value.salary
    assert (float(salary.min_value), float(salary.max_value)) == (float(low), float(high))
    assert (salary.currency, salary.unit_text) == (Currency(currency), PayPeriod(period))
    assert pay.words in line


@pytest.mark.parametrize(
    ("place", "pay", "currency"),
    [
        ("Perth WA", "$140,000 – $155,000 per year", "AUD"),
        ("Auckland, New Zealand", "$130,000 per annum", "NZD"),
        ("Stockholm, Sweden", "Pay: 65 000–75 000 kr per month", "SEK"),
        ("Tokyo, Japan", "Annual salary: ¥12,000,000 – ¥14,000,000", "JPY"),
        ("Perth WA", "US$140,000 – US$155,000 per year", "USD"),
        ("Dublin, Ireland", "£40,000 per annum", "GBP"),
        ("York, England", "Paying 38 to 42k depending on experience", "GBP"),
        ("Wollongong", "$150,000 - $165,000 plus super", "AUD"),
    ],
)
def test_a_sign_of_several_currencies_is_the_place_s_own(place, pay, currency):
    assert facts(f"Location: {place}", pay).pay.value.salary.currency is Currency(currency)


@pytest.mark.parametrize("line", ["Salary: UGX 4,000,000/month", "Salary: ₺ 120.000 per month"])
def test_money_the_portal_has_no_word_for_is_pay_in_no_currency(line):
    pay = facts(line).pay.value
    assert (pay.currency_written, pay.salary.unit_text) == (False, PayPeriod.MONTH)


def test_the_money_decides_between_towns_of_one_name():
    assert facts("Bristol", "You have a budget of £90,000.").place.value.in_full == "Bristol, England"
    assert facts("Location: Manchester", "Pay: £24 an hour").place.value.in_full == "Manchester, England"
    assert not facts("Location: Manchester", "Pay: $24 an hour").place.value.places


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Director of Operations – Northline Dental Group", "Director of Operations"),
        ("OPERATIONS DIRECTOR (Print & Packaging), Dublin 12", "OPERATIONS DIRECTOR (Print & Packaging)"),
        ("Betriebsleitung (w/m/d), Vollzeit", "Betriebsleitung (w/m/d)"),
        ("Director of Operations for growing trucking company in Tulsa, OK", "Director of Operations"),
        ("Betriebsleiter (m/w/d) in Vollzeit", "Betriebsleiter (m/w/d)"),
        ("Director, Operations", "Director, Operations"),
        ("Director of Operations, 12-month contract", "Director of Operations"),
        ("Operations Director 100 %", "Operations Director"),
        ("Operations Director 60–80 %", "Operations Director"),
        ("Job Title Operations Director", "Operations Director"),
        ("Operations Director job post", "Operations Director"),
        ("URGENT HIRING: Director of Operations", "Director of Operations"),
        ("Top End Tours wants a Director of Operations - Darwin NT", "Director of Operations"),
        ("Director of Operations – Hollin Cranes\n\nhr@hollincranes.example", "Director of Operations"),
        ("Join Alder Care as our next Director of Operations!", "Director of Operations"),
        ("We are hiring!!\n\nOPERATION MANAGER (1 No.)", "OPERATION MANAGER"),
        ("Alder & Son is looking for a full-time Operations Director in Leeds.", "Operations Director"),
    ],
)
def test_the_title_is_without_what_else_its_line_holds(line, title):
    assert read_posting(f"{line}\n\nYou run the day.").facts.title.value == title


def test_a_label_s_title_is_taken_where_the_first_line_is_none():
    assert (
        read_posting("JOB POSTING\n\nPosition:\tDirector of Operations").facts.title.value == "Director of Operations"
    )


def test_up_to_in_one_word_is_the_most_that_is_paid():
    salary = facts("CTC: Upto 30 LPA").pay.value.salary
    assert (salary.min_value, salary.max_value) == (None, 3_000_000)


def test_pro_rata_pay_has_its_real_figure():
    pay = facts("Salary: £55,000 - £60,000 FTE (actual £33,000 - £36,000 for 22.5 hours)").pay.value
    assert (pay.salary.max_value, pay.actual.max_value) == (60_000, 36_000)
    pay = facts("The full-time equivalent salary is £45,000, so £27,000 for the three days.").pay.value
    assert (pay.salary.max_value, pay.actual.max_value) == (45_000, 27_000)


@pytest.mark.parametrize(
    "line",
    [
        "You own a budget of $2,000,000.",
        "Approve spending up to $50,000",
        "Salary: competitive",
        "Responsibilities\n- Buy canvas and thread (about $480,000 a year)\n- Run the shop",
        "Our fleet burns diesel of £310k a year.",
        "We had to pay them £640 for one van.",
    ],
)
def test_no_pay(line):
    assert facts(line).pay is None


@pytest.mark.parametrize(
    ("line", "workplace"),
    [
        ("Work Remotely: No", Workplace.ON_SITE),
        ("Full-time, on site.", Workplace.ON_SITE),
        ("Location: Boise, ID – hybrid", Workplace.HYBRID),
        ("This is a hybrid role.", Workplace.HYBRID),
        ("The post is fully remote.", Workplace.REMOTE),
        ("This is not a remote position.", Workplace.ON_SITE),
        ("Our nurses give advice remotely by phone.", None),
        ("You deal with members in person and over the phone.", None),
        ("You manage our hybrid vehicles.", None),
        ("You lead remote teams.", None),
        ("Working on site, you lead five shifts.", Workplace.ON_SITE),
        ("The work is done on site at our yard.", Workplace.ON_SITE),
        ("You report to the owner and are on site five days a week.", Workplace.ON_SITE),
        ("Full-time, at our offices in Via Tortona.", Workplace.ON_SITE),
        ("Our guests eat at our restaurant in Leeds.", None),
        ("You lead in the office Tuesday to Thursday and from home the other days.", Workplace.HYBRID),
        ("Télétravail : 2 jours par semaine", Workplace.HYBRID),
        ("Full time, in the building on Mill Lane.", Workplace.ON_SITE),
        ("Place: in the pottery, Union Street", Workplace.ON_SITE),
        ("Work on site; two days of home office are possible.", Workplace.HYBRID),
        ("Full time, on site with a home day.", Workplace.HYBRID),
        ("You are on the road most days and at home one day a week.", Workplace.HYBRID),
        ("Fulltime (36 uur), deels thuis mogelijk", Workplace.HYBRID),
        ("Our customers sit at home three days a month.", None),
        ("Modalidad: híbrido", Workplace.HYBRID),
    ],
)
def test_the_workplace(line, workplace):
    stated = facts(line).workplace
    assert (stated and stated.value) == workplace


# Longer than a line of terms.
_TALK = "We bake bread for the streets around us and for two schools, and we would like to do it in peace again. " * 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Employment Type: PART_TIME", EmploymentType.PART_TIME),
        ("Full Time or Part Time? Full Time", EmploymentType.FULL_TIME),
        ("Jornada completa", EmploymentType.FULL_TIME),
        ("Contract: 12-month fixed-term contract", EmploymentType.CONTRACT),
        ("You manage expenses and temporary labor at two sites.", None),
        ("Lead a team of 12 full-time staff.", None),
        ("Full-time staff have a canteen.", None),
        ("Manage the studio, the bookkeeper (part-time) and three leads in two towns", None),
        ("Flexible hours, 38,5 hours per week, 1 day mobile work", EmploymentType.FULL_TIME),
        ("Contract: Permanent", None),
        ("Hours: 22.5 per week (0.6 FTE)", EmploymentType.PART_TIME),
        ("Hours: 37.5 per week", EmploymentType.FULL_TIME),
        ("Rotterdam, NL – on site – 40 hours per week", EmploymentType.FULL_TIME),
        ("The shop is open 40 hours per week in winter.", None),
        ("Temporary, on site, 50 hours a week.", EmploymentType.TEMPORARY),
        ("You schedule temporary, seasonal and local crews.", None),
        ("$29 per hour, 40 hours, tools paid for", EmploymentType.FULL_TIME),
        ("$26 an hour to start. Forty hours, in the mill.", EmploymentType.FULL_TIME),
        ("The pump runs for forty hours, then rests.", None),
        ("Hours: Monday–Friday, 8:00–4:30, 12 months", EmploymentType.FULL_TIME),
        ("From our office on Mill Road, 8 till 4.30, Monday to Friday.", EmploymentType.FULL_TIME),
        ("The shop is open Monday to Friday, 8 to 5.", None),
        ("Mon-Fri 9am-1pm", None),
        (f"{_TALK} We want one more person, about 24 hrs a week, mornings.", EmploymentType.PART_TIME),
        (f"{_TALK} The post is permanent, 37.5 hours a week, with a van.", EmploymentType.FULL_TIME),
        (f"{_TALK} Our stewards work, 20 hours a week, in summer.", None),
    ],
)
def test_the_kind_of_employment(line, kind):
    stated = facts(line).employment_type
    assert (stated and stated.value) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Interim Operations Director", EmploymentType.TEMPORARY),
        ("Operations Director (temporary)", EmploymentType.TEMPORARY),
        ("Operations Director, 3 days a week, contract", EmploymentType.CONTRACT),
        ("Seasonal Staff Operations Manager", EmploymentType.FULL_TIME),
        ("Director of Contract Operations", EmploymentType.FULL_TIME),
    ],
)
def test_the_kind_of_employment_in_the_title_counts_before_the_week(title, kind):
    assert read_posting(f"{title}\n\nFull time, in the mill.").facts.employment_type.value is kind


@pytest.mark.parametrize(("share", "kind"), [("100%", EmploymentType.FULL_TIME), ("60%", EmploymentType.PART_TIME)])
def test_the_share_of_a_week_in_brackets_behind_the_title(share, kind):
    assert read_posting(f"OPERATIONS DIRECTOR ({share})\n\nWe bake.").facts.employment_type.value is kind


def test_people_full_time_and_part_time_are_no_kind_of_the_post():
    assert facts("We are 38 people full time and part time.").employment_type is None
    assert facts("58 of us, about half part-time, in two pubs.").employment_type is None


def test_permanent_is_stated_and_no_kind_the_portal_has():
    assert facts("Contract: Permanent").employment_words == "permanent"


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("You'll report to the Managing Director.", "the Managing Director"),
        ("Supervisor: Executive Director", "Executive Director"),
        ("The post is accountable to the Chief Executive.", "the Chief Executive"),
        ("Under the general supervision of the board chair, you run the day.", "the board chair"),
        ("This is a hands-on post that reports to the CEO.", "the CEO"),
        ("The Ops Director (reports to our two owners) runs the yard.", "our two owners"),
        ("Reports to the CEO, works with the board", "the CEO"),
        ("You will report to Dr. Ada Wye, owner.", "Dr. Ada Wye, owner"),
        ("Reporting to Jo Hall, the founder, you run it.", "Jo Hall, the founder"),
        ("Own the budget and report to the partners each month", "the partners"),
        ("You help with regular reporting to the board and the funders.", None),
        ("You answer to the founders.", "the founders"),
        ("You would answer to the Harbour Board for the hire licence.", None),
        ("Dr. Patel is Medical Director and doctors answer to her.", None),
    ],
)
def test_the_reporting_line(line, whom):
    stated = facts(line).reports_to
    assert (stated and stated.value) == whom


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("We are 38 people in one plant.", 38),
        ("Seedling is a charity of 14 staff.", 14),
        ("You lead a team of 12 people.", None),
        ("Over 100 people clicked apply", None),
        ("Quern is a family-run yard with 35 employees.", 35),
        ("You co-run it with 35 employees.", None),
    ],
)
def test_how_many_people_the_business_has(line, people):
    stated = facts(line).headcount
    assert (stated and stated.value) == people


def test_a_page_s_links_keep_the_address_one_applies_by():
    page = (
        "<div><h1>Director of Operations</h1><p>We bake.</p><p>Kirsty on 03 5550 6216, or <a "
        'href="mailto:crew@alder.example?subject=Ops">send your CV</a>, or <a class="btn" '
        'href="https://alder.example/apply/7">Apply online</a>. <a href="https://alder.example/bread">Bread</a></p></div>'
    )
    ways = [each.value.address for each in read_posting(page).facts.apply_to]
    assert {"crew@alder.example", "https://alder.example/apply/7"} <= set(ways)
    assert "https://alder.example/bread" not in ways


def test_labels_side_by_side_in_a_page_are_parts_of_a_line():
    page = (
        "<div><h1>Director of Operations</h1><span>Dubuque, Iowa</span> <span>Full-time</span></div>"
        "<table><tr><td>Pay</td><td>$90,000</td></tr></table>"
    )
    assert read_posting(page).facts.place.value.in_full == "Dubuque, Iowa"
    assert read_posting(page).facts.pay.value.salary.min_value == 90_000


def test_a_county_shortened_behind_a_town_is_read_with_it():
    assert facts("Burren Care, Ennis, Co. Clare").place.words == "Ennis, Co. Clare"
