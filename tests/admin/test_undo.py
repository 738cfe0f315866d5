"""What was done at once is undone at once, and only once."""

import re

import pytest
from django.urls import reverse

from roles.models import Act, Answer, Need, Role, RoleVersion, Section, Statement

from .test_statement_list import act


@pytest.fixture
def version(small_content):
    return RoleVersion.objects.latest_of("director-of-operations")


@pytest.fixture
def need(version):
    """A need that statements of both roles and an answer of the finder are tied to."""
    need = Need.objects.filter(answers__isnull=False).first()
    for role in Role.objects.all():
        need.statements.add(Statement.objects.filter(section__role=role).first())
    return need


def templates():
    return [role.to_template() for role in Role.objects.all()]


def ties(need):
    return set(Answer.objects.filter(needs__key=need.key).values_list("key", flat=True))


def delete(client, row):
    url = reverse(f"admin:roles_{row._meta.model_name}_delete", args=[row.pk])
    page = client.post(url, {"post": "yes"}, follow=True).content.decode()
    (link,) = set(re.findall(r'href="([^"]+/undo/)"', page))
    return link


def test_one_undo_brings_a_need_back_to_all_roles_and_to_the_finder(consultant, need):
    before, answers = templates(), ties(need)
    assert answers
    link = delete(consultant, need)
    assert templates() != before
    assert str(need) in consultant.get(link).content.decode()

    assert consultant.post(link).status_code == 302
    assert templates() == before
    assert ties(need) == answers


def test_a_second_undo_changes_nothing(consultant, need):
    link = delete(consultant, need)
    consultant.post(link)
    after = templates()

    page = consultant.post(link).content.decode()
    assert "This was undone already." in page
    assert templates() == after


def test_the_next_roles_page_of_versions_offers_no_undo_of_the_undo(consultant, need):
    link = delete(consultant, need)
    pages = [reverse("admin:roles_role_versions", args=[role.pk]) for role in Role.objects.all()]
    assert all("Last: Deleting the need" in consultant.get(page).content.decode() for page in pages)

    consultant.post(link)
    for page in pages:
        assert "Last: " not in consultant.get(page).content.decode()


def test_what_was_edited_since_stays_when_a_need_comes_back(consultant, need):
    link = delete(consultant, need)
    statement = Statement.objects.first()
    Statement.objects.filter(pk=statement.pk).update(text="Edited since.")
    Statement.objects.exclude(pk=statement.pk).last().delete()
    consultant.post(link)

    statement.refresh_from_db()
    assert statement.text == "Edited since."
    assert Need.objects.filter(key=need.key).exists()


def test_a_need_made_anew_meanwhile_is_tied_again(consultant, need):
    tied, answers = set(need.statements.values_list("key", flat=True)), ties(need)
    link = delete(consultant, need)
    Need.objects.create(key=need.key, phrase="Another", focus="shared")
    consultant.post(link)

    assert Need.objects.get(key=need.key).phrase == "Another"
    assert set(Need.objects.get(key=need.key).statements.values_list("key", flat=True)) == tied
    assert ties(need) == answers


def test_statements_moved_to_another_role_come_back_with_one_undo(consultant, version):
    before = templates()
    section = version.role.sections.get(key="skills")
    other = Section.objects.exclude(role=version.role).filter(key="skills").get()
    page = act(consultant, "move", [section.statements.first()], follow=True, section=other.pk).content.decode()
    assert templates() != before
    (link,) = set(re.findall(r'href="([^"]+/undo/)"', page))

    consultant.post(link)
    assert templates() == before
    assert "undone already" in consultant.post(link).content.decode()
    assert templates() == before


def test_a_move_is_undone_without_the_tie_to_a_need_deleted_since(consultant, version, need):
    statement = need.statements.filter(section__role=version.role).get()
    other = Section.objects.exclude(role=version.role).filter(key="skills").get()
    page = act(consultant, "move", [statement], follow=True, section=other.pk).content.decode()
    (link,) = set(re.findall(r'href="([^"]+/undo/)"', page))
    delete(consultant, need)

    assert consultant.post(link).status_code == 302
    back = Statement.objects.get(key=statement.key)
    assert back.section.role == version.role
    assert need.key not in back.needs.values_list("key", flat=True)


def test_a_move_within_a_role_can_be_undone(consultant, version):
    before = version.role.to_template()
    section, there = version.role.sections.get(key="skills"), version.role.sections.get(key="summary")
    page = act(consultant, "move", [section.statements.first()], follow=True, section=there.pk).content.decode()
    (link,) = set(re.findall(r'href="([^"]+/undo/)"', page))
    consultant.post(link)
    assert version.role.to_template() == before


def test_a_need_added_since_stays_when_a_deleted_statement_comes_back(consultant, version):
    link = delete(consultant, version.role.sections.get(key="skills").statements.first())
    Need.objects.create(key="added-since", phrase="Added since", focus="shared")
    listed = list(Need.objects.values_list("key", "position"))

    assert "Added since" not in consultant.get(link).content.decode()
    assert consultant.post(link).status_code == 302
    assert list(Need.objects.values_list("key", "position")) == listed


def test_a_draft_changed_since_the_undo_was_shown_is_not_replaced(consultant, version):
    section = version.role.sections.get(key="skills")
    gone, edited = section.statements.all()
    link = delete(consultant, gone)
    seen = consultant.get(link).context["drafts"]
    Statement.objects.filter(pk=edited.pk).update(text="Edited since.")

    assert "A draft has changed meanwhile." in consultant.post(link, {"drafts": seen}).content.decode()
    assert list(section.statements.values_list("text", flat=True)) == ["Edited since."]
    consultant.post(link, {"drafts": consultant.get(link).context["drafts"]})
    assert section.statements.filter(key=gone.key).exists()


def test_an_act_that_does_not_exist_is_404(consultant, version):
    assert consultant.get(reverse("admin:roles_role_undo_act", args=[10**6])).status_code == 404


def test_the_oldest_acts_are_forgotten(version, monkeypatch):
    monkeypatch.setattr("roles.models.acts.ACTS_KEPT", 3)
    for number in range(5):
        Act.objects.make(f"Act {number}")
    assert [one.what for one in Act.objects.order_by("pk")] == ["Act 2", "Act 3", "Act 4"]
