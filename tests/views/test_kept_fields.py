"""A field that a process renders once is the field that would be rendered anew, whoever's answer is in it."""

import pytest
from crispy_forms.layout import Field
from crispy_forms.utils import render_crispy_form
from django.http import QueryDict

from roles.forms import BriefForm, kept_fields

ANSWERS = [
    {},
    {"company": "Harbour Lane Bakery", "headcount": "30", "travel": "0", "valid_through": "2027-02-01"},
    {"company": "<b>&'\"", "about": "\n\n two\nlines </textarea>", "headcount": "x<", "valid_through": "2027-13-45"},
    {"company": " ", "goal": "\ue000answer\ue001", "decides": "\ue001 & \ue000", "workplace": "remote"},
    {"company": "Another", "workplace": "nowhere", "employment_type": "<b>", "leads_kind": "managers"},
]


def rendered(template, answers, monkeypatch, *, anew):
    """The brief with these answers, as sent and as shown first."""
    data = QueryDict(mutable=True)
    data.update(answers)
    with monkeypatch.context() as patched:
        if anew:
            patched.setattr(kept_fields, "once", lambda bound, way, render: render(bound))
        return [render_crispy_form(form) for form in (
            BriefForm(data, template=template),
            BriefForm(initial=answers, template=template),
        )]  # fmt: skip


def test_what_is_kept_is_what_would_be_rendered(version, monkeypatch):
    assert issubclass(kept_fields.Kept, Field)
    kept_fields._made.clear()
    for answers in [*ANSWERS, *ANSWERS]:
        kept = rendered(version.template, answers, monkeypatch, anew=False)
        assert kept == rendered(version.template, answers, monkeypatch, anew=True)


def test_no_typed_words_are_kept(version, monkeypatch):
    kept_fields._made.clear()
    rendered(version.template, {"company": "Harbour Lane Bakery", "headcount": "x"}, monkeypatch, anew=False)

    assert kept_fields._made
    assert "Harbour" not in repr(kept_fields._made)


@pytest.mark.parametrize("most", [1, 3])
def test_only_so_many_are_kept(version, monkeypatch, most):
    monkeypatch.setattr(kept_fields, "FIELDS_MOST", most)
    kept_fields._made.clear()
    for answers in ANSWERS:
        rendered(version.template, answers, monkeypatch, anew=False)
        assert len(kept_fields._made) <= most
