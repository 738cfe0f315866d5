"""A number that is asked for is read as people say it."""

import pytest

from roles.core.compose.typed_count import LENGTH, read_count


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("about 15", 15),
        ("15ish", 15),
        ("15-ish", 15),
        ("approx. 20", 20),
        ("~30", 30),
        ("c20", 20),
        ("fifteen", 15),
        ("Twenty", 20),
        ("forty-one", 41),
        ("a dozen", 12),
        ("15 people", 15),
        ("we're 9", 9),
        ("20+", 20),
        ("over 20 staff", 20),
        ("15 or so, more in summer", 15),
        ("about fifteen (me included)", 15),
        ("15 people in 3 shops", 15),
        ("20 (5 part time)", 20),
        ("me and 4 others", 5),
        ("12 plus me", 13),
        ("10 full-time, 5 part-time", 15),
        ("12 + 3", 15),
        ("just me", 1),
    ],
)
def test_one_number_is_read_whatever_is_around_it(typed, number):
    read = read_count("headcount", typed)
    assert (read.number, read.exact, read.of_two) == (number, False, False)


@pytest.mark.parametrize(
    "typed", ["12-15", "12–15", "12 to 15", "between 12 and 15", "15/12", "12 or 15", "12-15 people"]
)
def test_of_a_range_the_higher_end_is_read(typed):
    read = read_count("headcount", typed)
    assert (read.number, read.of_two) == (15, True)


@pytest.mark.parametrize(("typed", "number"), [("15", 15), ("0", 0), ("1,200", 1200), (" 15 ", 15)])
def test_a_number_alone_is_exact(typed, number):
    assert read_count("headcount", typed) == read_count("sites", typed)
    assert (read_count("headcount", typed).number, read_count("headcount", typed).exact) == (number, True)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "many",
        "-1",
        "1e9",
        "15.5",
        "1.200",
        "9" * 5000,
        "15 and 20",
        "15 in winter, 25 in summer",
        "me and me",
        "x<",
    ],
)
def test_what_states_no_number_or_several_is_not_read(typed):
    assert read_count("headcount", typed) is None


@pytest.mark.parametrize(
    ("answer", "typed", "number"),
    [
        ("sites", "three", 3),
        ("sites", "2 shops", 2),
        ("sites", "fully remote", 1),
        ("travel", "10%", 10),
        ("travel", "up to 25 per cent", 25),
        ("travel", "10-20%", 20),
        ("travel", "None.", 0),
    ],
)
def test_each_answer_has_words_of_its_own(answer, typed, number):
    assert read_count(answer, typed).number == number


def test_only_people_are_added():
    assert read_count("travel", "12 + 3") is None


def test_a_story_is_not_read():
    assert read_count("headcount", "about 15" + " people" * LENGTH) is None
