"""A consultant makes a third role without a line of code: owners choose it, it is retired, and it comes back."""

import re
from io import StringIO

import pytest
from playwright.sync_api import expect

from roles.management.commands.quickstart import Command
from roles.models import Role
from tests.browser.conftest import take_along
from tests.browser.test_owner_journey import SIZES, fill_in
from tests.conftest import signed_in

TITLE, ORIGINAL = "Operations Manager", "Director of Operations"
COMPARE = "/compare/director-of-operations/operations-manager/"
SCHEMES = ("light", "dark")


@pytest.fixture
def workshop(browser, site):
    """A window of the demo consultant, beside the owner's."""
    Command(stdout=StringIO()).make_account("consultant", superuser=False)
    context = browser.new_context(viewport=SIZES["desk"])
    take_along(context, signed_in("consultant"), site)
    page = context.new_page()
    yield page
    context.close()


def follow(page, link):
    with page.expect_navigation():
        link.click()


def open_role(page, site, title):
    page.goto(f"{site}/admin/roles/role/")
    follow(page, page.get_by_role("link", name=title, exact=True))


def menu(page):
    return page.locator(".masthead-nav")


def test_a_third_role_from_copy_to_posting_retired_and_back(page, site, watch, workshop):
    open_role(workshop, site, ORIGINAL)
    follow(workshop, workshop.get_by_role("link", name="Copy", exact=True))
    workshop.get_by_label("Title of the new role").fill(TITLE)
    workshop.get_by_label("Its own line for the home page").fill("Keeps one site going.")
    follow(workshop, workshop.get_by_role("button", name="Copy"))
    assert page.goto(f"{site}/roles/operations-manager/").status == 404
    workshop.goto(f"{workshop.url.split('/change/')[0]}/publish/")
    follow(workshop, workshop.get_by_role("button", name="Publish the first version"))
    watch.found.clear()  # the browser's note of that 404

    for size in SIZES.values():
        page.set_viewport_size(size)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for address in ("/", "/start/", COMPARE):
                page.goto(f"{site}{address}")
                watch.look()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    heads = page.locator(".side-by-side-heads p")
    assert [(head.is_visible(), head.inner_text()) for head in heads.all()] == [(True, ORIGINAL), (True, TITLE)]
    page.goto(site)
    expect(page.locator("#compare")).to_have_text(f"How Operations Director and {ORIGINAL} differ")
    expect(menu(page).get_by_role("link", name=TITLE)).to_have_count(1)
    watch.follow(page.locator('main a[href="/roles/operations-manager/brief/"]').first)
    fill_in(page)
    watch.follow(page.get_by_role("button", name="Create posting"))
    expect(page.get_by_role("heading", name=TITLE).first).to_be_visible()
    posting = page.url

    retire(workshop, site, "Retire")
    for address in ("/", "/start/", "/compare/"):
        page.goto(f"{site}{address}")
        expect(page.locator('a[href*="/operations-manager/"]')).to_have_count(0)
        expect(menu(page).get_by_role("link", name=TITLE)).to_have_count(0)
    gone = ["/roles/operations-manager/", "/roles/operations-manager/brief/", COMPARE]
    assert [page.goto(f"{site}{address}").status for address in gone] == [404] * len(gone)
    watch.found.clear()
    page.goto(posting)
    watch.look()
    expect(page.get_by_role("heading", name=TITLE).first).to_be_visible()
    watch.follow(page.get_by_role("link", name="Edit the text"))

    retire(workshop, site, "Bring back")
    assert [page.goto(f"{site}{address}").status for address in gone] == [200] * len(gone)
    page.goto(site)
    expect(menu(page).get_by_role("link", name=TITLE)).to_have_count(1)
    assert not Role.objects.get(title=TITLE).retired


def retire(page, site, button):
    open_role(page, site, re.compile(f"^{TITLE}"))
    follow(page, page.get_by_role("link", name=button))
    follow(page, page.get_by_role("button", name=button))
    expect(page.locator(".messagelist .success")).to_be_visible()
