import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roles.document import SectionKind, Source
from roles.review.finding import Place
from roles.review.reading import positions, read, read_text

POSTING = """\
Director of Operations

We bake bread
overnight in Leeds.

Location: Leeds, UK
Company: Harbour Lane

RESPONSIBILITIES:
- Run the night shift
* Plan the vans,
  week by week
• Count stock
1. Order flour
2) Train leads

What you'll need
Five years in a bakery.

**Perks**
– Bread to take home
How to apply: write to jobs@example.com
"""


def shape(text):
    return [(item.key, item.heading, [entry.text for entry in item.items]) for item in read_text(text).sections]


def test_sections_bullets_and_wrapped_lines_are_recognised():
    assert read_text(POSTING).title == "Director of Operations"
    assert shape(POSTING) == [
        ("opening", "", ["We bake bread overnight in Leeds.", "Location: Leeds, UK", "Company: Harbour Lane"]),
        (
            "responsibilities",
            "RESPONSIBILITIES:",
            ["Run the night shift", "Plan the vans, week by week", "Count stock", "Order flour", "Train leads"],
        ),
        ("required", "What you'll need", ["Five years in a bakery."]),
        ("pay", "**Perks**", ["Bread to take home"]),
        ("apply", "How to apply:", ["write to jobs@example.com"]),
    ]


def test_a_list_is_a_list():
    kinds = {item.key: item.kind for item in read_text(POSTING).sections}
    assert kinds["responsibilities"] is SectionKind.BULLETS
    assert kinds["opening"] is SectionKind.LINES


def test_facts_are_read_only_where_they_are_stated():
    facts = read_text(POSTING).facts
    assert (facts.hiring_organization, facts.job_location) == ("Harbour Lane", "Leeds, UK")
    assert (facts.reports_to, facts.base_salary, facts.valid_through) == ("", None, None)
    assert read_text("We are in Leeds and pay £50,000.").facts.job_location == ""


def test_each_item_is_the_owner_s_own():
    assert {item.provenance.source for item in read_text(POSTING).items()} == {Source.OWNER}


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Responsibilities", "responsibilities"),
        ("What you’ll do:", "responsibilities"),
        ("## Requirements", "required"),
        ("QUALIFICATIONS", "required"),
        ("Nice to have", "preferred"),
        ("Benefits", "pay"),
        ("About us", "company"),
        ("How to apply", "apply"),
        ("Equal Opportunity", "equal-opportunity"),
        ("Benefits at Alder:", "pay"),
        ("WHY THIS TOWN", "section"),
    ],
)
def test_headings_are_recognised(heading, key):
    assert [entry[0] for entry in shape(f"A title\n\nFirst line.\n\n{heading}\n- one\n- two")] == ["opening", key]


@pytest.mark.parametrize("line", ["We offer benefits to all.", "Benefits are good here, many of them and new", "Hi"])
def test_a_sentence_is_no_heading(line):
    assert [entry[0] for entry in shape(f"A title\n\nFirst line.\n\n{line}\nmore text")] == ["opening"]


def test_a_second_section_of_a_kind_has_a_key_of_its_own():
    keys = [entry[0] for entry in shape("T\n\nBenefits\n- a\n\nPerks\n- b")]
    assert keys == ["pay", "pay-2"]


def test_a_number_that_counts_nothing_stays():
    assert shape("T\n\nWe met on\n12. March 2027\nin town")[0][2][-1].startswith("12. March 2027")


def test_a_place_is_found_again_in_the_text():
    where = positions(POSTING)
    assert where.locate(Place()) == (1, 1)
    assert where.locate(Place(section="responsibilities")) == (9, 1)
    assert where.locate(Place(section="responsibilities", item=1, start=0, end=4)) == (11, 3)
    wrapped = "Plan the vans, week by week".index("week")
    assert where.locate(Place(section="responsibilities", item=1, start=wrapped, end=wrapped + 4)) == (12, 3)
    assert where.locate(Place(section="apply", item=0, start=9, end=12)) == (22, 24)


@pytest.mark.parametrize("text", ["", " \n\t\n", "-", "\x00", "\ufeff"])
def test_next_to_nothing_is_read_without_an_exception(text):
    read(text)


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(["Responsibilities", "Benefits:", "- one thing", "1. first", "2. second", "", "About us"]),
        st.sampled_from(["Location: Leeds", "Requirements: five years", "lower case goes on", "HEADING", "12. March"]),
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
