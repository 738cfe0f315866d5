"""What a text states of its own post, with the words it is stated in; what it says of others is not stated."""

from datetime import date

import pytest

from roles.core.document import EmploymentType, Workplace
from roles.core.money import Currency, PayPeriod
from roles.core.reading import Way, on_day, read_posting


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
        ("Alder & Son is looking for a full-time Operations Director in Leeds.", "Operations Director"),
    ],
)
def test_the_title_is_without_what_else_its_line_holds(line, title):
    assert read_posting(f"{line}\n\nYou run the day.").facts.title.value == title


def test_a_label_s_title_is_taken_where_the_first_line_is_none():
    assert (
        read_posting("JOB POSTING\n\nPosition:\tDirector of Operations").facts.title.value == "Director of Operations"
    )


def test_pro_rata_pay_has_its_real_figure():
    pay = facts("Salary: £55,000 - £60,000 FTE (actual £33,000 - £36,000 for 22.5 hours)").pay.value
    assert (pay.salary.max_value, pay.actual.max_value) == (60_000, 36_000)


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


def test_permanent_is_stated_and_no_kind_the_portal_has():
    assert facts("Contract: Permanent").employment_words == "permanent"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Closes Mon 30th Nov 26", date(2026, 11, 30)),
        ("Apply by 10/31/2026 to jobs@example.org.", date(2026, 10, 31)),
        ("Closing date: 30/09/2026", date(2026, 9, 30)),
        ("Bewerbung bis 31.01.2027 an jobs@example.org", date(2027, 1, 31)),
        ("Enviar CV antes del 31 de enero de 2027", date(2027, 1, 31)),
        ("Apply via our website by noon on Monday 1st February 2027. Interviews 10 February.", date(2027, 2, 1)),
        ("Closing: Open until filled; first review December 14, 2026", None),
        ("Letters should reach us, P.O. Box 118, Omaha; apply on or before February 1, 2027.", date(2027, 2, 1)),
        ("Send a resume to jobs@example.org by Dec. 30, 2026.", date(2026, 12, 30)),
        ("Bewerbung bis zum 15. März 2027 per E-Mail", date(2027, 3, 15)),
        ("Bewerbung bis 31. Jänner 2027 an jobs@example.org", date(2027, 1, 31)),
        ("We have baked since 1 March 2020.", None),
        ("Closing date: 03/04/2027", None),
        ("Open until January 8, 2027.", date(2027, 1, 8)),
        ("We read every letter until January 9, 2027.", date(2027, 1, 9)),
        ("Forms must be returned by 3pm on Thurs 14 Jan 2027.", date(2027, 1, 14)),
        ("Orders must be received by 14 January 2027.", None),
        ("Last date 19th December 2026.", date(2026, 12, 19)),
        ("Closing soon: February 2, 2027.", date(2027, 2, 2)),
        ("Needs filling by 19/12/26.", date(2026, 12, 19)),
        ("CV to ann@alder.example by the end of February 2028.", date(2028, 2, 29)),
        ("Send a letter to ann@alder.example by 12 noon, 11 January 2027.", date(2027, 1, 11)),
        ("Solliciteer vóór 18 januari 2027 via werk@alder.example.", date(2027, 1, 18)),
        ("Candidaturas para gente@alder.example até 25 de janeiro de 2027.", date(2027, 1, 25)),
    ],
)
def test_the_closing_day(line, day):
    stated = facts(line).closing_date
    assert (stated and stated.value) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Write to Ann at ann@alder.example by Friday 11 December.", date(2026, 12, 11)),
        ("Closes 31 Jan", date(2027, 1, 31)),
        ("Please apply by the tenth of January.", date(2027, 1, 10)),
        ("Apply by Friday 12 December.", None),  # a Saturday
        ("Get it to us by February 9th.", date(2027, 2, 9)),
        ("Please respond on or before Friday, January 15.", date(2027, 1, 15)),
        ("Ask for Ann, or call before December 21.", date(2026, 12, 21)),
        ("Apply by the end of February.", date(2027, 2, 28)),
        ("We stop taking letters on 12/19.", date(2026, 12, 19)),
        ("We stop taking letters on 12/11.", None),  # by either order
        ("You close the books by the end of January.", None),
        ("You call suppliers before December 21.", None),
        ("Apply; the desk is 24/7.", None),
        ("You report by 5 May each year.", None),
    ],
)
def test_a_closing_day_without_its_year_is_the_next_such_day(line, day):
    stated = on_day(facts(line), date(2026, 11, 28)).closing_date
    assert (stated and stated.value) == day


def test_of_an_unsure_day_both_are_given():
    unsure = facts("Closing date: 03/04/2027").closing_unsure
    assert (unsure.value.day_first, unsure.value.month_first) == (date(2027, 4, 3), date(2027, 3, 4))
    assert unsure.words == "03/04/2027"


def test_the_country_s_order_decides_an_unsure_day():
    assert facts("Location: Cork, Ireland", "Closing date: 03/04/2027").closing_date.value == date(2027, 4, 3)
    assert facts("Location: Boise, ID", "Closing date: 03/04/2027").closing_date.value == date(2027, 3, 4)
    assert facts("Location: Regina, SK", "Closing date: 03/04/2027").closing_unsure  # Canada has both


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Last day for letters is Friday the 18th of December.", date(2026, 12, 18)),
        ("The ad comes down on 20 December.", date(2026, 12, 20)),
        ("The window shuts Friday December 11.", date(2026, 12, 11)),
        ("You have until 31 January 2027 to write to us.", date(2027, 1, 31)),
        ("Apps due 1/15/27", date(2027, 1, 15)),
        ("Closes end of Jan", date(2027, 1, 31)),
        ("Closes end Jan 2027", date(2027, 1, 31)),
        ("Letters are to reach us by Twelfth Night, 5 January 2027.", date(2027, 1, 5)),
        ("Closing date for receipt of applications Friday 18th December.", date(2026, 12, 18)),
        ("Get it in by 12/31.", date(2026, 12, 31)),
        ("Advert end date\n08/12/2026 23:59\n\nLocation: Leeds, England", date(2026, 12, 8)),
        ("Resume by email by 5:00 PM EST 12/13/26.", date(2026, 12, 13)),
        ("Please apply with your CV before end of day Dec. 11.", date(2026, 12, 11)),
        ("Priority given to applications received by December 15, 2026.", None),
        ("I'll start reading applications on December 9th.", None),
        ("We close for Christmas on 24 December.", None),
        ("The shop shuts at 6pm on 11 December.", None),
        ("Our financial year ends 31 March.", None),
        ("The contract runs until 30 June 2027.", None),
    ],
)
def test_a_closing_day_in_words_that_close(line, day):
    stated = on_day(facts(line), date(2026, 11, 28)).closing_date
    assert (stated and stated.value) == day


@pytest.mark.parametrize(
    "line",
    ["Rolling, first look 15 Jan.", "Open till filled.", "We start reading on January 4 and stop when it's filled.",
     "We read letters as they come.", "There is no fixed closing date."],
)  # fmt: skip
def test_words_that_keep_a_posting_open(line):
    read = facts(line)
    assert read.stays_open
    assert read.closing_date is None
    assert read.closing_yearless is None


@pytest.mark.parametrize(
    ("line", "way", "address"),
    [
        ("Send your resume to jobs [at] alder [dot] example. We close soon.", Way.EMAIL, "jobs@alder.example"),
        ("Write to jobs at alder dot example to apply.", Way.EMAIL, "jobs@alder.example"),
        ("msg me on 07700 900123", Way.PHONE, "07700 900123"),
        ("Apply via our website www.seedling.example/jobs by noon.", Way.WEB, "www.seedling.example/jobs"),
        ("Walk in any weekday, ask for Sam.", Way.IN_PERSON, ""),
        ("Easy Apply", Way.BUTTON, ""),
        ("Easy Apply Save", Way.BUTTON, ""),
        ("Applications accepted via Easy Apply.", Way.BUTTON, ""),
        ("alder.example/jobs/dir-ops. More by phone.", Way.WEB, "alder.example/jobs/dir-ops"),
        ("Come fill out an application at the office.", Way.IN_PERSON, ""),
        ("Apply to jobs@front-range.example", Way.EMAIL, "jobs@front-range.example"),
        ("To apply: bring or mail a letter to 455 Court St NE.", Way.POST, ""),
        ("A short letter and a CV go to Mrs Moss, 12 Mill Lane, Leeds.", Way.POST, ""),
        ("Letters by post: Alder Mill, 12 Mill Lane, Leeds.", Way.POST, ""),
    ],
)
def test_how_to_apply(line, way, address):
    (stated,) = facts(line).apply_to
    assert (stated.value.way, stated.value.address) == (way, address)


@pytest.mark.parametrize(
    "line",
    [
        "Women are encouraged to apply.",
        "Don't hesitate to apply!",
        "Alder Bakery (www.example.org) bakes for forty cafes.",
        "For the full listing and to apply, click here.",
        "You run the day at four walk-in clinics.",
        "From: Pat Riley <pat@buckeyebox.example>",
    ],
)
def test_no_way_to_apply(line):
    assert facts(line).apply_to == ()


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("You'll report to the Managing Director.", "the Managing Director"),
        ("Supervisor: Executive Director", "Executive Director"),
        ("The post is accountable to the Chief Executive.", "the Chief Executive"),
        ("Under the general supervision of the board chair, you run the day.", "the board chair"),
        ("You help with regular reporting to the board and the funders.", None),
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
