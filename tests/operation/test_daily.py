"""The work of once a day: what goes, what stays, and that nobody's change is lost to it."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import timezone

from portal.caches import FileCache
from roles.models import LastRun, Posting, PostingState
from roles.operation import daily
from tests.conftest import copies, locked

pytestmark = pytest.mark.django_db


def run(**options):
    said = StringIO()
    call_command("daily", stdout=said, **options)
    return said.getvalue()


def aged(posting, **days):
    """The posting with its times so many days ago."""
    changed = {name: timezone.now() - timedelta(days=number) for name, number in days.items()}
    Posting.objects.filter(pk=posting.pk).update(**changed)
    return posting.pk


def there():
    return set(Posting.objects.values_list("pk", flat=True))


@pytest.fixture
def several(posting, member):
    """(those that go, those that stay)"""
    one, two, three, four = copies(posting, 4)
    goes = {aged(posting, deleted_at=31), aged(one, updated_at=121)}
    stays = {aged(two, deleted_at=29), aged(three, updated_at=119), aged(member.posting, updated_at=500), four.pk}
    return goes, stays


def test_what_is_over_goes_and_all_else_stays(several):
    goes, stays = several
    assert there() == goes | stays
    said = run()

    assert there() == stays
    assert "1 postings that were deleted more than 30 days ago: removed" in said
    assert "1 drafts without an account that were not changed for 120 days: removed" in said


def test_a_dry_run_counts_the_same_and_removes_nothing(several):
    goes, stays = several
    said = run(dry_run=True)

    assert there() == goes | stays
    assert "1 postings that were deleted more than 30 days ago: would go" in said
    assert not LastRun.objects.exists()


def test_it_may_run_again_at_once(several):
    run()
    assert "0 postings" in run()
    assert LastRun.objects.get().done["postings"] == 0


def test_more_than_a_batch_goes_and_its_history_with_it(posting, monkeypatch):
    monkeypatch.setattr(daily, "BATCH", 3)
    Posting.objects.filter(pk__in=[copy.pk for copy in copies(posting, 7)]).update(
        deleted_at=timezone.now() - timedelta(days=31)
    )
    for each in Posting.objects.exclude(pk=posting.pk):
        each.states.create(revision=1, version=each.version)
    run()

    assert there() == {posting.pk}
    assert not PostingState.objects.exists()


def test_no_text_is_fetched_to_be_removed(posting, django_assert_max_num_queries):
    aged(posting, deleted_at=31)
    # Each thing a posting has is in a table of its own. Rows of publications are fetched, for their search index.
    with django_assert_max_num_queries(16) as queries:
        daily.remove(Posting.objects.to_purge)

    assert any("DELETE" in query["sql"] for query in queries)
    assert not any(re.search(r'"roles_posting(state)?"."(document_data|data)"', query["sql"]) for query in queries)


def test_a_draft_claimed_meanwhile_stays(several, member, monkeypatch):
    """Claimed after it was counted, before its batch was chosen."""
    _, stays = several
    [forgotten] = Posting.objects.forgotten().values_list("pk", flat=True)
    Posting.objects.claim(member.user, [forgotten])
    run()

    assert there() == stays | {forgotten}


def test_expired_sessions_go(several):
    now = timezone.now()
    for name, until in (("old", now - timedelta(seconds=1)), ("new", now + timedelta(days=1))):
        Session.objects.create(session_key=name, session_data="x", expire_date=until)
    before = Session.objects.count()
    run()

    assert Session.objects.count() == before - 1
    assert not Session.objects.filter(session_key="old").exists()


def test_files_of_the_cache_that_are_out_of_date_go(tmp_path, monkeypatch):
    files = FileCache(str(tmp_path / "cache"), {})
    files.set("old", 1, timeout=-1)
    files.set("new", 1, timeout=60)
    files.set("always", 1, timeout=None)
    (tmp_path / "cache" / "damaged.djcache").write_bytes(b"x")
    monkeypatch.setattr(daily, "cache", files)

    assert "1 files of the cache that are out of date: would go" in run(dry_run=True)
    assert "1 files of the cache that are out of date: removed" in run()
    assert (files.get("new"), files.get("always")) == (1, 1)
    assert "0 files" in run()
    assert caches["default"] is not files


def test_the_rest_is_done_when_one_thing_fails_and_the_run_is_not_noted(several, monkeypatch):
    def fail(dry_run):
        raise OperationalError("database is locked")

    well = list(daily.tasks())
    broken = daily.Task("drafts", "drafts", fail)
    monkeypatch.setattr("roles.management.commands.daily.tasks", lambda: [broken, *well])
    with pytest.raises(CommandError, match="drafts: database is locked"):
        run()

    assert there() == several[1]
    assert not LastRun.objects.exists()


def test_the_page_of_a_draft_names_its_last_day_from_the_start(owner, member):
    today = timezone.localdate()
    last = today + timedelta(days=120)
    page = owner.get(owner.posting.get_absolute_url()).content.decode()

    assert f"{last:%-d %B %Y}" in page
    assert "120 days after its last change" not in member.get(member.posting.get_absolute_url()).content.decode()


def test_a_change_of_a_draft_adds_to_its_time(owner):
    aged(owner.posting, updated_at=100)
    before = Posting.objects.get().kept_until
    posting = locked(owner.posting)
    posting.archive()
    assert Posting.objects.get().kept_until == before  # its text is not changed
    posting.updated_at = timezone.now()
    posting.save(update_fields=["updated_at"])
    assert Posting.objects.get().kept_until > before


def test_a_backup_is_noted(databases, tmp_path):
    with databases.using(databases.filled()):
        call_command("backup", tmp_path / "desk.zip", stdout=StringIO())
        assert LastRun.objects.get(name=LastRun.BACKUP).done["rows"] > 100
