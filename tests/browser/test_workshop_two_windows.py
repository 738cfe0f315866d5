"""One posting in two windows, and in the hands of a consultant: whose words stand is asked."""

import pytest
from playwright.sync_api import expect

from roles.models import Posting
from tests.browser.editor import PART, boxes, says, texts


def test_two_windows_both_save_in_different_lines(sheet, posting, context):
    other = context.new_page()
    other.goto(posting.edit_address)
    boxes(sheet).nth(0).fill("From one.")
    expect(sheet.locator("#do-undo")).to_be_enabled()
    boxes(other).nth(1).fill("From two.")
    expect(boxes(other).nth(0)).to_have_value("From one.")
    says(other, "Saved")
    assert texts(posting)[:2] == ["From one.", "From two."]


@pytest.mark.parametrize(("choice", "stands"), [("What I typed here", "From two."), ("What is saved", "From one.")])
def test_two_windows_in_one_line_are_asked_whose_words_stay(sheet, posting, context, watch, choice, stands):
    other = context.new_page()
    other.goto(posting.edit_address)
    boxes(sheet).nth(0).fill("From one.")
    expect(sheet.locator("#do-undo")).to_be_enabled()
    boxes(other).nth(0).fill("From two.")
    says(other, "choose whose words stand")
    expect(other.get_by_text("“From one.”").first).to_be_visible()
    expect(boxes(other).nth(0)).to_have_value("From two.")
    assert texts(posting)[0] == "From one."
    other.get_by_label(choice).click()  # it is sent at once, and the answer takes the choice away
    says(other, "Saved")
    expect(boxes(other).nth(0)).to_have_value(stands)
    expect(other.locator("[data-conflict]")).to_have_count(0)
    assert texts(posting)[0] == stands


@pytest.mark.parametrize("then", ["is changed", "is removed"])
def test_a_line_changed_elsewhere_while_typing_is_asked_about(sheet, posting, context, then):
    other = context.new_page()
    other.goto(posting.edit_address)
    held = []
    sheet.route(posting.edit_address, lambda route: held.append(route), times=1)
    with sheet.expect_request(posting.edit_address):
        boxes(sheet).nth(1).fill("Sent first.")
    if then == "is changed":
        boxes(other).nth(0).fill("From one.")
    else:
        other.locator(f"{PART} button[title=Remove]").first.click()
    expect(other.locator("#do-undo")).to_be_enabled()
    boxes(sheet).nth(0).fill("From two.")
    held[0].continue_()

    says(sheet, "choose whose words stand")
    expect(sheet.locator("[data-conflict] textarea, textarea[data-conflict]").first).to_have_value("From two.")
    assert "From two." not in texts(posting)
    assert "Sent first." in texts(posting)


@pytest.mark.parametrize("name", ["switch", "updates"])
def test_the_pages_that_weigh_texts_are_accessible(page, posting, watch, site, name):
    page.goto(posting.edit_address)
    boxes(page).nth(0).fill("Mine.")
    expect(page.locator("#do-undo")).to_be_enabled()
    role = Posting.objects.get(pk=posting.pk).version.role
    key = next(item.key for item in posting.document.items() if item.provenance.name.startswith("do-"))
    for statement in type(role.sections.first().statements.first()).objects.filter(key=key):
        statement.text = "Newer words."
        statement.save()
    role.publish()
    page.goto(f"{posting.address}{name}/")
    watch.look()
    if name == "updates":
        page.locator("[name=take]").first.check()
    page.locator("main form button").first.click()
    page.wait_for_url("**/postings/*/#verdict")
    watch.look()
