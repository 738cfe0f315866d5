"""Home, which role, brief, posting: five pages and a text in hand, whatever the browser can do."""

import pytest
from playwright.sync_api import expect

from roles.core.exports import text
from roles.models import Posting

from .test_owner_journey import SIZES, download_text, fill_in, go_to

ANSWERS = {
    "What is missing more today?": "Today’s work running reliably",
    "Who makes the daily operating decisions?": "I do, and it eats more than half my week",
    "What hurt most in the last quarter?": "Missed deadlines, poor quality, budget overruns",
    "How many people work in the business?": "11 to 50",
}


def answer(page):
    """The five first questions, which do not decide; then some of the others."""
    choose(page, "What is missing more today?", "How many people work in the business?")
    choose(page, "Who makes the daily operating decisions?")
    page.get_by_role("button", name="Show result").click()
    choose(page, "What hurt most in the last quarter?")
    # Without weight, and enough answers with them for a title to be named.
    page.locator("[name=compliance][value=under-control]").check()
    page.locator("[name=managers][value=two]").check()
    page.get_by_role("button", name="Show result").click()


def choose(page, *questions):
    for question in questions:
        page.get_by_role("group", name=question).get_by_label(ANSWERS[question], exact=True).check()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_an_owner_finds_the_title_and_takes_the_text_in_five_pages(page, site, watch, size, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(SIZES[size])
    page.goto(site)
    watch.look()
    watch.follow(page.get_by_role("link", name="Which title do I need?"))
    answer(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Director of Operations")
    expect(page.get_by_role("heading", name="The score: −9")).to_be_visible()
    watch.look()

    page.get_by_role("link", name="Write the posting: Director of Operations").click()
    expect(page.get_by_label("Daily decisions eat my week")).to_be_checked()
    fill_in(page)
    watch.look()
    watch.follow(page.get_by_role("button", name="Create posting"))

    words = download_text(page)
    assert words == text.write(Posting.objects.get().document)
    assert Posting.objects.get().brief.needs == ("daily-decisions", "slips")


def test_the_owner_may_overrule_it(page, site):
    page.goto(f"{site}/which-role/")
    answer(page)
    page.get_by_role("link", name="No, I choose Operations Director").click()

    expect(page.get_by_role("heading", name="Operations Director")).to_be_visible()
    expect(page.get_by_label("Daily decisions eat my week")).to_be_checked()


@pytest.mark.parametrize("size", SIZES)
def test_the_titles_side_by_side_can_be_read_by_everybody(page, site, watch, size):
    page.set_viewport_size(SIZES[size])
    page.goto(f"{site}/compare/")
    watch.look()

    expect(page.get_by_role("heading", name="A typical week")).to_be_visible()
    expect(page.get_by_role("heading", level=3, name="Director of Operations")).to_have_count(11)


def test_all_of_it_works_without_javascript(browser, site):
    context = browser.new_context(java_script_enabled=False, accept_downloads=True, viewport=SIZES["phone"])
    page = context.new_page()
    page.goto(site)
    page.get_by_role("link", name="Which title do I need?").click()
    answer(page)
    page.get_by_role("link", name="Write the posting: Director of Operations").click()
    page.get_by_label("Name of the business").fill("Harbour Lane Bakery")

    page.get_by_role("button", name="Preview").click()
    paper = page.locator("#preview-paper")
    expect(paper).to_contain_text("Harbour Lane Bakery")
    expect(paper).to_contain_text("[city and region]")
    expect(paper).to_be_in_viewport()
    expect(page.get_by_label("Name of the business")).to_have_value("Harbour Lane Bakery")
    expect(page.get_by_label("Daily decisions eat my week")).to_be_checked()
    expect(page.get_by_text("Please fill this in.")).to_have_count(0)

    page.get_by_label("Industry").fill("hospitality")
    page.get_by_label("How many people").fill("30")
    page.get_by_label("Where is the job?").fill("Leeds, UK")
    page.get_by_role("button", name="Create posting").click()
    assert download_text(page) == text.write(Posting.objects.get().document)
    context.close()


def test_the_questions_are_answered_by_keyboard_alone(page, site):
    page.goto(f"{site}/which-role/")
    go_to(page, "document.activeElement.name === 'missing'")
    page.keyboard.press("ArrowUp")  # from unsure, the last, to the one before
    page.keyboard.press("ArrowUp")
    go_to(page, "document.activeElement.name === 'decisions'")
    page.keyboard.press("ArrowDown")  # and round to the first
    go_to(page, "document.activeElement.type === 'submit'")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="A few more questions")).to_be_visible()
    go_to(page, "document.activeElement.type === 'submit'")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="The score: −6")).to_be_visible()
