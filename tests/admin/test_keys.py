"""Keys two rows would share: refused at the field, with all that was typed still there."""

import pytest
from django.urls import reverse

from roles.models import Question, RoleVersion

from .build import address, form_data, save
from .test_edit_title_finder import save_question
from .test_roles_page import role_data


@pytest.fixture
def section(unpublished, version):
    return version.role.sections.get(key="skills")


@pytest.fixture(autouse=True)
def unpublished(version):
    """The keys of what is published stay; these are of drafts."""
    RoleVersion.objects.all()._raw_delete("default")


def rows(response):
    return response.context["inline_admin_formsets"][0].formset.forms


def test_a_section_is_not_given_the_key_of_another_of_its_role(consultant, section):
    response = save(consultant, section, key="required", heading="Typed", **{"statements-0-text": "Typed, too."})

    form = response.context["adminform"].form
    assert form.errors["key"] == ["Another section of this role has this key. Choose another."]
    assert form["heading"].value() == "Typed"
    assert rows(response)[0]["text"].value() == "Typed, too."
    section.refresh_from_db()
    assert section.key == "skills"


def test_a_section_may_have_a_key_that_only_another_role_has(consultant, section):
    section.role.sections.get(key="required").delete()

    assert save(consultant, section, key="required").status_code == 302


@pytest.mark.parametrize("also", [{}, {"sections-1-key": "another"}, {"sections-1-DELETE": "on"}])
def test_a_key_let_go_of_on_the_same_page_is_not_free_yet(consultant, version, also):
    first, second = version.role.sections.all()[:2]
    taken = {"sections-0-key": second.key, "sections-1-key": first.key, "sections-0-heading": "Typed"} | also
    response = consultant.post(
        reverse("admin:roles_role_change", args=[version.role_id]), role_data(version.role, **taken)
    )

    assert response.status_code == 200
    assert rows(response)[0].errors["key"]
    assert rows(response)[0]["heading"].value() == "Typed"
    assert list(version.role.sections.values_list("key", flat=True)[:2]) == [first.key, second.key]


def test_two_answers_do_not_swap_their_keys(consultant, version):
    question = Question.objects.get(key="missing")
    first, second = question.answers.all()[:2]
    response = save_question(consultant, question, **{"answers-0-key": second.key, "answers-1-key": first.key})

    assert response.status_code == 200
    assert rows(response)[0].errors["key"]
    assert rows(response)[1].errors["key"]


def test_two_statements_do_not_swap_their_keys(consultant, section):
    first, second = section.statements.all()[:2]
    response = save(consultant, section, **{"statements-0-key": second.key, "statements-1-key": first.key})

    assert response.status_code == 200
    assert rows(response)[0].errors["key"]


def test_a_section_that_takes_none_is_refused_at_the_field(consultant, section):
    words = ["Give 1 or more, or leave it empty."]

    assert save(consultant, section, pick="0").context["adminform"].form.errors == {"pick": words}
    url = reverse("admin:roles_role_change", args=[section.role_id])
    response = consultant.post(url, role_data(section.role, **{"sections-0-pick": "0"}))
    assert rows(response)[0].errors == {"pick": words}


def test_to_save_as_new_is_to_save(consultant, section):
    response = consultant.post(address(section), form_data(section, _saveasnew="1", heading="Typed", kind="x"))

    assert "kind" in response.context["adminform"].form.errors
    assert consultant.post(address(section), form_data(section, _saveasnew="1", heading="Mine")).status_code == 302
    section.refresh_from_db()
    assert section.heading == "Mine"


@pytest.mark.parametrize("number", ["-1", "0", "99", "x", ""])
def test_a_wrong_number_of_rows_changes_nothing_it_should_not(consultant, version, number):
    question = Question.objects.get(key="missing")
    before = question.to_value()

    assert save_question(consultant, question, **{"answers-INITIAL_FORMS": number}).status_code in (200, 302)
    assert Question.objects.get(pk=question.pk).to_value() == before


def test_a_row_that_states_it_is_another_is_a_new_one(consultant, version):
    question = Question.objects.get(key="missing")
    number, first = question.answers.count(), question.answers.first()
    row = {"id": first.pk, "text": "Forged", "key": first.key, "weight": "0", "flag": "", "position": ""}
    forged = {f"answers-{number + 1}-{name}": value for name, value in row.items()}
    response = save_question(consultant, question, **forged, **{"answers-TOTAL_FORMS": number + 2})

    assert response.status_code == 200
    assert Question.objects.get(pk=question.pk).to_value() == question.to_value()
