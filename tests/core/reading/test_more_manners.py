"""Facts of postings in manners of their own: a chat, a page of a PDF, forms of other countries."""

import pytest

from roles.core.document import Workplace
from roles.core.reading import Way, plain_text, read_posting

HEAD = "Operations Manager\nAlder Foods Ltd, Leeds\n\n"


def facts_of(text):
    return read_posting(plain_text(text)).facts


@pytest.mark.parametrize(
    ("line", "workplace"),
    [
        ("[21/10/2026, 08:15:31] Mo (HR): no its on site, you cannot load vans at home", Workplace.ON_SITE),
        ("A permanent post, working from the Easton factory Monday to Friday.", Workplace.ON_SITE),
        ("The job is on location in Haarlem.", Workplace.ON_SITE),
        ("Work style: Hybrid worker", Workplace.HYBRID),
        ("30 days holiday and mobile work up to 2 days per week", Workplace.HYBRID),
        ("You are at the rink for half of your hours and the rest can be done from home.", Workplace.HYBRID),
        ("Our office is in Hove, we are there Mon/Tues/Weds, rest wherever", Workplace.HYBRID),
        ("We offer flexible working from day one.", None),
        ("You run all departments: front of house, kitchens and bars.", None),
    ],
)
def test_where_the_work_is_done(line, workplace):
    stated = facts_of(f"{HEAD}{line}\n").workplace
    assert (stated.value if stated else None) == workplace


@pytest.mark.parametrize(
    ("lines", "ways"),
    [
        ("Apply online now\nFurther details, informal visits: Jo Ash. Email: jo@alder.example", [Way.BUTTON]),
        ("Apply for this job\n## Accommodations\n\nTell us what you need: help@alder.example", [Way.BUTTON]),
        ("Keen? Click on https://jobs.alder.example/ops.\nQuestions: Joost, 06-555 01 782", [Way.WEB, Way.PHONE]),
        (":point_right: https://alder.example/ops-director", [Way.WEB]),
        ("Informal visits: Jo Ash, jo@alder.example", [Way.EMAIL]),
    ],
)
def test_where_one_applies(lines, ways):
    assert [stated.value.way for stated in facts_of(f"{HEAD}{lines}\n").apply_to] == ways


@pytest.mark.parametrize(
    ("line", "for_questions"),
    [
        ("Ring Jo on 01226 496 007 to apply.", False),
        ("Questions? Call Jo on 07 5550 0148.", True),
        ("To request an accommodation call 864-555-0119.", True),
    ],
)
def test_a_number_for_questions_alone(line, for_questions):
    (stated,) = facts_of(f"{HEAD}{line}\n").apply_to
    assert stated.value.for_questions == for_questions


def test_words_that_a_typesetter_cut():
    text = "We design and manu-\nfacture kits for buil-\nders. The post is full-\ntime and perma-\nnent.\n"
    assert plain_text(text) == "We design and manufacture kits for builders. The post is full-\ntime and permanent.\n"
    assert plain_text("Care for cold-\ncutters and pre-\nserves") == "Care for cold-\ncutters and pre-\nserves"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Executive Manager: Operations\n\nAlder Cold (Pty) Ltd\n", "Executive Manager: Operations"),
        ("Alder Robotics | VP Operations | Pittsburgh, PA | ONSITE\n\nWe build crawlers.\n", "VP Operations"),
        ("Position : AGM - Operations\nCompany : Alder Textiles Pvt. Ltd.\n", "AGM - Operations"),
        ("Operations Director (f/m/x) – Van der Alder Logistics B.V.\n", "Operations Director (f/m/x)"),
        ("#jobs-uk-ops\n\nhey, we're hiring an *Ops Director* at Alder Mobility (cargo bikes)\n", "Ops Director"),
        ("ops person - notes for ad\n\n- title?? Operations Manager I think. Not a guru\n", "Operations Manager"),
        ("Operations Director – Aftermarket Services\n\nAlder Group is a maker.\n",) * 2,
        (
            "ALDER COUNCIL\n\nPlace\n\nHead of Operations (Waste and Fleet)\n\nYou lead fleet and waste.\n",
            "Head of Operations (Waste and Fleet)",
        ),
        (
            "Grade: 8c\nContract: Permanent\nTown: Lune\n" * 4 + "\nDeputy Director of Operations\n\nEmployer: Alder\n",
            "Deputy Director of Operations",
        ),
    ],
)
def test_the_title(text, title):
    assert facts_of(text).title.value == title.partition("\n")[0]


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Operations Director (f/m/x) – Van der Alder Logistics B.V.\n", "Van der Alder Logistics B.V."),
        (
            "Sr. Director, Operations – Aftermarket Services\n\nAlder Flow Group (NYSE: ALDR) is a $3 billion maker.\n",
            "Alder Flow Group",
        ),
        (
            "#jobs-ops\n\nwe're hiring an *Ops Director* at Alder Mobility (cargo bikes for firms)\n• full time\n",
            "Alder Mobility",
        ),
        ("Position: Director, Operations\nOrganization: Alder Food Bank / Banque Alder\n", "Alder Food Bank"),
        ("COO\n\nA COO for one of our portfolio companies, Alder Energy (heat pumps, 160 staff).\n", "Alder Energy"),
        ("ops person - notes for ad\n\n- us = Alder's Bakery, 3 shops\n", "Alder's Bakery"),
        (
            "We are GROWING so we need an OPERATIONS MANAGER for Ash & Alder Cleaning, Hull area!!\n",
            "Ash & Alder Cleaning",
        ),
        (
            "OPERATIONS MANAGER. Apply to: The Director, J. R. Alder & Sons Ltd, Cromwell Road, Hull.\n",
            "J. R. Alder & Sons Ltd",
        ),
        (
            "INTERIM DIRECTOR\n\nWe are supporting a care provider with the appointment of a director.\n\n"
            "Alder Ash Interims is a supplier.\n",
            None,
        ),
    ],
)
def test_the_business(text, company):
    stated = facts_of(text).company
    assert (stated.value if stated else None) == company


@pytest.mark.parametrize(
    "line", ["CVs to jo@alder.example by next Friday 4th Dec", "closing date is this Friday coming 4th December"]
)
def test_a_weekday_beside_a_date(line):
    stated = facts_of(f"{HEAD}{line}\n").closing_yearless
    assert (stated.value.month, stated.value.day) == (12, 4)


def test_a_wage_bill_is_no_pay():
    assert facts_of(f"{HEAD}- wages bill £820k, to come down\n").pay is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Operations Manager – The Alder Hotel, Pitlochry\n\nThe Alder Hotel is a hotel of 62 rooms.\n", "Pitlochry"),
        (
            "for a mate who runs Ash & Alder Joinery in Hebden Bridge\n\nhe needs an operations manager\n",
            "Hebden Bridge",
        ),
        ("Operations Manager – The Alder Hotel, Permanent\n\nThe Alder Hotel is a hotel.\n", None),
        ("Operations Manager\n\nAlder Hotels, Operations Centre\n\nAlder Hotels is a firm.\n", None),
    ],
)
def test_a_town_of_no_list_behind_the_firm(text, place):
    stated = facts_of(text).place
    assert (stated.words if stated else None) == place


@pytest.mark.parametrize(
    ("text", "company"),
    [
        (
            "Head of Operations\n\nThe Alder Arts Centre, Deptford\n\nAlder is a home for theatre.\n",
            "The Alder Arts Centre",
        ),
        ("Ops Manager – Hobart\n\nWho: Alder Catering\nPay: $92k\n", "Alder Catering"),
        (
            "for a mate who runs Ash & Alder Joinery in Hebden Bridge\n\nhe needs an ops manager\n",
            "Ash & Alder Joinery",
        ),
    ],
)
def test_the_business_as_it_calls_itself(text, company):
    assert facts_of(text).company.value == company


def test_a_page_of_jobs_under_any_ending_and_a_bell_on_a_number():
    (web,) = facts_of(f"{HEAD}Fill in the form on our website, alder.cymru/jobs, by Sunday.\n").apply_to
    (bell,) = facts_of(f"{HEAD}Give Deb a bell on 03 6240 5551 if you are keen.\n").apply_to
    assert (web.value.address, bell.value.address) == ("alder.cymru/jobs", "03 6240 5551")


def test_a_picture_between_the_title_and_the_firm():
    assert facts_of("Head of Ops 🚲 Alderpost\n\n- full-time\n").title.value == "Head of Ops"


def test_hours_and_behind_them_the_site():
    text = f"{HEAD}Sunday to Thursday, 10pm to 6.30am, in our Easton cold store\n"
    assert facts_of(text).workplace.value is Workplace.ON_SITE
