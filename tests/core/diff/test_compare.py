from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose.template import Section, in_order
from roles.core.compose.vocabulary import Need
from roles.core.diff import Op, compare, summary, written
from roles.core.document import Focus, SectionKind
from tests.core.compose.build import section, statement, template
from tests.core.diff.edits import edited, with_statements, without_need
from tests.strategies import role_templates

OLD = template(section(statement("one"), statement("two"), statement("three")))
ROWS = OLD.sections[0].statements
pairs = role_templates().flatmap(lambda old: st.tuples(st.just(old), edited(old)))


def rows(*changed):
    return with_statements(OLD, 0, changed)


def only(comparison):
    [change] = comparison.statements()
    return change


@given(pairs)
def test_it_is_empty_exactly_when_the_two_are_equal(pair):
    old, new = pair

    assert not compare(old, old)
    assert bool(compare(old, new)) == (in_order(old) != in_order(new))


@given(role_templates(), role_templates())
def test_written_out_two_strangers_show_every_statement_of_both(old, new):
    comparison = compare(old, new)
    lines = list(written(comparison))

    assert bool(comparison) == (in_order(old) != in_order(new)) == bool(lines)
    for change in comparison.statements():
        [line] = [line for line in lines if line.startswith(f"  {change.key} ") or line == f"  {change.key}"]
        assert (" added" in line, " removed" in line) == (change.added, change.removed)
    for op, changed in (("{+", "added"), ("[-", "removed")):
        texts = [row.value.text for row in comparison.statements() if getattr(row, changed)]
        assert sum(line.startswith(f"    {op}") for line in lines) >= len(texts)


@given(pairs)
def test_every_statement_that_differs_is_reported_once(pair):
    old, new = pair
    was = {row.key: (part.key, row) for part in in_order(old).sections for row in part.statements}
    now = {row.key: (part.key, row) for part in in_order(new).sections for row in part.statements}
    found = compare(old, new)
    reported = {change.key: change for change in found.statements()}

    assert not [key for key, times in Counter(change.key for change in found.statements()).items() if times > 1]
    assert {key for key, change in reported.items() if change.added} == set(now) - set(was)
    assert {key for key, change in reported.items() if change.removed} == set(was) - set(now)
    both = set(was) & set(now)
    assert {key for key in both if was[key][1].text != now[key][1].text} == {
        key for key, change in reported.items() if change.reworded
    }
    between = {key for key in both if was[key][0] != now[key][0]}
    assert between == {key for key, change in reported.items() if change.moved and change.moved.between_sections}
    for change in reported.values():
        assert change.section == (now.get(change.key) or was[change.key])[0]
        assert not [name for name, times in Counter(field.name for field in change.fields).items() if times > 1]


@given(pairs)
def test_the_spans_of_a_reworded_statement_hold_both_texts(pair):
    for change in compare(*pair).statements():
        for field in change.fields:
            if field.name == "text":
                assert "".join(span.words for span in field.spans if span.op is not Op.ADDED) == change.old.text
                assert "".join(span.words for span in field.spans if span.op is not Op.REMOVED) == change.new.text


@given(pairs)
def test_the_other_way_round_added_and_removed_change_places(pair):
    old, new = pair
    there, back = compare(old, new), compare(new, old)

    assert {change.key for change in there.statements() if change.added} == {
        change.key for change in back.statements() if change.removed
    }
    assert {change.key for change in there.statements() if change.fields} == {
        change.key for change in back.statements() if change.fields
    }


def test_one_row_carried_to_the_end_is_one_move():
    change = only(compare(OLD, rows(*ROWS[1:], ROWS[0])))

    assert (change.key, change.moved.old_place, change.moved.new_place) == (ROWS[0].key, 1, 3)
    assert not change.moved.between_sections


def test_rows_that_close_a_gap_have_not_moved():
    assert only(compare(OLD, rows(*ROWS[1:]))).removed
    assert only(compare(OLD, rows(statement("zero"), *ROWS))).added


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("focus", Focus.STRATEGIC, [("removed", "shared"), ("added", "strategic")]),
        ("required", True, [("removed", "no"), ("added", "yes")]),
        ("headcount_min", 11, [("added", "11")]),
        ("question", "Why?", [("added", "Why?")]),
        ("evidence", "Figures.", [("added", "Figures.")]),
        ("milestone", "A plan.", [("added", "A plan.")]),
        ("milestone_day", 30, [("added", "30")]),
    ],
)
def test_a_changed_field_is_named_with_its_old_and_new_value(field, value, words):
    old = rows(replace(ROWS[0], focus=Focus.SHARED), *ROWS[1:])
    new = rows(replace(ROWS[0], **{"focus": Focus.SHARED, field: value}), *ROWS[1:])
    [change] = only(compare(old, new)).fields

    assert change.name == field
    assert [(span.op.value, span.words) for span in change.spans] == words


def test_needs_are_named_by_their_phrase_and_have_no_order():
    needs = tuple(Need(key=key, phrase=f"We lack {key}", focus=Focus.SHARED) for key in ("plans", "rules"))
    old = replace(rows(replace(ROWS[0], needs=("plans", "rules")), *ROWS[1:]), needs=needs)
    swapped = replace(rows(replace(ROWS[0], needs=("rules", "plans")), *ROWS[1:]), needs=needs)

    assert not compare(old, swapped)
    [change] = only(compare(old, without_need(old, "rules"))).fields
    assert "We lack rules" in "".join(span.words for span in change.spans if span.op is Op.REMOVED)


@pytest.mark.parametrize("field", ["tagline", "description", "title", "slug"])
def test_a_change_of_the_role_itself_is_named(field):
    [change] = compare(OLD, replace(OLD, **{field: "other"})).fields

    assert change.name == field


@pytest.mark.parametrize(
    ("field", "value"), [("heading", "Other"), ("kind", SectionKind.LINES), ("pick", 7), ("locked", True)]
)
def test_a_change_of_a_section_is_named(field, value):
    old = replace(OLD, sections=(replace(OLD.sections[0], heading="One", kind=SectionKind.BULLETS, pick=None),))
    new = replace(old, sections=(replace(old.sections[0], **{field: value}),))
    [change] = compare(old, new).sections

    assert [item.name for item in change.fields] == [field]
    assert change.statements == ()


def test_a_section_that_goes_takes_its_statements_along():
    other = Section(key="other", heading="Other", kind=SectionKind.BULLETS, statements=(statement("four"),))
    [gone] = compare(replace(OLD, sections=(*OLD.sections, other)), OLD).sections

    assert gone.removed
    assert [change.removed for change in gone.statements] == [True]


def test_written_out_it_shows_every_kind_of_change():
    new = rows(ROWS[2], replace(ROWS[0], text="Other words."), statement("new"))
    text = "\n".join(written(compare(OLD, new)))

    assert "[-Do what one says-]{+Other words+}." in text
    assert f"{ROWS[1].key} removed" in text
    assert "moved (from place" in text
    assert "new added" in text


def test_the_summary_names_what_changed_and_is_never_endless():
    assert summary(compare(OLD, OLD)) == "Nothing differs."
    assert f"{ROWS[0].key} removed" in summary(compare(OLD, rows(*ROWS[1:])))
    many = rows(*(statement(f"statement-number-{number}") for number in range(300)))
    said = summary(compare(OLD, many))
    assert len(said) <= 2000
    assert "303 statements in all" in said
