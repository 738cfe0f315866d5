"""The second pair of eyes: what is published is what was asked for, and by another than who asked."""

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from roles.models import Passage, PublishRequest, Role, Section, Statement
from roles.models.closing import close_account
from roles.models.editions import Kind
from roles.models.releases import Shown


@pytest.fixture
def role(version):
    edit("First edit.")
    return Role.objects.get(pk=version.role_id)


@pytest.fixture
def ada(db):
    return get_user_model().objects.create_user("ada")


@pytest.fixture
def ben(db):
    return get_user_model().objects.create_user("ben")


def edit(text):
    Statement.objects.filter(section__key="skills", key__startswith="do-").update(text=text)


def ask(role, by, **options):
    return PublishRequest.objects.make(role, by=by, **options)


def refused(code, action, **arguments):
    with pytest.raises(ValidationError) as caught:
        action(**arguments)
    return caught.value.code == code


def test_another_approves_and_exactly_what_was_asked_for_is_published(role, ada, ben):
    asked = ask(role, ada, note="New skills")
    version = asked.approve(by=ben)

    assert (version.number, version.note, version.published_by) == (2, "New skills", ben)
    assert version.snapshot == asked.snapshot
    closed = PublishRequest.objects.get()
    assert (closed.status, closed.decided_by, closed.version) == ("approved", ben, version)


def test_nobody_decides_on_their_own(role, ada):
    asked = ask(role, ada)

    assert refused("own", asked.approve, by=ada)
    assert refused("own", asked.send_back, by=ada, comment="Hm.")
    assert role.versions.count() == 1


def test_a_draft_that_has_changed_since_needs_a_new_request(role, ada, ben):
    asked = ask(role, ada)
    edit("Second edit.")

    assert refused("stale", asked.approve, by=ben)
    assert role.versions.count() == 1
    again = ask(role, ada)
    assert again.approve(by=ben).snapshot == again.snapshot
    assert PublishRequest.objects.get(pk=asked.pk).status == "withdrawn"


def test_a_version_published_meanwhile_makes_a_request_stale(role, ada, ben):
    asked = ask(role, ada)
    role.publish()

    assert refused("stale", asked.approve, by=ben)


def test_the_same_draft_is_asked_for_once(role, ada, ben):
    ask(role, ada)

    assert refused("stale", PublishRequest.objects.make, role=role, by=ben)
    assert PublishRequest.objects.count() == 1


def test_two_drafts_that_wait_are_asked_for_again_when_one_changes(role, ada, ben):
    Passage.objects.filter(key="between").update(heading="Between")
    both = {"kinds": {Kind.FINDER: Shown()}, "roles": {role: Shown()}}
    first = PublishRequest.objects.make_together(**both, by=ada)
    assert refused("stale", PublishRequest.objects.make_together, **both, by=ben)

    edit("Second edit.")
    again = PublishRequest.objects.make_together(**both, by=ada)
    assert {one.pk for one in PublishRequest.objects.open()} == {one.pk for one in again}
    assert [PublishRequest.objects.get(pk=one.pk).status for one in first] == ["withdrawn"] * 2
    again[0].approve(by=ben)
    assert role.versions.count() == 2


def test_sent_back_it_carries_the_comment_and_a_new_request_can_be_made(role, ada, ben):
    ask(role, ada).send_back(by=ben, comment="Too long.")

    closed = PublishRequest.objects.get()
    assert (closed.status, closed.comment, closed.decided_by) == ("sent_back", "Too long.", ben)
    assert ask(role, ada).status == "open"


def test_only_who_asked_withdraws(role, ada, ben):
    asked = ask(role, ada)

    assert refused("own", asked.withdraw, by=ben)
    asked.withdraw(by=ada)
    assert PublishRequest.objects.get().status == "withdrawn"


@pytest.mark.parametrize("decide", ["approve", "send_back", "withdraw"])
def test_what_is_decided_is_decided(role, ada, ben, decide):
    asked = ask(role, ada)
    PublishRequest.objects.get().send_back(by=ben, comment="No.")
    arguments = {"by": ada if decide == "withdraw" else ben} | ({"comment": "x"} if decide == "send_back" else {})

    assert refused("stale", getattr(asked, decide), **arguments)
    assert PublishRequest.objects.get().comment == "No."


def test_an_incomplete_draft_cannot_be_asked_for(role, ada):
    Section.objects.create(role=role, key="empty", heading="Empty", position=99)

    with pytest.raises(ValidationError, match="has no statement"):
        ask(role, ada)


def test_a_person_who_leaves_takes_no_version_along(role, ada, ben):
    ask(role, ada).approve(by=ben)
    close_account(ada)
    close_account(ben)

    assert role.versions.first().published_by == ben
    decided = PublishRequest.objects.get()
    assert (decided.requested_by, decided.decided_by) == (ada, ben)
    assert not decided.decided_by.is_active


def test_publishing_again_what_was_shown_once_is_refused(role):
    draft = role.publish(after=1).number
    assert draft == 2
    assert refused("stale", role.publish, after=1)
    assert refused("unchanged", role.publish, after=2)
    edit("Second edit.")
    assert refused("stale", role.publish, after=2, draft="another fingerprint")


def test_who_publishes_second_is_refused_before_the_draft_is_read(role, django_assert_num_queries):
    role.publish()
    role.publish()

    # A savepoint taken back and released, the lock, the last version: what waits for the lock waits for no more.
    with django_assert_num_queries(5), pytest.raises(ValidationError) as refused:
        role.publish(after=1)

    assert refused.value.code == "stale"


def test_a_duty_without_a_focus_keeps_a_draft_from_being_published(role):
    Statement.objects.filter(key="do-run-the-day").update(focus="shared")

    with pytest.raises(ValidationError, match=r"do-run-the-day\.focus should be strategic or operational"):
        role.publish()
