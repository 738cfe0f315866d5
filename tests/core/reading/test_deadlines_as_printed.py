"""Closing days as boards, forms and notices in two languages print them."""

from datetime import date

import pytest

from roles.core.reading import read_posting
from roles.core.reading.closing import on_day
from roles.core.reading.posting import Way

HEAD = "Director of Operations\nAlder Ltd, Leeds, UK\n{}\n\nWe make cheese and sell it to shops."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("time left to apply\nEnd Date: December 20, 2026 (20 days left to apply)", date(2026, 12, 20)),
        ("Deadline: Priority given to applications received by December 14, 2026", date(2026, 12, 14)),
        ("Deadline: review of applications begins December 7", None),
        ("We start interviewing January 11 and will close the posting on February 26, 2027.", date(2027, 2, 26)),
        ("Dyddiad cau / Closing date:  8 Ionawr / 8 January", date(2027, 1, 8)),
        ("Dyddiad cychwyn / Start date: 8 January", None),
        ("Apply in confidence to jobs@alder.example quoting competition 26-114 by\nJanuary 8, 2027.", date(2027, 1, 8)),
    ],
)
def test_the_closing_day(line, day):
    stated = on_day(read_posting(HEAD.format(line)).facts, date(2026, 11, 29)).closing_date
    assert (stated and stated.value) == day


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Log in to Apply", "Log in to Apply"),
        ("Register to apply   Login to apply", "Register to apply   Login to apply"),
        ("Apply online now", "Apply online now"),
        ("Apply now | Save job | Email me jobs like this", "Apply now"),
        ("Quick apply\nSave", "Quick apply"),
        ("We apply online tools in our work", None),
    ],
)
def test_the_button_of_a_page(line, words):
    ways = read_posting(HEAD.format(line)).facts.apply_to
    assert [(each.value.way, each.words) for each in ways] == ([(Way.BUTTON, words)] if words else [])


def test_a_number_for_questions_comes_behind_where_one_applies():
    lines = "Informal enquiries to Colm, CEO, 091 555 012.\nApplications by e-mail only, with CV, to hr@alder.example."
    assert [each.words for each in read_posting(HEAD.format(lines)).facts.apply_to] == [
        "hr@alder.example",
        "091 555 012",
    ]
