"""The editor of a posting: where things are on its page, and what is saved."""

from playwright.sync_api import expect

from roles.models import Posting

PART = "#part-responsibilities"


def boxes(page):
    return page.locator(f"{PART} [data-item] textarea[data-seen]")


def texts(posting):
    document = Posting.objects.get(pk=posting.pk).document
    return [item.text for section in document.sections if section.key == "responsibilities" for item in section.items]


def says(page, words):
    expect(page.locator("[data-state]")).to_contain_text(words)


def opened_early(page, address):
    """The editor before its script is there: gives what lets the script through."""
    held = []
    page.route("**/autosave*.js", lambda route: held.append(route), times=1)
    with page.expect_request("**/autosave*.js"):
        page.goto(address, wait_until="commit")
    return lambda: held.pop().continue_()
