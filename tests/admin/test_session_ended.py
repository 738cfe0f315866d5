"""A page sent after its session has ended: what was typed comes back, and nothing is saved."""

import pytest
from django.test import Client
from django.urls import reverse

from roles.models import Need

from .build import address, form_data, opened, save


@pytest.fixture
def section(version):
    return version.role.sections.get(key="skills")


@pytest.fixture
def sent(consultant, section):
    """What the page of a section sends with one statement reworded and one added."""
    number = section.statements.count()
    new = {"text": "A new one.", "key": "", "focus": "shared", "position": ""}
    rows = {f"statements-{number}-{name}": value for name, value in new.items()}
    changes = {"statements-0-text": "Reworded.", "statements-TOTAL_FORMS": number + 1} | rows
    return form_data(section, **changes) | opened(consultant, section)


def shown(response):
    assert response.status_code == 403
    return response.content.decode()


def test_what_was_typed_comes_back_and_nothing_else(consultant, section, sent):
    before = section.role.to_template()
    first, second = section.statements.all()[:2]
    consultant.logout()
    page = shown(consultant.post(address(section), sent))

    assert f"{first.key}, text".capitalize() in page
    assert "Reworded." in page
    assert "A new one." in page
    assert second.text not in page
    assert f"?next=%2Fadmin%2Froles%2Fsection%2F{section.pk}%2Fchange%2F" in page
    assert section.role.to_template() == before


def test_a_page_that_does_not_prove_what_it_was_made_of_comes_back_whole(section, sent):
    second = section.statements.all()[1]
    page = shown(Client().post(address(section), sent | {"opened": "x"}))
    assert "Reworded." in page
    assert second.key in page


@pytest.mark.parametrize("page", ["admin:roles_need_add", "admin:roles_role_add"])
def test_a_new_row_comes_back_too(stranger, page):
    assert "Cash comes late" in shown(stranger.post(reverse(page), {"key": "late", "phrase": "Cash comes late"}))
    assert not Need.objects.filter(key="late").exists()


def test_a_password_never_comes_back(stranger, administrator):
    url = reverse("admin:auth_user_password_change", args=[administrator.user.pk])
    answer = stranger.post(url, {"password1": "a long secret", "password2": "a long secret"})
    assert b"a long secret" not in answer.content
    assert answer.status_code == 302


def test_marks_in_what_was_typed_are_shown_as_text(section, sent):
    page = shown(Client().post(address(section), sent | {"statements-0-text": "<script>alert(1)</script>"}))
    assert "<script>alert(1)" not in page


def test_a_form_whose_token_has_changed_comes_back_with_its_words(consultant, section, sent):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(consultant.user)
    assert "Reworded." in shown(strict.post(address(section), sent))


def test_a_page_names_the_forms_that_were_saved(consultant, section):
    form_id = "0" * 32
    save(consultant, section, form_id=form_id)
    page = consultant.get(address(section)).content.decode()
    assert form_id in page
    assert f'data-draft="{consultant.user.pk}:{address(section)}"' in page


def test_a_form_that_comes_back_with_a_problem_keeps_its_name(consultant, section):
    page = save(consultant, section, form_id="1" * 32, **{"statements-0-text": ""}).content.decode()
    assert f'name="form_id" value="{"1" * 32}"' in page
    assert 'data-unsaved="sent"' in page
