"""A query written once: the same rows as Django's own, of other values each time."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from roles.models import Posting, RoleVersion
from roles.models.written import Written

THEN = datetime(1970, 1, 1, tzinfo=UTC)


def build(title, now):
    return (
        Posting.objects.filter(title=title, created_at__lt=now)
        .with_version(now)
        .with_comments()
        .order_by("-pk")
    )  # fmt: skip


def test_it_has_what_django_has_of_each_value(posting, django_assert_num_queries):
    written = Written(build, title="…", now=THEN)
    other = posting.duplicate()
    Posting.objects.filter(pk=other.pk).update(title="Another")

    for title, ids in ((posting.title, [posting.pk]), ("Another", [other.pk]), ("None", []), ("Another", [other.pk])):
        with django_assert_num_queries(1):
            found = written.rows(title=title, now=timezone.now())
            roles = [one.version.role.slug for one in found]
        expected = list(build(title, timezone.now()))
        assert [one.pk for one in found] == ids
        assert [vars(one)["open_comments"] for one in found] == [one.open_comments for one in expected]
        assert roles == [one.version.role.slug for one in expected]
        assert [one.get_deferred_fields() for one in found] == [one.get_deferred_fields() for one in expected]
        assert [one.brief for one in found] == [one.brief for one in expected]
        assert [(one.updated_at, one.newest) for one in found] == [(one.updated_at, one.newest) for one in expected]
    assert written.first(title=posting.title, now=THEN) is None


def test_rows_of_values_are_tuples(version):
    written = Written(lambda number: RoleVersion.objects.filter(number=number).values_list("role__slug"), number=98_765)

    assert written.rows(number=1) == list(RoleVersion.objects.filter(number=1).values_list("role__slug"))
    assert written.rows(number=77) == []


def test_a_moment_that_is_no_value_of_it_is_refused(db):
    written = Written(lambda title: Posting.objects.just_made().filter(title=title), title="…")

    with pytest.raises(ValueError, match="for ever"):
        written.rows(title="Another")


def test_a_value_that_is_nowhere_in_it_is_refused(db):
    with pytest.raises(ValueError, match="title is nowhere"):
        Written(lambda title: Posting.objects.all(), title="…").rows(title="Another")
