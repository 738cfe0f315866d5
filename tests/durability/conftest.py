import subprocess
import tempfile

import pytest
from django.db import connection

from tests.serving import Server

BEFORE_THE_DATABASE = ("figures", "large_requests", "proxy_headers", "public_cache", "slow_clients")

# What can be tried on one kind of database only, or not on every machine.
collect_ignore = []
if connection.vendor == "sqlite":
    collect_ignore += ["test_silent_database.py", "test_two_machines.py"]
else:
    # What is between the portal and its clients; the database behind it makes no difference.
    collect_ignore += [f"test_{name}.py" for name in BEFORE_THE_DATABASE]


def pytest_collection_modifyitems(items):
    """The first that asks for the server waits for all of it to start, on a busy machine for longer than a test may."""
    for item in items:
        if "server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.timeout(900))


def can_mount():
    with tempfile.TemporaryDirectory() as folder:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True)
        return mounted.returncode == 0 and subprocess.run(["umount", folder], check=True) is not None


if connection.vendor != "sqlite" or not can_mount():
    collect_ignore += ["test_full_disk.py"]


@pytest.fixture(scope="session")
def server(filled_database):
    """Four workers, on the kind of database these tests run on."""
    served = Server(filled_database(), workers=4)
    yield served
    served.kill()
