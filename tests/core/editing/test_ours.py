from roles.core import codec, editing
from roles.core.editing import ours
from roles.core.editing.ours import LinesKept
from tests.core.compose.build import brief, section, statement, template

TEMPLATE = template(
    section(statement("one", "Know {{ company }}."), statement("two"), statement("gives", "{{ benefits }}")),
    section(statement("equal"), key="equal-opportunity", locked=True),
)
STOCK = editing.stock(TEMPLATE, brief(benefits="Pension"), version=7)
SHOWN = STOCK.composed


NOTHING = LinesKept()


def keys(document, kept=NOTHING):
    return [line.item.key for line in ours.unread(document, kept)]


def tokens(document, *wanted):
    return [line.token for line in ours.unread(document, LinesKept()) if line.item.key in wanted]


def test_the_statements_of_a_template_are_ours_and_her_answers_are_not():
    assert keys(SHOWN) == ["one", "two", "equal"]


def test_a_line_she_rewords_is_hers():
    assert keys(editing.reword(SHOWN, "two", "Mine.", stock=STOCK)) == ["one", "equal"]


def test_a_line_kept_is_looked_at_once():
    kept = ours.keep(SHOWN, LinesKept(), tokens(SHOWN, "one", "equal"))
    assert keys(SHOWN, kept) == ["two"]


def test_a_line_kept_that_reads_otherwise_is_looked_at_again():
    kept = ours.keep(SHOWN, LinesKept(), tokens(SHOWN, "one", "two"))
    other = editing.stock(TEMPLATE, brief(company="Quay"), version=7).composed
    assert keys(other, kept) == ["one", "equal"]


def test_a_line_that_has_changed_since_it_was_shown_is_not_kept():
    other = editing.stock(TEMPLATE, brief(company="Quay"), version=7).composed
    assert keys(other, ours.keep(other, LinesKept(), tokens(SHOWN, "one"))) == ["one", "two", "equal"]
    assert ours.line_of(other, tokens(SHOWN, "one")[0]) is None


def test_what_was_kept_last_can_be_undone():
    first = ours.keep(SHOWN, LinesKept(), tokens(SHOWN, "one"))
    second = ours.keep(SHOWN, first, tokens(SHOWN, "two", "equal"))
    assert keys(SHOWN, second) == []
    assert keys(SHOWN, ours.unkeep(second)) == ["two", "equal"]
    assert ours.keep(SHOWN, second, tokens(SHOWN, "two")) is second


def test_what_is_kept_goes_with_lines_that_go_and_can_be_stored():
    kept = ours.keep(SHOWN, LinesKept(), tokens(SHOWN, "one", "two"))
    without = editing.remove(SHOWN, "two")
    again = ours.keep(without, kept, tokens(SHOWN, "equal"))
    assert set(again.marks) == {"one", "equal"}
    assert codec.load(LinesKept, codec.dump(again)) == again
    assert codec.load(LinesKept, {}) == LinesKept()
