from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from roles.models import Industry, Need, Statement


def states(client):
    return {state.role.slug: state for state in client.get(reverse("admin:index")).context["states"]}


def test_it_opens_on_the_two_roles_with_their_last_versions(consultant, version):
    found = states(consultant)

    assert list(found) == ["operations-director", "director-of-operations"]
    assert found["director-of-operations"].version == version
    assert not found["director-of-operations"].has_changes


def test_a_change_is_told_until_it_is_published(consultant, version):
    statement = version.role.sections.first().statements.last()
    Statement.objects.filter(pk=statement.pk).update(text="Changed.")
    assert states(consultant)["director-of-operations"].has_changes
    assert not states(consultant)["operations-director"].has_changes

    version.role.publish(by=consultant.user)

    state = states(consultant)["director-of-operations"]
    assert (state.has_changes, state.version.number) == (False, 2)
    assert "by consultant" in consultant.get(reverse("admin:index")).content.decode()


def test_it_names_the_gaps(consultant, version):
    Statement.objects.filter(section__role=version.role, section__key="responsibilities").update(question="")
    Need.objects.create(key="luck", phrase="We lack luck", focus="shared", position=99)
    Industry.objects.create(key="magic", name="Magic", phrase="magic", position=99)
    page = consultant.get(reverse("admin:index")).content.decode()

    assert "69 responsibilities" in page
    assert f"section__role__id__exact={version.role_id}&amp;question=none" in page
    assert "No statement answers “We lack luck”" in page
    assert "No responsibilities for Magic" in page


def test_it_costs_the_same_whatever_the_number_of_statements(consultant, version, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        consultant.get(reverse("admin:index"))
    Statement.objects.all().duplicate()
    with django_assert_max_num_queries(20):
        consultant.get(reverse("admin:index"))


def test_staff_without_the_permission_see_no_role(version):
    client = Client()
    user = get_user_model().objects.create_user("clerk", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_need"))
    client.force_login(user)

    assert client.get(reverse("admin:index")).context["states"] == []
