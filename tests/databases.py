"""Databases of a test's own, of the kind the tests run on, for what a transaction around the test would hide."""

import re
import secrets
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from django.db import connections
from django.test import override_settings

# These only read rows, by queries that other tests send as well: what they look at Python makes of the rows, the same
# from every database. What tests writing, searching, ordering or locking does not belong here.
READ_ALONE = [
    "board/test_embeds",
    "board/test_feeds",
    "commands/test_compose",
    "commands/test_laws",
    "commands/test_review",
    "durability/test_proxy_headers",
    "durability/test_slow_clients",
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
        names = set(getattr(item, "fixturenames", ()))
        if "filled_database" in names and not names & {"db", "transactional_db"}:
            item.add_marker("django_db")  # or there would be no tests' database to copy


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

    def address(self, name):
        """Return the database as DATABASE_URL gives it."""
        if self.vendor == "sqlite":
            return f"sqlite:///{name}"
        return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/".format(**self.tests.settings_dict) + name

    def make_accounts(self, name):
        """Add the demo accounts as quickstart does; return their passwords."""
        from portal.settings import PASSWORD_HASHERS
        from roles.management.commands.quickstart import DEMO, Command, without_security_events

        printed = StringIO()
        with self.using(name), override_settings(PASSWORD_HASHERS=PASSWORD_HASHERS), without_security_events():
            for account, superuser in DEMO.items():
                Command(stdout=printed).make_account(account, superuser=superuser)
        return dict(re.findall(r"Account (\w+): password (\S+)", printed.getvalue()))

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


@dataclass
class Filled:
    """A database that a server can be started on; `passwords` are those of the demo accounts."""

    address: str
    passwords: dict


@pytest.fixture(scope="session")
def filled_database(django_db_setup, django_db_blocker, tmp_path_factory):
    """Call it for one of its own for a server, which outlasts a test: the tests' content and the demo accounts.

    Copied, not made by quickstart: that takes a process ten seconds.
    """
    made = Databases(tmp_path_factory.mktemp("databases"))

    def make():
        with django_db_blocker.unblock():
            name = made.filled()
            return Filled(made.address(name), made.make_accounts(name))

    yield make
    with django_db_blocker.unblock():
        made.drop()


@pytest.fixture
def databases(db, tmp_path_factory):
    made = Databases(tmp_path_factory.mktemp("databases"))
    yield made
    made.drop()
