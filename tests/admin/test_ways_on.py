"""After each step the page states what it did, and leads on to what comes next."""

import html

import pytest
from django.urls import reverse

from roles.models import Need, Role, Statement

from .build import form_data
from .test_roles_page import role_data


def text(answer):
    return html.unescape(answer.content.decode())


def publish_link(role):
    return f'<a href="{reverse("admin:roles_role_publish", args=[role.pk])}">Publish {role}</a>'


def test_a_saved_role_is_a_draft_and_leads_to_publishing_it(consultant, version):
    role = version.role
    page = consultant.post(reverse("admin:roles_role_change", args=[role.pk]), role_data(role), follow=True)
    assert f"owners get it once it is published. {publish_link(role)}" in text(page)


def test_a_saved_section_is_a_draft_and_leads_to_publishing_its_role(consultant, version):
    section = version.role.sections.get(key="skills")
    page = consultant.post(reverse("admin:roles_section_change", args=[section.pk]), form_data(section), follow=True)
    assert f"owners get it once it is published. {publish_link(version.role)}" in text(page)


@pytest.mark.parametrize(("key", "asks"), [("responsibilities", True), ("skills", False)])
def test_a_statement_added_for_a_need_leads_to_its_question_and_on(consultant, version, key, asks):
    need = Need.objects.create(key="quotes", phrase="Nobody follows up", focus="operational", position=99)
    section = version.role.sections.get(key=key)
    url = reverse("admin:roles_need_statements", args=[need.pk])
    data = {"section": section.pk, "text": "Rings who got a quote.", "focus": "shared"}
    page = text(consultant.post(url, data, follow=True))

    added = Statement.objects.get(text=data["text"])
    assert publish_link(version.role) in page
    row = f"{reverse('admin:roles_section_change', args=[section.pk])}#statement-{added.key}"
    assert (f'no interview question yet. <a href="{row}">' in page) is asks
    others = [role for role in Role.objects.all() if role != version.role]
    assert others
    assert all(f'<a href="?role={role.slug}">{role}</a>' in page for role in others)
    assert f'<a href="?role={version.role.slug}">' not in page


def test_a_retired_role_lacks_nothing(consultant, version):
    need = Need.objects.filter(statements__isnull=False).first()
    Statement.objects.exclude(section__role=version.role).delete()
    url = reverse("admin:roles_need_statements", args=[need.pk])
    assert "Without a statement for it" in text(consultant.get(url))

    Role.objects.exclude(pk=version.role_id).update(retired=True)
    assert "Without a statement for it" not in text(consultant.get(url))


def test_the_first_version_is_called_the_first(consultant, version):
    url = reverse("admin:roles_role_publish", args=[version.role_id])
    Statement.objects.filter(key="do-run-the-day").update(text="Runs the day.")
    assert 'value="Publish the next version"' in text(consultant.get(url))

    data = {"title": "Head of Sites", "tagline": "Keeps one site going."}
    consultant.post(reverse("admin:roles_role_copy", args=[version.role_id]), data)
    url = reverse("admin:roles_role_publish", args=[Role.objects.get(title="Head of Sites").pk])
    assert 'value="Publish the first version"' in text(consultant.get(url))


def test_a_new_statement_begins_with_the_focus_of_its_section(consultant, version):
    for key, focus in (("responsibilities", version.role.focus), ("skills", "shared")):
        section = version.role.sections.get(key=key)
        page = text(consultant.get(reverse("admin:roles_section_change", args=[section.pk])))
        pattern = page.partition('id="id_statements-__prefix__-focus"')[2].partition("</select>")[0]
        assert f'value="{focus}" selected' in pattern

    number = section.statements.count()
    empty = {"text": "", "key": "", "focus": "shared", "position": ""}
    rows = {f"statements-{number}-{name}": value for name, value in empty.items()}
    rows |= {"statements-TOTAL_FORMS": number + 1}
    answer = consultant.post(reverse("admin:roles_section_change", args=[section.pk]), form_data(section, **rows))
    assert answer.status_code == 302  # one that was added and left empty
    assert section.statements.count() == number


def test_the_list_of_people_names_who_has_not_signed_in_yet(administrator):
    data = {"email": "mara@example.org", "kind": "consultant"}
    page = text(administrator.post(reverse("admin:auth_user_add"), data, follow=True))
    row = page.partition("mara@example.org</td>")[2].partition("</tr>")[0]
    assert "not yet" in row
