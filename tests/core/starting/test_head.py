"""The head of a posting that was started from an advert: the owner's own lines, and her words for its facts."""

import re
from dataclasses import replace
from datetime import date

import pytest

from roles.core.compose import compose
from roles.core.document import EmploymentType, Workplace
from roles.core.editing import carry_over
from roles.core.starting import Became, make
from roles.core.starting.her_pay import and_beside_it

from .test_account import entry, posting, templates
from .test_her_order import GARDENS, headings, hers


def headed(*lines):
    return GARDENS.replace("Landscapes, Asheville, NC\n", "\n".join(["Landscapes, Asheville, NC", *lines, ""]))


def head(text):
    """The facts that are known, in her words, by label."""
    return dict(posting(text)[2].facts.known())


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("$90,000 - $99,000 a year - Full-time", "Pay", "$90,000 - $99,000 a year"),
        ("Salary: $90,000 - $99,000 + truck + bonus", "Pay", "$90,000 - $99,000 + truck + bonus"),
        ("$90,000 - $99,000 base, bonus up to 12%", "Pay", "$90,000 - $99,000 base, bonus up to 12%"),
        ("Permanent, full time, site based", "Employment", "Permanent, full time, site based"),
        ("Job type: Permanent, full-time", "Employment", "Permanent, full-time"),
        ("Contract: Permanent", "Employment", "Full-time, permanent"),
        ("Full-time, permanent. $90,000 – $99,000 per year.", "Employment", "Full-time, permanent"),
        ("Full-time, permanent. $90,000 – $99,000 per year.", "Pay", "$90,000 – $99,000 per year"),
        ("Hybrid (2 days from home)", "Location", "Asheville, NC · Hybrid (2 days from home)"),
        ("Full time, school hours welcome", "Employment", "Full time, school hours welcome"),
        ("Working days: Mon - Sat (2nd Sat off)", "Hours", "Mon - Sat (2nd Sat off)"),
        ("Mon - Sat (2nd Sat off)", "Hours", "Mon - Sat (2nd Sat off)"),
        ("REPORTS TO: ARTISTIC DIRECTOR & CEO", "Reports to", "the Artistic Director & CEO"),
        ("CONTRACT: PERMANENT", "Employment", "Full-time, permanent"),
        ("FLSA Status: Exempt", "Employment", "Full-time, exempt"),
        ("SALARY: $90,000 PRO RATA (4 DAYS A WEEK)", "Pay", "$90,000 pro rata (4 days a week)"),
        ("CTC: $90,000 - $99,000 + variable", "Pay", "CTC $90,000 - $99,000 + variable"),
        ("Location: Asheville, NC (work from office)", "Location", "Asheville, NC · work from office"),
        ("💰 $90,000 + bonus", "Pay", "$90,000 + bonus"),
        ("How much: $90,000", "Pay", "$90,000"),
        ("Hours:\t\t36 per week", "Hours", "36 per week"),
        ("Apply by: 9am, Thursday 7 January 2027", "Apply by", "9am, Thursday 7 January 2027"),
        (
            "Location: near Asheville, NC (yard), with site visits across Buncombe and Haywood",
            "Location",
            "Near Asheville, NC (yard), with site visits across Buncombe and Haywood",
        ),
    ],
)
def test_a_line_of_facts_stays_where_it_is_and_is_known_in_her_words(line, label, words):
    _, _, document, account = posting(headed(line))
    assert dict(document.facts.known())[label] == words
    assert label in document.facts.told
    assert {one.became for one in account.entries if one.text in line} == {Became.KEPT}
    assert re.sub(r"\t+", " ", line) in hers(document)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("We pay $90,000 - $99,000 plus super and vehicle, and a garden.", "$90,000 - $99,000 plus super and vehicle"),
        ("We pay $90,000 - $99,000 plus bonus based on profit!", "$90,000 - $99,000 plus bonus based on profit"),
        ("Salary up to $99,000 plus 10% bonus.", "up to $99,000 plus 10% bonus"),
        ("$90,000 to $99,000 plus super, a ute and fuel card.", "$90,000 to $99,000 plus super, a ute and fuel card"),
        ("$90,000 + quarterly bonus up to $35k OTE $150k. Truck.", "$90,000 + quarterly bonus up to $35k OTE $150k"),
        ("$90,000 plus super, ute with private use, and a dog.", "$90,000 plus super, ute with private use"),
        ("$82,000–$96,000 + health + ski pass.", "$82,000–$96,000 + health + ski pass"),
        ("Pay is $90,000 (plus bonus), and we pay on time.", "$90,000 (plus bonus)"),
        ("Base $90,000 a year, medical cover for family", "Base $90,000 a year, medical cover for family"),
        ("We pay $90,000 base, health insurance after 60 days, eggs, and a garden.", "$90,000 base"),
    ],
)
def test_pay_that_her_line_states_with_more_is_there_alone(sentence, words):
    began, _, document, _ = posting(GARDENS.replace("\nReady?", f"\nPay\n{sentence}\n\nReady?"))
    assert sum(began.words["base_salary"] in line for line in hers(document)) == 1
    assert "Pay" not in dict(document.facts.lines())
    assert dict(document.facts.known())["Pay"] == words
    assert and_beside_it(sentence, began.words["base_salary"]) == words


def test_pay_stays_in_her_own_section_for_it():
    _, _, document, account = posting(GARDENS.replace("\nReady?", "\nPay\n- Salary: $90,000 to $99,000\n\nReady?"))
    assert "Pay" not in dict(document.facts.lines())
    assert "Salary: $90,000 to $99,000" in hers(document)
    assert entry(account, "Salary").became is Became.KEPT
    assert "Pay" in [section.heading for section in document.sections]


@pytest.mark.parametrize(
    ("line", "printed"), [("Closing date: 20 January", "20 January"), ("Closing date: 20/01/2027", "January 20, 2027")]
)
def test_the_last_day_is_at_the_head_as_she_wrote_it(line, printed):
    assert head(headed(line))["Apply by"] == printed


def test_where_the_work_is_done_is_at_the_head_where_somebody_stated_it():
    began, brief, document, _ = posting(GARDENS)
    assert dict(document.facts.known())["Location"] == "Asheville, NC"
    assert head(headed("On-site"))["Location"].startswith("Asheville, NC · On-site")
    told = GARDENS.replace("We look after", "Fridays are from home, November to April: hybrid. We look after")
    assert posting(told)[1].workplace is Workplace.HYBRID
    assert head(told)["Location"] == "Asheville, NC"  # her sentence has its conditions
    hybrid = replace(brief, workplace=Workplace.HYBRID)
    document, _ = make(began, templates()["director-of-operations"], hybrid, version=1)
    assert dict(document.facts.known())["Location"] == "Asheville, NC (hybrid)"


def test_a_table_of_facts_below_a_heading_stays_there():
    rows = ["JOB DESCRIPTION", "Hours:\t\t36 per week", "Reports to:\tHead of Streets", "Grade:\t\tPO4"]
    _, _, document, _ = posting(headed(*rows))
    lines = dict(document.facts.known())
    assert (lines["Hours"], lines["Reports to"]) == ("36 per week", "Head of Streets")
    assert hers(document)[1:4] == ["Hours: 36 per week", "Reports to: Head of Streets", "Grade: PO4"]
    assert headings(document)[0] == "Job description"


def test_what_the_business_is_stays_beside_its_name():
    text = GARDENS.replace("Landscapes, Asheville, NC", "Landscapes, Gardeners and Builders\nAsheville, NC")
    _, _, document, _ = posting(text)
    assert dict(document.facts.known())["Company"] == "Harrow & Finch Landscapes, Gardeners and Builders"
    assert hers(document)[:2] == ["Harrow & Finch Landscapes, Gardeners and Builders", "Asheville, NC"]


def test_the_title_repeated_is_no_kind_of_employment():
    text = GARDENS.replace("Director of Operations\n", "Operations Manager (Maternity Cover)\n")
    text = text.replace("\nHarrow", "\nOperations Manager (Maternity Cover)\nHarrow")
    assert head(text)["Employment"] == "Temporary"


@pytest.mark.parametrize(
    ("header", "location"),
    [
        ("Harrow & Finch Landscapes, near Asheville, NC", "Near Asheville, NC"),
        ("Harrow & Finch Landscapes - just outside Asheville, NC", "Just outside Asheville, NC"),
    ],
)
def test_how_near_the_place_is_stays(header, location):
    text = GARDENS.replace("Harrow & Finch Landscapes, Asheville, NC", header)
    _, brief, document, _ = posting(text.replace("around Asheville", "here"))
    assert brief.place == "Asheville, NC"
    assert dict(document.facts.known())["Location"] == location
    assert header in hers(document)
    # Beside a line that has the place without such words, they are of something else.
    assert dict(posting(f"{text}\nThe yard is in Asheville, NC.\n")[2].facts.known())["Location"] != location


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("You report to Rosa.", None),
        ("You report to our Chief Executive.", "the Chief Executive"),
        ("You report to the President.", "the President"),
    ],
)
def test_whom_the_post_reports_to_is_at_the_head_as_strangers_know_them(sentence, printed):
    text = GARDENS.replace("You will run five", f"{sentence} You will run five")
    assert head(text).get("Reports to") == printed
    assert any(sentence in line for line in hers(posting(text)[2]))


def test_the_head_names_nobody_to_report_to_where_she_did_not():
    began, brief, document, _ = posting(GARDENS)
    assert "Reports to" not in dict(document.facts.known())
    document, _ = make(began, templates()["director-of-operations"], brief, version=1, given={"reports_to"})
    assert dict(document.facts.known())["Reports to"] == "the owner"


def test_travel_that_her_line_states_is_not_at_the_head_as_well():
    line = "Travel: two days a week to the county parks"
    text = GARDENS.replace("- A clean driving record", f"- {line}")
    _, brief, document, _ = posting(text)
    assert brief.travel_pattern
    assert [text for text in hers(document) if "county parks" in text] == [line]
    assert "Travel" not in dict(document.facts.lines())


def test_a_day_without_a_year_that_has_just_passed_is_not_next_year():
    text = GARDENS.rstrip().removesuffix(".") + " by November 20.\n"
    assert posting(text)[1].valid_through is None
    assert posting(text.replace("November 20", "January 20"))[1].valid_through == date(2027, 1, 20)


def test_the_last_day_that_her_sentence_states_is_there_alone():
    text = GARDENS.rstrip().removesuffix(".") + " by January 20.\n"
    _, _, document, _ = posting(text)
    assert "Apply by" not in dict(document.facts.lines())
    assert sum("January 20" in line for line in hers(document)) == 1


def test_other_answers_leave_the_words_of_the_head():
    _, brief, document, _ = posting(headed("Permanent, full time, site based"))
    template = templates()["director-of-operations"]
    old = compose(template, brief, version=1)
    same = carry_over(old, document, compose(template, replace(brief, goal="Fewer calls"), version=1))
    assert same.facts == document.facts
    part = carry_over(
        old, document, compose(template, replace(brief, employment_type=EmploymentType.PART_TIME), version=1)
    )
    assert dict(part.facts.known())["Employment"] == "Part-time"


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("Penny Parcels, Hamilton and Cambridge, New Zealand", "Hamilton and Cambridge, New Zealand"),
        ("Director of Operations - Penny Parcels, Bristol", "Bristol"),
        ("Penny Parcels, Dublin 8", "Dublin 8, Ireland"),
        (
            "Penny Parcels\nOffices in Fall River, New Bedford and Wareham, MA",
            "Fall River, New Bedford and Wareham, MA",
        ),
    ],
)
def test_the_place_of_a_header_is_all_of_it_and_no_firm(header, place):
    text = GARDENS.replace("Harrow & Finch Landscapes, Asheville, NC", header)
    text = text.replace("Operations\nDirector of Operations", "Operations").replace(
        "We look", "We’re Penny Parcels. We look"
    )
    text = text.replace("Asheville", "town").replace("Harrow & Finch", "Penny Parcels").replace("harrowfinch", "penny")
    began, _, document, _ = posting(text)
    assert began.answers["place"] == place
    assert "Location" not in dict(document.facts.lines())
    assert not [line for line in hers(document) if line.startswith("Director")]


def test_the_head_has_all_towns_of_a_line_and_the_answer_the_first():
    towns = "Fall River, New Bedford, Taunton and Wareham, MA"
    text = GARDENS.replace("Landscapes, Asheville, NC", f"Landscapes\nOffices in {towns}").replace("Asheville", "town")
    began, _, document, _ = posting(text)
    assert began.answers["place"] == "Fall River, MA"
    assert dict(document.facts.known())["Location"] == towns
    assert [line for line in hers(document) if towns in line] == [f"Offices in {towns}"]
