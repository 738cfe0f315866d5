"""A part that is rendered once and filled is what Django renders of the same values."""

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from roles.templatetags import filled

WORDS = st.text(max_size=40) | st.integers(0, 10**6)
BOX = (
    *("key", "name", "number", "count", "rows", "token", "text", "problem", "before", "after", "focus", "reason"),
    *("version", "answer", "original"),
)
FLAGS = ("is_wrong", "is_first", "is_last", "is_reworded", "of_statement", "of_answer")
PARTS = {
    "roles/_sheet_box.html": (BOX, FLAGS),
    "roles/_sheet_part_tools.html": (("key", "name", "above", "below"), ("is_locked",)),
    "roles/_check.html": (("name", "value", "id", "label"), ("is_chosen", "is_wrong")),
    "roles/_source.html": (
        ("words", "focus", "reason", "version", "name", "answer"),
        ("of_statement", "of_answer", "has_reason", "is_draft"),
    ),
    "roles/_our_line.html": (("words", "key", "token", "part", "part_key", "number", "workshop"), ("is_locked",)),
    "roles/_sheet_offer.html": (("key", "text", "focus", "short"), ()),
}


@pytest.mark.parametrize("name", PARTS)
@given(data=st.data())
def test_it_is_what_django_renders(name, data):
    words, flags = PARTS[name]
    values = {word: data.draw(WORDS) for word in words} | {flag: data.draw(st.booleans()) for flag in flags}

    assert " ".join(filled.filled(name, values).split()) == " ".join(render_to_string(name, values).split())


def test_hostile_words_stay_words():
    values = dict.fromkeys(("key", "text", "focus", "short"), "<script>\ue000key\ue001{{ 7 }}")
    made = filled.filled("roles/_sheet_offer.html", values)

    assert "<script>" not in made
    assert made.count("&lt;script&gt;\ue000key\ue001{{ 7 }}") == 5
