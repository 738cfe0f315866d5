"""Whatever way sections or statements go, the draft is kept first, and the answer shows how to have them back."""

import re

import pytest
from django.urls import reverse

from roles.models import Role, RoleVersion, Statement
from roles.models.drafts import BACKUPS_KEPT, back_up_draft

from .build import save
from .test_roles_page import role_data


@pytest.fixture
def version(small_content):
    return RoleVersion.objects.latest_of("director-of-operations")


@pytest.fixture
def role(version):
    return version.role


@pytest.fixture
def section(role):
    return role.sections.get(key="skills")


def undo(client, page):
    """Follow the answer's link, and do what its page asks."""
    url = re.search(r'<a href="([^"]+)">Undo</a>', page.content.decode())[1]
    assert client.get(url).status_code == 200
    assert client.post(url).status_code == 302


def history(client, obj):
    return client.get(reverse(f"admin:roles_{obj._meta.model_name}_history", args=[obj.pk])).content.decode()


def ticked_on_the_roles_page(client, role, section):
    number = list(role.sections.all()).index(section)
    url = reverse("admin:roles_role_change", args=[role.pk])
    return client.post(url, role_data(role, **{f"sections-{number}-DELETE": "on"}), follow=True)


def on_its_own_page(client, role, section):
    return client.post(reverse("admin:roles_section_delete", args=[section.pk]), {"post": "yes"}, follow=True)


def in_the_list(client, role, section):
    data = {"action": "delete_selected", "_selected_action": [section.pk], "post": "yes"}
    return client.post(reverse("admin:roles_section_changelist"), data, follow=True)


@pytest.mark.parametrize("delete", [ticked_on_the_roles_page, on_its_own_page, in_the_list])
def test_a_section_that_goes_is_named_with_its_statements_and_comes_back(consultant, role, section, delete):
    before, count = role.to_template(), section.statements.count()
    page = delete(consultant, role, section)

    assert not role.sections.filter(pk=section.pk).exists()
    assert f"“Skills” with its {count} statements of Director of Operations" in page.content.decode()
    assert "Deleted “Skills”" in history(consultant, role)
    undo(consultant, page)
    assert Role.objects.get(pk=role.pk).to_template() == before


def test_the_tick_states_how_many_statements_go_with_a_section(consultant, role, section):
    page = consultant.get(reverse("admin:roles_role_change", args=[role.pk])).content.decode()
    assert f"with its {section.statements.count()} statements" in page


def test_a_statement_ticked_in_its_section_comes_back(consultant, role, section):
    before, gone = role.to_template(), section.statements.all()[1]
    save(consultant, section, **{"statements-1-DELETE": "on"})
    page = consultant.get(reverse("admin:index"))

    assert not Statement.objects.filter(pk=gone.pk).exists()
    assert f"Deleted {gone.key}" in history(consultant, section)
    undo(consultant, page)
    assert Role.objects.get(pk=role.pk).to_template() == before


def test_statements_of_both_roles_deleted_in_the_list_are_kept_for_each(consultant, role):
    before = [item.to_template() for item in Role.objects.all()]
    chosen = [item.sections.get(key="skills").statements.first() for item in Role.objects.all()]
    data = {"action": "delete_selected", "_selected_action": [row.pk for row in chosen], "post": "yes"}
    page = consultant.post("/admin/roles/statement/", data, follow=True)

    (link,) = re.findall(r'href="([^"]+/acts/[0-9]+/undo/)">Undo</a>', page.content.decode())
    for statement in chosen:
        assert statement.key in history(consultant, statement.section)
    assert consultant.get(reverse("admin:roles_role_undo", args=[role.pk, role.backups.first().pk])).url == link
    consultant.post(link)
    assert [item.to_template() for item in Role.objects.all()] == before


def test_one_statement_deleted_on_its_own_page_comes_back(consultant, role, section):
    before = role.to_template()
    url = reverse("admin:roles_statement_delete", args=[section.statements.first().pk])
    undo(consultant, consultant.post(url, {"post": "yes"}, follow=True))

    assert Role.objects.get(pk=role.pk).to_template() == before


def test_a_page_that_deletes_nothing_keeps_nothing(consultant, role, section):
    save(consultant, section, **{"statements-0-text": "Mine."})
    assert not role.backups.exists()


def test_a_refused_page_keeps_nothing(consultant, role, section):
    save(consultant, section, **{"statements-0-DELETE": "on", "statements-1-text": "{{ compny }}"})

    assert not role.backups.exists()
    assert section.statements.filter(position=1).exists()


def test_the_oldest_drafts_are_let_go(role):
    for number in range(BACKUPS_KEPT + 2):
        back_up_draft(role, reason=f"Deleting {number}")

    assert role.backups.count() == BACKUPS_KEPT
    assert role.backups.last().reason == "Deleting 2"


def test_a_long_reason_is_cut_to_its_column(role):
    assert len(back_up_draft(role, reason="x" * 500).reason) == 200
