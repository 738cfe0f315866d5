"""Databases of a test's own, of the kind the tests run on, for what a transaction around the test would hide."""

import secrets
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections

# These only read rows, by queries that other tests send as well: what they look at Python makes of the rows, the same
# from every database. What tests writing, searching, ordering or locking does not belong here.
READ_ALONE = [
    "board/test_embeds",
    "board/test_feeds",
    "commands/test_compose",
    "commands/test_laws",
    "commands/test_review",
    "operation/test_request_ids",
    "security/test_headers",
    "security/test_methods",
    "views/test_compare",
    "views/test_home",
    "views/test_page_weight",
    "views/test_posting_export",
    "views/test_posting_laws",
    "views/test_posting_preview",
    "views/test_review_length",
    "views/test_role_detail",
    "views/test_which_role",
]


@pytest.hookimpl(tryfirst=True)  # before -m takes its choice
def pytest_collection_modifyitems(items):
    read_alone = {Path(__file__).parent / f"{name}.py" for name in READ_ALONE}
    for item in items:
        if item.path in read_alone:
            item.add_marker("read_alone")


class Databases:
    """Makes databases, and points Django's connection of this thread at one of them."""

    def __init__(self, folder):
        self.folder, self.made = folder, []
        self.tests = connections["default"]
        self.vendor = self.tests.vendor

    def empty(self):
        """Return the name of a database that holds nothing yet."""
        return self._made("TEMPLATE template0")

    def filled(self):
        """Return the name of a copy of the tests' database: the shipped content, and no posting."""
        if self.vendor == "postgresql":
            template = self.tests.settings_dict["NAME"]
            self.tests.close()  # a template may not be in use
            return self._made(f'TEMPLATE "{template}"')
        name = self._made()
        Path(name).write_bytes(self.tests.connection.serialize())
        return name

    def _made(self, options=""):
        name = f"scratch_{secrets.token_hex(6)}"
        if self.vendor == "sqlite":
            return str(self.folder / f"{name}.sqlite3")
        with self.tests._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" {options}')
        self.made.append(name)
        return name

    def drop(self):
        for name in self.made:
            with self.tests._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    @contextmanager
    def using(self, name):
        """Let every query of this thread go to that database."""
        before = connections["default"]
        own = self.tests.copy()
        own.settings_dict = {**self.tests.settings_dict, "NAME": name}
        connections["default"] = own
        try:
            yield own
        finally:
            own.close()
            connections["default"] = before


@pytest.fixture
def databases(db, tmp_path_factory):
    made = Databases(tmp_path_factory.mktemp("databases"))
    yield made
    made.drop()
