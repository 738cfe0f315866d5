from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from roles.core.content.markets import read_boards
from roles.core.document import Document, EmploymentType, Workplace
from roles.core.exports import text
from roles.core.exports.boards import bare_title, fields
from roles.core.money import BaseSalary, Currency, PayPeriod
from tests.core.compose.build import posting, statement

BOARDS = {board.key: board for board in read_boards()}
PAY = BaseSalary(min_value=Decimal("22.50"), max_value=Decimal(30), currency=Currency.GBP, unit_text=PayPeriod.HOUR)


def whole(**answers) -> Document:
    return posting(
        statement("one"),
        statement("two", "{{ apply_to }}"),
        **{
            "apply_to": "https://example.com/jobs",
            "base_salary": PAY,
            "valid_through": date(2027, 1, 30),
            "workplace": Workplace.HYBRID,
            "employment_type": EmploymentType.PART_TIME,
            **answers,
        },
    )


def filled(key, document):
    return {field.label: field.value for field in fields(document, BOARDS[key])}


def test_linkedins_fields_are_filled_from_the_posting():
    document = whole()

    assert filled("linkedin", document) == {
        "Job title": "Keeper of Operations",
        "Company": "Harbour Bakery",
        "Workplace type": "Hybrid",
        "Job location": "Leeds, UK",
        "Job type": "Part-time",
        "Description": "DUTIES\n• Do what one says.\n• https://example.com/jobs",
        "Pay from": "22.50",
        "Pay to": "30",
        "Currency": "GBP",
        "Pay rate": "per hour",
        "Apply at": "https://example.com/jobs",
    }


def test_indeeds_fields_are_in_its_own_words():
    found = filled("indeed", whole())

    assert (found["Job location type"], found["Rate"], found["Application deadline"]) == (
        "Hybrid work",
        "per hour",
        "2027-01-30",
    )


@pytest.mark.parametrize("key", BOARDS)
def test_what_the_posting_does_not_state_is_stated_and_not_guessed(key):
    document = posting(statement("one"))
    found = list(fields(document, BOARDS[key]))

    assert {field.note for field in found if not field.value} == {"The posting does not state it."}
    assert not any(field.note for field in found if field.value)


@pytest.mark.parametrize("key", BOARDS)
def test_the_description_and_the_facts_are_what_plain_text_states(key):
    document = whole()
    written = text.write(document)
    found = filled(key, document)

    assert written.endswith(next(value for label, value in found.items() if "escription" in label) + "\n")
    assert written.startswith(found["Job title"])


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Director of Operations", "Director of Operations"),
        ("Director of Operations – Leeds", "Director of Operations"),
        ("Director of Operations (Leeds, UK)", "Director of Operations"),
        ("Director of Operations, £60k, remote", "Director of Operations"),
        ("Director of Operations | £55,000–£60,000 | Harbour Bakery", "Director of Operations"),
        ("Director of Operations, Bakeries – hybrid", "Director of Operations, Bakeries"),
        ("Operations Director - Retail & Logistics", "Operations Director - Retail & Logistics"),
        ("Operations Director – 60.000 EUR", "Operations Director"),
        ("Operations Director, Level 2", "Operations Director, Level 2"),
        ("Leeds", "Leeds"),
        ("Head of R&D: Food", "Head of R&D: Food"),
    ],
)
def test_pay_and_place_are_left_out_of_the_title(title, bare):
    assert bare_title(replace(whole(), title=title)) == bare


def test_what_was_left_out_of_the_title_is_stated():
    (title, *_) = fields(replace(whole(), title="Keeper – Leeds"), BOARDS["linkedin"])

    assert title.value == "Keeper"
    assert "left out of the title" in title.note


def test_a_title_too_long_for_the_board_is_stated_and_not_cut():
    (title, *_) = fields(replace(whole(), title="x" * 201), BOARDS["linkedin"])

    assert title.value == "x" * 201
    assert "takes 200 characters; this has 201" in title.note
