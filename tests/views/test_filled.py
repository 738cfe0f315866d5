"""A part that is rendered once is what Django renders of the same values."""

from uuid import UUID

import pytest
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st

from roles.models import Role
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


OFFER = {"key": "k", "text": "a <b> text", "focus": "shared", "short": "a"}


def kept(values=OFFER, token="t1", **more):
    return filled.kept(
        Context({"csrf_token": token, "text": "of the page"}), "roles/_sheet_offer.html", **values | more
    )


def test_what_is_kept_is_made_once_of_the_same_values(monkeypatch):
    made, render = [], render_to_string
    monkeypatch.setattr(filled, "render_to_string", lambda *asked: made.append(asked) or render(*asked))

    assert kept(key="once") == kept(key="once") == render("roles/_sheet_offer.html", OFFER | {"key": "once"})
    assert len(made) == 1
    assert "other words" in kept(key="once", text="other words")
    assert "<b>" in kept(key="once", text=mark_safe("a <b> text"))
    assert "<b>" not in kept(key="once")


def test_what_is_kept_sees_nothing_else_of_its_page():
    assert "of the page" not in kept({"key": "alone"})


def test_a_token_is_never_kept():
    posting = {"pk": UUID(int=1)}
    for token in ("first", "second"):
        context = Context({"csrf_token": token})
        assert f'value="{token}"' in filled.kept(context, "roles/_finding_ignore.html", posting=posting)


def test_a_row_is_no_name_for_what_is_made_of_it():
    with pytest.raises(TypeError, match="posting"):
        kept(posting=Role(pk=1))
