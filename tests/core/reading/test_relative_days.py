"""A last day to apply that is counted from the day it is read on."""

from datetime import date

import pytest

from roles.core.reading import on_day, read_posting
from roles.core.reading.relative_days import RelativeDay

TODAY = date(2026, 11, 26)  # a Thursday
HEAD = "Director of Operations\nAlder Ltd, Leeds, UK\n\nWe make cheese and sell it to shops.\n\n{}"


def closing(line):
    return on_day(read_posting(HEAD.format(line)).facts, TODAY).closing_date


@pytest.mark.parametrize(
    ("line", "day", "words"),
    [
        ("Closes in 12 days", date(2026, 12, 8), "in 12 days"),
        ("Applications close two weeks from today.", date(2026, 12, 10), "two weeks from today"),
        ("We close this Friday, so write soon.", date(2026, 11, 27), "this Friday"),
        ("Deadline: next Wednesday", date(2026, 12, 2), "next Wednesday"),
        ("Closing date: 10 days", date(2026, 12, 6), "10 days"),
        ("Please apply by 5pm on Monday to jobs@alder.example.", date(2026, 11, 30), "Monday"),
        ("Apply within the next 3 weeks to jobs@alder.example.", date(2026, 12, 17), "within the next 3 weeks"),
        ("Send your CV to jobs@alder.example by tomorrow.", date(2026, 11, 27), "tomorrow"),
        ("The advert closes on Friday week.", date(2026, 12, 4), "Friday week"),
        ("Applications must be in by the end of next week.", date(2026, 12, 4), "the end of next week"),
        ("Applications close at the end of this month.", date(2026, 11, 30), "the end of this month"),
        ("You have 10 days left to apply.", date(2026, 12, 6), "10 days left"),
        ("Closing in a fortnight.", date(2026, 12, 10), "in a fortnight"),
        ("To apply:\nfill in the form on our site within two weeks", date(2026, 12, 10), "within two weeks"),
        ("The vacancy closes a month from now.", date(2026, 12, 26), "a month from now"),
    ],
)
def test_the_day_that_is_meant(line, day, words):
    found = closing(line)
    assert found
    assert (found.value, found.words.removeprefix("on ")) == (day, words)


@pytest.mark.parametrize(
    "line",
    [
        "We reply to applications within two weeks.",
        "The shop closes on Sunday and Monday.",
        "To apply:\nsend us a letter. We reply within two weeks.",
        "We will write within a week of your letter. We'll send offers within 3 days.",
        "We close on Fridays at noon.",
        "Apply to join a team that doubled in 3 years.",
        "Interviews are next Wednesday; apply on Monday if you can.",
        "Orders sent by Friday are with customers in 3 days.",
        "You have 10 years of work behind you.",
        "Deadlines come every Friday, and month ends close in 3 days.",
    ],
)
def test_no_day_of_others(line):
    assert closing(line) is None


def test_a_day_with_its_date_comes_first():
    assert closing("Closes in 12 days. Apply by 1 December 2026.").value == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        (RelativeDay(months=1), date(2027, 2, 28)),
        (RelativeDay(weekday=6), date(2027, 1, 31)),
        (RelativeDay(weekday=6, next_week=True), date(2027, 2, 7)),
        (RelativeDay(month_end=True, months=1), date(2027, 2, 28)),
    ],
)
def test_from_the_last_day_of_a_month(day, meant):
    assert day.on_or_after(date(2027, 1, 31)) == meant
