"""An owner makes an account, and keeps house among their postings: with JavaScript, without, and by mail."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from roles.models import Posting
from tests.browser.test_owner_journey import SIZES, fill_in

PASSWORD = "blue harbour 12"


def write_a_posting(page, site):
    page.goto(f"{site}/roles/director-of-operations/brief/")
    fill_in(page)
    page.get_by_role("button", name="Create posting").click()
    page.wait_for_url("**/postings/*-*/#verdict")


def make_an_account(page):
    page.get_by_role("link", name="Create an account").click()
    page.get_by_label("Email").fill("jo@example.com")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    page.get_by_role("link", name="My postings").click()


def keep_house(page, look):
    """Everything one can do with a posting, and the way back from each."""
    page.get_by_role("link", name=re.compile("^Rename")).click()
    expect(page.get_by_label("Name in your list")).to_be_visible()
    look()
    page.get_by_label("Name in your list").fill("Leeds, first try")
    page.get_by_role("button", name="Rename").click()
    expect(page.get_by_role("link", name="Leeds, first try", exact=True)).to_be_visible()
    look()
    page.get_by_role("button", name="Duplicate Leeds, first try", exact=True).click()
    expect(page.get_by_text("This is the copy.")).to_be_visible()
    page.get_by_role("link", name="your postings").click()
    page.get_by_role("button", name="Archive Copy of Leeds, first try").click()
    expect(page.get_by_role("button", name="Archive Copy of Leeds, first try")).to_be_hidden()
    look()
    page.get_by_role("link", name="Archived", exact=True).click()
    expect(page.get_by_role("link", name="Copy of Leeds, first try", exact=True)).to_be_visible()
    look()
    page.get_by_role("link", name="Current", exact=True).click()
    page.get_by_role("button", name="Delete Leeds, first try").click()
    expect(page.get_by_role("heading", name="The first posting goes here")).to_be_visible()
    look()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("“Leeds, first try” is back.")).to_be_visible()
    page.get_by_role("button", name="Delete Leeds, first try").click()
    page.get_by_role("link", name="Deleted", exact=True).click()
    expect(page.get_by_role("button", name="Restore Leeds, first try")).to_be_visible()
    look()
    page.get_by_role("button", name="Restore Leeds, first try").click()
    expect(page.get_by_role("link", name="Leeds, first try", exact=True)).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_an_owner_makes_an_account_and_keeps_house(page, site, watch, size):
    page.set_viewport_size(SIZES[size])
    write_a_posting(page, site)
    make_an_account(page)
    keep_house(page, watch.look)

    assert Posting.objects.filter(owner__email="jo@example.com").count() == 2


def test_it_all_works_without_javascript(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    write_a_posting(page, site)
    make_an_account(page)
    keep_house(page, lambda: None)
    page.get_by_role("link", name="Account").click()
    page.get_by_role("link", name="Delete my account").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Delete my account and its postings").click()
    expect(page.get_by_text("Your account and all its postings are deleted.")).to_be_visible()

    assert not Posting.objects.exists()
    context.close()


def test_the_link_by_mail_opens_the_draft_in_another_browser(page, posting, watch, browser):
    page.goto(posting.address)
    page.get_by_text("Open it elsewhere", exact=True).click()
    page.get_by_label("Email me this link").fill("jo@example.com")
    page.get_by_role("button", name="Send the link").click()
    expect(page.get_by_text("The address is not kept.")).to_be_visible()
    watch.look()
    link = re.search(r"http://\S+/private/\S+", mail.outbox[0].body)[0]
    elsewhere = browser.new_context().new_page()
    elsewhere.goto(link)
    elsewhere.get_by_role("button", name="Open it in this browser").click()
    expect(elsewhere.get_by_text("Harbour Lane Bakery").first).to_be_visible()
    elsewhere.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "archived/", "deleted/"])
def test_an_empty_list_is_a_designed_page(page, site, watch, scheme, path):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site}/postings/{path}")
    watch.look()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_an_account_are_accessible(page, site, posting, watch, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(posting.address)
    watch.look()
    page.goto(f"{posting.address}email-link/")
    watch.look()
    page.goto(f"{site}/accounts/signup/")
    watch.look()
    page.get_by_label("Email").fill("jo@example.com")
    page.get_by_label("Password").fill(PASSWORD)
    watch.follow(page.get_by_role("button", name="Create account"))
    for path in ("/postings/", "/accounts/delete/", "/accounts/email/"):
        page.goto(f"{site}{path}")
        watch.look()


def test_the_menu_is_one_row_on_a_phone(page, site):
    page.set_viewport_size(SIZES["phone"])
    write_a_posting(page, site)
    for address in (page.url, f"{site}/", f"{site}/start/"):
        page.goto(address)
        links = page.locator(".masthead-nav a:visible")
        assert len({link.bounding_box()["y"] for link in links.all()}) == 1
        assert page.locator(".masthead-nav").get_by_role("link", name="My postings").is_visible()
