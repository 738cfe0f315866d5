"""Migrations take every row along, forward and back, and can be run again where they were interrupted."""

import json
from importlib import import_module
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

pytestmark = pytest.mark.timeout(300)  # each step of each migration reads the state of all models
FIRST = ("roles", "0003_shipped_words")  # the last of 1.0.0
# What only newer portals have; that it goes on the way back is asked for.
OWN = {"roles_area", "roles_trait", "roles_postingbrand", "roles_securityevent", "roles_lastrun"}


def now():
    return connections["default"]


def executor():
    return MigrationExecutor(now())


def newest():
    return [key for key in executor().loader.graph.leaf_nodes() if key[0] == "roles"]


def to(*targets):
    executor().migrate(list(targets))


def columns(table):
    with now().cursor() as cursor:
        return {column.name for column in now().introspection.get_table_description(cursor, table)}


def shape():
    return {table: columns(table) for table in now().introspection.table_names() if table.startswith("roles_")}


def plain(value):
    if isinstance(value, memoryview):
        value = bytes(value)
    try:  # PostgreSQL writes JSON in another way than it was sent
        return json.loads(value) if isinstance(value, str) and value.startswith(("{", "[")) else value
    except ValueError:
        return value


def rows(tables):
    """Every row of these columns of these tables."""
    found = {}
    with now().cursor() as cursor:
        for table, names in tables.items():
            ordered = ", ".join(f'"{name}"' for name in sorted(names))
            cursor.execute(f'SELECT {ordered} FROM "{table}"')
            found[table] = sorted(repr([plain(value) for value in row]) for row in cursor.fetchall())
    return found


@pytest.fixture
def old(databases):
    """A database of 1.0.0's shape, with what a portal of that time held."""
    with databases.using(databases.empty()):
        executor().migrate([key for key in executor().loader.graph.leaf_nodes() if key[0] != "roles"])
        to(FIRST)
        apps = executor().loader.project_state([FIRST]).apps
        fill(lambda name: apps.get_model("roles", name).objects)
        yield shape()


def fill(model):
    role = model("Role").create(slug="director-of-operations", title="Director", focus="operational", loaded={"a": 1})
    section = model("Section").create(role=role, key="duties", heading="Duties")
    need = model("Need").create(key="slips", phrase="things slip", focus="shared", loaded={"key": "slips"})
    industry = model("Industry").create(key="retail", name="Retail", phrase="retail", loaded={"key": "retail"})
    for number in range(3):
        words = f"Words {number}: 東京 👩‍🍳"
        statement = model("Statement").create(section=section, key=f"s{number}", text=words, focus="operational")
        statement.needs.add(need)
        statement.industries.add(industry)
    model("Passage").create(key="between", kind="verdict", heading="Between", text="Words.", loaded={"key": "between"})
    version = model("RoleVersion").create(role=role, number=1, snapshot={"title": "Director", "words": "naïve"})
    for number in range(3):
        posting = model("Posting").create(
            version=version,
            secret=f"secret-{number}",
            title="Director",
            company=f"Café {number}",
            brief_data={"company": f"Café {number}", "needs": ["slips"]},
            document_data={"sections": [number, "مرحبا"]},
            revision=3,
            present=2,
        )
        for revision in (1, 2, 3):
            data = {"sections": [revision, "e\u0301"]}
            model("PostingState").create(
                posting=posting, revision=revision, version=version, change="brief", brief_data={}, document_data=data
            )


@pytest.mark.server  # it crowds nobody, and takes ten seconds
def test_rows_of_1_0_0_go_forward_back_and_forward_again(old):
    before = rows(old)
    assert all(before[f"roles_{name}"] for name in ("posting", "postingstate", "statement", "passage", "roleversion"))
    to(*newest())
    after, newer = rows(shape()), shape()
    assert {table: len(found) for table, found in after.items() if table in before} == {
        table: len(found) for table, found in before.items()
    }
    to(FIRST)
    assert shape() == old
    assert rows(old) == before
    to(*newest())

    assert shape() == newer
    assert rows(newer) == after
    assert set(newer) - set(old) >= OWN


def reaches():
    """How many posting laws have each reach."""
    with now().cursor() as cursor:
        cursor.execute("SELECT remote_reach, count(*) FROM roles_postingrule GROUP BY remote_reach")
        return dict(cursor.fetchall())


@pytest.mark.server
def test_the_shipped_content_goes_back_to_1_0_0(databases):
    with databases.using(databases.filled()):
        newer = reaches()
        to(FIRST)
        older = reaches()
    assert newer["done_there"]
    assert set(older) == {"none", "could_be_done_there", "reports_into"}
    assert sum(older.values()) == sum(newer.values())


class StoppedError(Exception):
    pass


def steps_of(migrate):
    """The number of statements it takes."""
    count = 0

    def counting(execute, *arguments):
        nonlocal count
        count += 1
        return execute(*arguments)

    with now().execute_wrapper(counting):
        migrate()
    return count


_RECORDS = ('DELETE FROM "django_migrations"', 'INSERT INTO "django_migrations"')


def interrupt_after(steps, migrate, of=""):
    """End it as a kill does, after so many statements with these words in them."""
    left = steps

    def one_step(execute, *arguments):
        nonlocal left
        # Of a step back, and of one with keys to add, Django notes only after its transaction that it was taken:
        # docs/operations.md names what to do.
        if of in arguments[0] and not arguments[0].startswith(_RECORDS):
            if left == 0:
                raise StoppedError
            left -= 1
        return execute(*arguments)

    with pytest.raises(StoppedError), now().execute_wrapper(one_step):
        migrate()
    # As when its process is killed: the connection is gone, and the next process has one of its own.
    killed = now()
    killed.connection.close()
    connections["default"] = killed.copy()


@pytest.mark.server
def test_an_interrupted_migration_is_run_again_to_the_same_rows(old, monkeypatch):
    monkeypatch.setattr(import_module("roles.migrations.0005_compress_states"), "BATCH", 2)
    before = rows(old)
    steps = steps_of(lambda: to(*newest()))
    wanted, newer = rows(shape()), shape()
    steps_back = steps_of(lambda: to(FIRST))
    # In the middle of the tables, near the end, and between two batches of converted rows.
    converted = 'UPDATE "roles_postingstate"'
    points = [(steps // 3, steps_back // 3, ""), (steps * 4 // 5, steps_back * 4 // 5, ""), (5, 5, converted)]
    for forward, back, of in points:
        interrupt_after(forward, lambda: to(*newest()), of)
        to(*newest())
        assert (of, shape() == newer, rows(newer) == wanted) == (of, True, True)
        interrupt_after(back, lambda: to(FIRST), of)
        to(FIRST)
        assert (of, rows(old) == before) == (of, True)


def tables():
    return set(now().introspection.table_names())


@pytest.mark.parametrize("answer", ["no", "", "y", None])
def test_taking_back_what_holds_postings_asks_first(databases, monkeypatch, answer):
    def answered(asked):
        assert "Every role, every posting and every security event is deleted." in asked
        if answer is None:
            raise EOFError  # nobody is there: a script
        return answer

    monkeypatch.setattr("builtins.input", answered)
    with databases.using(databases.filled()):
        before = tables()
        with pytest.raises(CommandError, match="Nothing was changed"):
            call_command("migrate", "roles", "zero", stdout=StringIO())
        assert tables() == before


@pytest.mark.server
def test_it_goes_on_when_it_is_reported_yes_or_not_to_ask(databases, monkeypatch):
    asked = []
    monkeypatch.setattr("builtins.input", lambda text: asked.append(text) or "yes")
    with databases.using(databases.filled()):
        call_command("migrate", "roles", "0011", stdout=StringIO())
        assert len(asked) == 1
        assert "Every role" not in asked[0]
        call_command("migrate", "roles", stdout=StringIO())  # forward: nothing to ask
        call_command("migrate", "roles", "0011", interactive=False, stdout=StringIO())
        assert len(asked) == 1
        applied = {name for app, name in MigrationRecorder(now()).applied_migrations() if app == "roles"}
        assert "0015_last_runs" not in applied
    assert connection.vendor in ("sqlite", "postgresql")
