from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose import compose
from roles.core.diff import Op, What, document_changes, sentences_changed
from tests import shipped

TEMPLATE = shipped.role("director-of-operations")
POSTING = compose(TEMPLATE, shipped.brief("bakery-leeds"), version=1)
SECTION = next(place for place, section in enumerate(POSTING.sections) if len(section.items) > 3)
ITEMS = POSTING.sections[SECTION].items


def with_items(*items, section=SECTION, document=POSTING):
    sections = list(document.sections)
    sections[section] = replace(sections[section], items=tuple(items))
    return replace(document, sections=tuple(sections))


def reworded(item, text):
    return replace(item, text=text)


def words(change, but):
    return "".join(span.words for span in change.spans if span.op is not but)


def test_between_equal_documents_nothing_differs():
    assert document_changes(POSTING, POSTING) == ()
    assert sentences_changed(POSTING, POSTING) == 0


def test_a_reworded_line_shows_the_words_that_went_and_came():
    old = with_items(reworded(ITEMS[0], "We bake bread at night."), *ITEMS[1:])
    [change] = document_changes(old, with_items(reworded(ITEMS[0], "We bake rye bread at night."), *ITEMS[1:]))

    assert (change.what, change.place, change.moved) == (What.REWORDED, POSTING.sections[SECTION].name, False)
    assert [(span.op, span.words) for span in change.spans if span.op is not Op.SAME] == [(Op.ADDED, " rye")]


def test_a_line_that_came_and_one_that_went_are_shown_whole():
    shorter = with_items(*ITEMS[1:])
    came, gone = document_changes(shorter, POSTING), document_changes(POSTING, shorter)

    assert [(change.what, words(change, Op.REMOVED)) for change in came] == [(What.ADDED, ITEMS[0].text)]
    assert [(change.what, words(change, Op.ADDED)) for change in gone] == [(What.REMOVED, ITEMS[0].text)]


def test_a_line_moved_past_all_others_is_one_move():
    [change] = document_changes(POSTING, with_items(*ITEMS[1:], ITEMS[0]))

    assert (change.what, change.moved) == (What.MOVED, True)
    assert words(change, Op.ADDED) == ITEMS[0].text
    assert sentences_changed(POSTING, with_items(*ITEMS[1:], ITEMS[0])) == 0


def test_a_line_in_another_section_and_other_words_is_one_change():
    other = (SECTION + 1) % len(POSTING.sections)
    moved = with_items(*POSTING.sections[other].items, reworded(ITEMS[0], "Other words."), section=other)
    [change] = document_changes(POSTING, with_items(*ITEMS[1:], document=moved))

    assert (change.what, change.moved, change.place) == (What.REWORDED, True, POSTING.sections[other].name)


def test_title_facts_and_headings_are_no_lines_and_count_as_one_each():
    sections = (replace(POSTING.sections[0], heading="About us, in short"), *POSTING.sections[1:])
    facts = replace(POSTING.facts, reports_to="the board", base_salary=None)
    changes = document_changes(POSTING, replace(POSTING, title="Head of it all", facts=facts, sections=sections))

    assert [change.place for change in changes] == ["Title", "Reports to", "Pay", "Heading"]
    assert [change.what for change in changes] == [What.REWORDED, What.REWORDED, What.REMOVED, What.REWORDED]
    assert not any(change.is_line for change in changes)
    assert sentences_changed(POSTING, replace(POSTING, title="Head of it all", facts=facts, sections=sections)) == 4


@pytest.mark.parametrize(
    ("was", "now", "count"),
    [
        ("One. Two. Three.", "One. Two. Three.", 0),
        ("One. Two. Three.", "One. Second. Three.", 1),
        ("One. Two.", "One. Two. Three. Four.", 2),
        ("One. Two. Three.", "One.", 2),
        ("One.  Two.", "One. Two.", 1),  # no sentence, but not the same either
    ],
)
def test_sentences_that_changed_are_counted(was, now, count):
    old, new = (with_items(reworded(ITEMS[0], text), *ITEMS[1:]) for text in (was, now))

    assert sentences_changed(old, new) == count


texts = st.lists(st.sampled_from(["We bake.", "Bread", "at night", "—", "“x”", "  ", "é"]), min_size=1).map(" ".join)


@given(st.permutations(range(len(ITEMS))), st.lists(st.tuples(st.integers(0, len(ITEMS) - 1), texts), max_size=4))
def test_whatever_is_edited_the_spans_hold_both_texts_whole(order, edits):
    items = list(ITEMS)
    for place, text in edits:
        items[place] = reworded(items[place], text)
    kept = [items[place] for place in order[: len(order) - len(edits) % 2]]
    new = with_items(*kept)
    changes = document_changes(POSTING, new)
    olds, news = {item.text for item in ITEMS}, {item.text for item in kept}

    assert (changes == ()) == (new == POSTING)
    for change in changes:
        if change.what is not What.ADDED:
            assert words(change, Op.ADDED) in olds
        if change.what is not What.REMOVED:
            assert words(change, Op.REMOVED) in news
