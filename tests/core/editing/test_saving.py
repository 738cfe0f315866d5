import pytest

from roles.core import editing
from roles.core.editing import (
    Action,
    SheetForm,
    Typed,
    UnreadableFormError,
    mark_of,
    press,
    refuse_stale,
    save_words,
    take_back,
)
from tests.core.compose.build import brief, section, statement, template

TEMPLATE = template(
    section(statement("one"), statement("two"), statement("three"), pick=2),
    section(statement("reading"), key="skills"),
    section(statement("equal"), key="equal-opportunity", locked=True),
)
STOCK = editing.stock(TEMPLATE, brief(), version=7)
SHOWN = STOCK.composed


def typed(key, text, **rest):
    section, item = editing.find(SHOWN, key)
    return Typed(key=key, section=section.key, text=text, seen=mark_of(item.text), **rest)


def form(do="save", *entries, **rest):
    return SheetForm(revision=1, action=Action.read(do), typed=entries, **rest)


def saved(do="save", *entries, document=SHOWN, stale=False, **rest):
    return save_words(document, STOCK, form(do, *entries, **rest), stale=stale)


def pressed(do, document=SHOWN, unlocked=()):
    return press(saved(document=document, unlocked=unlocked), Action.read(do))


def keys(result, section="duties"):
    return [item.key for part in result.document.sections if part.key == section for item in part.items]


def text(result, key):
    return editing.find(result.document, key)[1].text


# the words of a form


def test_one_text_typed_is_named_in_the_history():
    result = saved("save", typed("one", "Mine."))
    assert (text(result, "one"), result.change, result.settled) == ("Mine.", "reword:one", True)


def test_several_texts_typed_are_one_step():
    assert saved("save", typed("one", "Mine."), typed("two", "Mine, too.")).change == "reword"


def test_a_form_nobody_touched_is_no_step():
    result = saved("save", typed("one", text(saved(), "one")))
    assert (result.document, result.change, result.note) == (SHOWN, "", "")


def test_a_line_begun_is_added_whatever_the_button():
    result = saved("remove:one", typed("two", "Mine."), begun={"skills": "Sourdough."})
    assert (keys(result, "skills"), result.change) == (["reading", "own-1"], "add:skills")
    assert (result.note, result.focus) == ("Added.", "new-skills")


def test_a_line_begun_and_sent_twice_is_added_once():
    first = saved("add:skills", begun={"skills": " Sourdough. "})
    second = saved("add:skills", document=first.document, stale=True, begun={"skills": "Sourdough."})
    assert (second.document, second.change) == (first.document, "")


def test_the_same_line_on_a_fresh_page_is_added_again():
    first = saved("add:skills", begun={"skills": "Sourdough."})
    second = saved("add:skills", document=first.document, begun={"skills": "Sourdough."})
    assert keys(second, "skills") == ["reading", "own-1", "own-2"]


def test_an_add_button_without_a_line_asks_for_one():
    result = saved("add:skills")
    assert (result.note, result.focus) == ("Write the line first, then add it.", "new-skills")


def test_a_line_too_long_stays_begun_and_the_others_are_taken():
    result = saved("save", typed("one", "Mine."), begun={"skills": "y" * 901})
    assert result.begun == {"skills": "y" * 901}
    assert "901" in result.problems["new-skills"]
    assert (text(result, "one"), result.settled) == ("Mine.", False)


def test_lines_begun_in_sections_that_are_gone_are_handed_back_elsewhere():
    result = saved("save", begun={"nowhere": "First.", "gone": "Second."})
    assert result.begun == {"duties": "First. Second."}
    assert set(result.problems) == {"new-duties"}


def test_a_section_not_locked_is_never_unlocked():
    assert saved(unlocked={"equal-opportunity", "skills", "x"}).unlocked == {"equal-opportunity"}


def test_what_both_wrote_is_a_conflict_and_not_settled():
    theirs = editing.reword(SHOWN, "one", "Theirs.", stock=STOCK)
    result = saved("save", typed("one", "Mine."), document=theirs)
    assert (result.document, result.change, result.settled) == (theirs, "", False)
    assert (result.conflicts["one"].theirs, result.conflicts["one"].yours) == ("Theirs.", "Mine.")


def test_an_emptied_line_is_named_in_the_history_and_in_the_note():
    result = saved("save", typed("one", ""))
    assert (result.change, result.note) == ("remove:one", "Removed: Do what one says.")


def test_lines_begun_together_are_added_one_by_one_or_not_at_all():
    assert keys(saved("add:skills", begun={"skills": "- Bread\n- Cakes"}), "skills") == ["reading", "own-1", "own-2"]
    refused = saved("add:skills", begun={"skills": "Bread\n" + "y" * 901})
    assert (keys(refused, "skills"), list(refused.problems)) == (["reading"], ["new-skills"])


def test_undo_takes_words_back_that_could_not_be_saved():
    result = take_back(saved("undo", typed("one", "x" * 901)))
    assert (result.problems, result.refused, result.change) == ({}, False, "")


def test_undo_leaves_a_line_begun_and_words_in_dispute():
    assert take_back(saved("undo", begun={"skills": "y" * 901})).begun == {"skills": "y" * 901}
    theirs = editing.reword(SHOWN, "one", "Theirs.", stock=STOCK)
    disputed = take_back(saved("undo", typed("one", "Mine."), document=theirs))
    assert (list(disputed.conflicts), disputed.refused) == (["one"], True)


# buttons


def test_a_move_names_its_place():
    result = pressed("move:two:0")
    assert keys(result) == ["two", "one"]
    assert (result.change, result.focus) == ("move:two:0", "item-two")
    assert result.note.startswith("Moved to 1 of 2: ")


def test_a_move_to_where_it_is_is_no_step():
    result = pressed("move:one:0")
    assert (result.change, result.note) == ("", "It is already there.")


@pytest.mark.parametrize(("key", "focus"), [("one", "item-two"), ("two", "item-one")])
def test_a_removal_leads_to_the_next_line(key, focus):
    result = pressed(f"remove:{key}")
    assert key not in keys(result)
    assert (result.change, result.focus) == (f"remove:{key}", focus)


def test_a_removal_in_the_middle_leads_to_the_line_below():
    longer = editing.bring_in(SHOWN, "three", stock=STOCK)
    assert pressed("remove:two", document=longer).focus == "item-three"


def test_the_removal_of_a_last_line_leads_to_its_section():
    assert pressed("remove:reading").focus == "part-skills"


def test_a_locked_line_is_removed_only_unlocked_and_confirmed():
    locked = pressed("remove_sure:equal")
    assert locked.refused
    assert "locked" in locked.note
    asked = pressed("remove:equal", unlocked={"equal-opportunity"})
    assert (asked.document, asked.sure, asked.change, asked.refused) == (SHOWN, "equal", "", False)
    gone = pressed("remove_sure:equal", unlocked={"equal-opportunity"})
    assert (keys(gone, "equal-opportunity"), gone.change) == ([], "remove:equal")


def test_a_reset_brings_back_the_words_of_the_template():
    mine = editing.reword(SHOWN, "one", "Mine.", stock=STOCK)
    result = pressed("reset:one", document=mine)
    assert (result.document, result.change) == (SHOWN, "reset:one")
    assert pressed("reset:one").change == ""


def test_a_statement_is_brought_in():
    result = pressed("bring:three")
    assert (keys(result), result.change, result.focus) == (["one", "two", "three"], "bring:three", "item-three")


def test_only_a_locked_section_can_be_unlocked():
    assert pressed("unlock:equal-opportunity").unlocked == {"equal-opportunity"}
    assert pressed("unlock:skills").refused


@pytest.mark.parametrize("do", ["move:nobodys:1", "remove:nobodys", "reset:nobodys", "bring:nobodys", "unlock:nobodys"])
def test_a_line_that_is_not_there_is_refused_with_a_reason(do):
    result = pressed(do)
    assert (result.document, result.change, result.refused) == (SHOWN, "", True)
    assert result.note


def test_a_step_without_a_change_does_not_repeat_the_one_before():
    words = saved("save", typed("one", "Mine."))
    assert press(words, Action.read("move:one:0")).change == ""


# a button of an older revision


def test_a_button_of_a_stale_page_is_refused():
    result = refuse_stale(saved(), Action.read("remove:one"), repeated=False)
    assert (result.document, result.refused, result.focus) == (SHOWN, True, "item-one")
    assert result.note.startswith("Not done")


def test_a_form_sent_twice_is_no_error():
    result = refuse_stale(saved("save", begun={"skills": "Sourdough."}), Action.read("remove:one"), repeated=True)
    assert (result.refused, result.note, result.change) == (False, "Added.", "")


def test_a_stale_fix_leads_nowhere():
    assert refuse_stale(saved(), Action.read("fix:0123456789abcdef"), repeated=False).focus == ""


# what a button may ask for


@pytest.mark.parametrize(
    ("value", "action", "change"),
    [
        ("save", Action("save"), "save:"),
        ("move:one:3", Action("move", "one", 3), "move:one:3"),
        ("remove_sure:one", Action("remove_sure", "one"), "remove:one"),
        ("fix:0123456789abcdef", Action("fix", "0123456789abcdef"), "fix:0123456789abcdef"),
    ],
)
def test_a_button_is_read(value, action, change):
    assert Action.read(value) == action
    assert action.change == change


@pytest.mark.parametrize(
    "value", ["", "explode", "save:one", "move:one", "move:one:1e9", "remove:../x", "fix:xyz", "move:one:٣"]
)
def test_a_button_of_nobodys_cannot_be_read(value):
    with pytest.raises(UnreadableFormError):
        Action.read(value)
