"""Manners of real texts: headings that say not, labels that are no headings, and words that look empty."""

import pytest

from roles.core.starting import Became

from .test_account import entry, lines_of, posting


@pytest.mark.parametrize("heading", ["What you won't own", "Not this role", "What this job is not"])
def test_a_heading_that_states_not_stays_with_its_lines(heading):
    lines = f"Duties\n- Plan routes\n\n{heading}\n\nThe price list of 2027.\n\nRequirements\n- CNC"
    text = f"Director of Operations\n\n{lines}"
    _, _, document, account = posting(text)
    own = next(section for section in document.sections if section.heading == heading)
    assert [item.text for item in own.items] == ["The price list of 2027."]
    assert entry(account, heading).became is Became.HEADING
    assert lines_of(document, "required")[0].text == "CNC."


def test_labels_in_a_run_of_duties_are_no_headings():
    duties = [
        "Team: you lead the 9 o'clock meeting.",
        "Money: you keep the budget of 3 shops.",
        "Systems: Kajabi and Zapier.",
        "Launches: two a year.",
    ]
    text = "Director of Operations\n\nWhat you'll own\n\n" + "\n".join(duties) + "\n\nRequirements\n- CNC\n"
    _, _, document, _ = posting(text)
    assert [item.text for item in lines_of(document, "responsibilities")][:4] == duties
    assert lines_of(document, "required")[0].text == "CNC."


@pytest.mark.parametrize(
    "words",
    [
        "We need someone to own that.",
        "Our client... is us.",
        "Excellent IT skills",
        "Remote. You need a desk by the sea.",
    ],
)
def test_words_that_state_something_are_kept(words):
    _, _, document, account = posting(f"Director of Operations (remote, US)\n\nAbout us\n{words}\n")
    assert entry(account, words).became is Became.KEPT
    assert any(words.rstrip(".") in item.text for item in document.items())


@pytest.mark.parametrize("words", ["Organised!", "Attractive package", "Excellent communication skills"])
def test_cliches_are_left_out(words):
    _, _, _, account = posting(f"Director of Operations\n\nRequirements\n- {words}\n- CNC\n")
    assert entry(account, words).became is Became.LEFT_OUT
