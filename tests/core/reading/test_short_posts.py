"""Facts of posts and notes as owners paste them: dotted labels, brackets, greetings, mail that quotes mail."""

import pytest

from roles.core.document import EmploymentType, Workplace
from roles.core.money import PayPeriod
from roles.core.reading import read_posting


def facts(text):
    return read_posting(text).facts


@pytest.mark.parametrize(
    ("text", "words", "towns"),
    [
        ("Operations Manager\n\nWhere ........... Ocala, Florida\nPay ..... $66,000\n", "Ocala, Florida", ["Ocala"]),
        ("Operations Manager – Alder & Co (Brisbane, 4 shops)\n\nWe bake.\n", "Brisbane", ["Brisbane"]),
        ("Hey Grand Rapids friends!! We need an Operations Manager.\n", "Grand Rapids", ["Grand Rapids"]),
        ("*** OPERATIONS MANAGER – LEEDS/BRADFORD ***\n\nYou run it.\n", "LEEDS/BRADFORD", ["Leeds", "Bradford"]),
        ("Operations Manager\nAlder Years Group, Kilkenny & Carlow\n\nPay: €50,000\n", "", ["Kilkenny", "Carlow"]),
        ("Operations Manager\nTheatr y Foryd, Caernarfon\n\nPlace of work: The theatre\n", "", ["Caernarfon"]),
        ("Operations Manager\n📍 Shrewsbury, Shropshire, SY2\n", "", ["Shrewsbury"]),
        ("Operations Manager\n🏢 Alder Pte Ltd\n📍 Woodlands, near Admiralty MRT\n", "", ["Woodlands"]),
        (
            "Ops Manager, Alder Packhouse (Te Karaka, 25 mins from Gisborne)\n\nKiwiSaver, NZ$110k.\n",
            "Te Karaka, 25 mins from Gisborne",
            ["Te Karaka"],
        ),
        (
            "Alder's Kosher Catering (Pikesville, just outside Baltimore, MD) needs a Director of Operations.\n",
            "Pikesville, just outside Baltimore, MD",
            ["Pikesville"],
        ),
        ("Ops Manager\n\nThe job is at our bakery (Ludlow). £30k.\n", "Ludlow", ["Ludlow"]),
        ("Ops Manager\n\nWe are in Truro, Bodmin and Looe. This one is for the Bodmin branch.\n", "", ["Bodmin"]),
        ("Ops Manager\n\nAlder Vale, Ludlow. £30k.\n\nDay trips: there is room on the Bodmin one.\n", "", ["Ludlow"]),
        ("Ops Manager\nAlder Foods (Ludlow)\n\nYou run the kitchen.\n", "Ludlow", ["Ludlow"]),
    ],
)  # fmt: skip
def test_a_place_is_read_where_owners_put_it(text, words, towns):
    place = facts(text).place
    assert [each.town for each in place.value.places or place.value.choices[:1]] == towns
    assert place.words == words or not words


def test_an_island_without_a_known_town_is_the_place_in_its_words():
    assert facts("Operations Manager\nAlder Distillers, Isle of Mull\n\nYou run it.\n").place.words == "Isle of Mull"


def test_a_county_behind_a_firm_is_the_place_alone():
    assert facts("Part-time Ops Manager, Alder Sea Kayak, Co. Clare. 20 hrs, €27/hour.\n").place.words == "Co. Clare"


def test_open_until_filled_is_read_behind_dots():
    assert facts("Operations Manager\n\nOpen until ...... filled; first review December 5\n").stays_open


def test_remote_within_a_state_is_the_place_and_not_the_workshop_visited():
    stated = facts("Head of Operations\nRemote within Colorado, with one day a month at our Longmont workshop\n")
    assert stated.place.value.remote
    assert [(each.town, each.region) for each in stated.place.value.places] == [("", "CO")]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("GM needed, Alder Boatyard, Beaufort NC. Full-time, $72,000 and health.\n", 72_000, PayPeriod.YEAR),
        ("Ops Manager\n\nRemuneration: R45 000 – R55 000 CTC per month\n", 45_000, PayPeriod.MONTH),
        ("Ops Manager\n💰 S$5,200 – S$6,500 + AWS\n📍 Woodlands, Singapore\n", 5_200, PayPeriod.MONTH),
        ("Ops manager needed, Ludlow. 45k, full time.\n", 45_000, PayPeriod.YEAR),
        ("Ops Manager\n\nThis job is in Ludlow. Pay 42k.\n", 42_000, PayPeriod.YEAR),
    ],
)  # fmt: skip
def test_pay_without_its_label_or_period_is_read(text, low, unit):
    salary = facts(text).pay.value.salary
    assert (salary.min_value, salary.unit_text) == (low, unit)


def test_the_money_is_that_of_the_work_rights_asked_for():
    text = "General Manager\nLocation: Kaikōura (two sites)\nWage: $82,000\n\n- full NZ work rights\n"
    assert facts(text).pay.value.salary.currency == "NZD"


@pytest.mark.parametrize(
    "words",
    [
        "It's at the shop on Old Man Rd.",
        "Start is 5am twice a week at the bakehouse, other days 8 to 4.",
        "Full time, based at the Cardiff salon but out and about.",
        "Full time residential, not FIFO.",
        "Remote?: no",
        "Type: Full-time, 6 days, office and sites",
    ],
)
def test_on_site_is_read_of_words_without_the_term(words):
    stated = facts(f"Operations Manager\n\n{words}\n\nYou run the trucks.\n").workplace
    assert stated is not None
    assert stated.value is Workplace.ON_SITE


def test_part_time_in_brackets_behind_its_hours_is_of_the_post():
    text = "Head of Operations\n\n30 hours a week (part-time), £41,200 pro rata, fixed term for two years\n"
    assert facts(text).employment_type.value is EmploymentType.PART_TIME


def test_the_day_they_close_on_counts_behind_the_one_they_begin_to_read():
    text = "Director\n\nWrite to jobs@alder.example. We start reading on January 12 and close on January 30, 2026.\n"
    assert facts(text).closing_date.value.isoformat() == "2026-01-30"


@pytest.mark.parametrize(
    ("line", "ways"),
    [
        ("Please apply in writing to: The Owner, Alder Parks, Sea Bank Road, Skegness.", ["post"]),
        ("Ring 01373 555 019, or write to Ann Ashby, Alder Binding, Mill Works, Frome.", ["phone", "post"]),
        ("Apply: jobs@alder.example, or leave a résumé with Odette at the wharf office.", ["email", "in_person"]),
        ("Txt Sam on 07700 900123.", ["phone"]),
        ("Apply at alder.example/work. For any adjustments email hr@alder.example.", ["web"]),
        ("For an accommodation email hr@alder.example.", ["email"]),
    ],
)
def test_each_way_to_apply_is_found_and_no_address_for_adjustments(line, ways):
    found = facts(f"Operations Manager\n\nYou run it.\n\nHow to apply\n{line}\n").apply_to
    assert [each.value.way.value for each in found] == ways


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ops Manager – Alder Mobile Cranes, Karratha WA. Look after the yard.\n", "Alder Mobile Cranes"),
        ("Part-time Ops Manager, Alder Sea Kayak, Co. Clare. 20 hrs.\n", "Alder Sea Kayak"),
        ("OPERATIONS MANAGER – FACILITIES & CLEANING – LEEDS/BRADFORD\n\nMy client needs you.\n", None),
        ("Operations Manager – Cold Chain, Leeds\n\nWe move food.\n", None),
        ("Operations Manager – Food and Drink Production, Leeds\n\nThe production of food and drink.\n", None),
        ("HEAD OF OPERATIONS @ Pico Cold Brew 🥤\n\nWe're Pico.\n", "Pico Cold Brew"),
        ("Head of Operations\nFront Range Repair, PBC\n\nYou mend.\n", "Front Range Repair, PBC"),
        ("Ops Manager\n\nAfter 6 crazy years Lakeside Party Rentals is growing.\n", "Lakeside Party Rentals"),
        ("Ops Manager\n\nWrite to Ann Ashby, Alder Binding, Mill Works, Frome.\n", "Alder Binding"),
        ("Director of Operations\nSlieve Bloom Homes\nMountrath, Co. Laois\n\nWe build.\n", "Slieve Bloom Homes"),
        ("Ops Manager\n🏢 Golden Ladle Pte Ltd\n", "Golden Ladle Pte Ltd"),
    ],
)
def test_the_name_is_read_beside_the_title_the_place_and_the_writer(text, name):
    company = facts(text).company
    assert (company and company.value) == name


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("GM needed, Alder Boatyard, Beaufort NC.", "GM"),
        ("ops mgr for small coffee roastery in Bend OR, on-site.", "ops mgr"),
        ("🔥Hiring Now🔥 Operations Manager", "Operations Manager"),
        ("We are looking for an OPERATIONS MANAGER to join our team in DUBAI!!", "OPERATIONS MANAGER"),
    ],
)
def test_the_title_is_read_of_a_call(line, title):
    assert facts(f"{line}\n\nYou run it all.\n").title.value == title


def test_quoted_mail_is_read_without_its_marks_and_keeps_its_offsets():
    text = (
        "From: Ann Low <ann@alder.example>\nTo: <all@groups.example>\n\n> Hi,\n>\n> Alder Foods is looking for a\n"
        "> Director of Operations in Ludlow.\n>\n> Resumes to me at this address please.\n"
    )
    read = read_posting(text)
    assert [each.value.address for each in read.facts.apply_to] == ["ann@alder.example"]
    assert read.facts.company.value == "Alder Foods"
    for line in read.lines:
        for run in line.runs:
            assert text[run.start : run.end].split() == read.text[run.start : run.end].split()


def test_a_list_of_pointed_marks_is_no_quotation():
    text = "General Manager\n\nTasks:\n> front desk\n> bookings\n\nNeed:\n> experience in motels\n"
    read = read_posting(text)
    assert [section.key for section in read.sections if section.heading] == ["responsibilities", "required"]


def test_an_initial_ends_no_superior():
    assert facts("General Manager\nReports to: Mr A. Thorley (owner)\n").reports_to.value == "Mr A. Thorley (owner)"
