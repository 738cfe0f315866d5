"""A posting, and the commands of a backup."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from roles.backup import postgresql, sqlite
from roles.models import Posting, RoleVersion
from tests import shipped

ENGINES = {"sqlite": sqlite.Sqlite, "postgresql": postgresql.Postgresql}


def new_posting():
    version = RoleVersion.objects.latest_of("director-of-operations")
    return Posting.objects.compose(version, shipped.brief("bakery-leeds"))


def run(*command, **options):
    said = StringIO()
    call_command(*command, stdout=said, **options)
    return said.getvalue()


def refused(*command):
    """Return the exit code and the message of a command that must fail."""
    with pytest.raises(CommandError) as caught:
        run(*command)
    return caught.value.returncode, str(caught.value)
