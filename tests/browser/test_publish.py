"""A posting is published, read by a stranger on a phone, closed and taken back: with JavaScript and without."""

import re

import feedparser
import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from roles.board.models import Publication
from tests.board.conftest import publish
from tests.browser.conftest import Watch, compose
from tests.browser.editor import boxes

PHONE = {"width": 390, "height": 844}


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def browsers(request, browser, site):
    """(The owner's page and their posting, a stranger's page on a phone.)"""
    theirs = browser.new_context(java_script_enabled=request.param)
    strangers = browser.new_context(java_script_enabled=request.param, viewport=PHONE)
    posting = compose(theirs, site)
    yield theirs.new_page(), posting, strangers.new_page()
    theirs.close()
    strangers.close()


def belongs_to_an_account(posting):
    """Let it be an account's whose address is proved, and the session of the browser with it."""
    user = get_user_model().objects.create_user("jo", "jo@example.com", "blue harbour 12")
    user.emailaddress_set.create(email=user.email, primary=True, verified=True)


def test_an_owner_publishes_and_a_stranger_reads_until_it_is_gone(browsers, site):
    page, posting, stranger = browsers
    belongs_to_an_account(posting)
    page.goto(posting.address)
    page.get_by_role("link", name="Publish on the web").click()
    expect(page.get_by_text("you need an account")).to_be_visible()
    page.goto(f"{site}/accounts/login/")
    page.get_by_label("Email").fill("jo@example.com")
    page.get_by_label("Password").fill("blue harbour 12")
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"{posting.address}publish/")
    page.get_by_label("Show it in the list of open roles").check()
    reason = page.get_by_label("Why publish it as it is?")
    if reason.count():
        reason.fill("It is a trial.")
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("Published. This is what the world sees from now on.")).to_be_visible()

    address = f"{site}{Publication.objects.get().get_absolute_url()}"
    stranger.goto(f"{site}/jobs/")
    stranger.get_by_role("link", name="Director of Operations").last.click()
    assert stranger.url == address
    expect(stranger.locator("#content").get_by_role("link", name="Apply", exact=True)).to_have_attribute(
        "href", "mailto:jobs@harbourlane.example"
    )
    assert stranger.context.cookies() == []
    publishes_again(page, posting, stranger)

    # Another stranger each time: a browser may keep the page it has for five minutes.
    for press, said, status in (
        ("Close it now", "You can no longer apply for it.", 200),
        ("Open it again until this day", "Apply by", 200),
        ("Take it off the web", "This role is no longer here", 410),
    ):
        page.get_by_role("button", name=press).click()
        expect(page.get_by_role("status")).to_be_visible()
        expect(page.get_by_role("button", name=press)).to_be_hidden()
        with_nothing_kept = stranger.context.browser.new_page(viewport=PHONE)
        assert with_nothing_kept.goto(address).status == status
        expect(with_nothing_kept.get_by_text(said).first).to_be_visible()
        with_nothing_kept.close()
    expect(page.get_by_text("You can publish it again, at the same address.")).to_be_visible()


def publishes_again(page, posting, stranger):
    """Change a line and publish it: a subscriber and another stranger read the new one, at the same address."""
    address = stranger.url
    stranger.get_by_role("link", name="All open roles").or_(
        stranger.get_by_role("link", name="Open roles")
    ).first.click()
    feed = stranger.get_by_role("link", name="Follow them (Atom)").evaluate("link => link.href")
    (before,) = entries(stranger, feed)

    page.goto(posting.edit_address)
    boxes(page).nth(0).fill("Have bread at every shop by seven.")
    save = page.get_by_role("button", name="Save", exact=True)
    if save.is_visible():  # without JavaScript
        save.click()
    else:
        expect(page.locator("#do-undo")).to_be_enabled()
    assert entries(stranger, feed) == [before]
    page.goto(f"{posting.address}publish/")
    expect(page.locator(".change-texts")).to_contain_text("Have bread at every shop by seven.")
    page.get_by_role("button", name="Publish the changes").click()
    expect(page.get_by_text("This is what the world sees from now on.")).to_be_visible()

    (after,) = entries(stranger, feed)
    assert (after.id, after.link) == (before.id, before.link) == (before.id, address)
    assert after.updated_parsed >= before.updated_parsed
    assert "Have bread at every shop by seven." in after.summary
    with_nothing_kept = stranger.context.browser.new_page(viewport=PHONE)
    with_nothing_kept.goto(address)
    expect(with_nothing_kept.get_by_text("Have bread at every shop by seven.")).to_be_visible()
    with_nothing_kept.close()


def entries(page, feed):
    """What a reader of feeds gets there."""
    return feedparser.parse(page.request.get(feed).body()).entries


def test_a_candidate_prints_the_page(browsers, site, request):
    _, posting, stranger = browsers
    belongs_to_an_account(posting)
    posting.owner = get_user_model().objects.get()
    posting.save()
    stranger.goto(f"{site}{publish(posting).get_absolute_url()}")

    button = stranger.get_by_role("button", name="Print")
    if not request.node.callspec.params["browsers"]:  # without a script there is the browser's own command
        expect(button).to_be_hidden()
        return
    stranger.evaluate("window.print = () => { document.title = 'printed' }")
    button.click()
    expect(stranger).to_have_title("printed")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_public_pages_are_accessible_and_quiet(page, site, context, scheme):
    posting = compose(context, site)
    belongs_to_an_account(posting)
    posting.owner = get_user_model().objects.get()
    posting.save()
    publication = publish(posting, listed=True)
    page.emulate_media(color_scheme=scheme)
    watch = Watch(page, site)
    paths = [publication.get_absolute_url(), "/jobs/?q=none", publication.firm.get_absolute_url()]
    paths += [f"{paths[0]}report/", f"{paths[0]}embed/"]
    for path in paths:
        page.goto(f"{site}{path}")
        watch.look()
    page.goto(f"{site}{paths[0]}")
    page.emulate_media(media="print")
    expect(page.get_by_text("Report this posting")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Director of Operations"))
