import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from roles.admin.dashboard import role_states
from roles.models import Industry, Need, PublishRequest, Role, Section, Statement

from .build import more_roles


def one_line(response):
    """The page without the white space that tags and lines leave between."""
    return re.sub(r"\s+(?=>)", "", " ".join(response.content.decode().split()))


def states(client):
    return {state.role.slug: state for state in client.get(reverse("admin:index")).context["states"]}


def test_it_opens_on_the_two_roles_with_their_last_versions(consultant, version):
    found = states(consultant)

    assert list(found) == ["operations-director", "director-of-operations"]
    assert found["director-of-operations"].version == version
    assert not found["director-of-operations"].has_changes


def test_a_change_is_reported_until_it_is_published(consultant, version):
    statement = version.role.sections.first().statements.last()
    Statement.objects.filter(pk=statement.pk).update(text="Changed.")
    assert states(consultant)["director-of-operations"].has_changes
    assert not states(consultant)["operations-director"].has_changes

    version.role.publish(by=consultant.user)

    state = states(consultant)["director-of-operations"]
    assert (state.has_changes, state.version.number) == (False, 2)
    assert "by consultant" in consultant.get(reverse("admin:index")).content.decode()


def test_it_names_the_gaps(consultant, version):
    duties = Statement.objects.filter(section__role=version.role, section__key="responsibilities")
    duties.update(question="")
    need = Need.objects.create(key="luck", phrase="We lack luck", focus="shared", position=99)
    trade = Industry.objects.create(key="magic", name="Magic", phrase="magic", position=99)
    page = consultant.get(reverse("admin:index")).content.decode()

    assert f"{duties.count()} responsibilities" in page
    assert f"section__role__id__exact={version.role_id}&amp;question=none" in page
    ways = [reverse("admin:roles_need_statements", args=[need.pk]), "No statement answers “We lack luck”"]
    trades = [reverse("admin:roles_industry_statements", args=[trade.pk]), "No responsibilities for Magic"]
    for url, gap in (ways, trades):  # where a statement is tied or added
        assert re.search(rf'href="{url}\?role={version.role.slug}"\s*>{gap}</a>', page), gap


def test_the_link_of_missing_questions_lists_just_those(consultant, version):
    of_role = Statement.objects.filter(section__role=version.role)
    of_role.exclude(section__key="responsibilities").update(question="")
    one = of_role.filter(section__key="responsibilities").first()
    Statement.objects.filter(pk=one.pk).update(question="")
    page = consultant.get(reverse("admin:index")).content.decode()

    query = {"section__role__id__exact": version.role_id, "question": "none"}
    listed = consultant.get(reverse("admin:roles_statement_changelist"), query).context["cl"].queryset
    assert "1 responsibility</a>" in page
    assert [statement.key for statement in listed] == [one.key]
    pages = [
        consultant.get(reverse("admin:roles_section_change", args=[section.pk])).content
        for section in version.role.sections.filter(key__in=["skills", "responsibilities"]).order_by("key")
    ]
    assert [page.decode().count("no question yet") for page in pages] == [1, 0]


def test_it_names_what_keeps_a_draft_from_being_published(consultant, version):
    assert "It cannot be published yet" not in consultant.get(reverse("admin:index")).content.decode()
    empty = Section.objects.create(role=version.role, key="empty", heading="Learning", position=99)
    page = consultant.get(reverse("admin:index")).content.decode()

    assert "It cannot be published yet" in page
    assert f'<a href="{reverse("admin:roles_section_change", args=[empty.pk])}">Learning has no statement</a>' in page


def test_a_request_that_waits_or_came_back_is_reported_with_its_link(consultant, administrator, version, settings):
    settings.PUBLISH_NEEDS_APPROVAL = True
    Statement.objects.filter(section__role=version.role, section__key="skills").update(text="New skills.")
    asked = PublishRequest.objects.make(version.role, by=consultant.user, note="Skills")
    request = reverse("admin:roles_request", args=[asked.pk])
    page = one_line(administrator.get(reverse("admin:index")))
    assert f'<a href="{request}">consultant asks for approval</a>: Skills' in page

    asked.send_back(by=administrator.user, comment="Too short")
    page = one_line(consultant.get(reverse("admin:index")))
    assert f'<a href="{request}">administrator sent it back</a> to consultant: Too short' in page

    PublishRequest.objects.make(version.role, by=consultant.user).approve(by=administrator.user)
    page = one_line(consultant.get(reverse("admin:index")))
    assert "asks for approval" not in page
    assert "sent it back" not in page


def test_without_approval_no_request_is_reported(consultant, version, settings):
    Statement.objects.filter(section__role=version.role, section__key="skills").update(text="New skills.")
    PublishRequest.objects.make(version.role, by=consultant.user)
    settings.PUBLISH_NEEDS_APPROVAL = False

    assert "asks for approval" not in consultant.get(reverse("admin:index")).content.decode()


def test_the_last_actions_are_shown_once_each(consultant, administrator, version):
    section = version.role.sections.get(key="skills")
    data = {"action": "duplicate", "_selected_action": [section.statements.first().pk]}
    consultant.post(reverse("admin:roles_statement_changelist"), data)
    page = consultant.get(reverse("admin:index"))

    assert page.content.decode().count("Duplicated in “Skills”") == 1
    assert "The whole log" in page.content.decode()
    assert "The whole log" in administrator.get(reverse("admin:index")).content.decode()


def test_it_costs_the_same_whatever_the_number_of_statements(
    consultant, small_content, read_templates, django_assert_max_num_queries
):
    read_templates()
    with django_assert_max_num_queries(12):
        consultant.get(reverse("admin:index"))
    Statement.objects.all().duplicate()
    with django_assert_max_num_queries(12):
        consultant.get(reverse("admin:index"))


@pytest.mark.parametrize("more", [0, 3])
def test_the_roles_cost_the_same_whatever_their_number(small_content, more, read_templates, django_assert_num_queries):
    more_roles(more)
    read_templates()
    role = Role.objects.get(slug="director-of-operations")
    Section.objects.create(role=role, key="empty", heading="Learning", position=99)

    with django_assert_num_queries(6):
        found = role_states()

    assert len(found) == 2 + more
    assert [state.has_changes for state in found] == [False, True] + [True] * more
    assert found[1].problems


def test_staff_without_the_permission_see_no_role(version):
    client = Client()
    user = get_user_model().objects.create_user("clerk", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_need"))
    client.force_login(user)

    assert client.get(reverse("admin:index")).context["states"] == []


def test_its_lists_are_headed_in_plain_words(administrator):
    headings = [app["name"] for app in administrator.get(reverse("admin:index")).context["app_list"]]

    assert not {"Authentication and Authorization", "MFA", "Administration", "Board", "Accounts"} & set(headings)
    assert {"People and their rights", "Public postings", "Content"} < set(headings)
