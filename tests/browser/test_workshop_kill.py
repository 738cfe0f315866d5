"""The server is killed between two autosaves: what was acknowledged is there, what was not is sent again."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.test_owner_journey import fill_in

ROOT = Path(__file__).parent.parent.parent
PART = "#part-responsibilities"


class Server:
    """The portal in a process of its own, on a database of its own."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = {
            **os.environ,
            "PYTHONUNBUFFERED": "1",
            "DEBUG": "on",
            "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        }
        self.manage("migrate", "-v0")
        self.manage("load_content", "--publish", "-v0")
        self.start()

    def manage(self, *command):
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=self.env,
            check=True,
            capture_output=True,
            timeout=120,
        )

    def start(self):
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "runserver", "--noreload", str(self.port)],
            cwd=ROOT,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        # It says so once it listens.
        assert any("Starting development server" in line for line in self.process.stdout), "the server did not start"

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)
        self.process.stdout.close()


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path)
    yield server
    server.kill()


def test_words_survive_a_kill_of_the_server(page, server):
    page.goto(f"{server.url}/roles/director-of-operations/brief/")
    fill_in(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Compose the posting").click()
    page.get_by_role("link", name="Edit the text").click()
    boxes = page.locator(f"{PART} textarea[data-seen]")
    state = page.locator("[data-state]")
    boxes.nth(0).fill("Before the kill.")
    expect(page.locator("#do-undo")).to_be_enabled()

    server.kill()
    boxes.nth(1).fill("While it is down.")
    expect(state).to_contain_text("Not saved: no connection")
    page.locator(f"{PART} button[title='Move down']").nth(1).click()
    server.start()

    expect(page.locator("[data-announce]")).to_contain_text("Moved to 3 of 8")
    expect(state).to_have_text("Saved")
    page.reload()
    expect(boxes.nth(0)).to_have_value("Before the kill.")
    expect(boxes.nth(2)).to_have_value("While it is down.")
    expect(page.locator("[data-offer]")).to_be_hidden()
