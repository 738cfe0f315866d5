import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from roles.core import codec
from roles.import_export.drafts import write_draft
from roles.models import Role, RoleVersion


@pytest.fixture
def role(version):
    return version.role


def test_publishing_numbers_the_versions_from_one(role):
    assert [role.publish().number, role.publish().number] == [2, 3]


def test_a_version_keeps_the_draft_whole(role):
    assert role.publish().template == role.to_template()


def test_a_version_does_not_change(version):
    version.note = "Other"
    with pytest.raises(TypeError, match="does not change"):
        version.save()
    with pytest.raises(TypeError, match="does not change"):
        RoleVersion.objects.filter(pk=version.pk).update(note="Other")


def test_a_version_with_postings_cannot_be_deleted(version, posting):
    with pytest.raises(ProtectedError):
        version.delete()


def test_a_role_with_versions_cannot_be_deleted(role):
    with pytest.raises(ProtectedError):
        role.delete()


def test_two_versions_cannot_share_a_number(role, version):
    with pytest.raises(IntegrityError), transaction.atomic():
        role.versions.create(number=version.number, snapshot=version.snapshot)


def test_an_incomplete_draft_is_refused_with_each_reason(role):
    role.sections.create(key="empty", heading="Empty", position=99)
    role.sections.get(key="success").statements.filter(
        pk=role.sections.get(key="success").statements.first().pk
    ).update(text="{{ compny }} grows.")

    with pytest.raises(ValidationError) as refused:
        role.publish()

    text = " ".join(refused.value.messages)
    assert "empty has no statement" in text
    assert "“compny” is not a placeholder. Did you mean “company”?" in text
    assert role.versions.count() == 1


def test_replacing_the_draft_makes_it_equal_and_keeps_rows(role):
    before = dict(role.sections.get(key="success").statements.values_list("key", "pk"))
    template = role.to_template()
    role.sections.get(key="preferred").delete()
    role.sections.get(key="success").statements.update(text="Changed.")

    write_draft(role, template)

    assert Role.objects.get(pk=role.pk).to_template() == template
    assert dict(role.sections.get(key="success").statements.values_list("key", "pk")) == before


def test_the_draft_is_read_in_four_queries(role, django_assert_num_queries):
    with django_assert_num_queries(4):  # sections, statements, the shared lists, and what is tied to them
        role.to_template()


def test_a_snapshot_survives_the_database_exactly(version):
    fresh = RoleVersion.objects.get(pk=version.pk)
    assert codec.dump(fresh.template) == fresh.snapshot
