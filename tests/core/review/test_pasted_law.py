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
        ("Oakland, California", "Nine of us. $90,000 to $95,000. List your current salary.", {"posting_law.barred"}),
        ("Reno, Nevada", "Send your last two payslips.", {"posting_law.barred"}),
        ("Cleveland, Ohio", "Nine of us, all in Cleveland. State your current salary.", set()),
        ("Columbus, Ohio", "Nine of us, all in Columbus. $90,000 to $95,000. State your current salary.", set()),
        (
            "Columbus, Ohio",
            "15 people, all in Columbus. $90,000 to $95,000. List your current salary.",
            {"posting_law.barred"},
        ),
        ("Boise, Idaho", "State your current salary.", set()),
        ("Remote, US (not Colorado)", "There are 40 people, three in Denver.", {"posting_law.missing"}),
        ("Remote, US (not Colorado)", "There are 40 people.", set()),
        ("Remote, within 40 miles of Portland, Maine", "There are 40 people.", {"posting_law.missing"}),
    ],
)
def test_a_law_goes_by_what_the_text_states(rules, place, line, musts):
    text = f"Operations Director\n\nLocation: {place}\n\nFull time. {line}\n\nHealth insurance, 401(k). No bonus.\n"
    found = review(read_text(text), None, rules, TODAY)
    assert {each.id for each in found if each.rule == "posting_law" and each.level is Level.MUST_FIX} == musts


@pytest.mark.parametrize(
    ("place", "level"),
    [("Cork, Ireland", Level.MUST_FIX), ("Pune, India", Level.SHOULD_FIX), ("Leeds, UK", Level.SHOULD_FIX)],
)
def test_past_pay_is_not_asked_for_in_the_union(place, level, rules):
    text = f"Operations Director\n\nLocation: {place}\n\nSend us your most recent payslip with your CV.\n"
    found = review(read_text(text), None, rules, TODAY)
    assert [each.level for each in found if "past pay" in each.message] == [level]


@pytest.mark.parametrize(
    ("place", "line", "id", "named"),
    [
        ("Denver, Colorado", "State your current salary.", "posting_law.barred", "Colorado does not allow"),
        ("Remote, USA", "State your current salary.", "posting_law.barred", "other places may not allow"),
        ("Boise, Idaho", "State your current salary.", "protected.other", "asks for past pay"),
        ("Toronto, Ontario", "Canadian experience required.", "protected.origin", "asks where somebody has worked"),
    ],
)
def test_words_that_a_list_and_a_law_bar_are_found_once(place, line, id, named, rules):
    text = (
        f"Operations Director\n\nLocation: {place}\n\nPay: $80,000 - $90,000 a year. There are 60 people.\n\n{line}\n"
    )
    found = [each for each in review(read_text(text), None, rules, TODAY) if each.words and each.words in line]
    assert [(each.id, named in each.message) for each in found] == [(id, True)]
