from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.diff.spans import Op, Span, text_spans
from tests.strategies import any_text

SAME, REMOVED, ADDED = Op.SAME, Op.REMOVED, Op.ADDED
few_words = st.lists(st.sampled_from(["run", "the", "plan", " ", "  ", ",", "{{ company }}"])).map("".join)


def joined(spans, but):
    return "".join(span.words for span in spans if span.op is not but)


@given(st.one_of(any_text, few_words), st.one_of(any_text, few_words))
def test_the_spans_hold_both_texts_exactly(old, new):
    spans = text_spans(old, new)

    assert joined(spans, ADDED) == old
    assert joined(spans, REMOVED) == new


@given(st.one_of(any_text, few_words))
def test_a_text_against_itself_is_one_span(text):
    assert text_spans(text, text) == ((Span(SAME, text),) if text else ())


@given(few_words, few_words)
def test_no_span_is_empty_and_no_two_neighbours_are_of_one_kind(old, new):
    spans = text_spans(old, new)

    assert all(span.words for span in spans)
    assert all(one.op is not other.op for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Lead the team.", "Lead a team.", [(SAME, "Lead "), (REMOVED, "the"), (ADDED, "a"), (SAME, " team.")]),
        (
            "Lead the whole team.",
            "Lead our own team.",
            [(SAME, "Lead "), (REMOVED, "the whole"), (ADDED, "our own"), (SAME, " team.")],
        ),
        (
            "At {{ company }}.",
            "At {{ place }}.",
            [(SAME, "At "), (REMOVED, "{{ company }}"), (ADDED, "{{ place }}"), (SAME, ".")],
        ),
        ("Plan", "Plan, act", [(SAME, "Plan"), (ADDED, ", act")]),
        ("", "Plan.", [(ADDED, "Plan.")]),
        ("Plan.", "", [(REMOVED, "Plan.")]),
        ("a ", "b ", [(REMOVED, "a"), (ADDED, "b"), (SAME, " ")]),
    ],
)
def test_a_reader_sees_whole_words(old, new, expected):
    assert [(span.op, span.words) for span in text_spans(old, new)] == expected


def test_a_word_in_every_sentence_still_counts():
    """With difflib's autojunk, a word frequent in a long text is not matched at all."""
    old = "the plan and the team " * 40
    assert text_spans(old, f"New {old}") == (Span(ADDED, "New "), Span(SAME, old))
