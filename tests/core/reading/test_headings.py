"""Headings of real postings open the section they are about, whatever is below them."""

from pathlib import Path

import pytest

from roles.core.reading import read_posting

LINES = Path(__file__).with_name("headings.tsv").read_text(encoding="utf-8").splitlines()
HEADINGS = [tuple(line.split("\t")) for line in LINES]
BELOW = {
    "bullets": "- one thing\n- another thing",
    "a sentence": "Something is said here in a sentence.",
    "lines": "One thing in a line\nAnother thing in a line",
}


def keys(heading, below):
    text = f"Director of Operations\n\nA first line, and it ends.\n\n{heading}\n{below}\n"
    return [section.key for section in read_posting(text).sections]


@pytest.mark.parametrize("below", BELOW.values(), ids=BELOW)
def test_of_two_hundred_headings_nineteen_in_twenty_are_recognised(below):
    missed = [heading for key, heading in HEADINGS if keys(heading, below) != ["opening", key]]
    assert len(HEADINGS) >= 200
    assert len(missed) <= len(HEADINGS) * 0.05, missed


@pytest.mark.parametrize(
    "line",
    [
        "Lead a team of five people",
        "You have a van and a licence",
        "Your own car",
        "Manage the budget",
        "Five years",
        "Bread is baked in Leeds",
        "We train you",
        "Excel",
    ],
)
@pytest.mark.parametrize("heading", ["Responsibilities", "Requirements"])
def test_a_line_of_a_list_is_no_heading(line, heading):
    text = f"Director of Operations\n\n{heading}\n\n{line}\nKeep the stock in order\nBuy flour and salt\n"
    (section,) = read_posting(text).sections
    assert [item.text for item in section.items] == [line, "Keep the stock in order", "Buy flour and salt"]


def test_groups_within_a_list_are_of_its_kind():
    text = "Head of Ops\n\nResponsibilities\n\nPeople\n- Hire\n- Train\n\nMoney\n- Plan\n\nBenefits\n- Bread\n"
    found = [(section.key, section.heading.text) for section in read_posting(text).sections]
    assert found == [
        ("responsibilities", "Responsibilities"),
        ("responsibilities-2", "People"),
        ("responsibilities-3", "Money"),
        ("pay", "Benefits"),
    ]


def test_names_below_one_another_are_no_headings():
    text = "Head of Ops\n\nRequirements\n\nExcel\n\nSage Accounts\n\nMicrosoft Teams\n\nA licence.\n"
    assert [section.key for section in read_posting(text).sections] == ["required"]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("A word on the building", "section"),
        ("Pay & bonus", "pay"),
        ("Our benefits package", "pay"),
        ("What it pays", "pay"),
        ("It would be great if you also", "preferred"),
        ("Notice to suppliers and agencies", "conditions"),
    ],
)
def test_a_heading_in_small_letters_is_right_above_sentences(heading, key):
    text = (
        f"Head of Ops\n\nDuties\n- Plan the week\n- Run the day\n\n{heading}\nWe say here what there is to say of it.\n"
    )
    assert [section.key for section in read_posting(text).sections] == ["responsibilities", key]


@pytest.mark.parametrize("line", ["We bake bread for half the town.", "Some days are long", "Call us on 01632 960123"])
def test_a_line_over_a_sentence_that_goes_on_is_no_heading(line):
    text = f"Head of Ops\n\nDuties\n- Plan the week\n\n{line}\nand others are short.\n"
    assert len(read_posting(text).sections) <= 2
    assert not any(section.heading and section.heading.text == line for section in read_posting(text).sections)
