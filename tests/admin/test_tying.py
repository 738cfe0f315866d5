"""A need's, an industry's, an area's or a trait's own page of statements: ties many, unties many, adds one."""

import pytest
from django.urls import reverse

from roles.core.compose.coverage import coverage
from roles.models import Area, Industry, Need, Role, Section, Statement, Trait

MODELS = [Need, Industry, Area, Trait]


def address(row):
    return reverse(f"admin:roles_{row._meta.model_name}_statements", args=[row.pk])


def keys(row):
    return set(row.statements.values_list("key", flat=True))


@pytest.fixture
def section(version):
    return version.role.sections.get(key="skills")


@pytest.mark.parametrize("model", MODELS)
def test_many_are_tied_and_untied_at_once(consultant, section, model):
    row = model.objects.first()
    first, second, third, *_ = section.statements.all()
    row.statements.set([first])
    page = consultant.get(address(row), {"role": section.role.slug})
    assert page.context["was"] == str(first.pk)

    revision = section.revision
    answer = consultant.post(address(row), {"was": page.context["was"], "tied": [second.pk, third.pk]}, follow=True)
    assert "2 tied to" in answer.content.decode()
    assert keys(row) == {second.key, third.key}
    section.refresh_from_db()
    assert section.revision > revision


def test_what_a_colleague_tied_meanwhile_stays(consultant, section):
    need = Need.objects.first()
    first, second, third, *_ = section.statements.all()
    need.statements.set([first])
    was = consultant.get(address(need)).context["was"]
    need.statements.add(second)

    consultant.post(address(need), {"was": was, "tied": [first.pk, third.pk]})
    assert keys(need) == {first.key, second.key, third.key}


def test_those_tied_to_it_are_shown_first_and_all_on_demand(consultant, section):
    need, statement = Need.objects.first(), section.statements.first()
    need.statements.set([statement])

    assert [one.key for one in consultant.get(address(need)).context["page"]] == [statement.key]
    shown = consultant.get(address(need), {"show": "all", "q": statement.text[:30]}).context["page"]
    assert statement in list(shown)
    assert consultant.get(address(need), {"show": "all"}).context["page"].paginator.count == Statement.objects.count()


def test_a_statement_is_added_and_tied(consultant, section):
    area = Area.objects.first()
    data = {"section": section.pk, "text": "Keeps the books in order.", "focus": "shared"}
    assert consultant.post(address(area), data).status_code == 302

    added = section.statements.last()
    assert (added.text, list(added.areas.all())) == (data["text"], [area])
    assert added.key.startswith("do-keeps-the-books")


@pytest.mark.parametrize("wrong", [{"text": "{{ compny }}"}, {"section": ""}, {"focus": "x"}])
def test_a_wrong_statement_is_refused_at_its_field_and_kept(consultant, section, wrong):
    data = {"section": section.pk, "text": "Keeps the books.", "focus": "shared"} | wrong
    page = consultant.post(address(Area.objects.first()), data)

    assert page.status_code == 422
    assert list(page.context["form"].errors) == list(wrong)
    assert page.context["form"]["text"].value() == data["text"]


@pytest.mark.parametrize("hostile", [{"tied": ["x", "9" * 30, "-1"]}, {"was": "x,,y" * 900}, {"tied": ["1"] * 900}])
def test_what_is_no_id_changes_nothing(consultant, version, hostile):
    need = Need.objects.exclude(statements=None).first()
    Statement.objects.filter(pk=1).delete()
    before = keys(need)
    assert consultant.post(address(need), {"was": ""} | hostile).status_code == 302
    assert keys(need) == before


def test_a_row_that_is_gone_is_404(consultant, version):
    need = Need.objects.first()
    url = address(need)
    need.delete()
    assert consultant.get(url).status_code == 404


def test_the_page_costs_the_same_whatever_it_shows(consultant, version, django_assert_max_num_queries):
    need = Need.objects.first()
    for query in ({}, {"show": "all"}):
        with django_assert_max_num_queries(10):
            consultant.get(address(need), query)


def test_gaps_lead_to_where_they_are_mended(consultant, version):
    need = Need.objects.create(key="luck", phrase="We lack luck", focus="shared", position=99)
    page = consultant.get(reverse("admin:index")).content.decode()
    assert f'href="{address(need)}?role={version.role.slug}"' in page
    assert (
        f"Its statements ({need.statements.count()})"
        in consultant.get(reverse("admin:roles_need_change", args=[need.pk])).content.decode()
    )


def test_counts_are_shown_for_every_area_altitude_industry_and_section(consultant, version):
    role, area = Role.objects.get(pk=version.role_id), Area.objects.first()
    section = role.sections.get(key="skills")
    area.statements.set(section.statements.all()[:2])
    page = consultant.get(reverse("admin:roles_role_coverage", args=[role.pk]))

    (row,) = [row for row, _ in page.context["rows"] if (row.kind, row.key) == ("areas", area.key)]
    place = list(role.sections.values_list("key", flat=True)).index("skills")
    assert (row.counts[place], row.total) == (2, 2)
    assert f'href="{address(area)}?role={role.slug}"' in page.content.decode()
    assert len(page.context["rows"]) == Area.objects.count() + 5 + Industry.objects.count()
    assert len(coverage(role.to_template())[0].counts) == Section.objects.filter(role=role).count()


def test_a_gap_of_one_role_opens_a_form_for_that_role(consultant, version):
    need = Need.objects.create(key="new", phrase="Stock is counted by hand", focus="strategic")
    gap = f"{address(need)}?role={version.role.slug}"
    assert gap in consultant.get(reverse("admin:index")).content.decode()
    page = consultant.get(gap)
    form = page.context["form"]
    assert {section.role for section in form.fields["section"].queryset} == {version.role}
    assert form["section"].value() == version.role.sections.get(purpose="duties").pk
    assert form["focus"].value() == "strategic"
    assert f'href="?show=all&amp;role={version.role.slug}"' in page.content.decode()


def test_what_is_not_published_yet_leads_to_a_release_of_both(consultant, version):
    need = Need.objects.create(key="new", phrase="Stock is counted by hand", focus="strategic")
    Statement.objects.filter(section__role=version.role).first().needs.add(need)
    page = consultant.get(reverse("admin:roles_role_publish", args=[version.role_id])).content.decode()
    release = f"{reverse('admin:roles_release')}?roles={version.role.slug}&kinds=needs"
    assert release.replace("&", "&amp;") in page
    chosen = consultant.get(release).context
    assert [one.key for one in (*chosen["kinds"], *chosen["roles"]) if one.chosen] == ["needs", version.role.slug]


def test_what_is_saved_of_shared_content_is_called_a_draft(consultant, section):
    data = {"key": "late", "phrase": "Orders are late", "focus": "operational"}
    page = consultant.post(reverse("admin:roles_need_add"), data, follow=True).content.decode()
    assert "visitors see it once it is published" in page
    assert f'href="{reverse("admin:roles_edition_publish", args=["needs"])}">Publish needs' in page
