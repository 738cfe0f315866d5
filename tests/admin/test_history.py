"""All versions of a role: to read, to compare, to go back to; and going back can be undone."""

import pytest
from django.urls import reverse

from roles.core import codec
from roles.models import Need, Role, RoleVersion, Statement


@pytest.fixture
def version(small_content):
    return RoleVersion.objects.latest_of("director-of-operations")


@pytest.fixture
def role(version):
    """The role with a second version in which the skills are other ones, and a draft ahead of it."""
    skills = Statement.objects.filter(section__role=version.role, section__key="skills")
    skills.update(text="Other skills.")
    version.role.publish(note="Other skills")
    skills.update(text="Third skills.")
    return Role.objects.get(pk=version.role_id)


def address(role, name="versions", *more, **query):
    return reverse(f"admin:roles_role_{name}", args=[role.pk, *more], query=query)


def read(client, *args, **query):
    response = client.get(address(*args, **query))
    assert response.status_code == 200
    return response.content.decode()


def test_every_version_is_listed_with_its_postings(consultant, role, posting):
    page = read(consultant, role)

    assert "Other skills" in page
    assert [(row.number, row.posting_total) for row in consultant.get(address(role)).context["versions"]] == [
        (2, 0),
        (1, 1),
    ]


def test_the_list_costs_the_same_whatever_its_length(consultant, role, django_assert_num_queries):
    def cost():
        with django_assert_num_queries(8):
            consultant.get(address(role))

    cost()
    for _ in range(3):
        role.publish(by=consultant.user)
        role.backups.create(snapshot=codec.dump(role.to_template()), reason="Restoring version 1")
    cost()


def test_two_versions_are_compared_in_five_queries(consultant, role, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        page = read(consultant, role, "compare", old=1, new=2)

    assert page.count("Reworded") == role.sections.get(key="skills").statements.count()


def test_versions_that_differ_in_every_row_are_compared_in_five_queries(
    consultant, role, django_assert_max_num_queries
):
    Statement.objects.filter(section__role=role).update(text="Other words.", evidence="Other evidence.")
    role.publish()

    with django_assert_max_num_queries(5):
        page = read(consultant, role, "compare", old=1, new=3)

    assert page.count("Reworded") == Statement.objects.filter(section__role=role).count()


def test_the_older_one_appears_first_whichever_was_chosen_first(consultant, role):
    context = consultant.get(address(role, "compare", old=2, new=1)).context

    assert (context["old"].number, context["new"].number) == (1, 2)


def test_a_version_is_compared_with_the_draft(consultant, role):
    page = read(consultant, role, "compare", old=2, new="draft")

    assert "Third" in page
    assert "to the draft" in page


def test_without_a_choice_the_last_two_are_compared(consultant, role):
    context = consultant.get(address(role, "compare")).context

    assert (context["old"].number, context["new"].number) == (1, 2)


def test_a_version_and_itself_agree(consultant, role):
    other = Role.objects.exclude(pk=role.pk).get()
    assert "The two say the same." in read(consultant, other, "compare", old=1, new="draft")


@pytest.mark.parametrize(
    "query",
    [{"old": "x", "new": "1"}, {"old": "1"}, {"old": "1", "new": "99"}, {"old": "draft", "new": "draft"},
     {"old": "9" * 40, "new": "1"}, {"old": "-1", "new": "1"}, {"old": "٣", "new": "1"}, {"old": "1", "new": "draft "}],
)  # fmt: skip
def test_what_is_no_version_is_404(consultant, role, query):
    assert consultant.get(address(role, "compare", **query)).status_code == 404


def test_another_roles_version_or_draft_is_404(consultant, role):
    other = Role.objects.exclude(pk=role.pk).get()
    backup = role.backups.create(snapshot=role.versions.first().snapshot, reason="x")

    assert consultant.get(address(other, "restore", 2)).status_code == 404
    assert consultant.get(address(other, "undo", backup.pk)).status_code == 404


def test_restoring_asks_first_and_shows_what_will_change(consultant, role):
    draft = role.to_template()
    page = read(consultant, role, "restore", 1)

    assert "Reworded" in page
    assert "Restore version 1 into the draft" in page
    assert role.to_template() == draft


def test_restored_published_it_is_version_1_again(consultant, role, version):
    Need.objects.first().delete()
    role.sections.get(key="summary").delete()

    consultant.post(address(role, "restore", 1))
    consultant.post(reverse("admin:roles_role_publish", args=[role.pk]), {"note": "Back", "despite": "It has no more."})

    assert role.versions.first().number == 3
    assert role.versions.first().snapshot == version.snapshot


def test_a_restore_is_undone_and_the_undoing_too(consultant, role, version):
    draft = role.to_template()
    consultant.post(address(role, "restore", 1), {"draft": codec.fingerprint(draft)})
    restored = Role.objects.get(pk=role.pk).to_template()
    assert restored == version.template
    assert "Last: Restoring version 1" in read(consultant, role)

    consultant.post(address(role, "undo", role.backups.first().pk))
    assert Role.objects.get(pk=role.pk).to_template() == draft
    consultant.post(address(role, "undo", role.backups.first().pk))
    assert Role.objects.get(pk=role.pk).to_template() == restored


def test_undoing_states_what_is_undone_and_when_it_was_done(consultant, role):
    consultant.post(address(role, "restore", 1))
    page = read(consultant, role, "undo", role.backups.first().pk)

    assert "<h1>Undo: Restoring version 1</h1>" in page
    assert "will say again what it said before “Restoring version 1”" in page
    assert 'value="Undo"' in page


def test_days_are_written_in_one_way(administrator, consultant, role):
    day = role.versions.first().published_at
    wanted = f"{day:%-d %B %Y, %H:%M}"
    assert wanted in read(consultant, role)
    assert wanted in consultant.get(reverse("admin:roles_roleversion_changelist")).content.decode()


def test_going_back_is_in_the_log_with_what_changed(consultant, role):
    consultant.post(address(role, "restore", 1))
    consultant.post(address(role, "undo", role.backups.first().pk))
    log = consultant.get(reverse("admin:roles_role_history", args=[role.pk])).content.decode()

    assert "Restoring version 1. " in log
    assert "Undoing: Restoring version 1. " in log
    assert "reworded" in log


def test_a_draft_edited_meanwhile_is_shown_again_and_not_replaced(consultant, role):
    shown = codec.fingerprint(role.to_template())
    Statement.objects.filter(section__role=role, section__key="skills").update(text="A colleague's skills.")
    response = consultant.post(address(role, "restore", 1), {"draft": shown})

    assert "The draft has changed meanwhile" in response.content.decode()
    assert Statement.objects.filter(text="A colleague's skills.").exists()


def test_a_draft_that_states_it_already_is_reported(consultant, version):
    assert "There is nothing to restore" in read(consultant, version.role, "restore", 1)


def test_what_another_role_holds_by_now_is_named(consultant, role):
    other = Role.objects.exclude(pk=role.pk).get()
    row = Statement.objects.filter(section__role=role).first()
    Statement.objects.filter(pk=row.pk).update(section=other.sections.first())
    response = consultant.post(address(role, "restore", 1))

    assert f"The key “{row.key}” is the one of a statement of" in response.content.decode()


def test_who_may_only_look_is_offered_no_restore(consultant, role):
    from django.contrib.auth.models import Permission

    consultant.user.groups.clear()
    consultant.user.user_permissions.add(Permission.objects.get(codename="view_role"))

    page = read(consultant, role)
    assert "Restore" not in page
    assert consultant.get(address(role, "restore", 1)).status_code == 403
    assert consultant.get(address(role, "compare", old=1, new=2)).status_code == 200


def test_a_draft_restored_to_what_is_published_waits_for_nothing(consultant, role):
    for number, said in ((1, "is not published yet"), (2, "says what version 2 says")):
        page = consultant.post(address(role, "restore", number), follow=True).content.decode()
        assert f"The draft of Director of Operations {said}." in page
