"""A disk with no room left, or mounted to be read only, for real: reads go on, and a write that cannot be gives the
words back. On SQLite."""

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import ANSWERS
from tests.serving import SECONDS, Browser, Served

pytestmark = [pytest.mark.server, pytest.mark.timeout(300)]

BRIEF = "/roles/director-of-operations/brief/"
PASSWORD = "a long password"
ROOM = 2_000_000  # beside the database


@pytest.fixture
def disk(tmp_path, databases):
    """A small disk that holds a database with the content, and two megabytes."""
    content = Path(databases.filled()).read_bytes()
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={len(content) + ROOM}", "tmpfs", folder], check=True)
    try:
        (folder / "db.sqlite3").write_bytes(content)
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def fill(folder):
    with suppress(OSError), open(folder / "filler", "wb", buffering=0) as filler:
        while filler.write(b"x" * 4096) == 4096:
            pass
        filler.write(b"x")


def make_account(folder, environment):
    code = (
        "from django.contrib.auth import get_user_model\n"
        "get_user_model().objects.create_user('member', 'member@example.com', 'a long password')"
    )
    served = Served(DATABASE_URL=f"sqlite:///{folder}/db.sqlite3", **environment)
    subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c", code],
        cwd=served.folder,
        env=served.env,
        check=True,
        timeout=SECONDS,
    )


def sign_in(browser):
    form = browser.form("/accounts/login/") | {"login": "member", "password": PASSWORD}
    status, _, page = browser.open("/accounts/login/", form)
    return status, page


def send_until_refused(visitor, form):
    """What SQLite had taken from the disk before may hold a few more. Return status and page."""
    for number in range(30):
        status, address, page = visitor.open(BRIEF, form | ANSWERS | {"company": f"Company {number}", "ticket": ""})
        if not address.startswith("/postings/"):
            break
    return status, page


def test_on_a_full_disk_pages_are_read_and_words_come_back(disk):
    environment = {"DEBUG": "on", "CACHE_URL": f"filecache://{disk}/cache"}
    make_account(disk, environment)
    with Served(DATABASE_URL=f"sqlite:///{disk}/db.sqlite3", **environment) as portal:
        visitor = Browser(portal)
        _, draft, _ = visitor.open(BRIEF, visitor.form(BRIEF) | ANSWERS)
        form = visitor.form(BRIEF)
        fill(disk)

        for path in ("/", BRIEF, draft, f"{draft}export.txt", "/accounts/login/"):
            assert (path, visitor.open(path)[0]) == (path, 200)
        status, page = send_until_refused(visitor, form)
        assert status == 503
        assert "Nothing was saved: the disk of the portal is full." in page
        assert ANSWERS["about"] in page
        assert visitor.open(draft)[0] == 200
        # Its session would be a row as well.
        status, page = sign_in(Browser(portal))
        assert (status, "the disk of the portal is full" in page, PASSWORD in page) == (503, True, False)

        (disk / "filler").unlink()
        status, address, _ = visitor.open(BRIEF, visitor.form(BRIEF) | ANSWERS)
        assert (status, address.startswith("/postings/")) == (200, True)
        assert sign_in(Browser(portal))[0] == 200


def remount(disk, how):
    """As soon as the workers that were killed are gone."""
    command = ["mount", "-o", f"remount,{how}", disk]
    deadline = time.monotonic() + SECONDS
    while subprocess.run(command, capture_output=True).returncode:
        assert time.monotonic() < deadline, subprocess.run(["fuser", "-vm", disk], capture_output=True).stderr


def test_on_a_read_only_disk_pages_are_read_and_words_come_back(disk):
    environment = {"DEBUG": "on", "CACHE_URL": f"filecache://{disk}/cache"}
    with Served(DATABASE_URL=f"sqlite:///{disk}/db.sqlite3", **environment) as portal:
        visitor = Browser(portal)
        _, draft, _ = visitor.open(BRIEF, visitor.form(BRIEF) | ANSWERS)
        form = visitor.form(BRIEF) | ANSWERS | {"company": "Company of the read-only disk", "ticket": ""}
        portal.kill()  # Linux takes no disk away from whoever writes to it; its log stays, as after a fault
        remount(disk, "ro")
        portal.start()

        for path in ("/", BRIEF, draft, f"{draft}edit/", f"{draft}export.txt", "/accounts/login/"):
            assert (path, visitor.open(path)[0]) == (path, 200)
        status, _, page = visitor.open(BRIEF, form)
        assert (status, "Nothing was saved: the portal cannot write" in page) == (503, True)
        assert ANSWERS["about"] in page
        workshop = visitor.form(f"{draft}edit/") | {"new-skills": "Typed on a read-only disk.", "do": "add:skills"}
        status, _, page = visitor.open(f"{draft}edit/", workshop)
        assert (status, "Typed on a read-only disk." in page) == (503, True)

        portal.kill()
        remount(disk, "rw")
        portal.start()
        assert visitor.open(BRIEF, form)[1].startswith("/postings/")
