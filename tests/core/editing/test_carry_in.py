import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose import compose
from roles.core.document import Source
from roles.core.editing import EditError, carry_in
from roles.core.editing.operations import ITEM_LIMIT
from roles.core.review.reading import read_text
from tests import shipped

TEMPLATE = shipped.role("director-of-operations")
BRIEF = shipped.brief("bakery-leeds")


def carried(text):
    return carry_in(read_text(text), BRIEF, TEMPLATE, version=4)


def said(document):
    lines = []
    for section in document.sections:
        lines += [section.heading, *(item.text for item in section.items)]
    return re.findall(r"\w+", " ".join(lines))


def test_sections_and_bullets_are_kept_and_the_facts_are_the_owners():
    document = carried("About us\nWe bake.\n\nDuties:\n- Lead.\n- Plan.\n")
    assert [(section.key, section.heading, section.kind) for section in document.sections] == [
        ("company", "About us", "lines"),
        ("responsibilities", "Duties", "bullets"),
    ]
    assert (document.role, document.version, document.title) == (TEMPLATE.slug, 4, TEMPLATE.title)
    assert document.facts.job_location == BRIEF.place
    assert {item.provenance.source for item in document.items()} == {Source.OWNER}
    assert len({item.key for item in document.items()}) == 3


def test_another_title_becomes_the_first_line_and_the_same_one_does_not():
    other = carried("Head of Operations, Denver\n\nDuties\n- Lead.")
    assert other.sections[0].items[0].text == "Head of Operations, Denver"
    assert other.sections[0].heading == "The role"
    same = carried("Director of operations\n\nDuties\n- Lead.")
    assert [section.key for section in same.sections] == ["responsibilities"]


def test_a_heading_with_nothing_below_stays_as_a_line():
    document = carried("Duties\n- Lead.\n\nBenefits\n\nRequirements\n- Patience.")
    assert "Benefits" in [item.text for item in document.items()]


def test_a_heading_right_over_another_of_its_kind_is_carried_over_once():
    document = carried("Responsibilities\n\nDuties\n\n- Plan the week\n- Buy the flour\n")
    assert said(document) == ["Responsibilities", "Duties", "Plan", "the", "week", "Buy", "the", "flour"]


def test_paragraphs_below_a_list_are_a_section_of_lines_with_a_heading():
    document = carried("Duties\n- Lead.\n\nWe are family-owned.\n\nPay: good")
    assert [
        (section.heading, section.kind, [item.text for item in section.items]) for section in document.sections
    ] == [
        ("Duties", "bullets", ["Lead."]),
        ("Also", "lines", ["We are family-owned.", "Pay: good"]),
    ]


def test_what_the_template_locks_is_locked():
    document = carried("Duties\n- Lead.\n\nEqual opportunity\nEveryone is welcome.")
    assert [section.locked for section in document.sections] == [False, True]


@pytest.mark.parametrize("text", ["A sentence of words. " * 100, "word " * 400, "x" * 1500])
def test_a_long_paragraph_is_cut_into_items_and_nothing_is_lost(text):
    document = carried(f"Duties\n{text}")
    assert max(len(item.text) for item in document.items()) <= ITEM_LIMIT
    joined = "".join(item.text for item in document.items())
    assert joined.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(("text", "message"), [("", "no text here"), ("- a\n" * 401, "at most 400 lines")])
def test_what_a_posting_cannot_hold_is_refused(text, message):
    with pytest.raises(EditError, match=message):
        carried(text)


@given(st.lists(st.sampled_from(["Duties", "- Lead the team.", "", "About us", "Some words here", "Pay: £5", "* x"])))
def test_every_word_is_there_in_order(lines):
    text = "\n".join(["Intro words", *lines])
    written = iter(said(carried(text)))
    assert all(word in written for word in re.findall(r"\w+", text))


def test_its_facts_are_those_the_same_answers_give_a_composed_posting():
    brief = replace(BRIEF, reports_to="Reports to CEO")
    carried_in = carry_in(read_text("Manager\n\nRun the shop.\n"), brief, TEMPLATE, version=4)
    assert carried_in.facts == compose(TEMPLATE, brief, version=4).facts
    assert carried_in.facts.reports_to == "the CEO"
