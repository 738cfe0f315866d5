from dataclasses import replace

from hypothesis import given

from roles.core import editing
from roles.core.document import Source
from roles.core.editing import ChangeKind, take, upstream_changes
from tests.core.compose.build import brief, section, statement, template
from tests.core.editing.edits import edited, steps
from tests.profiles import few_examples
from tests.strategies import briefs, role_templates

BRIEF = brief()
BASE = template(
    section(statement("one"), statement("two", "Serve {{ company }}."), statement("three"), statement("four"), pick=3)
)
NEW = template(
    section(
        statement("one", "Do one better."),
        statement("two", "Serve Harbour Bakery."),
        statement("new", required=True),
        statement("four"),
        heading="Your duties",
        pick=3,
    )
)
STOCK = editing.stock(BASE, BRIEF, version=1)


def changes(document=STOCK.composed, base=BASE, new=NEW):
    return upstream_changes(base, new, BRIEF, document)


def taken(document, *keys, base=BASE, new=NEW):
    return take(document, changes(document, base, new), keys, new, BRIEF, version=2)


def texts(document):
    return [item.text for item in document.items()]


def test_each_change_is_reported_once_in_reading_order():
    assert [(change.key, change.kind) for change in changes()] == [
        ("heading:duties", ChangeKind.HEADING),
        ("one", ChangeKind.REWORDED),
        ("three", ChangeKind.WITHDRAWN),
        ("new", ChangeKind.NEW),
    ]


def test_a_change_this_business_would_not_see_is_none():
    assert "two" not in {change.key for change in changes()}


def test_what_the_owner_wrote_before_the_template_did_is_no_change():
    section = replace(STOCK.composed.sections[0], heading="Your duties")
    document = editing.reword(replace(STOCK.composed, sections=(section,)), "one", "Do one better.", stock=STOCK)
    assert [change.key for change in changes(document)] == ["three", "new"]


def test_a_change_shows_three_texts():
    document = editing.reword(STOCK.composed, "one", "Mine.", stock=STOCK)
    change = next(change for change in changes(document) if change.key == "one")
    assert (change.base, change.new, change.owned, change.mine) == (
        "Do what one says.",
        "Do one better.",
        "Mine.",
        True,
    )


def test_what_the_owner_removed_is_not_spoken_of():
    assert "one" not in {change.key for change in changes(editing.remove(STOCK.composed, "one"))}


def test_taking_none_changes_no_word():
    document = taken(STOCK.composed)
    assert texts(document) == texts(STOCK.composed)
    assert [part.heading for part in document.sections] == ["Duties"]
    assert document.version == 2
    assert [item.provenance.version for item in document.items()] == [1, 2, 1]


def test_each_can_be_taken_alone():
    assert texts(taken(STOCK.composed, "one"))[0] == "Do one better."
    assert texts(taken(STOCK.composed, "three")) == ["Do what one says.", "Serve Harbour Bakery."]
    assert texts(taken(STOCK.composed, "new"))[2] == "Do what new says."
    assert taken(STOCK.composed, "heading:duties").sections[0].heading == "Your duties"


def test_taking_all_makes_what_the_new_version_composes():
    document = taken(STOCK.composed, *(change.key for change in changes()))
    assert document == editing.stock(NEW, BRIEF, version=2).composed


def test_the_owners_words_go_only_when_they_agree():
    document = editing.reword(STOCK.composed, "one", "Mine.", stock=STOCK)
    spare = [change.key for change in changes(document) if not change.mine]
    assert texts(taken(document, *spare))[0] == "Mine."
    assert texts(taken(document, *spare, "one"))[0] == "Do one better."


def test_what_was_left_stays_left_when_the_answers_change():
    document = taken(STOCK.composed, "new")
    old, new = (editing.stock(NEW, answers, version=2) for answers in (BRIEF, replace(BRIEF, goal="97%")))
    again = editing.carry_over(old.composed, document, new.composed, offers=new.offers)
    assert texts(again) == texts(document)
    assert again.sections[0].heading == "Duties"


def test_what_was_left_can_be_reset_to_the_new_words():
    document = taken(STOCK.composed)
    new = editing.stock(NEW, BRIEF, version=2)
    assert editing.find(editing.reset(document, "one", stock=new), "one")[1].text == "Do one better."


def test_a_third_version_compares_with_the_words_that_were_left():
    left = taken(STOCK.composed)
    third = template(section(statement("one", "Do one best."), *NEW.sections[0].statements[1:], heading="Your duties"))
    change = next(change for change in changes(left, NEW, third) if change.key == "one")
    assert (change.base, change.new, change.owned, change.mine) == (
        "Do one better.",
        "Do one best.",
        "Do what one says.",
        True,
    )


@given(role_templates(), briefs(), steps)
@few_examples
def test_the_same_template_changes_nothing(role, answers, made):
    stock = editing.stock(role, answers, version=1)
    assert upstream_changes(role, role, answers, edited(stock, made)) == []


@given(role_templates(), role_templates(), briefs(), steps)
@few_examples
def test_all_that_touch_no_own_words_leave_every_one_of_them(base, new, answers, made):
    stock = editing.stock(base, answers, version=1)
    document = edited(stock, made)
    found = upstream_changes(base, new, answers, document)
    result = take(document, found, [change.key for change in found if not change.mine], new, answers, version=2)
    mine = [[item for item in doc.items() if item.provenance.source is Source.OWNER] for doc in (document, result)]
    keys = [item.key for item in result.items()]

    assert mine[0] == mine[1]
    assert len(keys) == len(set(keys))
    assert all(part.items for part in result.sections)
