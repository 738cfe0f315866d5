import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.diff.order import moved

keys = st.lists(st.sampled_from("abcdefghij"), unique=True)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("abcde", "abcde", ""),
        ("abcde", "bcdea", "a"),
        ("abcde", "eabcd", "e"),
        ("abcde", "acbde", 1),
        ("abcde", "edcba", 4),
        ("abcde", "ace", ""),
        ("ace", "abcde", ""),
        ("abc", "xcyabz", "c"),
    ],
)
def test_the_fewest_rows_are_reported(old, new, expected):
    found = moved(old, new)

    assert (found == set(expected)) if isinstance(expected, str) else (len(found) == expected)


@given(keys, keys)
def test_what_is_not_reported_appears_in_the_old_order(old, new):
    found = moved(old, new)
    stays = [key for key in new if key in old and key not in found]

    assert found <= set(old) & set(new)
    assert stays == [key for key in old if key in stays]
    assert moved(old, old) == set()


@given(st.lists(st.integers(), unique=True, min_size=1), st.data())
def test_one_row_carried_anywhere_is_at_most_one_move(numbers, data):
    old = [str(number) for number in numbers]
    new = list(old)
    row = new.pop(data.draw(st.integers(0, len(old) - 1)))
    new.insert(data.draw(st.integers(0, len(new))), row)

    assert len(moved(old, new)) == (old != new)
