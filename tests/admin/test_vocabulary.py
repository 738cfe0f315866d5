"""Needs and industries: what goes with one that is deleted."""

import html
import re

import pytest
from django.urls import reverse

from roles.models import Area, Industry, Need, Role, RoleVersion, Statement, Trait


@pytest.fixture
def version(small_content):
    Statement.objects.filter(key__startswith="do-").first().industries.add(Industry.objects.first())
    return RoleVersion.objects.latest_of("director-of-operations")


@pytest.mark.parametrize("model", [Need, Industry])
def test_deleting_one_names_the_statements_it_is_taken_off(consultant, version, model):
    row = model.objects.filter(statements__isnull=False).first()
    page = consultant.get(reverse(f"admin:roles_{model._meta.model_name}_delete", args=[row.pk])).content.decode()

    assert f"“{row.statements.first()}” stays without it" in html.unescape(page)
    assert "You can undo it afterwards." in page
    assert "will be deleted" not in page
    assert "object (" not in page
    assert "relationship" not in page


@pytest.mark.parametrize("model", [Need, Industry])
def test_deleting_some_in_the_list_names_what_stays(consultant, version, model):
    row = model.objects.filter(statements__isnull=False).first()
    data = {"action": "delete_selected", "_selected_action": [row.pk]}
    page = consultant.post(reverse(f"admin:roles_{model._meta.model_name}_changelist"), data).content.decode()

    assert f"“{row.statements.first()}” stays without it" in html.unescape(page)
    assert "will be deleted" not in page


def test_deleted_it_is_taken_off_and_the_statements_stay(consultant, version):
    need, count = Need.objects.filter(statements__isnull=False).first(), Statement.objects.count()
    consultant.post(reverse("admin:roles_need_delete", args=[need.pk]), {"post": "yes"})

    assert not Need.objects.filter(pk=need.pk).exists()
    assert Statement.objects.count() == count


def on_its_page(client, row):
    return client.post(
        reverse(f"admin:roles_{row._meta.model_name}_delete", args=[row.pk]), {"post": "yes"}, follow=True
    )


def in_the_list(client, row):
    data = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    return client.post(reverse(f"admin:roles_{row._meta.model_name}_changelist"), data, follow=True)


@pytest.mark.parametrize("model", [Need, Industry])
@pytest.mark.parametrize("delete", [on_its_page, in_the_list])
def test_one_that_goes_can_be_brought_back_to_every_role(consultant, version, model, delete):
    before = [role.to_template() for role in Role.objects.all()]
    row = model.objects.filter(statements__isnull=False).first()
    page = delete(consultant, row).content.decode()

    assert [role.to_template() for role in Role.objects.all()] != before
    (link,) = re.findall(r'<a href="([^"]+/acts/[0-9]+/undo/)">Undo</a>', page)
    assert f"“{row}”" in consultant.get(link).content.decode()
    assert consultant.post(link).status_code == 302
    assert [role.to_template() for role in Role.objects.all()] == before


def test_deleting_a_need_names_the_answers_it_is_taken_off(consultant, version):
    need = Need.objects.filter(answers__isnull=False).first()
    page = consultant.get(reverse("admin:roles_need_delete", args=[need.pk])).content.decode()

    assert f"“{need.answers.first()}” stays without it" in html.unescape(page)


@pytest.mark.parametrize("model", [Need, Industry, Area, Trait])
def test_the_key_of_what_is_published_stays(consultant, version, model):
    row = model.objects.first()
    url = reverse(f"admin:roles_{model._meta.model_name}_change", args=[row.pk])
    typed = dict(consultant.get(url).context["adminform"].form.initial)
    page = consultant.post(url, sent_of(consultant, url) | {"key": "another-key"})

    assert page.status_code == 200
    assert page.context["adminform"].form.errors["key"][0].startswith(f"“{typed['key']}” is published")
    assert model.objects.get(pk=row.pk).key == typed["key"]
    assert consultant.post(url, sent_of(consultant, url)).status_code == 302


def test_the_key_of_a_draft_changes(consultant, version):
    row = Need.objects.create(key="draft-only", phrase="Nobody has seen this yet", focus="shared", position=999)
    url = reverse("admin:roles_need_change", args=[row.pk])
    assert consultant.post(url, sent_of(consultant, url) | {"key": "better"}).status_code == 302
    assert Need.objects.get(pk=row.pk).key == "better"


def sent_of(client, url):
    """What the page of a row sends back when nothing was touched."""
    page = client.get(url).context
    form = page["adminform"].form
    return {name: form[name].value() or "" for name in form.fields} | {"opened": page["opened"], "_save": "Save"}


INDUSTRY = {"name": "Boatyards", "key": "boatyards", "phrase": "boatyards"}


@pytest.mark.parametrize("typed", [lambda area: area.key, lambda area: area.name, lambda area: area.name.upper()])
def test_an_industry_takes_its_areas_by_name_or_key(consultant, version, typed):
    area = Area.objects.last()
    sent = INDUSTRY | {"areas": f"{typed(area)}\n{area.key}"}

    assert consultant.post(reverse("admin:roles_industry_add"), sent).status_code == 302
    assert Industry.objects.get(key="boatyards").areas == [area.key]


def test_an_area_spelled_wrong_is_answered_with_the_nearest(consultant, version):
    area = Area.objects.last()
    page = consultant.post(reverse("admin:roles_industry_add"), INDUSTRY | {"areas": area.name[:-2] + "xx"})

    assert [f"Did you mean “{area.name}”?" in error for error in page.context["errors"][0]] == [True]
