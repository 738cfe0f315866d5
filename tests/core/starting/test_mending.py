"""What is weak in an advert is mended with the owner's own words: walls of sentences, capitals, run-in headings."""

import pytest

from roles.core.document import SectionKind, Source
from roles.core.limits import Purpose
from roles.core.starting.calm import calm, spellings

from .test_account import entry, posting, words
from .test_her_order import GARDENS, headings, hers

WALL = """DIRECTOR OF OPERATIONS
Dunmore Pest Control, Macon, GA

ABOUT DUNMORE
Dunmore treats 3,100 homes and 90 restaurants around Macon from one office with 24 technicians.

WHAT YOU WILL DO
Oversee the daily routes. Manage 24 technicians and the dispatcher. Make sure every callback is seen in two days. \
Ensure compliance with state rules. Order chemicals. On call rotation. Other duties as assigned by the owner.

REQUIREMENTS
Three years running field crews. Clean driving record. Spanish is a plus.
SALARY: $70,000 - $78,000 plus truck
HOURS - Monday to Friday, 7 to 4

Serious inquiries only. Email your resume to jobs@dunmore.example.
"""


def section(document, heading):
    return next(part for part in document.sections if part.heading == heading)


def test_a_wall_of_sentences_below_a_heading_is_a_list_of_her_words():
    _, _, document, account = posting(WALL)
    duties = section(document, "What you will do")
    assert duties.kind is SectionKind.BULLETS
    assert [item.text for item in duties.items] == [
        "Oversee the daily routes.",
        "Manage 24 technicians and the dispatcher.",
        "Make sure every callback is seen in two days.",
        "Ensure compliance with state rules.",
        "Order chemicals.",
        "On call rotation.",
        "Other duties as assigned by the owner.",
    ]
    asked = section(document, "Requirements")
    assert [item.text for item in asked.items][:2] == ["Three years running field crews.", "Clean driving record."]
    assert entry(account, "Other duties").reason.startswith("Every posting says this")
    assert words(*(one.text for one in account.entries)) == words(WALL)


@pytest.mark.parametrize(
    "prose",
    [
        "You don't panic. You'd rather fix a schedule than write a memo. You tell people on the day.",
        "Run the crews. It is harder than it sounds. Hire two leads.",
        "Rosa built this. She wants her evenings. That is the job.",
    ],
)
def test_prose_stays_one_paragraph(prose):
    text = GARDENS.replace("You will run five maintenance crews and two build crews.", prose)
    assert prose in hers(posting(text)[2])


def test_what_ends_a_list_on_pay_and_hours_is_below_headings_for_them():
    _, _, document, _ = posting(WALL)
    at = {item.text: part.purpose for part in document.sections for item in part.items}
    assert at["SALARY: $70,000 - $78,000 plus truck"] is Purpose.PAY
    assert at["HOURS - Monday to Friday, 7 to 4"] is Purpose.CONDITIONS


def test_headings_in_capitals_are_set_as_sentences():
    assert headings(posting(WALL)[2])[:3] == ["About Dunmore", "What you will do", "Requirements"]


@pytest.mark.parametrize(
    ("heading", "calmed"),
    [
        ("ABOUT US", "About us"),
        ("ABOUT TERN ROCK", "About Tern Rock"),
        ("HGV AND FLEET", "HGV and fleet"),
        ("WHAT YOU'LL DO", "What you'll do"),
        ("P&L", "P&L"),
        ("WHO WE ARE", "Who we are"),
        ("HSE", "HSE"),
        ("Our Values", "Our Values"),
    ],
)
def test_a_heading_in_capitals_keeps_names_and_abbreviations(heading, calmed):
    assert calm(heading, spellings("Tern Rock brews. At Tern Rock we brew about us.")) == calmed


def test_a_sentence_behind_one_word_is_no_section_of_its_own():
    text = GARDENS.replace("You'll need\n", "You: done it before, outdoors, with a radio.\n\nYou'll need\n")
    text += "\nTo apply: ring Rosa first.\n"
    _, _, document, _ = posting(text)
    assert "You: done it before, outdoors, with a radio." in hers(document)
    assert not {"You", "You:"} & set(headings(document))


def test_applying_has_one_heading_and_begins_with_a_capital():
    text = GARDENS.replace("Ready?\nSend a resume", "To apply: send a resume")
    document = posting(text)[2]
    assert [part.heading for part in document.sections if part.purpose is Purpose.APPLY] == ["To apply"]
    assert section(document, "To apply").items[0].text.startswith("Send a resume and a photo")


def test_a_cliche_that_the_next_sentence_speaks_of_stays():
    text = GARDENS.replace("We work hard, play hard.", "We work hard, play hard. But the gates are shut at five.")
    assert any("We work hard, play hard. But the gates" in line for line in hers(posting(text)[2]))
    text = GARDENS.replace("Who we are\n", "Who we are\nNobody here says work hard, play hard.\n")
    assert any("trusts. We work hard, play hard." in line for line in hers(posting(text)[2]))


def test_a_paragraph_of_a_hundred_words_stays_one():
    long = " ".join(f"Crew {number} looks after gardens in ward {number} of the city." for number in range(14))
    text = GARDENS.replace("We look after gardens for", f"{long} We look after gardens for")
    assert any(line.startswith(long) for line in hers(posting(text)[2]))


def test_one_of_hers_leaves_no_room_for_duties_of_ours_and_none_for_two():
    begins, ends = GARDENS.index("Your week"), GARDENS.index("Who we are")
    prose = "Your week\nWhile Ann is away you will look after the vans and the six people who drive them.\n"
    for work, ours in (("", 2), ("Your week\n- Plan the routes on Fridays\n", 0), (prose, 0)):
        _, _, document, _ = posting(f"{GARDENS[:begins]}{work}\n{GARDENS[ends:]}")
        parts = [part for part in document.sections if part.purpose is Purpose.DUTIES]
        found = [item for part in parts for item in part.items if item.provenance.source is Source.STATEMENT]
        assert len(found) == ours
