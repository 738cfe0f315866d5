"""Databases of a test's own, of the kind the tests run on, for what a transaction around the test would hide."""

import secrets
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections


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
