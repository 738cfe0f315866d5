from hypothesis import given
from hypothesis import strategies as st

from roles.core import editing
from roles.core.editing import Typed, mark_of, merge_typed
from tests.core.compose.build import brief, section, statement, template
from tests.strategies import any_text

TEMPLATE = template(
    section(statement("one"), statement("two"), statement("three")),
    section(statement("equal"), key="equal-opportunity", locked=True),
)
STOCK = editing.stock(TEMPLATE, brief(), version=7)
SHOWN = STOCK.composed


def typed(key, text, *, shown=SHOWN, choice="", section="duties"):
    return Typed(key=key, section=section, text=text, seen=mark_of(editing.find(shown, key)[1].text), choice=choice)


def texts(document):
    return [item.text for item in document.items()]


def reworded(key, text, document=SHOWN):
    return editing.reword(document, key, text, stock=STOCK, unlocked=True)


def test_what_was_typed_is_taken():
    merged = merge_typed(SHOWN, [typed("one", "Mine."), typed("two", "Do what two says.\r\n")], stock=STOCK)
    assert merged.document == reworded("one", "Mine.")
    assert merged.taken == {"one": "reword"}


def test_what_another_window_changed_stays():
    saved = reworded("two", "Theirs.")
    merged = merge_typed(saved, [typed("one", "Mine."), typed("two", "Do what two says.")], stock=STOCK)
    assert texts(merged.document)[:2] == ["Mine.", "Theirs."]
    assert not merged.conflicts


def test_where_both_wrote_the_owner_is_asked():
    saved = reworded("one", "Theirs.")
    merged = merge_typed(saved, [typed("one", "Mine.")], stock=STOCK)
    conflict = merged.conflicts["one"]
    assert merged.document == saved
    assert (conflict.theirs, conflict.yours) == ("Theirs.", "Mine.")


def test_both_wrote_the_same():
    assert not merge_typed(reworded("one", "Same."), [typed("one", " Same. ")], stock=STOCK).conflicts


def test_the_owners_choice_settles_it():
    saved = reworded("one", "Theirs.")
    mark = mark_of("Theirs.")
    mine = merge_typed(saved, [typed("one", "Mine.", choice=f"mine:{mark}")], stock=STOCK)
    theirs = merge_typed(saved, [typed("one", "Mine.", choice=f"saved:{mark}")], stock=STOCK)
    assert texts(mine.document)[0] == "Mine."
    assert theirs.document == saved
    assert not mine.conflicts
    assert not theirs.conflicts


def test_a_choice_made_over_other_words_is_asked_again():
    saved = reworded("one", "Third.")
    merged = merge_typed(saved, [typed("one", "Mine.", choice=f"mine:{mark_of('Theirs.')}")], stock=STOCK)
    assert merged.conflicts["one"].theirs == "Third."


def test_words_for_a_line_that_was_removed_are_kept_to_be_put_back():
    saved = editing.remove(SHOWN, "one")
    asked = merge_typed(saved, [typed("one", "Mine.")], stock=STOCK)
    assert asked.conflicts["one"].theirs is None
    back = merge_typed(saved, [typed("one", "Mine.", choice="mine:")], stock=STOCK)
    assert texts(back.document)[0] == "Mine."
    away = merge_typed(saved, [typed("one", "Mine.", choice="saved:")], stock=STOCK)
    assert away.document == saved


def test_an_own_line_that_was_removed_comes_back_in_its_section():
    shown = editing.add(SHOWN, "duties", "Feed the cat.", stock=STOCK)
    back = merge_typed(SHOWN, [typed("own-1", "Feed it well.", shown=shown, choice="mine:")], stock=STOCK)
    assert texts(back.document)[3] == "Feed it well."


def test_an_untouched_line_that_was_removed_is_no_conflict():
    saved = editing.remove(SHOWN, "one")
    assert merge_typed(saved, [typed("one", "Do what one says.")], stock=STOCK).document == saved


def test_a_bad_text_is_reported_and_the_others_are_taken():
    merged = merge_typed(SHOWN, [typed("one", "x" * 901), typed("two", "\u200b"), typed("three", "Mine.")], stock=STOCK)
    assert set(merged.problems) == {"one", "two"}
    assert texts(merged.document)[2] == "Mine."


def test_a_locked_section_takes_no_words():
    entry = typed("equal", "Mine.", section="equal-opportunity")
    assert "locked" in merge_typed(SHOWN, [entry], stock=STOCK).problems["equal"]
    opened = merge_typed(SHOWN, [entry], stock=STOCK, unlocked={"equal-opportunity"})
    assert "Mine." in texts(opened.document)


@given(any_text, any_text, st.sampled_from(["one", "two", "nine"]), st.sampled_from(["", "mine:", "saved:"]))
def test_whatever_is_typed_is_taken_or_refused_with_a_reason(text, seen, key, choice):
    entry = Typed(key=key, section="duties", text=text, seen=seen, choice=choice)
    merged = merge_typed(SHOWN, [entry], stock=STOCK)
    said = key in merged.taken or key in merged.problems or key in merged.conflicts
    assert said or merged.document == SHOWN


# emptied, and several lines in one box


def keys(document, section="duties"):
    return [item.key for part in document.sections if part.key == section for item in part.items]


def test_an_emptied_line_is_removed():
    merged = merge_typed(SHOWN, [typed("one", " \n ")], stock=STOCK)
    assert keys(merged.document) == ["two", "three"]
    assert merged.taken == {"one": "remove"}


def test_a_line_emptied_twice_is_removed_once():
    once = merge_typed(SHOWN, [typed("one", "")], stock=STOCK).document
    again = merge_typed(once, [typed("one", "")], stock=STOCK)
    assert (again.document, again.conflicts) == (once, {})


def test_a_line_emptied_here_and_reworded_elsewhere_is_asked_about():
    saved = reworded("one", "Theirs.")
    assert merge_typed(saved, [typed("one", "")], stock=STOCK).conflicts["one"].yours == ""
    mine = merge_typed(saved, [typed("one", "", choice=f"mine:{mark_of('Theirs.')}")], stock=STOCK)
    assert keys(mine.document) == ["two", "three"]


def test_a_locked_line_is_not_removed_by_emptying_it():
    entry = typed("equal", "", section="equal-opportunity")
    for unlocked in ((), ("equal-opportunity",)):
        merged = merge_typed(SHOWN, [entry], stock=STOCK, unlocked=unlocked)
        assert (merged.document, list(merged.problems)) == (SHOWN, ["equal"])


def test_pasted_lines_become_lines_without_their_bullets():
    merged = merge_typed(SHOWN, [typed("two", "• Bake bread.\r\n\r\n2. Feed cats.\n- Sleep.")], stock=STOCK)
    assert texts(merged.document)[:5] == [
        "Do what one says.",
        "Bake bread.",
        "Feed cats.",
        "Sleep.",
        "Do what three says.",
    ]
    assert keys(merged.document) == ["one", "two", "own-1", "own-2", "three"]
    assert merged.taken == {"two": "split"}
    assert merged.became == {"two": ("two", "own-1", "own-2")}


def test_a_line_put_above_leaves_the_line_below_what_it_was():
    merged = merge_typed(SHOWN, [typed("one", "First of all.\nDo what one says.")], stock=STOCK)
    assert keys(merged.document) == ["own-1", "one", "two", "three"]
    assert editing.find(merged.document, "one")[1] == editing.find(SHOWN, "one")[1]
    assert merged.became == {"one": ("own-1", "one")}


def test_a_line_broken_at_a_space_is_two_lines():
    merged = merge_typed(SHOWN, [typed("one", "Do what\none says.")], stock=STOCK)
    assert texts(merged.document)[:2] == ["Do what", "one says."]


def test_lines_sent_twice_are_made_once():
    entry = typed("one", "Bake.\nSleep.")
    once = merge_typed(SHOWN, [entry], stock=STOCK).document
    again = merge_typed(once, [entry], stock=STOCK)
    assert (again.document, again.conflicts) == (once, {})


def test_lines_too_many_or_too_long_leave_the_document_alone():
    for text in ("Bake.\n" + "x" * 901, "\n".join(f"Line {number}" for number in range(80))):
        merged = merge_typed(SHOWN, [typed("one", text)], stock=STOCK)
        assert (merged.document, list(merged.problems)) == (SHOWN, ["one"])


def test_lines_for_a_line_removed_elsewhere_come_back_together():
    saved = editing.remove(SHOWN, "one")
    back = merge_typed(saved, [typed("one", "Bake.\nSleep.", choice="mine:")], stock=STOCK)
    assert texts(back.document)[:2] == ["Bake.", "Sleep."]
