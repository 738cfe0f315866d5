from dataclasses import replace

import pytest

from roles.core import editing
from roles.core.editing import EditError, LockedError, Typed, carry_over, mark_of, merge_typed
from roles.core.editing.parts import SECTIONS_LIMIT
from tests.core.compose.build import brief, section, statement, template

TEMPLATE = template(
    section(statement("one"), statement("two"), statement("three")),
    section(statement("reading"), key="skills", heading="Skills"),
    section(statement("equal"), key="equal-opportunity", heading="Equal opportunity", locked=True),
)
STOCK = editing.stock(TEMPLATE, brief(), version=7)
SHOWN = STOCK.composed


def parts(document):
    return {part.key: [item.key for item in part.items] for part in document.sections}


def headings(document):
    return [part.heading for part in document.sections]


def after_new_answers(owned):
    new = editing.stock(TEMPLATE, brief(company="Quay"), version=7)
    return carry_over(STOCK.composed, owned, new.composed, offers=new.offers)


# the title and the headings


def test_a_title_of_her_own_stays_when_the_answers_change():
    mine = editing.retitle(SHOWN, " Head of  Operations ", stock=STOCK)
    assert mine.title == "Head of Operations"
    assert after_new_answers(mine).title == "Head of Operations"


def test_an_emptied_title_or_heading_is_the_templates_again():
    mine = editing.rename(editing.retitle(SHOWN, "Mine", stock=STOCK), "skills", "What you bring", stock=STOCK)
    assert headings(mine)[1] == "What you bring"
    assert editing.rename(editing.retitle(mine, "", stock=STOCK), "skills", " ", stock=STOCK) == SHOWN


def test_a_section_of_her_own_keeps_a_heading():
    mine = editing.add_part(SHOWN, "Our shop", ["It is small."], stock=STOCK)
    with pytest.raises(EditError, match="needs a heading"):
        editing.rename(mine, "own-part-1", "", stock=STOCK)


def test_a_section_that_never_had_a_heading_needs_none():
    bare = template(section(statement("one")), section(statement("step"), key="steps", heading=""))
    stock = editing.stock(bare, brief(), version=7)
    assert editing.rename(stock.composed, "steps", " ", stock=stock) == stock.composed
    pasted = replace(SHOWN, sections=(replace(SHOWN.sections[0], key="pasted-1", heading=""),))
    assert editing.rename(pasted, "pasted-1", "", stock=STOCK) == pasted


@pytest.mark.parametrize("text", ["x" * 101, "a\0b", "a\u202eb"])
def test_a_title_and_a_heading_have_limits(text):
    with pytest.raises(EditError):
        editing.retitle(SHOWN, text, stock=STOCK)
    with pytest.raises(EditError):
        editing.rename(SHOWN, "skills", text, stock=STOCK)


def test_the_boxes_of_title_and_headings_are_merged_like_lines():
    entries = [
        Typed(key="@title", section="@", text="Mine", seen=mark_of(SHOWN.title)),
        Typed(key="@skills", section="@", text="What you bring", seen=mark_of("Skills")),
        Typed(key="@gone", section="@", text="Old", seen=mark_of("Older")),
    ]
    merged = merge_typed(SHOWN, entries, stock=STOCK)
    assert (merged.document.title, headings(merged.document)[1]) == ("Mine", "What you bring")
    theirs = editing.rename(SHOWN, "skills", "Theirs", stock=STOCK)
    assert merge_typed(theirs, entries, stock=STOCK).conflicts["@skills"].theirs == "Theirs"


# sections


def test_a_section_is_added_above_the_promise_at_the_end_and_stays():
    mine = editing.add_part(SHOWN, "Our shop", ["It is small.", "It is old."], stock=STOCK)
    assert list(parts(mine)) == ["duties", "skills", "own-part-1", "equal-opportunity"]
    assert parts(mine)["own-part-1"] == ["own-1", "own-2"]
    assert parts(after_new_answers(mine)) == parts(mine)


@pytest.mark.parametrize(("heading", "lines"), [("", ["A line."]), ("A heading", []), ("x" * 101, ["A line."])])
def test_a_section_has_a_heading_and_a_line(heading, lines):
    with pytest.raises(EditError):
        editing.add_part(SHOWN, heading, lines, stock=STOCK)


def test_a_posting_holds_thirty_sections():
    document = SHOWN
    for number in range(SECTIONS_LIMIT - 3):
        document = editing.add_part(document, f"Part {number}", ["A line."], stock=STOCK)
    with pytest.raises(EditError, match="at most 30"):
        editing.add_part(document, "One more", ["A line."], stock=STOCK)


def test_a_moved_section_stays_where_it_was_put():
    mine = editing.move_part(SHOWN, "skills", 0)
    assert list(parts(mine)) == ["skills", "duties", "equal-opportunity"]
    assert list(parts(after_new_answers(mine))) == list(parts(mine))
    assert editing.move_part(mine, "skills", 99).sections[-1].key == "skills"


def test_a_section_is_removed_but_a_locked_one_is_not():
    assert list(parts(editing.remove_part(SHOWN, "skills"))) == ["duties", "equal-opportunity"]
    for allowed in ({}, {"unlocked": True}, {"confirmed": True}):
        with pytest.raises(LockedError):
            editing.remove_part(SHOWN, "equal-opportunity", **allowed)


# a line sent to another section


def test_a_line_sent_to_another_section_keeps_what_it_is_and_stays_there():
    mine = editing.send(SHOWN, "two", "skills", 0, stock=STOCK)
    assert parts(mine) == {"duties": ["one", "three"], "skills": ["two", "reading"], "equal-opportunity": ["equal"]}
    assert editing.find(mine, "two")[1] == editing.find(SHOWN, "two")[1]
    assert parts(after_new_answers(mine)) == parts(mine)


def test_the_last_line_sent_away_takes_its_section_with_it():
    mine = editing.send(SHOWN, "reading", "duties", 99, stock=STOCK)
    assert parts(mine) == {"duties": ["one", "two", "three", "reading"], "equal-opportunity": ["equal"]}
    assert parts(editing.send(mine, "reading", "skills", 0, stock=STOCK)) == parts(SHOWN)


def test_a_line_is_sent_neither_into_nor_out_of_a_locked_section():
    for key, part in (("two", "equal-opportunity"), ("equal", "skills")):
        with pytest.raises(LockedError):
            editing.send(SHOWN, key, part, 0, stock=STOCK)
        assert editing.send(SHOWN, key, part, 0, stock=STOCK, unlocked={"equal-opportunity"})


def test_another_title_takes_the_place_of_her_own():
    other = template(*TEMPLATE.sections, slug="other", title="Other Title")
    mine = editing.retitle(SHOWN, "Mine", stock=STOCK)
    switched = editing.switch(mine, brief(), TEMPLATE, other, own_version=7, target_version=1)
    assert switched.document.title == "Other Title"
