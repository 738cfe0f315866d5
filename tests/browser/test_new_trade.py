"""A trade with its house words, and statements for both titles, are made in the workshop alone and reach owners.

What an owner calls her own business comes before the house words of the trade.
"""

from io import StringIO

import pytest
from playwright.sync_api import expect

from roles.management.commands.quickstart import Command
from roles.models import Industry, Section, Statement
from tests.browser.conftest import take_along
from tests.browser.test_owner_journey import fill_in
from tests.conftest import signed_in

TITLES = ("Operations Director", "Director of Operations")
TEXT = "Walk the pontoons with {{ customers }} of a {{ firm }} before each season."


@pytest.fixture
def workshop(browser, site):
    """A window of the demo consultant, beside the owner's."""
    Command(stdout=StringIO()).make_account("consultant", superuser=False)
    context = browser.new_context()
    take_along(context, signed_in("consultant"), site)
    page = context.new_page()
    page.goto(f"{site}/admin/")
    yield page
    context.close()


def follow(page, link):
    with page.expect_navigation():
        link.click()


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def test_a_trade_made_in_the_workshop_is_in_the_postings_of_both_titles(page, site, watch, workshop):
    follow(workshop, workshop.get_by_role("link", name="Industries", exact=True))
    follow(workshop, workshop.get_by_role("link", name="Add industry"))
    workshop.get_by_label("Name:").press_sequentially("Boatyards")
    expect(workshop.get_by_label("Key:")).to_have_value("boatyards")
    workshop.get_by_label("Phrase:").fill("boatyards")
    workshop.get_by_label("Found by:").fill("marina")
    workshop.get_by_label("House words:").fill("customers: berth holders\nfirm: boatyard")
    workshop.get_by_label("Areas:").fill("Profit of the business")
    follow(workshop, button(workshop, "Save"))
    expect(workshop.locator(".errorlist")).to_contain_text("Did you mean “Profit of the business, a site or a line”?")
    workshop.get_by_label("Areas:").fill("Profit of the business, a site or a line")
    follow(workshop, button(workshop, "Save"))

    for title in TITLES:
        follow(workshop, workshop.get_by_role("link", name="Home"))
        card = workshop.get_by_role("region", name=title, exact=True)
        follow(workshop, card.get_by_role("link", name="No responsibilities for Boatyards"))
        expect(workshop.get_by_label("Section:").locator("option:checked")).to_contain_text(f"{title}:")
        workshop.get_by_label("Text:").fill(TEXT)
        follow(workshop, button(workshop, "Add it, tied to “Boatyards”"))
    follow(workshop, workshop.get_by_role("link", name="Home"))
    follow(workshop, workshop.get_by_role("link", name="Releases"))
    for draft in ("Industries", *TITLES):
        workshop.get_by_role("checkbox", name=draft).check()
    follow(workshop, button(workshop, "Release what is chosen"))
    expect(workshop.locator(".messagelist .success")).to_be_visible()

    for title in TITLES:
        page.goto(site)
        watch.follow(page.locator(f'main a[href="/roles/{title.lower().replace(" ", "-")}/brief/"]').first)
        fill_in(page)
        page.get_by_label("Industry").fill("marina")
        page.get_by_label("Industry").press("Tab")
        watch.follow(button(page, "Create posting"))
        line = "Walk the pontoons with berth holders of a marina before each season."
        expect(page.get_by_role("article").get_by_text(line)).to_be_visible()
    assert Industry.objects.get(key="boatyards").areas == ["pnl"]
    assert Statement.objects.filter(text=TEXT, industries__key="boatyards").count() == 2
    assert Section.objects.filter(statements__text=TEXT, purpose="duties").count() == 2
