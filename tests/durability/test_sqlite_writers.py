"""Several processes on one SQLite file: none is locked out, none loses another's write, none leaves half a posting."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db  # alone too, it finds a database for tests to copy
ROOT = Path(__file__).parent.parent.parent
WRITERS, WRITES = 8, 10  # as many synced writes have to end within the twenty seconds that SQLite waits
STEPS = 12  # more statements than a save has

# One process starts and forks the others when it has closed its connection: starting takes longer than writing. The
# first connection turns the file to WAL, as `migrate` does: of several that want to turn it at once, SQLite refuses
# some without waiting.
COUNT_UP = """
import os, traceback
from django.db import connection, transaction
from roles.models import Role

def count_up():
    for _ in range({writes}):
        with transaction.atomic():
            role = Role.objects.get(slug="operations-director")
            role.position += 1
            role.save(update_fields=["position"])

connection.ensure_connection()
connection.close()
writers = []
for _ in range({writers}):
    if not (writer := os.fork()):
        try:
            count_up()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    writers.append(writer)
print(*[os.waitstatus_to_exitcode(os.waitpid(writer, 0)[1]) for writer in writers])
with connection.cursor() as cursor:
    print(*[cursor.execute("PRAGMA " + name).fetchone()[0] for name in ("journal_mode", "synchronous", "busy_timeout")])
"""
SAVE_AND_DIE_AT_EACH_STEP = """
import os, signal
from django.db import connection
from roles.core import content
from roles.models import Posting, RoleVersion

brief = content.example_briefs()["bakery-leeds"]
version = RoleVersion.objects.latest_of("director-of-operations")
version.template

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def save_and_die(steps):
    def one_step(execute, *statement):
        nonlocal steps
        if steps == 0:
            die()
        steps -= 1
        return execute(*statement)

    with connection.execute_wrapper(one_step):
        posting = Posting.objects.compose(version, brief)
    print(posting.pk.hex, flush=True)
    die()

connection.close()
for steps in range({steps}):
    if not os.fork():
        save_and_die(steps)
    os.wait()
"""

SAVE_AND_COPY = """
import shutil
from roles.models import Role

role = Role.objects.first()
for number in range(9):
    role.position = 1000 + number
    role.save(update_fields=["position"])
for end in ("", "-wal"):
    shutil.copy({database!r} + end, {copy!r} + end)
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory, django_db_setup, django_db_blocker):
    """A copy of the tests' database where that is SQLite's."""
    path = tmp_path_factory.mktemp("written") / "portal.sqlite3"
    if connection.vendor == "sqlite":
        with django_db_blocker.unblock():
            connection.ensure_connection()
            path.write_bytes(connection.connection.serialize())
    else:
        run(path, "migrate", "-v0")
        run(path, "load_content", "--publish")
    return path


def run(path, *arguments):
    environment = {"DATABASE_URL": f"sqlite:///{path}", "PATH": os.environ["PATH"]}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True, timeout=300
    ).stdout


def shell(path, code):
    return run(path, "shell", "-v0", "-c", code).split()


def rows(path, query):
    with sqlite3.connect(path) as connection:
        return connection.execute(query).fetchall()


@pytest.fixture(scope="module")
def written(database):
    """What writers at once did: how each ended with the modes of their process's connection, and how far they counted.

    A process takes two seconds to start.
    """
    position = "SELECT position FROM roles_role WHERE slug = 'operations-director'"
    [(before,)] = rows(database, position)
    ends = shell(database, COUNT_UP.format(writers=WRITERS, writes=WRITES))
    [(after,)] = rows(database, position)
    return ends[:WRITERS], ends[WRITERS:], after - before


def test_eight_writers_at_once_lose_nothing_and_are_not_locked_out(written):
    ends, _, counted = written
    assert ends == ["0"] * WRITERS
    assert counted == WRITERS * WRITES


def test_the_portal_opens_sqlite_in_wal_and_syncs_fully(written):
    assert written[1] == ["wal", "2", "20000"]


def test_a_writer_killed_at_any_step_leaves_whole_postings(database):
    acknowledged = shell(database, SAVE_AND_DIE_AT_EACH_STEP.format(steps=STEPS))

    assert 0 < len(acknowledged) < STEPS - 2
    assert {pk for (pk,) in rows(database, "SELECT id FROM roles_posting")} == set(acknowledged)
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    # What a posting was offered is counted with it, or not at all.
    offered = "SELECT sum(json_array_length(offered)) FROM roles_posting"
    assert rows(database, "SELECT sum(offered) FROM roles_statementuse") == rows(database, offered)


def test_a_log_cut_short_loses_its_end_and_nothing_before(database, tmp_path):
    """As after a power cut: what was committed before the damaged bytes is there, and the file is whole."""
    copy = tmp_path / "after.sqlite3"
    shell(database, SAVE_AND_COPY.format(database=str(database), copy=str(copy)))
    log = copy.with_name(f"{copy.name}-wal")
    whole = log.read_bytes()
    found = []
    for lost in (0, 1, len(whole) // 3, len(whole) - 32):
        copy.with_name(f"{copy.name}-shm").unlink(missing_ok=True)
        trial = tmp_path / f"{lost}.sqlite3"
        trial.write_bytes(copy.read_bytes())
        trial.with_name(f"{trial.name}-wal").write_bytes(whole[: len(whole) - lost])
        assert rows(trial, "PRAGMA integrity_check") == [("ok",)]
        found.append(rows(trial, "SELECT max(position) FROM roles_role")[0][0])

    assert found[0] == 1008
    assert found == sorted(found, reverse=True)
    assert found[1] in (1007, 1008)
