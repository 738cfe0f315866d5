"""Backups as files: which are removed, what travels along, what an operator can put right."""

import errno
import os
import sqlite3
import subprocess
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError
from django.db import connection

from roles.backup import making, postgresql, restoring
from roles.backup.reporting import failing_plainly
from roles.backup.retention import default_name, remove_old

from .portals import ENGINES, new_posting, refused, run


@pytest.fixture
def portal(databases):
    """A portal with one posting, on a database of its own."""
    name = databases.filled()
    with databases.using(name):
        new_posting()
        yield name


def test_media_come_along_and_are_replaced_only_when_asked(portal, databases, tmp_path, settings):
    media = tmp_path / "media"
    settings.MEDIA_ROOT = str(media)
    (media / "logos").mkdir(parents=True)
    (media / "logos" / "größe.png").write_bytes(b"\x89PNG" * 100)
    run("backup", tmp_path / "desk.zip")
    (media / "logos" / "größe.png").write_bytes(b"another")
    with databases.using(databases.empty()):
        code, message = refused("restore", tmp_path / "desk.zip")
        assert (code, "not empty" in message) == (3, True)
        run("restore", tmp_path / "desk.zip", "--overwrite")
    assert (media / "logos" / "größe.png").read_bytes() == b"\x89PNG" * 100
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk.zip", "media"]


def test_media_are_as_before_when_the_database_cannot_be_restored(portal, tmp_path, settings, monkeypatch):
    media = tmp_path / "media"
    settings.MEDIA_ROOT = media
    media.mkdir()
    (media / "old.txt").write_text("old")
    run("backup", tmp_path / "desk.zip")
    (media / "new.txt").write_text("new")

    def fail(self, path, tables):
        raise restoring.DamagedError("no")

    monkeypatch.setattr(ENGINES[connection.vendor], "replace", fail)
    assert refused("restore", tmp_path / "desk.zip", "--overwrite") == (4, "no")
    assert sorted(path.name for path in media.iterdir()) == ["new.txt", "old.txt"]


def test_without_postgresqls_programs_it_states_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(postgresql.BackupError, match=r"pg_dump is not installed.*postgresql-client"):
        postgresql.run_command(["pg_dump"])


@contextmanager
def small_disk(folder, size):
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk")
def test_a_full_disk_is_named_and_leaves_nothing(portal, tmp_path):
    with small_disk(tmp_path / "small", "100k") as folder:
        code, message = refused("backup", folder / "desk.zip")
        assert (code, message.startswith("The disk is full.")) == (1, True), message
        assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "/backups/x"), "/backups/x: Permission denied. Nothing."),
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full. Nothing."),
        (FileNotFoundError(errno.ENOENT, "No such file or directory", "/x"), "/x: No such file or directory. Nothing."),
        (sqlite3.OperationalError("database or disk is full"), "The disk is full. Nothing."),
        (sqlite3.OperationalError("database is locked"), "The database answers: database is locked. Nothing."),
    ],
)
def test_what_an_operator_can_mend_is_stated_in_one_line(error, message):
    with pytest.raises(CommandError) as caught, failing_plainly("Nothing."):
        raise error
    assert str(caught.value) == message


def test_keep_removes_only_old_files_that_the_command_named(portal, tmp_path):
    now = datetime.now(UTC)
    old, young = (tmp_path / default_name(now - timedelta(days=days)) for days in (15, 13))
    others = [tmp_path / name for name in ("operations-desk-2020.zip", "operations-desk-20201399T000000Z.zip",
                                           "copy-of-operations-desk-20200101T000000Z.zip", "desk.zip")]  # fmt: skip
    for path in (old, young, *others):
        path.write_text("x")
    said = run("backup", tmp_path, "--keep", "14d")
    assert f"{old}: removed" in said
    made = set(tmp_path.iterdir()) - {young, *others}
    assert len(made) == 1
    assert old not in made


def test_keep_removes_what_a_killed_run_left_a_day_ago(tmp_path):
    left, running = (tmp_path / f"{making.WORKSHOP}{name}" for name in ("left", "running"))
    for folder in (left, running):
        folder.mkdir()
        (folder / "dump").write_text("x")
    now = datetime.now(UTC)
    os.utime(left, ((now - timedelta(days=2)).timestamp(),) * 2)
    assert remove_old(tmp_path, now, timedelta(days=14)) == []
    assert list(tmp_path.iterdir()) == [running]


@pytest.mark.parametrize("keep", ["14", "0d", "-1d", "2w", "d", "١٤d"])
def test_keep_takes_days_only(keep, tmp_path):
    with pytest.raises(CommandError, match="14d"):
        run("backup", str(tmp_path / "desk.zip"), f"--keep={keep}")


def test_a_folder_that_is_not_there_is_no_name_of_a_file(portal, tmp_path):
    code, message = refused("backup", tmp_path / "desk")
    assert (code, "make it first" in message) == (1, True)
    assert list(tmp_path.iterdir()) == []
