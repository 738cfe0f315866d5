"""Words that tell readers off, or ask for a life instead of work."""

import pytest

from .making import of_line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No timewasters.", "No timewasters"),
        ("If you can't handle pressure, don't apply.", "If you can't handle pressure, don't apply"),
        ("If you need your hand held this isn't for you.", "If you need your hand held this isn't for you"),
        ("You thrive in chaos.", "thrive in chaos"),
        ("Somebody who doesn't watch the clock.", "doesn't watch the clock"),
        ("Serious applicants only.", "Serious applicants only"),
        ("You don't mind a 6am phone call.", "don't mind a 6am phone call"),
    ],
)
def test_scolding_and_demands_for_a_life_are_found_once(text, words):
    (found,) = of_line(text, "tone", key="conditions")
    assert (found.id, found.level.value, found.words) == ("tone.harsh", "should_fix", words)


@pytest.mark.parametrize(
    "text",
    [
        "If you don't meet every requirement, please apply anyway.",
        "If you have questions, do not hesitate to call.",
        "If you applied in May, please do not apply again.",
        "Recruitment agencies need not apply.",
        "We will not waste your time: two interviews, one week.",
        "Cut the time wasted at changeover.",
        "We grow stress-tolerant plants.",
        "The alarm phone rings at all hours and the night team answers.",
        "Our homes are for people who live for the sea.",
        "Orders are answered around the clock by the night team.",
    ],
)
def test_kind_words_and_other_peoples_work_are_let_be(text):
    assert of_line(text, "tone", key="conditions") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Must answer boss WhatsApp any hour.", "answer boss WhatsApp any hour"),
        ("The phone stays on, including off days.", "including off days"),
        ("You work under extreme pressure.", "work under extreme pressure"),
        ("You are prepared to work evenings without overtime.", "evenings without overtime"),
        ("You live for the business.", "live for the business"),
        ("We don't count hours.", "don't count hours"),
        ("Your phone rings at any hour.", "Your phone rings at any hour"),
        ("Stress-resistant and calm.", "Stress-resistant"),
        ("Crunch is part of the job.", "Crunch is"),
        ("Somebody who puts the company first.", "puts the company first"),
        ("You have nerves of steel.", "nerves of steel"),
    ],
)
def test_any_hour_and_any_pressure_ask_for_a_life(text, words):
    assert [found.words for found in of_line(text, "tone", key="conditions")] == [words]
