"""Comments through a shared link: with a script and without, by mouse and by keyboard."""

import pytest
from playwright.sync_api import expect

from roles.models import Comment, Posting, SharedLink
from tests.browser.conftest import Watch
from tests.browser.test_owner_journey import SIZES

SAID = "Is this still so?"


@pytest.fixture
def link(posting, site):
    link = SharedLink(posting=Posting.objects.get(), kind="comment", label="For Jo")
    link.start()
    return f"{site}{link.get_absolute_url()}"


def opened(browser, link, **options):
    """A page of somebody who was sent the link."""
    page = browser.new_context(**options).new_page()
    page.goto(link)
    page.get_by_label("Your name").fill("Jo")
    page.get_by_role("button", name="Open the posting").click()
    page.wait_for_url("**/comments/", wait_until="load")
    return page


@pytest.mark.parametrize("size", SIZES)
def test_the_form_comes_to_the_line_and_goes_home_when_cancelled(browser, link, site, size):
    page = opened(browser, link, viewport=SIZES[size])
    line = page.locator(".commented-line").nth(4)
    opener = line.get_by_role("link", name="Comment on")
    opener.focus()
    page.keyboard.press("Enter")
    expect(line.get_by_label("Comment on this line")).to_be_focused()
    page.keyboard.type(SAID)
    page.get_by_role("link", name="Cancel").click()
    expect(opener).to_be_focused()
    whole = page.get_by_label("Comment on the whole posting")
    expect(whole).to_have_value(SAID)  # what was begun is not lost
    opener.click()
    Watch(page, site).look()
    page.get_by_role("button", name="Send comment").click()

    expect(line.get_by_text(SAID)).to_be_visible()
    comment = Comment.objects.get()
    assert f"line-{comment.item_key}" == line.get_attribute("id")
    page.context.close()


def test_a_comment_is_left_on_a_line_without_a_script(browser, link):
    page = opened(browser, link, java_script_enabled=False)
    line = page.locator(".commented-line").nth(4)
    line.get_by_role("link", name="Comment on").click()
    line.get_by_label("Comment on this line").fill(SAID)
    page.get_by_role("button", name="Send comment").click()

    expect(line.get_by_text(SAID)).to_be_visible()
    page.context.close()


def test_no_request_shows_where_the_link_was(browser, link):
    page = browser.new_context().new_page()
    told = []
    page.on("request", lambda request: told.append(request.headers.get("referer", "")))
    page.goto(link)
    page.get_by_label("Your name").fill("Jo")
    page.get_by_role("button", name="Open the posting").click()
    expect(page.get_by_text("Harbour Lane Bakery").first).to_be_visible()

    assert len(told) > 5
    assert not [address for address in told if "/shared/" in address]
    page.context.close()


def test_a_guest_comments_while_the_owner_edits_and_resolves(browser, link, posting, page):
    guest = opened(browser, link)
    line = guest.locator(".commented-line").nth(4)
    key = line.get_attribute("id").removeprefix("line-")

    def comment(text):
        line.get_by_role("link", name="Comment on").click()
        guest.get_by_label("Comment on this line").fill(text)

    comment(SAID)
    guest.get_by_role("button", name="Send comment").click()
    expect(line.get_by_text(SAID)).to_be_visible()

    # The owner rewords the line of a comment that is being written.
    comment("And this?")
    page.goto(posting.edit_address)
    page.locator(f"#text-{key}").fill("You begin at six.")
    expect(page.locator("#do-undo")).to_be_enabled()
    guest.get_by_role("button", name="Send comment").click()
    expect(guest.get_by_text("This line was changed after you opened the page.")).to_be_visible()
    expect(line).to_contain_text("You begin at six.")
    expect(guest.get_by_label("Comment on this line")).to_have_value("And this?")
    guest.get_by_role("button", name="Send comment").click()
    expect(line.get_by_text("And this?")).to_be_visible()

    # The owner resolves a comment that is being answered.
    thread = line.locator(".comment", has_text=SAID)
    thread.locator("summary", has_text="Answer").click()
    thread.get_by_label("Your answer").fill("It was five.")
    page.goto(f"{posting.address}comments/")
    page.locator(".comment", has_text=SAID).get_by_role("button", name="Resolve").click()
    expect(page.get_by_text("1 resolved comment")).to_be_visible()
    thread.get_by_role("button", name="Send answer").click()
    page.reload()

    for window in (guest, page):
        for text in ("You begin at six.", SAID, "And this?", "It was five.", "2 open comments"):
            expect(window.get_by_text(text, exact=True).first).to_be_visible()
    assert set(Comment.objects.values_list("text", flat=True)) == {SAID, "And this?", "It was five."}
    guest.context.close()
