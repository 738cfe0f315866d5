"""Two processes in two folders, PostgreSQL and Redis: what one knows the other knows, and one may die."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import ANSWERS
from tests.serving import ROOT, SECONDS, Browser, Served, Server

pytestmark = [pytest.mark.server, pytest.mark.timeout(300)]

PARTS = ("portal", "roles", "static", "templates", "manage.py", "gunicorn.conf.py", "pyproject.toml")
BRIEF = "/roles/director-of-operations/brief/"
LOGIN = "/accounts/login/"


@pytest.fixture(scope="module")
def redis(tmp_path_factory):
    socket = tmp_path_factory.mktemp("redis") / "socket"
    command = ["redis-server", "--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", str(socket.parent)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + SECONDS
    while not socket.exists() and time.monotonic() < deadline:
        assert process.poll() is None, "redis-server did not start"
    yield f"unix://{socket}"
    process.terminate()
    process.wait(timeout=SECONDS)


def copied(folder):
    """The portal in a folder of its own, as on a machine of its own."""
    folder.mkdir()
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    return folder


@pytest.fixture(scope="module")
def machines(tmp_path_factory, redis, filled_database):
    folder = tmp_path_factory.mktemp("machines")
    shared = {"CACHE_URL": f"redis://{redis.removeprefix('unix://')}", "PYTHONDONTWRITEBYTECODE": "1"}
    one = Server(filled_database(), folder=copied(folder / "one"), **shared)
    same = {"DEBUG": "on", "DATABASE_URL": one.env["DATABASE_URL"], **shared}
    with Served(folder=copied(folder / "two"), **same) as two:
        yield one, two
    if one.process.poll() is None:
        one.kill()


def at(machine, browser):
    """The browser, sent to the other machine from now on, as a balancer may do at any request."""
    return Browser(machine, browser.jar)


def answers(**more):
    return ANSWERS | {"industry": "food-production"} | more


def test_what_one_machine_knows_the_other_knows(machines):
    one, two = machines
    visitor = Browser(one)
    _, draft, _ = visitor.open(BRIEF, visitor.form(BRIEF) | answers())
    assert draft.startswith("/postings/")
    assert at(two, visitor).open(draft)[0] == 200

    staff = Browser(two)
    staff.sign_in("consultant", one.passwords["consultant"])
    assert at(one, staff).open("/admin/")[:2] == (200, "/admin/")
    assert Browser(one).open(draft)[0] == 404


def test_a_form_of_one_machine_is_saved_by_the_other(machines):
    one, two = machines
    visitor = Browser(one)
    form = visitor.form(BRIEF)
    there = at(two, visitor)
    status, draft, _ = there.open(BRIEF, form | answers(company="Sent to the other"))

    assert (status, draft.startswith("/postings/")) == (200, True)
    assert "Sent to the other" in at(one, there).open(draft)[2]


def test_guesses_on_two_machines_are_counted_together(machines):
    one, two = machines
    seen = []
    for number in range(8):
        guesser = Browser((one, two)[number % 2])
        guess = {"login": "administrator", "password": f"wrong guess {number}"}
        seen.append(guesser.open(LOGIN, guesser.form(LOGIN) | guess)[2])
    refused = ["Too many failed login attempts" in page for page in seen]

    assert refused == [False] * 5 + [True] * 3


def test_work_of_once_a_day_may_run_on_either_and_on_both(machines):
    one, two = machines
    for machine in (one, two):
        assert "removed" in machine.manage("daily")


def test_one_machine_dies_and_nobody_notices(machines):
    one, two = machines
    visitor, staff = Browser(one), Browser(one)
    _, draft, _ = visitor.open(BRIEF, visitor.form(BRIEF) | answers(company="Before the end"))
    staff.sign_in("consultant", one.passwords["consultant"])
    form = visitor.form(f"{draft}edit/")
    os.killpg(one.process.pid, signal.SIGKILL)
    one.process.wait(timeout=SECONDS)

    visitor, staff = at(two, visitor), at(two, staff)
    assert visitor.open(f"{draft}edit/", form | {"new-skills": "Written after.", "do": "add:skills"})[0] == 200
    assert "Written after." in visitor.open(f"{draft}export.txt")[2]
    assert staff.open("/admin/")[:2] == (200, "/admin/")
    guesser = Browser(two)
    guess = {"login": "administrator", "password": "wrong guess"}
    assert "Too many failed login attempts" in guesser.open(LOGIN, guesser.form(LOGIN) | guess)[2]


def test_nothing_is_kept_in_the_folder_of_a_machine(machines):
    _, two = machines
    made = {path.relative_to(two.folder).parts[0] for path in Path(two.folder).rglob("*")}
    assert made == set(PARTS)
