"""A list with numbers of hers keeps them: as a numbered list, or in its words where it is none by itself."""

from dataclasses import replace

import pytest

from roles.core.compose import compose
from roles.core.document import SectionKind
from roles.core.editing import carry_over
from roles.core.exports import html, markdown, text

from .test_account import posting, templates
from .test_her_order import GARDENS, headings, hers

WEEK = """- Build the crew schedule each Thursday and re-cut it when the weather turns
- Keep every build job inside the hours we sold
- Hire and train crew leads (three before March)
- Other duties as assigned
"""
HEADINGS = ("Why this job exists", "Your week", "Who we are", "You'll need", "Ready?")
DUTIES = ("Build the crew schedule each Thursday", "Keep every build job inside its hours", "Hire and train crew leads")


def week(*lines):
    return GARDENS.replace(WEEK, "\n".join((*lines, "")))


def section_of(document, words):
    return next(part for part in document.sections if any(words in item.text for item in part.items))


@pytest.mark.parametrize("marks", ["1. 2. 3.", "1) 2) 3)", "(1) (2) (3)"])
def test_a_numbered_list_is_one(marks):
    lines = (f"{mark} {duty}" for mark, duty in zip(marks.split(), DUTIES, strict=True))
    _, brief, document, _ = posting(week(*lines))
    section = section_of(document, DUTIES[0])
    assert section.numbered
    assert [item.text for item in section.items] == list(DUTIES)
    assert not section_of(document, "A clean driving record").numbered
    old = compose(templates()["director-of-operations"], brief, version=1)
    assert carry_over(old, document, old) == document
    new = compose(templates()["director-of-operations"], replace(brief, goal="Fewer calls"), version=1)
    assert section_of(carry_over(old, document, new), DUTIES[0]).numbered


@pytest.mark.parametrize(
    ("form", "printed"),
    [(text, "2. Keep every"), (markdown, "2. Keep every"), (html, "<ol>\n<li>Build")],
)
def test_the_numbers_are_in_each_form(form, printed):
    lines = (f"{number}. {duty}" for number, duty in enumerate(DUTIES, start=1))
    assert printed in form.write(posting(week(*lines))[2])


def test_numbers_beside_other_marks_stay_in_the_words():
    document = posting(week("1. Run the crews", "- the weekly plan", "- the night rota", "2. Hire crew leads"))[2]
    at = hers(document).index("1. Run the crews")
    assert hers(document)[at : at + 4] == [
        "1. Run the crews",
        "the weekly plan",
        "the night rota",
        "2. Hire crew leads",
    ]
    assert section_of(document, "1. Run the crews").kind is SectionKind.LINES


@pytest.mark.parametrize("marks", ["a) b) c)", "i. ii. iii."])
def test_letters_of_a_list_stay_in_the_words(marks):
    lines = [f"{mark} {duty}" for mark, duty in zip(marks.split(), DUTIES, strict=True)]
    assert [item.text for item in section_of(posting(week(*lines))[2], DUTIES[0]).items] == lines


def test_a_count_that_goes_on_from_another_section_stays_in_the_words():
    text = week("3. Run the crews", "4. Hire crew leads")
    text = text.replace("Why this job", "The garden\n1. Mow\n2. Rake\n\nWhy this job")
    assert {"3. Run the crews", "4. Hire crew leads"} <= set(hers(posting(text)[2]))


def test_headings_with_numbers_are_headings():
    text = GARDENS
    for number, heading in enumerate(HEADINGS, start=1):
        text = text.replace(f"\n{heading}\n", f"\n{number}) {heading}\n")
    assert "5) Ready?" in text
    assert headings(posting(text)[2]) == headings(posting(GARDENS)[2])
