"""No text a consultant keeps holds a control character; each is refused at its field, with its place."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from roles.models import Need, Passage, Question, Role
from roles.models.base import Legible
from tests.admin.build import address, form_data, opened
from tests.security.test_hostile_fields import Fields

# A NUL, a bell, the last C1 control, a line separator, half a pair, no character, and what turns words round.
CONTROLS = ["\0", "\x07", "\x9f", "\u2028", "\ud800", "\uffff", "\u202e"]
KEPT = [model for model in apps.get_app_config("roles").get_models() if issubclass(model, Legible)]
TEXTS = [
    (model, field.name)
    for model in KEPT
    for field in model._meta.concrete_fields
    if isinstance(field, (models.CharField, models.TextField)) and not field.choices
]


def test_the_models_of_the_consultants_are_all_there():
    assert {model.__name__ for model in KEPT} == {
        *(
            "Role",
            "Section",
            "Statement",
            "Need",
            "Industry",
            "Area",
            "Trait",
            "Question",
            "Answer",
            "Passage",
            "ComparisonRow",
        ),
        *("PostingRule", "ReviewRuleSwitch"),
    }


@pytest.mark.parametrize("control", CONTROLS, ids=ascii)
def test_a_control_is_refused_at_its_field(version, control):
    for model, name in TEXTS:
        row = model.objects.first()
        setattr(row, name, f"ab{control}c")
        with pytest.raises(ValidationError) as caught:
            row.clean_fields()
        assert (model, list(caught.value.message_dict)) == (model, [name])


def test_it_is_reported_where_it_appears_and_what_to_do(version):
    need = Need(key="new", phrase="ab\x07c", focus="shared")
    with pytest.raises(ValidationError) as caught:
        need.clean_fields()

    assert caught.value.message_dict["phrase"] == [
        "Character 3 is an invisible one that does not belong in a text (U+0007, control character), "
        "often a leftover of pasting. Delete it and type that place again."
    ]


@pytest.mark.parametrize("text", ["plain", "Zoë – “naïve” 👩\u200d🔧", "two\nlines", "soft\u00adhyphen", "\u200f"])
def test_what_scripts_and_lines_need_may_stay(text):
    Need(key="new", phrase=text, focus="shared").clean_fields()


@pytest.mark.parametrize("model", KEPT, ids=lambda model: model.__name__)
def test_what_is_shipped_holds_none(version, model):
    for row in model.objects.all():
        row.clean_fields()


def test_a_name_in_a_list_is_looked_at_too(version):
    rule = apps.get_model("roles.PostingRule").objects.first()
    rule.city_names = ["leeds", "yo\0rk"]
    with pytest.raises(ValidationError) as caught:
        rule.clean_fields()
    assert list(caught.value.message_dict) == ["city_names"]


@pytest.mark.parametrize(("model", "field"), [(Need, "phrase"), (Question, "why"), (Passage, "text"), (Role, "title")])
@pytest.mark.parametrize("control", ["\0", "\x07"], ids=ascii)
def test_the_admin_states_it_at_the_field_and_keeps_what_was_typed(consultant, version, model, field, control):
    row = model.objects.last()
    page = reverse(f"admin:roles_{model._meta.model_name}_change", args=[row.pk])
    sent = Fields(consultant.get(page).content.decode()).values | {field: f"Typed{control}here"}
    response = consultant.post(page, sent)

    assert response.status_code == 200
    form = response.context["adminform"].form
    assert form.errors[field]
    assert form[field].value() == f"Typed{control}here"
    assert getattr(model.objects.get(pk=row.pk), field) == getattr(row, field)


def test_a_statements_question_states_it_in_its_row(consultant, version):
    section = version.role.sections.get(key="skills")
    sent = form_data(section) | opened(consultant, section) | {"statements-1-question": "What\x07then?"}
    response = consultant.post(address(section), sent)

    rows = response.context["inline_admin_formsets"][0].formset.forms
    assert "Character 5 is an invisible one" in rows[1].errors["question"][0]


def test_a_browsers_ends_of_lines_are_kept_as_one_character_each(consultant, version):
    passage = Passage.objects.last()
    page = reverse("admin:roles_passage_change", args=[passage.pk])
    sent = Fields(consultant.get(page).content.decode()).values | {"text": "One.\r\nTwo."}
    assert consultant.post(page, sent).status_code == 302
    assert Passage.objects.get(pk=passage.pk).text == "One.\nTwo."
