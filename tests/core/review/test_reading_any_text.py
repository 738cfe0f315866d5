"""Any text: nothing is lost, and each item is found at its place."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from roles.core.review.finding import Place
from roles.core.review.reading import read, read_text

LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(["Responsibilities", "Benefits:", "- one thing", "1. first", "2. second", "", "About us"]),
        st.sampled_from(["COMPENSATION: good, $90K", "A paragraph."]),
        st.sampled_from(["Location: Leeds", "Requirements: five years", "lower case goes on", "HEADING", "12. March"]),
        st.sampled_from(
            [
                "# A heading",
                "**Bold** and _not_ so",
                "***x***",
                "**a**b",
                "o\tx",
                "a. one",
                "(1) one",
                "→x",
            ]
        ),
        st.sampled_from(
            ["We bake. Requirements: *five* years. Pay: good", "🚀 Duties", "1. Duties", "Location", "__ _a_"]
        ),
    ),
    max_size=30,
).map("\n".join)


WORD = re.compile(r"[^\W\d_]{2,}")


@given(LINES)
@example("Requirements:  five years\n  of it")
@example("**Benefits:** bread")
def test_nothing_is_lost(text):
    document = read_text(text)
    told = [document.title]
    for section in document.sections:
        told += [section.heading, *(item.text for item in section.items)]
    assert WORD.findall(" ".join(told)) == WORD.findall(text)


@given(LINES)
def test_each_item_is_found_at_its_place(text):
    document, where = read(text)
    lines = re.split(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text)
    for section in document.sections:
        for number, item in enumerate(section.items):
            line, column = where.locate(Place(section=section.key, item=number, start=0, end=1))
            assert lines[line - 1][column - 1] == item.text[0]


@given(LINES)
def test_section_keys_are_never_given_twice(text):
    keys = [section.key for section in read_text(text).sections]
    assert len(keys) == len(set(keys))
