"""What reads every role's draft costs the same for two roles and for five."""

import pytest

from roles.import_export.drafts import restore_draft
from roles.import_export.exporting import export_contents
from roles.models import Role, RoleVersion
from tests.admin.build import more_roles


@pytest.fixture
def version(small_content):
    return RoleVersion.objects.latest_of("director-of-operations")


@pytest.mark.parametrize("more", [0, 3])
def test_an_export_costs_the_same_whatever_the_number_of_roles(version, more, django_assert_num_queries):
    more_roles(more)
    with django_assert_num_queries(11):
        files = export_contents(Role.objects.all())
    assert len([name for name in files if name.startswith("more-")]) == more


@pytest.mark.parametrize("more", [0, 3])
def test_a_restored_draft_costs_the_same_among_others(version, more, read_templates, django_assert_num_queries):
    more_roles(more)
    read_templates()
    with django_assert_num_queries(58):
        assert not restore_draft(version.role, version.template, reason="Restoring version 1")


def test_a_role_s_draft_is_the_same_read_alone_and_with_others(version):
    more_roles(1)
    found = Role.objects.with_drafts()
    assert len(found) == 3
    assert [template for _, template in found] == [role.to_template() for role in Role.objects.all()]
