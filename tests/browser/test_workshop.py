"""Writing on the posting: with a script and without, by mouse and by keyboard."""

import itertools

import pytest
from playwright.sync_api import expect

from roles.models import Posting
from tests.browser.editor import PART, boxes, opened_early, says, texts
from tests.browser.test_owner_journey import SIZES, fill_in, go_to


@pytest.mark.parametrize("size", SIZES)
def test_words_save_themselves(sheet, posting, watch, size):
    sheet.set_viewport_size(SIZES[size])
    boxes(sheet).nth(1).fill("Run the ovens.")
    expect(sheet.locator("#do-undo")).to_be_enabled()
    says(sheet, "Saved")
    watch.look()
    assert texts(posting)[1] == "Run the ovens."
    sheet.reload()
    expect(boxes(sheet).nth(1)).to_have_value("Run the ovens.")
    expect(sheet.locator("[data-offer]")).to_be_hidden()


def test_words_typed_before_the_script_is_there_are_saved_as_well(page, posting):
    let_through = opened_early(page, posting.edit_address)
    boxes(page).first.fill("Typed at once.")
    let_through()

    says(page, "Saved")
    assert texts(posting)[0] == "Typed at once."


def test_every_state_of_the_page_is_accessible(sheet, posting, watch):
    sheet.get_by_role("button", name="Unlock to reword").click()
    sheet.locator("#part-equal-opportunity textarea").first.wait_for()
    boxes(sheet).nth(0).fill("x" * 1000)
    says(sheet, "a line needs you")
    sheet.locator(f"{PART} .sheet-more summary").click()
    sheet.locator(f"{PART} .sheet-why summary").first.click()
    sheet.locator("#part-equal-opportunity button[title=Remove]").first.click()
    expect(sheet.get_by_role("button", name="Remove it anyway")).to_be_visible()
    expect(boxes(sheet).nth(0)).to_have_value("x" * 1000)
    watch.found = [note for note in watch.found if "422" not in note]
    watch.look()


def test_writing_on_while_a_save_is_on_its_way_loses_no_letter(sheet, posting):
    box = boxes(sheet).nth(0)
    held = []
    sheet.route(posting.edit_address, lambda route: held.append(route), times=1)
    with sheet.expect_request(posting.edit_address):
        box.fill("Bread rises")
    box.press("End")
    box.press_sequentially(" while the town sleeps, and we are there for it.")
    with sheet.expect_response(lambda response: "there+for+it" in (response.request.post_data or "")):
        held[0].continue_()

    says(sheet, "Saved")
    assert texts(posting)[0] == "Bread rises while the town sleeps, and we are there for it."
    expect(box).to_have_value("Bread rises while the town sleeps, and we are there for it.")
    expect(box).to_be_focused()


def test_a_line_moved_by_keyboard_keeps_the_focus_and_is_announced(sheet, posting):
    before = texts(posting)
    down = sheet.locator(f"{PART} button[title='Move down']").first
    down.focus()
    sheet.keyboard.press("Enter")
    expect(sheet.locator("[data-announce]")).to_contain_text("Moved to 2 of 8")
    sheet.keyboard.press("Enter")
    expect(sheet.locator("[data-announce]")).to_contain_text("Moved to 3 of 8")
    assert texts(posting) == [before[1], before[2], before[0], *before[3:]]
    assert sheet.evaluate("document.activeElement.closest('[data-item]').querySelector('textarea').value") == before[0]


def test_a_line_is_dragged(sheet, posting):
    before = texts(posting)
    sheet.locator(PART).scroll_into_view_if_needed()
    start = sheet.locator(f"{PART} [data-grip]").nth(0).bounding_box()
    third = sheet.locator(f"{PART} [data-item]").nth(2).bounding_box()
    way = third["y"] + third["height"] - 4 - start["y"] - 10
    sheet.mouse.move(start["x"] + 10, start["y"] + 10)
    sheet.mouse.down()
    for step in range(1, 13):
        sheet.mouse.move(start["x"] + 10, start["y"] + 10 + way * step / 12)
    sheet.mouse.up()
    expect(sheet.locator("[data-announce]")).to_contain_text("Moved to 3 of 8")
    assert texts(posting) == [before[1], before[2], before[0], *before[3:]]


def test_lines_are_added_brought_in_removed_and_undone(sheet, posting):
    before = texts(posting)
    new = sheet.locator(f"{PART} textarea[data-new]")
    new.fill("Feed the sourdough.")
    new.press("Enter")
    expect(boxes(sheet)).to_have_count(9)
    expect(new).to_be_focused()
    expect(new).to_have_value("")
    sheet.locator(f"{PART} .sheet-more summary").click()
    sheet.locator("button[value^='bring:']").first.click()
    expect(boxes(sheet)).to_have_count(10)
    expect(sheet.locator(f"{PART} .sheet-more")).to_have_attribute("open", "")
    sheet.locator(f"{PART} button[title=Remove]").first.click()
    expect(boxes(sheet)).to_have_count(9)
    for count in (10, 9, 8):
        sheet.get_by_role("button", name="Undo").click()
        expect(boxes(sheet)).to_have_count(count)
    assert texts(posting) == before
    sheet.get_by_role("button", name="Redo").click()
    expect(boxes(sheet)).to_have_count(9)


def test_done_leads_back_with_the_last_words_saved(sheet, posting):
    boxes(sheet).nth(0).fill("Last words.")
    sheet.locator(f"{PART} textarea[data-new]").fill("And a new line.")
    sheet.get_by_role("button", name="Done").first.click()
    sheet.wait_for_url("**/postings/*/#verdict")
    expect(sheet.get_by_role("heading", name="Your posting is ready")).to_be_focused()
    expect(sheet.get_by_text("Last words.").first).to_be_visible()
    assert "And a new line." in texts(posting)


def test_a_change_of_being_ready_is_announced(sheet, posting):
    announced = sheet.locator("[data-announce]")
    boxes(sheet).nth(0).fill("Be a young man under 35.")
    expect(announced).to_have_text("Not ready to publish yet")
    boxes(sheet).nth(0).fill("Feed the sourdough.")
    expect(announced).to_have_text("Ready to publish")


def test_on_a_phone_what_is_pressed_below_a_line_stays_under_the_finger(sheet):
    sheet.set_viewport_size({"width": 390, "height": 844})
    boxes(sheet).nth(1).click()
    summary = sheet.locator(f"{PART} .sheet-more summary")
    summary.scroll_into_view_if_needed()
    place = summary.bounding_box()
    sheet.mouse.move(place["x"] + 20, place["y"] + place["height"] / 2)
    sheet.mouse.down()
    expect(boxes(sheet).nth(1)).not_to_be_focused()
    assert summary.bounding_box() == place
    sheet.mouse.up()
    expect(sheet.locator(f"{PART} .sheet-more[open]")).to_have_count(1)


def test_pressed_twice_it_is_done_once(sheet, posting):
    sheet.locator(f"{PART} textarea[data-new]").fill("Only once.")
    answers = itertools.count(1)
    with sheet.expect_response(lambda response: response.request.method == "POST" and next(answers) == 2):
        sheet.locator(f"{PART} .sheet-new button").dblclick()
    expect(boxes(sheet)).to_have_count(9)
    assert texts(posting).count("Only once.") == 1


def test_a_line_brought_back_to_its_words_keeps_the_focus(sheet, posting):
    words = texts(posting)[0]
    boxes(sheet).first.fill("By keys.")
    reset = sheet.locator(f"{PART} button[data-reset]").first
    expect(reset).to_have_attribute("title", "Restore original")
    expect(sheet.locator("#do-undo")).to_be_enabled()
    reset.focus()
    sheet.keyboard.press("Enter")

    expect(boxes(sheet).first).to_have_value(words)
    expect(boxes(sheet).first).to_be_focused()


def test_without_javascript_the_browser_brings_back_what_was_typed(browser, posting, page):
    context = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    page = context.new_page()
    page.goto(posting.edit_address)
    boxes(page).first.fill("Typed, and left.")
    page.get_by_role("link", name="Change the answers").click()
    expect(page.get_by_label("Name of the business")).to_be_visible()
    page.go_back()

    expect(boxes(page).first).to_have_value("Typed, and left.")
    context.close()


def test_it_all_works_by_keyboard_alone(sheet, posting):
    before = texts(posting)
    go_to(sheet, f"document.activeElement.matches('{PART} [data-item] textarea')")
    sheet.keyboard.press("Control+A")
    sheet.keyboard.type("By keys.")
    for _ in range(5):
        sheet.keyboard.press("ArrowRight")
        if sheet.evaluate("document.activeElement.title") == "Remove":
            break
    sheet.keyboard.press("Enter")
    expect(boxes(sheet)).to_have_count(7)
    assert sheet.evaluate(f"document.activeElement.matches('{PART} [data-item] textarea')")
    assert texts(posting) == before[1:]


def test_without_a_script_everything_is_a_form(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/roles/director-of-operations/brief/")
    fill_in(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Create posting").click()
    page.get_by_role("link", name="Edit the text").click()
    posting = Posting.objects.get()
    before = texts(posting)

    boxes(page).nth(0).fill("No script.")
    page.locator(f"{PART} button[title='Move down']").first.click()
    assert texts(posting)[:2] == [before[1], "No script."]
    page.locator(f"{PART} textarea[data-new]").fill("A new line.")
    page.get_by_role("button", name="Add to Responsibilities").click()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Redo").click()
    assert texts(posting)[-1] == "A new line."
    boxes(page).nth(0).fill("x" * 901)
    page.get_by_role("button", name="Done").first.click()
    expect(page.get_by_text("shorten this to 900").first).to_be_visible()
    boxes(page).nth(0).fill("First.")
    page.get_by_role("button", name="Done").first.click()
    expect(page.get_by_text("First.").first).to_be_visible()
    context.close()
