"""Texts as owners write them: an email, a form of the personnel office, a page of a network, an ad in full colour."""

import pytest

from roles.core.document import Source
from roles.core.starting import Became, read_old_text, title_in
from roles.core.starting.listed import listed

from .test_account import entry, lines_of, posting

EMAIL = """Hi Moira,

Can you put this on the website when you get a minute

We are Pennard & Sons Joinery, Swansea. 11 of us and 2 vans.

We need an operations manager because I price jobs at midnight.

What it's about
- the order book. who goes where, and when
- quotes, they should leave within 3 days
- the workshop rota
- timber, about £90,000 a year

Must have run a workshop or a site. Driving licence, there is a van. CSCS would be great but we can sort that.

£36,000 to £41,000. Mon to Thu 7 - 5. 22 days hols. Pension.

Ring me on 01792 555 0111 or moira@pennard.example

Cheers
Dai
"""

FORM = """ORRIN VALLEY CARE, LLC
POSITION DESCRIPTION

Position Title: Director of Operations
Direct Reports: Team Leads (3), Office Manager (1)
Salary Grade: 9 ($71,000 - $80,000)
Revision: Draft 2, May 2026

ESSENTIAL FUNCTIONS
1. Directs the on-call desk.
2. Performs other duties as assigned.

WORKING CONDITIONS
Occasional lifting of boxes to 25 lbs, with or without reasonable accommodation.

QUALIFICATIONS
Required: Two years leading a care team. Working knowledge of scheduling software.
Preferred: Nursing license; first aid trainer; Polish.

Employee signature ____________   Date ________
"""

PAGE = """Gannet Kayaks
Director of Operations
Truro, England, United Kingdom · 3 days ago · 41 applicants
Matches your job preferences, workplace type is On-site.
Save
Meet the hiring team
Jo T.
2nd degree
Message
About the job
Gannet sells kayaks and paddles from one shed. 27 of us ship 30,000 orders a year.

What you'll own
Two shifts of packers
Returns, 9% of orders

What we're hoping for
You have run a packing floor
Comfortable with a forklift

What you get
25 days' holiday, pension at 6% and a kayak to borrow
On site at least 4 days a week; 5 in June
"""

LOUD = """DIRECTOR OF OPERATIONS - JOIN THE CREW!!

Do you live and breathe stages? Do you juggle ten things at once?

Reel & Rigging lights 200 festivals a year. We work hard and play hard!

What you'll be smashing:
- Crewing 200 shows with 40 freelancers
- Whatever it takes!!

You are:
- A natural born leader
- 3+ yrs with touring crews

Don't sleep on this, we're moving fast!
"""


def test_what_surrounds_a_message_stays_out_and_its_list_is_of_duties():
    began, brief, document, account = posting(EMAIL)
    for around in ("Hi Moira", "Cheers", "Dai"):
        assert entry(account, around).became is Became.LEFT_OUT
    assert brief.company == "Pennard & Sons Joinery"
    assert (began.answers["headcount"], began.answers["base_salary"].max_value) == (11, 41_000)
    duties = [item.text for item in lines_of(document, "responsibilities")]
    assert duties[0] == "The order book. Who goes where, and when."
    assert brief.own_required == "Must have run a workshop or a site."
    assert brief.own_preferred == "CSCS would be great but we can sort that."
    assert brief.benefits.splitlines() == ["22 days hols", "Pension"]
    assert brief.conditions.splitlines() == ["Driving licence, there is a van.", "Mon to Thu 7 - 5."]


def test_a_form_leaves_its_signature_and_splits_what_it_asks():
    _, brief, document, account = posting(FORM)
    for around in ("Revision", "Employee signature", "Performs other duties"):
        assert entry(account, around).became is Became.LEFT_OUT
    assert brief.company == "Orrin Valley Care, LLC"
    assert brief.own_preferred.splitlines() == ["Nursing license;", "first aid trainer;", "Polish."]
    assert len(lines_of(document, "required")) == 2
    assert "3 Team Leads and the Office Manager" in " ".join(item.text for item in document.items())
    assert "lifting of boxes" in " ".join(item.text for item in lines_of(document, "conditions"))


def test_the_lines_of_a_page_around_a_posting_stay_out():
    _, brief, document, account = posting(PAGE)
    for around in ("Matches your", "Jo T.", "2nd degree"):
        assert entry(account, around).became is Became.LEFT_OUT
    assert brief.own_required.splitlines() == ["You have run a packing floor", "Comfortable with a forklift"]
    assert brief.benefits.splitlines() == ["25 days' holiday", "pension at 6%", "a kayak to borrow"]
    assert brief.conditions == "On site at least 4 days a week; 5 in June"
    assert lines_of(document, "company")[0].text.startswith("Gannet sells kayaks")


def test_calls_to_the_reader_are_pointed_at():
    _, _, document, account = posting(LOUD)
    for call in ("Whatever it takes", "A natural born", "Don't sleep"):
        assert entry(account, call).reason == "Every posting says this; it tells nothing about your job."
    texts = [item.text for item in document.items() if item.provenance.source is not Source.STATEMENT]
    assert "Crewing 200 shows with 40 freelancers" in texts
    assert "3+ yrs with touring crews" in texts
    assert "Reel & Rigging lights 200 festivals a year. We work hard and play hard!" in texts


def test_a_call_that_names_somebody_is_her_reason_and_stays():
    reason = "We now need somebody to run it so that Tom can farm and Gwen can do the books and get some sleep!"
    _, _, document, _ = posting(
        f"Director of Operations\n\nAbout us\nWe sell cheese in Leeds. {reason}\n\nDuties\n- Bake\n"
    )
    assert reason in " ".join(item.text for item in document.items())


def test_her_own_line_with_the_web_address_is_the_only_one():
    _, _, document, _ = posting(
        "Director of Operations\n\nDuties\n- Bake\n\n"
        "How to apply\nApply at quern.example/jobs or text BUN to the number there.\n"
    )
    assert " ".join(item.text for item in document.items()).count("quern.example/jobs") == 1


def test_a_remark_with_a_label_is_one_line_with_it():
    _, _, document, _ = posting(
        "Duties\n- Bake bread\n\nHow to apply\nWrite to jobs@quern.example. Agencies: not now.\n"
    )
    assert "Agencies: not now." in " ".join(item.text for item in document.items())


def test_five_duties_of_hers_leave_no_place_for_ours():
    lines = "".join(f"- Count the shelves of hall {number} every Friday\n" for number in range(1, 6))
    _, _, document, _ = posting(f"Duties\n{lines}\nRequirements\n- Run a hall before\n- Know a forklift\n")
    for key in ("responsibilities", "required", "preferred", "skills"):
        assert Source.STATEMENT not in {item.provenance.source for item in lines_of(document, key)}


def test_a_sentence_that_refers_to_the_one_before_stays_with_it():
    about = (
        "Quern Data runs payroll for 90 shops and closes it by the 5th. We want the person who gets that to the 3rd."
    )
    _, _, document, _ = posting(f"Director of Operations\n\nCompany: Quern Data\n\n{about}\n\nDuties\n- Run payroll\n")
    assert [item.text for item in lines_of(document, "company")] == [about]


@pytest.mark.parametrize(
    ("text", "given", "times"),
    [
        ("Health, dental, vision, 401k w/ 3% match.", ["Health, dental, vision", "401k w/ 3% match"], []),
        ("car, 25 days plus public holidays, pension 5%", ["car", "25 days plus public holidays", "pension 5%"], []),
        ("Cover for you (90%, family 50%), 20 days of PTO", ["Cover for you (90%, family 50%), 20 days of PTO"], []),
        ("36 hrs, Mon-Fri, one evening to 7:30", [], ["36 hrs", "Mon-Fri", "one evening to 7:30"]),
        ("Unlimited leave, though nobody takes it", ["Unlimited leave, though nobody takes it"], []),
        ("At the yard, it's not a desk job", ["At the yard, it's not a desk job"], []),
    ],
)
def test_what_is_given_is_listed_by_its_parts(text, given, times):
    found = list(listed(text))
    assert [line for line, of_times in found if not of_times] == given
    assert [line for line, of_times in found if of_times] == times


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("HEAD OF OPERATIONS\n\nDuties\n- Bake\n", "Head of Operations"),
        ("Operations Manager - Wye Ltd, Leeds\n\nDuties\n- Bake\n", "Operations Manager"),
        ("Director of Operations\n\nDuties\n- Bake\n", ""),
        ("OPERATIONS DIRECTOR – LINEN HIRE & IT\n\nDuties\n- Bake\n", "Operations Director – Linen Hire & IT"),
        ("Director of Operations (m/w/d) – Bike Repair\n\n- Bake\n", "Director of Operations (m/w/d) – Bike Repair"),
        ("OPERATIONS DIRECTOR – CRANE & RIGGING\n\nDuties\n- Bake\n", "Operations Director – Crane & Rigging"),
        ("OPERATIONS DIRECTOR - CRANE HIRE - HUNTER\n\nDuties\n- Bake\n", "Operations Director – Crane Hire"),
        ("Operations Manager/Director - Wye Ltd, Leeds\n\nDuties\n- Bake\n", "Operations Manager/Director"),
        ("Baker\n\nDuties\n- Bake\n", ""),
        ("COO - Wye Ltd, Leeds\n\nDuties\n- Bake\n", "COO"),
        ("VACANCY: HEAD OF OPERATIONS - THE CORN STORE, HULL\n\nDuties\n- Bake\n", "Head of Operations"),
        ("General Manager - Events\n\nDuties\n- Bake\n", "General Manager - Events"),
        ("Job title: Director, Operations\n\nDuties\n- Bake\n", "Director, Operations"),
        (
            "COO / Operations Director at a bakery, Leeds\n\nDuties\n- Bake\n",
            "COO / Operations Director at a bakery, Leeds",
        ),
        ("Director of Operations (Food Bank)\nWye Pantry\n\n- Bake\n", "Director of Operations (Food Bank)"),
        (
            "Director of Operations, Quick Restaurants (9 units)\nLone Ash LLC, Katy, TX\n\n"
            "Lone Ash LLC runs nine restaurants.\n\nDuties\n- Bake\n",
            "Director of Operations, Quick Restaurants",
        ),
        ("Director of Operations, Greater Tynby\nLone Ash LLC\n\nDuties\n- Bake\n", ""),
        ("Director of Retail Operations\n\nDuties\n- Bake\n", "Director of Retail Operations"),
        ("need an ops manager. 18 of us in Leeds\nsell bread\n", "Ops Manager"),
        (
            "Ops Director (part-time, 24 hrs/wk) wanted for hire boats, Wroxham\n\n- Bake\n",
            "Ops Director (part-time, 24 hrs/wk) wanted for hire boats, Wroxham",
        ),
        ("Interim Operations Director (Leeds)\n\nDuties\n- Bake\n", "Interim Operations Director"),
    ],
)
def test_the_title_of_a_text_is_offered_where_it_is_another(text, title):
    assert title_in(read_old_text(text).read, "Director of Operations") == title


@pytest.mark.parametrize(
    ("place", "answer"),
    [("Perth and Kinross", "Perth, Scotland"), ("Dublin 8", "Dublin 8, Ireland"), ("Leeds / York", "Leeds / York")],
)
def test_a_place_is_in_the_country_that_the_text_is_of(place, answer):
    text = (
        f"Operations Director\n\nWe are Wye Nurseries, with 5 nurseries in {place}. £50,000 a year.\n\nDuties\n- Bake\n"
    )
    assert posting(text)[0].answers["place"] == answer


GM = """General Manager
Larkfield Events, Austin TX
Requirements
- Valid driver's license
- Must be authorized to work in the US
- Able to lift 50 lbs
Pay
$75,000 - $85,000 plus 5% of profit above plan
Full-time, exempt, permanent position
- Health insurance
- No other travel
Nine crew leads report to you.
Show less
"""

SMALL_LETTERS = """need an ops manager. 18 of us, plumbing firm in Leeds
48-52k, van
permanent, 40 hours mon-fri. must have a full uk driving licence. must have run jobs before
nobody chases the invoices, we are owed 60k
reports to me (Dave Cole, owner)
start feb. email dave@coleplumb.example
"""


def test_what_she_asks_for_is_required_and_the_terms_are_terms():
    _, brief, document, _ = posting(GM)
    assert [item.text for item in lines_of(document, "required")] == [
        "Valid driver's license.",
        "Must be authorized to work in the US.",
        "Able to lift 50 lbs.",
    ]
    terms = " ".join(item.text for item in lines_of(document, "conditions"))
    assert "permanent position" in terms
    assert "No other travel" in terms
    assert [item.text for item in lines_of(document, "pay")][1:] == ["Health insurance"]
    assert brief.reports_to == "the owner"  # and not “you”, to whom others do


def test_lines_without_capitals_are_lines_of_their_own():
    began, brief, document, _ = posting(SMALL_LETTERS)
    assert brief.own_required == "must have a full uk driving licence.\nmust have run jobs before"
    assert brief.why_now == "nobody chases the invoices, we are owed 60k"
    assert brief.reports_to == "Dave Cole, owner"
    assert (began.answers["base_salary"].min_value, began.answers["base_salary"].max_value) == (48_000, 52_000)
    assert "Start feb. email dave@coleplumb.example." in [item.text for item in lines_of(document, "apply")]


LETTER = (
    "Hi all, Bobbin & Loam is looking for a Director of Operations, which sounds grand for a shop of six people, and I "
    "can not draw them and pack them as well. You'd run the four people in the packing room, keep the counts right, "
    "and answer the customers who are upset. Email annika@bobbinloam.example with a bit about you.\n"
)

OWN_HEADINGS = """Director of Operations
Tern Care, Plymouth

The main things:
- Visits on time, and the same faces
- Getting carers and keeping them
- Being ready for an inspection any day
- Complaints, and learning from them
- Making the new system do what we paid for
"""


def test_a_letter_of_one_paragraph_is_no_greeting():
    _, _, document, _ = posting(LETTER)
    assert "four people in the packing room" in " ".join(item.text for item in document.items())


def test_beside_a_list_below_a_heading_of_her_own_ours_add_no_duties():
    _, _, document, _ = posting(OWN_HEADINGS)
    hers = [item.text for section in document.sections for item in section.items if "faces" in item.text]
    assert len(hers) == 1
    assert [
        item.text for item in lines_of(document, "responsibilities") if item.provenance.source is Source.STATEMENT
    ] == []


@pytest.mark.parametrize(("written", "place"), [("CO. DONEGAL", "Co. Donegal"), ("BOISE, ID", "Boise, ID")])
def test_a_place_in_capitals_is_written_as_others_are(written, place):
    began, _, _, _ = posting(f"DIRECTOR OF OPERATIONS\n\nLocation: {written}\n\nDuties\n- Bake\n")
    assert began.answers["place"] == place


@pytest.mark.parametrize(
    ("title", "company"),
    [
        ("Operations Director, Harbour Cross Veterinary Group", "Harbour Cross Veterinary Group"),
        ("Operations Manager/Director - Marlow & Daughters Catering, Geelong VIC", "Marlow & Daughters Catering"),
        ("Operations Director – Commercial Laundry", None),
    ],
)
def test_the_firm_behind_the_title_is_the_firm(title, company):
    began, _, _, _ = posting(f"{title}\n\nAbout us\nMarlow & Daughters feeds three canteens.\n\nDuties\n- Bake\n")
    assert began.answers.get("company") == company
