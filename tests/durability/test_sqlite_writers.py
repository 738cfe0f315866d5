"""Several processes on one SQLite file: none is locked out, none loses another's write, none leaves half a posting."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
WRITERS, WRITES = 8, 25

COUNT_UP = """
from django.db import transaction
from roles.models import Role
for _ in range({writes}):
    with transaction.atomic():
        role = Role.objects.get(slug="operations-director")
        role.position += 1
        role.save(update_fields=["position"])
"""
SAVE_POSTINGS = """
from roles.core import content
from roles.models import Posting, RoleVersion
brief = content.example_briefs()["bakery-leeds"]
version = RoleVersion.objects.latest_of("director-of-operations")
while True:
    posting = Posting.objects.compose(version, brief)
    print(posting.pk, flush=True)
"""


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "portal.sqlite3"
    manage(path, "migrate", "-v0").wait()
    manage(path, "load_content", "--publish").wait()
    return path


def manage(path, *arguments, **options):
    environment = {"DATABASE_URL": f"sqlite:///{path}", "PATH": os.environ["PATH"]}
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True} | options
    return subprocess.Popen([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, **options)


def rows(path, query):
    with sqlite3.connect(path) as connection:
        return connection.execute(query).fetchall()


def test_eight_writers_at_once_lose_nothing_and_are_never_locked_out(database):
    before = rows(database, "SELECT position FROM roles_role WHERE slug = 'operations-director'")[0][0]
    code = COUNT_UP.format(writes=WRITES)

    writers = [manage(database, "shell", "-v0", "-c", code) for _ in range(WRITERS)]
    ends = [(writer.communicate(timeout=120), writer.returncode) for writer in writers]

    assert [end for end in ends if end[1] != 0] == []
    after = rows(database, "SELECT position FROM roles_role WHERE slug = 'operations-director'")[0][0]
    assert after == before + WRITERS * WRITES


def test_a_writer_killed_at_any_moment_leaves_whole_postings(database):
    for lines in range(1, 4):
        writer = manage(database, "shell", "-v0", "-c", SAVE_POSTINGS)
        acknowledged = [writer.stdout.readline().strip() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        writer.communicate()

        kept = {pk for (pk,) in rows(database, "SELECT id FROM roles_posting")}
        assert {pk.replace("-", "") for pk in acknowledged} <= kept

    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    broken = "SELECT count(*) FROM roles_posting WHERE NOT json_valid(document_data) OR NOT json_valid(brief_data)"
    assert rows(database, broken) == [(0,)]


def test_the_portal_opens_sqlite_in_wal_and_syncs_fully(database):
    code = (
        "from django.db import connection as c; names = 'journal_mode', 'synchronous', 'busy_timeout'\n"
        "print(*[c.cursor().execute(f'PRAGMA {name}').fetchone()[0] for name in names])"
    )
    out, _ = manage(database, "shell", "-v0", "-c", code).communicate()

    assert out.split() == ["wal", "2", "20000"]
