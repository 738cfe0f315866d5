"""A backup proves itself, holds one moment, and never replaces what nobody asked to have replaced."""

import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from roles.backup import postgresql, restoring, sqlite
from roles.backup.digest import differences, digest_of
from roles.core.editing import operations
from roles.core.exports import FORMATS
from roles.models import Posting

from .portals import ENGINES, new_posting, refused, run


@pytest.fixture
def portal(databases):
    """A portal with one posting, on a database of its own."""
    name = databases.filled()
    with databases.using(name):
        new_posting()
        yield name


def shown():
    """What every posting is: its revision and its document, by id."""
    return {posting.pk: (posting.revision, posting.document) for posting in Posting.objects.all()}


def exported():
    """Every posting in every form it leaves in."""
    return {
        (posting.pk, name): form.write(posting.document, posting.listing)
        for posting in Posting.objects.select_related("version")
        for name, form in FORMATS.items()
    }


class Writer(threading.Thread):
    """Makes postings and rewords the one before, one transaction after the other, and remembers the order."""

    def __init__(self, databases, name):
        super().__init__(daemon=True)
        self.databases, self.name_of_database = databases, name
        self.history = []
        self.warm, self.enough = threading.Event(), threading.Event()
        self.failure = None

    def run(self):
        try:
            with self.databases.using(self.name_of_database):
                while not self.enough.is_set():
                    self.write()
                    if len(self.history) >= 4:
                        self.warm.set()
        except Exception as error:
            self.failure = error
            self.warm.set()

    def write(self):
        posting = new_posting()
        self.history.append((posting.pk, 1, posting.document))
        with transaction.atomic():
            posting = Posting.objects.lock().get(pk=posting.pk)
            item = next(item for section in posting.document.sections for item in section.items)
            words = f"Words {len(self.history)}: naïve café, 東京, 👩‍🍳"
            posting.save_revision(
                f"reword:{item.key}",
                document=operations.reword(posting.document, item.key, words, stock=posting.stock, unlocked=True),
            )
        self.history.append((posting.pk, posting.revision, posting.document))

    def after(self, count):
        """What the postings were after so many of the writes."""
        return {pk: (revision, document) for pk, revision, document in self.history[:count]}


def test_a_backup_taken_while_people_write_is_one_moment_of_the_portal(portal, databases, tmp_path):
    before = shown()
    writer = Writer(databases, portal)
    writer.start()
    try:
        assert writer.warm.wait(30)
        written_before = len(writer.history)
        run("backup", tmp_path / "desk.zip")
        written_after = len(writer.history)
    finally:
        writer.enough.set()
        writer.join(30)
    assert writer.failure is None
    assert written_after > written_before, "nobody wrote while the backup was made"

    elsewhere = databases.empty()
    with databases.using(elsewhere):
        run("restore", tmp_path / "desk.zip")
        restored, exports = shown(), exported()
    moments = [count for count in range(written_before, len(writer.history) + 1)
               if restored == before | writer.after(count)]  # fmt: skip
    assert len(moments) == 1
    now, live = exported(), shown()
    unchanged = {key: text for key, text in exports.items() if restored[key[0]] == live[key[0]]}
    assert len(unchanged) >= len(FORMATS) * 2
    assert unchanged == {key: now[key] for key in unchanged}


def test_what_is_written_between_the_steps_of_a_backup_is_not_in_it(portal, databases, tmp_path, monkeypatch):
    """The reading of the rows and the copy of the file are two steps, which have to see one moment."""
    before = shown()
    engine, step = (sqlite, "digests") if connection.vendor == "sqlite" else (postgresql, "run")
    original, wrote = getattr(engine, step), []

    def between(*arguments):
        if len(wrote) < 2:
            wrote.append(in_another_thread(databases, portal))
        result = original(*arguments)
        if len(wrote) < 2:
            wrote.append(in_another_thread(databases, portal))
        return result

    monkeypatch.setattr(engine, step, between)
    run("backup", tmp_path / "desk.zip")

    assert len(wrote) == 2
    with databases.using(databases.empty()):
        run("restore", tmp_path / "desk.zip")
        restored = set(shown())
    # On SQLite the moment begins with the reading, after the first writing; on PostgreSQL before both.
    assert restored - set(before) <= {wrote[0]}
    assert wrote[1] not in restored


def in_another_thread(databases, name):
    """The key of a posting saved by somebody else meanwhile."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(_saved_in, databases, name).result()


def _saved_in(databases, name):
    with databases.using(name):
        return new_posting().pk


def test_a_restored_portal_goes_on_where_it_was(portal, databases, tmp_path):
    run("backup", tmp_path / "desk.zip")
    with databases.using(databases.empty()):
        said = run("restore", tmp_path / "desk.zip")
        new_posting()  # keys go on counting, constraints and the published versions are there
        assert Posting.objects.count() == 2
    assert "Everybody is signed out" in said
    assert "migrate" not in said


def test_nobody_is_signed_in_after_a_restore(portal, databases, tmp_path):
    from django.contrib.sessions.models import Session

    Session.objects.create(session_key="k" * 32, session_data="x", expire_date=datetime(2999, 1, 1, tzinfo=UTC))
    run("backup", tmp_path / "desk.zip")
    assert Session.objects.count() == 1
    with databases.using(databases.empty()):
        run("restore", tmp_path / "desk.zip")
        assert Session.objects.count() == 0


def test_a_backup_damaged_in_any_byte_is_refused_and_nothing_is_touched(portal, databases, tmp_path):
    path = tmp_path / "desk.zip"
    run("backup", path)
    whole, before = path.read_bytes(), shown()
    places = [*range(0, len(whole), len(whole) // 15), len(whole) - 100, len(whole) - 65, len(whole) - 1]
    for place in places:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        code, message = refused("restore", path, "--overwrite")
        assert (code, "damaged" in message) == (4, True), place
    path.write_bytes(whole[:-1])
    assert refused("restore", path, "--overwrite")[0] == 4
    path.write_bytes(b"")
    assert refused("restore", path, "--overwrite")[0] == 4
    assert shown() == before
    path.write_bytes(whole)
    run("restore", path, "--overwrite")  # so it was the damage


def test_a_full_database_is_replaced_only_when_asked(portal, tmp_path):
    run("backup", tmp_path / "desk.zip")
    then = shown()
    new_posting()
    code, message = refused("restore", tmp_path / "desk.zip")
    assert (code, "--overwrite" in message) == (3, True)
    assert len(shown()) == 2
    run("restore", tmp_path / "desk.zip", "--overwrite")
    assert shown() == then


def test_a_restore_removes_what_the_backup_does_not_know(portal, tmp_path):
    run("backup", tmp_path / "desk.zip")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE of_a_newer_portal (id integer PRIMARY KEY)")
    run("restore", tmp_path / "desk.zip", "--overwrite")
    assert "of_a_newer_portal" not in connection.introspection.table_names()


def test_a_restore_that_fails_half_way_leaves_the_old_database_whole(portal, tmp_path, monkeypatch):
    run("backup", tmp_path / "desk.zip")
    new_posting()
    before = shown()
    if connection.vendor == "sqlite":
        monkeypatch.setattr(sqlite, "PAGES", 5)
        monkeypatch.setattr(sqlite.GiveUp, "after", fail_half_way)
        with pytest.raises(RuntimeError):
            run("restore", tmp_path / "desk.zip", "--overwrite")
    else:
        right = postgresql.row_check
        monkeypatch.setattr(postgresql, "row_check", lambda table, rows: right(table, rows + 1))
        code, message = refused("restore", tmp_path / "desk.zip", "--overwrite")
        assert (code, "not restored whole" in message) == (1, True)
    assert shown() == before


def fail_half_way(self, status, remaining, total):
    if remaining < total / 2:
        raise RuntimeError("half way")


def test_a_restore_waits_for_no_lock_for_ever(monkeypatch):
    clock = iter([0, 1, 40])
    monkeypatch.setattr(sqlite, "monotonic", lambda: next(clock))
    waiting = sqlite.GiveUp()
    waiting.after(5, 10, 10)
    with pytest.raises(sqlite.BackupError, match="Nothing was changed"):
        waiting.after(5, 10, 10)


def test_a_backup_that_does_not_restore_to_the_same_rows_is_not_kept(portal, tmp_path, monkeypatch):
    engine = ENGINES[connection.vendor]
    dump = engine.dump

    def lose_a_row(self, path):
        tables = dump(self, path)
        tables["roles_posting"] = digest_of([b"one", b"two"])
        return tables

    monkeypatch.setattr(engine, "dump", lose_a_row)
    code, message = refused("backup", tmp_path / "desk.zip")
    assert code == 1
    assert "roles_posting: 2 rows expected, 1 found" in message
    assert list(tmp_path.iterdir()) == []


def test_a_backup_overwrites_nothing_and_is_its_owners_alone(portal, tmp_path):
    path = tmp_path / "desk.zip"
    run("backup", path)
    assert path.stat().st_mode & 0o777 == 0o600
    before = path.read_bytes()
    code, message = refused("backup", path)
    assert (code, "exists already" in message) == (3, True)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    assert zipfile.ZipFile(path).testzip() is None


def test_the_backup_of_a_newer_portal_is_refused(portal, tmp_path, monkeypatch):
    from django.db.migrations.recorder import MigrationRecorder

    MigrationRecorder(connection).record_applied("roles", "9999_of_a_newer_portal")
    run("backup", tmp_path / "desk.zip")
    code, message = refused("restore", tmp_path / "desk.zip", "--overwrite")
    assert (code, "roles.9999_of_a_newer_portal" in message) == (3, True)


def test_the_backup_of_another_kind_of_database_is_refused(portal, tmp_path, monkeypatch):
    run("backup", tmp_path / "desk.zip")
    monkeypatch.setattr(restoring, "refuse_foreign", refuse_as_other(restoring.refuse_foreign))
    code, message = refused("restore", tmp_path / "desk.zip", "--overwrite")
    assert (code, "DATABASE_URL names" in message) == (3, True)


def refuse_as_other(refuse):
    return lambda connection, manifest: refuse(connection, {**manifest, "vendor": "another"})


def test_the_digest_sees_every_change_and_no_order():
    rows = [b"a", b"b", b"b"]
    assert digest_of(rows) == digest_of(reversed(rows))
    for other in ([b"a", b"b"], [b"a", b"a", b"b"], [b"a", b"b", b"c"], []):
        assert digest_of(other) != digest_of(rows)
    assert differences({"t": digest_of(rows)}, {}) == ["t: 3 rows expected, no found"]
    assert differences({}, {"t": digest_of(rows)}) == ["t: no rows expected, 3 found"]
    assert differences({"t": digest_of(rows)}, {"t": digest_of([b"a", b"b", b"c"])})[0].endswith("with other content")
