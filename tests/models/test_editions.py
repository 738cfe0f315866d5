"""Rows are a draft: what visitors read of them is what was published, at its moment and not before."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from roles.models import Answer, Edition, Need, PostingRule, Release, Role, RoleVersion, Statement
from roles.models.editions import Kind, published
from roles.models.releases import Shown, publish_drafts

pytestmark = pytest.mark.django_db
MONDAY = datetime(2027, 3, 1, 8, tzinfo=UTC)


def reword(phrase="Cash is short"):
    Need.objects.filter(key="direction").update(phrase=phrase)


def phrase_of(needs):
    return next(need.phrase for need in needs if need.key == "direction")


def refused(code, action, *arguments, **options):
    with pytest.raises(ValidationError) as caught:
        action(*arguments, **options)
    return caught.value.code == code


def newest(slug="director-of-operations"):
    return RoleVersion.objects.latest_of(slug)


@pytest.fixture
def role():
    return Role.objects.get(slug="director-of-operations")


def test_a_published_list_makes_the_next_version_of_each_role(publish_kinds):
    before = {role: newest(role.slug) for role in Role.objects.all()}
    reword()
    assert phrase_of(published(Kind.NEEDS)[Kind.NEEDS]) != "Cash is short"
    released = publish_kinds("needs")

    assert phrase_of(published(Kind.NEEDS)[Kind.NEEDS]) == "Cash is short"
    assert {version.role for version in released.carried} == set(before)
    for role, old in before.items():
        now = newest(role.slug)
        assert (now.number, now.template.sections) == (old.number + 1, old.template.sections)
        assert phrase_of(now.template.needs) == "Cash is short"
        assert phrase_of(old.template.needs) != "Cash is short"


def test_a_statement_published_with_a_need_keeps_it_when_the_need_goes(publish_kinds):
    template = newest().template
    used = next(key for statement in template.statements() for key in statement.needs)
    Answer.needs.through.objects.filter(need__key=used).delete()
    Need.objects.get(key=used).delete()
    publish_kinds("needs", "finder")

    assert used not in {need.key for need in published(Kind.NEEDS)[Kind.NEEDS]}
    assert newest().template.needs[-1].key == used


def test_a_role_is_published_with_the_lists_that_are_public(role):
    reword()
    Statement.objects.filter(key="do-run-the-day").update(text="Runs the day.")
    version = role.publish()

    assert phrase_of(version.template.needs) != "Cash is short"


def test_a_statement_tied_to_an_unpublished_need_waits_for_it(role):
    need = Need.objects.create(key="cash", phrase="Cash", focus="shared", position=99)
    need.statements.add(Statement.objects.get(key="do-run-the-day"))

    with pytest.raises(ValidationError, match="The need “Cash” is not published yet"):
        role.publish()
    publish_drafts({Kind.NEEDS: Shown()}, {role: Shown()})
    assert "cash" in newest().template.vocabulary.keys("needs")


def test_publishing_what_was_shown_once_again_is_refused():
    reword()
    publish_drafts({Kind.NEEDS: Shown(after=1)})
    reword("Again")

    assert refused("stale", publish_drafts, {Kind.NEEDS: Shown(after=1)})
    assert refused("stale", publish_drafts, {Kind.NEEDS: Shown(after=2, draft="another")})
    assert Edition.objects.filter(kind=Kind.NEEDS).count() == 2
    publish_drafts({Kind.NEEDS: Shown(after=2)})
    assert refused("unchanged", publish_drafts, {Kind.NEEDS: Shown(after=3)})


def test_a_finder_that_names_an_unpublished_need_waits_for_it():
    need = Need.objects.create(key="cash", phrase="Cash", focus="shared", position=99)
    Answer.objects.first().needs.add(need)

    with pytest.raises(ValidationError, match="names the unknown need “cash”"):
        publish_drafts({Kind.FINDER: Shown()})
    assert len(publish_drafts({Kind.FINDER: Shown(), Kind.NEEDS: Shown()}).editions) == 2


def test_nothing_of_several_is_published_when_one_of_them_cannot_be(role):
    reword()
    role.sections.create(key="empty", heading="Empty", position=99)

    with pytest.raises(ValidationError, match="has no statement"):
        publish_drafts({Kind.NEEDS: Shown()}, {role: Shown()})
    assert not Release.objects.exists()
    assert Edition.objects.filter(kind=Kind.NEEDS).count() == 1


def test_a_planned_release_is_public_from_its_moment_on_as_it_was_planned(role, time_machine):
    time_machine.move_to(MONDAY - timedelta(days=3))
    reword()
    PostingRule.objects.filter(key="us-co").update(min_employees=77)
    Statement.objects.filter(key="do-run-the-day").update(text="Runs the day.")
    publish_drafts({Kind.NEEDS: Shown(), Kind.LAWS: Shown()}, {role: Shown()}, public_from=MONDAY)
    reword("Later words")
    PostingRule.objects.filter(key="us-co").update(min_employees=99)

    def public():
        found = published(Kind.NEEDS, Kind.LAWS)
        law = next(rule.min_employees for rule in found[Kind.LAWS] if rule.key == "us-co")
        return newest().number, phrase_of(newest().template.needs), phrase_of(found[Kind.NEEDS]), law

    phrase = phrase_of(newest().template.needs)
    assert public()[:3] == (1, phrase, phrase)
    assert newest("operations-director").number == 1
    time_machine.move_to(MONDAY - timedelta(seconds=1))
    assert public()[0] == 1
    time_machine.move_to(MONDAY)
    assert public() == (2, "Cash is short", "Cash is short", 77)
    assert newest("operations-director").number == 2


def test_what_is_planned_is_published_before_only_after_it_is_withdrawn(role, time_machine):
    time_machine.move_to(MONDAY - timedelta(days=3))
    reword()
    publish_drafts({Kind.NEEDS: Shown()}, public_from=MONDAY)
    reword("Other words")
    Statement.objects.filter(key="do-run-the-day").update(text="Runs the day.")

    assert refused("planned", publish_drafts, {Kind.NEEDS: Shown()})
    assert refused("planned", role.publish)
    release = Release.objects.get()
    release.withdraw()
    assert refused("stale", release.withdraw)
    assert RoleVersion.objects.filter(role=role).count() == 1
    assert role.publish().number == 2
    time_machine.move_to(MONDAY)
    assert phrase_of(published(Kind.NEEDS)[Kind.NEEDS]) not in ("Cash is short", "Other words")


def test_what_is_public_cannot_be_withdrawn(time_machine):
    time_machine.move_to(MONDAY - timedelta(days=3))
    reword()
    publish_drafts({Kind.NEEDS: Shown()}, public_from=MONDAY)
    time_machine.move_to(MONDAY)

    assert refused("public", Release.objects.get().withdraw)
    assert phrase_of(published(Kind.NEEDS)[Kind.NEEDS]) == "Cash is short"


def test_an_edition_never_changes():
    edition = Edition.objects.first()

    with pytest.raises(TypeError):
        edition.save()
    with pytest.raises(TypeError):
        Edition.objects.update(note="x")


def test_all_that_is_public_takes_one_query_once_it_is_read(django_assert_num_queries):
    published(*Kind.values)
    with django_assert_num_queries(1):
        published(*Kind.values)
