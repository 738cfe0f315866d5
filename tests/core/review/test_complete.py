from datetime import date

import pytest

from roles.core import content
from roles.core.compose import Brief
from roles.core.document import Workplace
from roles.core.review import Level, Rules
from roles.core.review.reading import read_text

from .making import document, findings, pay, section

WHOLE = (
    section("apply", "Write to jobs@example.com."),
    section("equal-opportunity", "We are an equal opportunity employer."),
)
FACTS = {"base_salary": pay(90_000, 110_000), "valid_through": date(2027, 1, 30)}


RULES = {rule.key: rule for rule in content.read_posting_rules()}


TWICE = ("complete.pay", "complete.closing_date")


@pytest.mark.parametrize(
    ("law", "place", "off", "told"),
    [
        ("us-co", "Denver, CO", (), ()),
        ("us-co", "Denver, CO", ("posting_law",), TWICE),
        ("us-co", "Denver, CO", ("posting_law.missing",), TWICE),
        ("us-co", "Leeds, UK", (), TWICE),
        ("us-il", "Chicago, IL", (), TWICE),  # of whom nobody knows how many they are it only may ask
    ],
)
def test_what_a_posting_law_surely_asks_for_is_not_reported_twice(law, place, off, told):
    rules = Rules(switched_off=frozenset(off), posting_rules=(RULES[law],))
    found = findings(document(*WHOLE, job_location=place), "complete", rules=rules)
    assert tuple(entry.id for entry in found) == told


def test_a_whole_posting_lacks_nothing():
    assert findings(document(*WHOLE, **FACTS), "complete") == []


@pytest.mark.parametrize(
    ("id", "level", "sections", "facts"),
    [
        ("complete.place", Level.MUST_FIX, WHOLE, {"job_location": " "}),
        ("complete.place", Level.SHOULD_FIX, WHOLE, {"job_location": "", "workplace": Workplace.REMOTE}),
        ("complete.apply", Level.MUST_FIX, WHOLE[1:], {}),
        ("complete.pay", Level.SHOULD_FIX, WHOLE, {"base_salary": None}),
        ("complete.closing_date", Level.CONSIDER, WHOLE, {"valid_through": None}),
        ("complete.equal_opportunity", Level.SHOULD_FIX, WHOLE[:1], {}),
        ("complete.reporting_line", Level.SHOULD_FIX, WHOLE, {"reports_to": ""}),
    ],
)
def test_what_is_missing_is_named_with_its_weight(id, level, sections, facts):
    (found,) = findings(document(*sections, **{**FACTS, **facts}), "complete")
    assert (found.id, found.level) == (id, level)


def test_an_address_in_the_brief_alone_is_no_way_to_apply():
    brief = Brief(company="A", industry="b", headcount=5, place="C", apply_to="jobs@example.com")
    assert [found.id for found in findings(document(*WHOLE[1:], **FACTS), "complete", brief=brief)] == [
        "complete.apply"
    ]


@pytest.mark.parametrize(
    "text", ["Ring Sue on 0113 496 0000.", "To apply, call 512 555 0143.", "Drop your CV in at the yard."]
)
def test_a_number_or_a_door_is_a_way_to_apply(text):
    assert findings(document(section("apply", text), WHOLE[1], **FACTS), "complete") == []
    (found,) = findings(document(section("duties", text), WHOLE[1], **FACTS), "complete")
    assert found.id == "complete.apply"


def test_pay_written_by_hand_counts():
    doc = document(*WHOLE, section("pay", "Salary: $90,000 to $110,000 a year."), **{**FACTS, "base_salary": None})
    assert findings(doc, "complete") == []


def test_a_budget_is_no_pay():
    doc = document(*WHOLE, section("summary", "You run a budget of $2,000,000."), **{**FACTS, "base_salary": None})
    assert [found.id for found in findings(doc, "complete")] == ["complete.pay"]


@pytest.mark.parametrize("text", ["Salary: competitive", "Salary: DOE", "Pay: depends on experience"])
def test_a_word_in_place_of_an_amount_is_no_pay(text):
    doc = document(*WHOLE, section("pay", text), **{**FACTS, "base_salary": None})
    assert [found.id for found in findings(doc, "complete")] == ["complete.pay"]


def test_applications_that_stay_open_need_no_day():
    doc = document(
        section("apply", "Write to jobs@example.com. Open until filled."), WHOLE[1], base_salary=pay(9e4, 1e5)
    )
    assert findings(doc, "complete") == []


def test_a_pasted_text_is_asked_for_what_its_facts_cannot_show():
    ids = {found.id for found in findings(read_text("Operations Director\n\nCome and run our shop."), "complete")}
    assert {"complete.workplace", "complete.employment_type", "complete.reporting_line"} <= ids


def test_a_pasted_text_that_shows_is_not_asked():
    text = "Operations Director\n\nFull-time and hybrid. You report to the owner."
    ids = {found.id for found in findings(read_text(text), "complete")}
    assert not {"complete.workplace", "complete.employment_type", "complete.reporting_line"} & ids


def test_a_pasted_text_may_show_its_place_where_it_is_not_seen():
    doc = read_text("Manager\n\nPies from Asheville, North Carolina, and from Greenville, South Carolina.\n")
    (found,) = findings(doc, "complete.place")
    assert found.level is Level.SHOULD_FIX
    assert "“Location: Denver, CO”" in found.message


@pytest.mark.parametrize(
    ("line", "id"),
    [
        ("To apply, bring or mail a letter to 455 Court St NE.", "complete.apply"),
        ("Letters of application should reach us at P.O. Box 118, Omaha.", "complete.apply"),
        ("Supervisor: Executive Director", "complete.reporting_line"),
        ("Ending 21 December", "complete.closing_date"),
    ],
)
def test_what_a_pasted_line_states_is_not_asked_for(line, id):
    asked = [found.id for found in findings(read_text(f"Director of Operations\n\n{line}"), "complete")]
    assert id not in asked
    assert len(asked) > 3
