"""The posting leaves the page: by clipboard, by download, on paper."""

from html import escape

import pytest
from playwright.sync_api import expect

from roles.core.exports import FORMATS, html, markdown, text
from roles.models import Posting
from tests.browser.test_owner_journey import SIZES
from tests.core.exports.pictures import picture


@pytest.fixture
def opened(page, posting):
    page.goto(posting.address)
    page.get_by_text("More", exact=True).click()
    return page


@pytest.mark.parametrize(("name", "form"), [("Copy as Markdown", markdown), ("Copy as HTML", html)])
def test_markdown_and_html_are_copied_with_one_press(opened, context, name, form):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.get_by_role("button", name=name).click()
    expect(opened.get_by_role("status").filter(has_text="Copied")).to_be_visible()

    assert opened.evaluate("navigator.clipboard.readText()") == form.write(Posting.objects.get().document)


READ_HTML = """async () => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType("text/html")).text();
}"""


def test_the_posting_is_copied_as_text_and_as_html(opened, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.get_by_role("button", name="Copy the posting").click()
    expect(opened.get_by_role("status").filter(has_text="Copied")).to_be_visible()

    document = Posting.objects.get().document
    assert opened.evaluate("navigator.clipboard.readText()") == text.write(document)
    pasted = opened.evaluate(READ_HTML)
    for section in document.sections:
        assert f">{escape(section.heading)}</h2>" in pasted
    assert pasted.count("<li") == html.write(document).count("<li")


def test_without_the_html_the_text_is_selected_to_be_copied_by_hand(opened, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.route("**/export.html", lambda route: route.abort())
    opened.get_by_role("button", name="Copy the posting").click()

    expect(opened.get_by_text("Selected: press Ctrl+C, or ⌘C, to copy")).to_be_visible()


def test_what_cannot_be_fetched_is_stated_to_be_downloaded_instead(opened, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.route("**/export.md", lambda route: route.abort())
    opened.get_by_role("button", name="Copy as Markdown").click()

    expect(opened.get_by_text("Not copied: download it instead")).to_be_visible()


@pytest.mark.parametrize("extension", FORMATS)
def test_each_format_comes_as_a_file_of_its_own_name(opened, extension):
    with opened.expect_download() as download:
        opened.locator(f'a[href$="export.{extension}"]').click()

    assert download.value.suggested_filename == f"director-of-operations-harbour-lane-bakery.{extension}"


def test_on_paper_there_is_only_the_posting(opened):
    opened.emulate_media(media="print")

    for name in ("Copy the posting", "Share and history", "Mix of duties", "Open it elsewhere"):
        expect(opened.get_by_text(name)).to_be_hidden()
    expect(opened.locator(".masthead")).to_be_hidden()
    expect(opened.locator(".footer")).to_be_hidden()
    expect(opened.get_by_text("Why is this here?").first).to_be_hidden()
    expect(opened.get_by_role("heading", level=1)).to_be_visible()
    assert opened.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_print_button_asks_the_browser_to_print(opened):
    opened.evaluate("window.print = () => { document.title = 'printed' }")
    opened.get_by_role("button", name="Print").click()

    expect(opened).to_have_title("printed")


@pytest.mark.parametrize("size", SIZES)
def test_a_field_of_a_board_is_copied_and_a_logo_is_on_the_card(opened, context, watch, size, tmp_path):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.set_viewport_size(SIZES[size])
    opened.get_by_role("link", name="Short versions and job boards").click()
    watch.look()
    opened.get_by_role("button", name="Copy Maximum pay").click()
    expect(opened.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert opened.evaluate("navigator.clipboard.readText()") == "56000"

    (tmp_path / "logo.png").write_bytes(picture())
    opened.get_by_role("link", name="Back to the posting").click()
    opened.get_by_role("link", name="Your logo and colour").click()
    opened.get_by_label("Logo").set_input_files(tmp_path / "logo.png")
    opened.get_by_role("button", name="Save").click()
    expect(opened.get_by_text("Your next posting for Harbour Lane Bakery will look the same.")).to_be_visible()
    opened.get_by_role("link", name="Your logo and colour").click()
    expect(opened.get_by_role("img", name="Your present logo")).to_be_visible()
    watch.look()
