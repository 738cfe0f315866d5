"""The posting laws by what a pasted text states: how many people there are, where they are, and past pay."""

from datetime import date

import pytest

from roles.core import content
from roles.core.review import Level, Rules, review
from roles.core.review.reading import read_text

TODAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def rules():
    return Rules(posting_rules=content.read_posting_rules())


@pytest.mark.parametrize(
    ("place", "line", "musts"),
    [
        ("Worcester, Massachusetts", "Thirty people, all of them in Worcester.", {"posting_law.missing"}),
        ("Worcester, Massachusetts", "Thirty people.", set()),  # how many of them are there is not said
        ("Worcester, Massachusetts", "Twelve of us, all in Worcester.", set()),
        ("Victoria, BC", "Pay: $80,000 to $90,000. Tell us what you are earning now.", {"posting_law.barred"}),
        ("Remote, US (not Colorado)", "There are 40 people, three in Denver.", {"posting_law.missing"}),
        ("Remote, US (not Colorado)", "There are 40 people.", set()),
        ("Remote, within 40 miles of Portland, Maine", "There are 40 people.", {"posting_law.missing"}),
    ],
)
def test_a_law_goes_by_what_the_text_says(rules, place, line, musts):
    text = f"Operations Director\n\nLocation: {place}\n\nFull time. {line}\n\nHealth insurance, 401(k). No bonus.\n"
    found = review(read_text(text), None, rules, TODAY)
    assert {each.id for each in found if each.rule == "posting_law" and each.level is Level.MUST_FIX} == musts
