from hypothesis import given
from hypothesis import strategies as st

from roles.core.merge import Conflict, merge, merge_order, merge_rows

NAMES = ("heading", "text", "needs")
fields = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["", "a", "b"]))
keys = st.lists(st.sampled_from("abcdefg"), unique=True)
rows = st.dictionaries(st.sampled_from("abcd"), fields)


# fields


def test_a_field_only_they_changed_is_theirs():
    merged = merge({"text": "Old."}, {"text": "Theirs."}, {"text": "Old."})
    assert (merged.value, merged.conflicts) == ({"text": "Theirs."}, ())


def test_a_field_only_you_changed_is_yours():
    merged = merge({"text": "Old."}, {"text": "Old."}, {"text": "Yours."})
    assert (merged.value, merged.conflicts) == ({"text": "Yours."}, ())


def test_a_field_both_changed_is_yours_and_a_conflict():
    merged = merge({"text": "Old."}, {"text": "Theirs."}, {"text": "Yours."})
    assert merged.value == {"text": "Yours."}
    assert merged.conflicts == (Conflict("text", "Theirs.", "Yours."),)


def test_a_field_both_changed_to_the_same_is_no_conflict():
    merged = merge({"text": "Old."}, {"text": "Same."}, {"text": "Same."})
    assert (merged.value, merged.conflicts) == ({"text": "Same."}, ())


def test_a_field_without_a_known_base_is_a_conflict_where_it_differs():
    merged = merge({}, {"text": "Theirs.", "heading": "Same"}, {"text": "Yours.", "heading": "Same"})
    assert merged.conflicts == (Conflict("text", "Theirs.", "Yours."),)


def test_a_field_that_was_not_on_the_page_is_theirs():
    assert merge({"text": "Old."}, {"text": "Theirs."}, {}).value == {"text": "Theirs."}


def test_a_field_they_removed_is_gone_unless_you_changed_it():
    assert merge({"text": "Old."}, {}, {"text": "Old."}).value == {}
    merged = merge({"text": "Old."}, {}, {"text": "Yours."})
    assert merged.value == {"text": "Yours."}
    assert merged.conflicts == (Conflict("text", None, "Yours."),)


@given(fields, fields, fields)
def test_no_value_of_a_field_is_lost_unseen(base, theirs, yours):
    merged = merge(base, theirs, yours)
    conflicts = {conflict.of: (conflict.theirs, conflict.yours) for conflict in merged.conflicts}
    for name in {*theirs, *yours}:
        changed = [side[name] for side in (theirs, yours) if name in side and side[name] != base.get(name)]
        if name in conflicts:
            assert conflicts[name] == (theirs.get(name), yours[name])
            assert merged.value[name] == yours[name]
        else:
            assert all(merged.value[name] == value for value in changed)


@given(fields, fields)
def test_one_side_alone_is_taken_whole(base, other):
    assert merge(base, other, base).value == other
    theirs = {name: base.get(name, value) for name, value in other.items()}
    merged = merge(theirs, theirs, other)
    assert (merged.value, merged.conflicts) == (other, ())


@given(fields, fields)
def test_both_the_same_is_no_conflict(base, both):
    merged = merge(base, both, both)
    assert (merged.value, merged.conflicts) == (both, ())


@given(fields, fields, fields)
def test_the_other_way_round_the_same_fields_conflict(base, theirs, yours):
    ours, other = ({name: values.get(name, "-") for name in NAMES} for values in (theirs, yours))
    first, second = merge(base, ours, other), merge(base, other, ours)
    assert {conflict.of for conflict in first.conflicts} == {conflict.of for conflict in second.conflicts}


# order


@given(keys, keys, keys)
def test_an_order_holds_the_keys_of_both_sides_once(base, theirs, yours):
    merged = merge_order(base, theirs, yours).keys
    assert sorted(merged) == sorted({*theirs, *yours})


@given(st.permutations("abcd"))
def test_an_order_only_one_side_changed_is_kept(order):
    assert merge_order("abcd", order, "abcd").keys == tuple(order)
    assert merge_order("abcd", "abcd", order).keys == tuple(order)


@given(st.permutations("abcd"), st.permutations("abcd"))
def test_an_order_both_changed_is_yours_and_both_are_named(theirs, yours):
    merged = merge_order("abcd", theirs, yours)
    assert merged.theirs_moved == (list("abcd") != theirs)
    assert merged.yours_moved == (list("abcd") != yours)
    assert merged.keys == tuple(yours if merged.yours_moved else theirs)


def test_what_they_added_comes_after_its_neighbour_in_your_order():
    assert merge_order("abc", "abxc", "cba").keys == tuple("cbxa")


# rows


@given(rows, rows, rows, st.sets(st.sampled_from("abcd")))
def test_every_row_of_either_side_is_accounted_for_once(base, theirs, yours, removed):
    merged = merge_rows(base, theirs, yours, removed=removed)
    assert set(merged.rows) == set(theirs)
    assert sorted([*merged.kept, *merged.dropped]) == sorted(set(yours) - set(theirs))


@given(rows, rows, rows, st.sets(st.sampled_from("abcd")))
def test_no_row_one_side_changed_is_removed_by_the_other(base, theirs, yours, removed):
    merged = merge_rows(base, theirs, yours, removed=removed)
    assert all(theirs[key] == base[key] for key in merged.removed)
    assert all(key in removed or yours[key].items() <= base[key].items() for key in merged.dropped)


@given(rows, rows, rows)
def test_rows_are_merged_field_by_field(base, theirs, yours):
    merged = merge_rows(base, theirs, yours)
    for key in theirs:
        assert merged.rows[key] == merge(base.get(key, {}), theirs[key], yours.get(key, {}))


def test_a_row_you_removed_stays_where_they_changed_it():
    base = {"a": {"text": "Old."}, "b": {"text": "Old."}}
    merged = merge_rows(base, {"a": {"text": "Theirs."}, "b": {"text": "Old."}}, base, removed={"a", "b"})
    assert merged.removed == {"b"}


def test_a_row_they_removed_is_kept_where_you_changed_it():
    base = {"a": {"text": "Old."}, "b": {"text": "Old."}}
    merged = merge_rows(base, {}, {"a": {"text": "Yours."}, "b": {"text": "Old."}})
    assert (merged.kept, merged.dropped) == (("a",), ("b",))
