from dataclasses import replace

import pytest
from hypothesis import given

from roles.core import codec, editing
from roles.core.compose import compose
from roles.core.document import Document, Focus, Provenance, Source
from roles.core.editing import EditError, LockedError, MissingError
from roles.core.editing.operations import DOCUMENT_LIMIT, SECTION_LIMIT
from tests.core.compose.build import brief, section, statement, template
from tests.core.editing.edits import edited, steps
from tests.profiles import few_examples
from tests.strategies import briefs, role_templates

TEMPLATE = template(
    section(statement("one"), statement("two"), statement("three"), statement("four"), pick=3),
    section(statement("gives", "{{ benefits }}"), key="pay", heading="Pay"),
    section(statement("equal"), statement("help"), key="equal-opportunity", heading="Equal opportunity", locked=True),
)
BRIEF = brief(benefits="Pension\nA bicycle")
STOCK = editing.stock(TEMPLATE, BRIEF, version=7)
DOCUMENT = STOCK.composed


def keys(document, section_key="duties"):
    return [item.key for part in document.sections if part.key == section_key for item in part.items]


def item(document, key):
    return editing.find(document, key)[1]


def test_composing_names_each_item():
    assert [one.key for one in DOCUMENT.items()] == ["one", "two", "three", "benefits-1", "benefits-2", "equal", "help"]


def test_the_stock_composes_what_compose_composes():
    assert compose(TEMPLATE, BRIEF, version=7) == DOCUMENT


def test_an_answer_used_twice_and_a_statement_alike_keep_their_keys():
    doubled = template(
        section(statement("benefits-2"), statement("a", "{{ benefits }}"), statement("b", "{{ benefits }}"))
    )
    found = [one.key for one in compose(doubled, BRIEF, version=1).items()]
    assert found == ["benefits-2", "benefits-1", "benefits-3", "benefits-4", "benefits-5"]


@given(role_templates(), briefs())
@few_examples
def test_keys_are_unique_in_any_composition(role, answers):
    found = [one.key for one in compose(role, answers, version=1).items()]
    assert len(found) == len(set(found))


# reword


def test_a_reworded_item_is_the_owners_and_keeps_where_it_came_from():
    changed = item(editing.reword(DOCUMENT, "two", "  Bake  bread.\r\n", stock=STOCK), "two")

    assert changed.text == "Bake bread."
    assert changed.provenance == Provenance(source=Source.OWNER, name="two", version=7)
    assert changed.reason == f"You reworded this. {item(DOCUMENT, 'two').reason}"


def test_rewording_twice_shows_it_once():
    once = editing.reword(DOCUMENT, "two", "Bake.", stock=STOCK)
    assert item(editing.reword(once, "two", "Bake bread.", stock=STOCK), "two").reason.count("You reworded") == 1


def test_a_reworded_answer_keeps_its_name():
    changed = item(editing.reword(DOCUMENT, "benefits-2", "A good bicycle", stock=STOCK), "benefits-2")
    assert changed.provenance == Provenance(source=Source.OWNER, name="benefits")


def test_the_templates_own_words_typed_again_are_the_templates_again():
    there = editing.reword(DOCUMENT, "two", "Bake.", stock=STOCK)
    assert editing.reword(there, "two", "Do what two says.", stock=STOCK) == DOCUMENT


def test_the_same_words_change_nothing():
    assert editing.reword(DOCUMENT, "two", "Do what two  says. ", stock=STOCK) is DOCUMENT


@pytest.mark.parametrize("text", ["{{ company }}", "{% if x %}", "{{ 7*7 }}", "<b>&amp;</b>", "مخبز 👩🏽‍🍳"])
def test_the_owners_words_are_never_parsed(text):
    assert item(editing.reword(DOCUMENT, "two", text, stock=STOCK), "two").text == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("\u200b\u200b", "empty"),
        ("x" * 901, "shorten this to 900 characters; it has 901"),
        ("x" * 1_000_000, "shorten this to 900"),
        ("Ba\0d", "U\\+0000"),
        ("Turned \u202eround", "U\\+202E"),
        ("half \ud800", "U\\+D800"),
    ],
)
def test_what_cannot_appear_in_a_posting_is_reported(text, message):
    with pytest.raises(EditError, match=message):
        editing.reword(DOCUMENT, "two", text, stock=STOCK)
    with pytest.raises(EditError, match=message):
        editing.add(DOCUMENT, "duties", text, stock=STOCK)


def test_what_is_not_there_cannot_be_edited():
    for edit in (
        lambda: editing.reword(DOCUMENT, "nine", "x", stock=STOCK),
        lambda: editing.remove(DOCUMENT, "four"),
        lambda: editing.move(DOCUMENT, "four", 0),
        lambda: editing.reset(DOCUMENT, "four", stock=STOCK),
        lambda: editing.bring_in(DOCUMENT, "nine", stock=STOCK),
        lambda: editing.add(DOCUMENT, "nowhere", "x", stock=STOCK),
    ):
        with pytest.raises(MissingError):
            edit()


# add, remove, move, bring in, reset


def test_an_added_line_comes_last_and_is_nobodys_but_the_owners():
    document = editing.add(DOCUMENT, "duties", "Feed the cat.", stock=STOCK)
    added = item(document, "own-1")

    assert keys(document) == ["one", "two", "three", "own-1"]
    assert added.provenance == Provenance(source=Source.OWNER)
    assert added.focus is Focus.SHARED


def test_keys_of_added_lines_do_not_collide():
    document = editing.add(editing.add(DOCUMENT, "duties", "A.", stock=STOCK), "pay", "B.", stock=STOCK)
    document = editing.add(editing.remove(document, "own-1"), "duties", "C.", stock=STOCK)
    assert sorted(one.key for one in document.items() if one.key.startswith("own")) == ["own-1", "own-2"]


def test_a_section_goes_with_its_last_item_and_comes_back_in_its_place():
    without = editing.remove(editing.remove(DOCUMENT, "benefits-1"), "benefits-2")
    assert [part.key for part in without.sections] == ["duties", "equal-opportunity"]

    again = editing.bring_in(editing.bring_in(without, "benefits-2", stock=STOCK), "benefits-1", stock=STOCK)
    assert [part.key for part in again.sections] == ["duties", "pay", "equal-opportunity"]
    assert again == DOCUMENT
    added = editing.add(without, "pay", "A van.", stock=STOCK)
    assert [part.key for part in added.sections] == ["duties", "pay", "equal-opportunity"]


@pytest.mark.parametrize(
    ("place", "order"), [(0, "two one three"), (2, "one three two"), (99, "one three two"), (-4, "two one three")]
)
def test_an_item_moves_within_its_section(place, order):
    assert keys(editing.move(DOCUMENT, "two", place)) == order.split()


def test_a_statement_is_brought_in_at_the_templates_place_and_filled():
    document = editing.bring_in(editing.remove(DOCUMENT, "two"), "four", stock=STOCK)
    assert keys(document) == ["one", "three", "four"]
    assert item(document, "four").provenance == Provenance(source=Source.STATEMENT, name="four", version=7)
    assert keys(editing.bring_in(document, "two", stock=STOCK)) == ["one", "two", "three", "four"]
    assert editing.bring_in(document, "four", stock=STOCK) is document


def test_what_waits_is_what_fits_and_is_not_there():
    waiting = STOCK.waiting(editing.remove(DOCUMENT, "benefits-1"))
    assert {key: [one.key for one in items] for key, items in waiting.items() if items} == {
        "duties": ["four"],
        "pay": ["benefits-1"],
    }


def test_a_reset_item_is_as_composed():
    assert editing.reset(editing.reword(DOCUMENT, "one", "Other.", stock=STOCK), "one", stock=STOCK) == DOCUMENT


def test_an_added_line_has_nothing_to_go_back_to():
    document = editing.add(DOCUMENT, "duties", "Mine.", stock=STOCK)
    with pytest.raises(MissingError, match="yours alone"):
        editing.reset(document, "own-1", stock=STOCK)


def test_a_section_holds_sixty():
    document = DOCUMENT
    for number in range(SECTION_LIMIT - 3):
        document = editing.add(document, "duties", f"Line {number}.", stock=STOCK)
    with pytest.raises(EditError, match="at most 60"):
        editing.add(document, "duties", "One more.", stock=STOCK)


def test_a_document_holds_what_one_request_can_send():
    wide = template(*(section(statement(f"s{n}"), key=f"part-{n}") for n in range(9)))
    stock = editing.stock(wide, BRIEF, version=1)
    document = stock.composed
    for number in range(DOCUMENT_LIMIT // 900):
        document = editing.add(document, f"part-{number % 9}", "x" * 900, stock=stock)
    with pytest.raises(EditError, match="60,000 characters"):
        editing.add(document, "part-0", "x" * 900, stock=stock)


# locked sections


def test_a_locked_section_is_reworded_only_when_unlocked():
    with pytest.raises(LockedError):
        editing.reword(DOCUMENT, "equal", "Other.", stock=STOCK)
    assert item(editing.reword(DOCUMENT, "equal", "Other.", stock=STOCK, unlocked=True), "equal").text == "Other."


@pytest.mark.parametrize("asked", [{}, {"unlocked": True}, {"confirmed": True}])
def test_nothing_goes_from_a_locked_section_without_both_words(asked):
    with pytest.raises(LockedError):
        editing.remove(DOCUMENT, "equal", **asked)


def test_with_both_it_goes():
    assert keys(editing.remove(DOCUMENT, "equal", unlocked=True, confirmed=True), "equal-opportunity") == ["help"]


def test_a_locked_section_is_neither_added_to_nor_reordered_by_accident():
    with pytest.raises(LockedError):
        editing.add(DOCUMENT, "equal-opportunity", "x", stock=STOCK)
    with pytest.raises(LockedError):
        editing.move(DOCUMENT, "equal", 1)


# whatever the edits


@given(role_templates(), briefs(), steps)
@few_examples
def test_after_any_edits_the_document_is_whole(role, answers, made):
    stock = editing.stock(role, answers, version=3)
    document = edited(stock, made)
    found = [one.key for one in document.items()]

    assert len(found) == len(set(found))
    assert all(part.items for part in document.sections)
    assert codec.load(Document, codec.dump(document)) == document
    assert replace(document, sections=()) == replace(stock.composed, sections=())
    order = [shelf.key for shelf in stock.shelves]
    assert [part.key for part in document.sections] == sorted((part.key for part in document.sections), key=order.index)


@given(role_templates(), briefs(), steps)
@few_examples
def test_words_that_are_not_the_owners_are_the_templates(role, answers, made):
    stock = editing.stock(role, answers, version=3)
    for one in edited(stock, made).items():
        assert one.provenance.source is Source.OWNER or one.text == stock.offers[one.key].text
