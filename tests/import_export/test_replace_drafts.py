"""Restoring: the draft holds what a version held, whatever was done to it since; and it can be undone."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roles.core.document import Focus
from roles.import_export.drafts import draft_after_restoring, restore_draft
from roles.models import DraftBackup, Industry, Need, Role, RoleVersion, Section, Statement, drafts

EDITS = [
    "text", "order", "other section", "delete statement", "delete section", "delete need", "delete industry", "add",
    "add need", "add section", "reword need", "reorder needs", "rename industry", "heading", "title", "needs", "slug",
]  # fmt: skip

# Each takes a transaction of its own back.
several = settings(max_examples=settings().max_examples // 3, suppress_health_check=list(HealthCheck))


@pytest.fixture
def version(small_content):
    return RoleVersion.objects.latest_of("director-of-operations")


@pytest.fixture
def role(version):
    return Role.objects.get(pk=version.role_id)


@pytest.fixture
def other(role):
    return Role.objects.exclude(pk=role.pk).get()


def restore(role, version, **options):
    return restore_draft(role, version.template, **{"reason": f"Restoring version {version.number}", **options})


def edit(role, kind, pick, number):
    """Make one edit, as the admin would; `pick` chooses among rows."""
    sections = list(role.sections.all())
    statements = list(Statement.objects.filter(section__role=role).order_by("pk"))
    needs, industries = list(Need.objects.all()), list(Industry.objects.all())
    if kind == "text" and statements:
        Statement.objects.filter(pk=pick(statements).pk).update(text=f"Other words {number}.", focus=Focus.SHARED)
    elif kind == "order" and statements:
        Statement.objects.filter(pk=pick(statements).pk).update(position=number)
    elif kind == "other section" and statements:
        Statement.objects.filter(pk=pick(statements).pk).update(section=pick(sections), position=0)
    elif kind == "delete statement" and statements:
        pick(statements).delete()
    elif kind == "delete section" and sections:
        pick(sections).delete()
    elif kind == "delete need" and needs:
        pick(needs).delete()
    elif kind == "delete industry" and industries:
        pick(industries).delete()
    elif kind == "add" and sections:
        pick(sections).statements.create(key=f"new-{number}", text="New.", focus="shared")
    elif kind == "add need":
        Need.objects.create(key=f"need-{number}", phrase=f"Need {number}", focus="shared")
    elif kind == "add section":
        role.sections.create(key=f"section-{number}", heading="New", position=number)
    elif kind == "reword need" and needs:
        Need.objects.filter(pk=pick(needs).pk).update(phrase=f"Other words {number}", focus="shared")
    elif kind == "reorder needs" and needs:
        Need.objects.filter(pk=pick(needs).pk).update(position=0)
    elif kind == "rename industry" and industries:
        Industry.objects.filter(pk=pick(industries).pk).update(name=f"Name {number}", key=f"key-{number}")
    elif kind == "heading" and sections:
        Section.objects.filter(pk=pick(sections).pk).update(heading="Other", pick=1, locked=True)
    elif kind == "title":
        Role.objects.filter(pk=role.pk).update(title=f"Title {number}", balance_min=number)
    elif kind == "slug":
        Role.objects.filter(pk=role.pk).update(slug=f"slug-{number}")
    elif kind == "needs" and statements and needs:
        pick(statements).needs.set([pick(needs)])


@several
@given(st.lists(st.sampled_from(EDITS), min_size=10, max_size=10), st.randoms(use_true_random=False))
def test_after_ten_edits_version_1_restored_and_published_is_version_1(version, kinds, random):
    with transaction.atomic():
        # The other role's statements keep what they use; its own words would stay behind those of version 1.
        Statement.objects.exclude(section__role=version.role).delete()
        for number, kind in enumerate(kinds):
            edit(version.role, kind, random.choice, number)
        role = Role.objects.get(pk=version.role_id)
        expected, before = draft_after_restoring(role, version.template), role.to_template()

        restore(role, version)
        published = Role.objects.get(pk=role.pk).publish()

        assert published.snapshot == version.snapshot
        assert expected == published.template
        if before != expected:
            undo = role.backups.first()
            assert undo.template == before
            restore_draft(role, undo.template, reason="Undoing")
            assert Role.objects.get(pk=role.pk).to_template() == before
        transaction.set_rollback(True)


@several
@given(st.lists(st.sampled_from(EDITS), min_size=10, max_size=10), st.randoms(use_true_random=False))
def test_with_another_role_in_use_restoring_does_what_was_shown(version, kinds, random):
    with transaction.atomic():
        for number, kind in enumerate(kinds):
            edit(version.role, kind, random.choice, number)
        role = Role.objects.get(pk=version.role_id)
        expected = draft_after_restoring(role, version.template)
        theirs = {row.pk: row.text for row in Statement.objects.exclude(section__role=role)}

        restore(role, version)

        assert Role.objects.get(pk=role.pk).to_template() == expected
        assert {row.pk: row.text for row in Statement.objects.exclude(section__role=role)} == theirs
        transaction.set_rollback(True)


def test_a_deleted_need_comes_back_with_its_words_and_its_place(role, version):
    before = list(Need.objects.values_list("key", "phrase", "focus"))
    Need.objects.filter(key__in=[before[0][0], before[3][0]]).delete()
    Industry.objects.first().delete()

    restore(role, version)

    assert list(Need.objects.values_list("key", "phrase", "focus")) == before
    assert role.to_template() == version.template


def test_a_need_only_the_other_role_uses_stays_behind_those_of_the_version(role, other, version):
    mine = Need.objects.create(key="mine", phrase="Mine", focus="shared")
    Need.objects.create(key="nobodys", phrase="Nobody's", focus="shared")
    theirs = Statement.objects.filter(section__role=other).first()
    theirs.needs.add(mine)

    restore(role, version)

    assert list(theirs.needs.all())[-1] == mine
    assert Need.objects.last() == mine
    assert not Need.objects.filter(key="nobodys").exists()


def test_restoring_keeps_the_draft_it_replaces_with_who_and_why(role, version, consultant):
    Statement.objects.filter(section__role=role, section__key="skills").delete()
    draft = role.to_template()

    restore(role, version, by=consultant.user)

    backup = role.backups.get()
    assert (backup.template, backup.made_by, backup.reason) == (draft, consultant.user, "Restoring version 1")


def test_a_role_whose_needs_changed_with_it_has_its_draft_kept_too(role, other, version):
    Need.objects.filter(key="direction").update(phrase="Other words")
    draft = other.to_template()

    restore(role, version)

    assert other.backups.get().template == draft


def test_restoring_what_the_draft_states_already_keeps_nothing(role, version):
    assert not restore(role, version)
    assert not DraftBackup.objects.exists()


def test_only_the_newest_backups_are_kept(role, version, monkeypatch):
    monkeypatch.setattr(drafts, "BACKUPS_KEPT", 3)
    for number in range(5):
        Role.objects.filter(pk=role.pk).update(tagline=f"Tagline {number}")
        restore(Role.objects.get(pk=role.pk), version)

    assert [backup.template.tagline for backup in role.backups.all()] == ["Tagline 4", "Tagline 3", "Tagline 2"]


def test_rows_that_stay_keep_their_ids(role, version):
    before = dict(Statement.objects.filter(section__role=role).values_list("key", "pk"))
    Statement.objects.filter(section__role=role).update(text="Changed.")

    restore(role, version)

    assert dict(Statement.objects.filter(section__role=role).values_list("key", "pk")) == before


@pytest.mark.parametrize("what", ["statement", "title", "slug", "industry"])
def test_what_another_role_holds_by_now_is_refused_and_nothing_changes(role, other, version, what):
    if what == "statement":
        statement = Statement.objects.filter(section__role=role).first()
        Statement.objects.filter(pk=statement.pk).update(section=other.sections.first())
    elif what == "industry":
        industry = Industry.objects.get(key="retail")
        theirs = Industry.objects.create(key="shops", name="Shops", phrase="shops")
        Statement.objects.filter(section__role=other).first().industries.add(theirs)
        Industry.objects.filter(pk=industry.pk).delete()
        Industry.objects.filter(pk=theirs.pk).update(name=industry.name)
    else:
        taken = getattr(role, what)
        Role.objects.filter(pk=role.pk).update(**{what: "moved-on"})
        Role.objects.filter(pk=other.pk).update(**{what: taken})
    Need.objects.first().delete()
    role = Role.objects.get(pk=role.pk)
    before = role.to_template()

    with pytest.raises(ValidationError):
        restore(role, version)

    assert Role.objects.get(pk=role.pk).to_template() == before
    assert not DraftBackup.objects.exists()


def test_two_industries_can_swap_their_names_back(role, version):
    one, two = Industry.objects.all()[:2]
    Industry.objects.filter(pk=one.pk).update(name="-")
    Industry.objects.filter(pk=two.pk).update(name=one.name)
    Industry.objects.filter(pk=one.pk).update(name=two.name)

    restore(role, version)

    assert Role.objects.get(pk=role.pk).to_template() == version.template


def test_a_postings_text_does_not_change_by_a_restore(posting, version):
    before = posting.document_data
    Statement.objects.filter(section__role=version.role).update(text="Changed.")
    restore(version.role, version)

    posting.refresh_from_db()
    assert posting.document_data == before


def test_the_database_holds_one_open_request_a_role_decided_by_another(role, version, consultant):
    fields = {"requested_by": consultant.user, "snapshot": version.snapshot, "after": 1}
    role.publish_requests.create(**fields)
    for wrong in (
        {},
        {"status": "approved", "decided_by": consultant.user, "decided_at": "2027-01-30T10:00Z"},
        {"status": "approved"},
        {"status": "open", "decided_at": "2027-01-30T10:00Z"},
        {"status": "lost", "decided_at": "2027-01-30T10:00Z"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            role.publish_requests.create(**fields | wrong)
