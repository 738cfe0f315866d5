"""The server is killed between two autosaves: what was acknowledged is there, what was not is sent again."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_owner_journey import fill_in
from tests.serving import Server

PART = "#part-responsibilities"


@pytest.fixture
def server(transactional_db, shipped, filled_database):
    shipped()
    server = Server(filled_database())
    yield server
    server.kill()


def test_words_survive_a_kill_of_the_server(page, server):
    page.goto(f"{server.url}/roles/director-of-operations/brief/")
    page.evaluate("document.querySelectorAll('.brief-part').forEach((part) => (part.open = true))")
    fill_in(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Create posting").click()
    page.get_by_role("link", name="Edit the text").click()
    boxes = page.locator(f"{PART} [data-item] textarea[data-seen]")
    state = page.locator("[data-state]")
    boxes.nth(0).fill("Before the kill.")
    expect(page.locator("#do-undo")).to_be_enabled()

    server.kill()
    boxes.nth(1).fill("While it is down.")
    expect(state).to_contain_text("Not saved: no connection")
    page.locator(f"{PART} button[title='Move down']").nth(1).click()
    server.start()

    expect(boxes.nth(2)).to_have_value("While it is down.")
    expect(state).to_have_text("Saved")
    page.reload()
    expect(boxes.nth(0)).to_have_value("Before the kill.")
    expect(boxes.nth(2)).to_have_value("While it is down.")
    expect(page.locator("[data-offer]")).to_be_hidden()
