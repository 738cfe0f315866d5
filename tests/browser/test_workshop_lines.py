"""Lines of the editor behave as in a document: Enter, Backspace, a pasted list, an emptied line, Ctrl+Z."""

from playwright.sync_api import expect

from roles.models import Posting
from tests.browser.editor import PART, boxes, says, texts


def paste(page, box, text):
    """Paste as the browser does: one edit that it can take back."""
    box.evaluate(
        """(box, text) => {
            box.focus();
            box.setSelectionRange(box.value.length, box.value.length);
            document.execCommand("insertText", false, text);
        }""",
        text,
    )


def sends(page, words):
    """A save with these words in it, and its answer."""
    return page.expect_response(lambda response: words.replace(" ", "+") in (response.request.post_data or ""))


def test_enter_breaks_a_line_and_writing_goes_on_in_the_next(sheet, posting):
    boxes(sheet).nth(0).fill("Run the ovens and mind the shop.")
    says(sheet, "Saved")
    box = boxes(sheet).nth(0)
    box.evaluate("(box) => box.setSelectionRange(13, 13)")
    sheet.keyboard.press("Enter")
    sheet.keyboard.type("Bake bread, ")
    expect(boxes(sheet)).to_have_count(9)
    with sends(sheet, "then rest"):
        sheet.keyboard.type("then rest, ")
    expect(boxes(sheet).nth(1)).to_be_focused()
    assert texts(posting)[:2] == ["Run the ovens", "Bake bread, then rest, and mind the shop."]


def test_enter_at_the_end_begins_a_line_below(sheet, posting):
    boxes(sheet).nth(7).click()
    sheet.keyboard.press("Control+End")
    sheet.keyboard.press("Enter")
    sheet.keyboard.type("One.")
    expect(boxes(sheet)).to_have_count(9)
    sheet.keyboard.press("Enter")
    with sends(sheet, "Two."):
        sheet.keyboard.type("Two.")
    expect(boxes(sheet)).to_have_count(10)
    assert texts(posting)[8:] == ["One.", "Two."]


def test_a_pasted_list_becomes_lines_and_one_undo_takes_it_back(sheet, posting):
    before = texts(posting)
    paste(sheet, boxes(sheet).nth(1), "\n• Bake bread.\n• Feed cats.")
    expect(boxes(sheet)).to_have_count(10)
    assert texts(posting) == [*before[:2], "Bake bread.", "Feed cats.", *before[2:]]
    sheet.keyboard.press("Control+z")
    expect(boxes(sheet)).to_have_count(8)
    assert texts(posting) == before


def test_backspace_at_the_start_joins_two_lines(sheet, posting):
    before = texts(posting)
    boxes(sheet).nth(2).click()
    sheet.keyboard.press("Control+Home")
    sheet.keyboard.press("Backspace")
    expect(boxes(sheet)).to_have_count(7)
    expect(boxes(sheet).nth(1)).to_be_focused()
    with sends(sheet, "Also"):
        sheet.keyboard.type("Also ")
    assert texts(posting)[1] == f"{before[1]} Also {before[2]}"


def test_an_emptied_line_stays_while_one_is_in_it_and_goes_when_left(sheet, posting):
    before = texts(posting)
    boxes(sheet).nth(0).fill("Run the ovens.")
    expect(sheet.locator("#do-undo")).to_be_enabled()
    says(sheet, "Saved")
    boxes(sheet).nth(1).fill("")
    boxes(sheet).nth(1).fill("Mind the shop.")
    boxes(sheet).nth(1).fill("")
    boxes(sheet).nth(3).click()
    expect(boxes(sheet)).to_have_count(7)
    sheet.get_by_role("button", name="Undo").click()
    expect(boxes(sheet)).to_have_count(8)
    expect(boxes(sheet).nth(0)).to_have_value("Run the ovens.")
    expect(boxes(sheet).nth(1)).to_have_value(before[1])
    sheet.reload()
    sheet.get_by_role("button", name="Undo").click()
    expect(boxes(sheet).nth(0)).to_have_value(before[0])
    assert texts(posting) == before


def test_ctrl_z_takes_words_back_before_and_after_they_are_saved(sheet, posting):
    before = texts(posting)
    box = boxes(sheet).nth(0)
    box.click()
    sheet.keyboard.press("Control+End")
    held = []
    sheet.route(posting.edit_address, lambda route: held.append(route), times=1)
    sheet.keyboard.type(" Now.")
    sheet.keyboard.press("Control+z")
    expect(box).to_have_value(before[0])
    sheet.unroute(posting.edit_address)
    for route in held:
        route.continue_()
    box.fill("Run the ovens.")
    expect(sheet.locator("#do-undo")).to_be_enabled()
    says(sheet, "Saved")
    sheet.keyboard.press("Control+z")
    expect(box).to_have_value(before[0])
    sheet.keyboard.press("Control+Shift+z")
    expect(box).to_have_value("Run the ovens.")
    assert texts(posting)[0] == "Run the ovens."


def test_ctrl_z_in_words_not_saved_yet_is_the_browsers_own(sheet, posting):
    before = texts(posting)
    boxes(sheet).nth(1).fill("Saved first.")
    expect(sheet.locator("#do-undo")).to_be_enabled()
    says(sheet, "Saved")
    held = []
    sheet.route(posting.edit_address, lambda route: held.append(route))
    boxes(sheet).nth(0).click()
    sheet.keyboard.press("Control+End")
    sheet.keyboard.type(" Now.")
    sheet.keyboard.press("Control+z")

    expect(boxes(sheet).nth(0)).to_have_value(before[0])
    assert [route.request.post_data for route in held if "do=undo" in route.request.post_data] == []
    assert texts(posting)[1] == "Saved first."


def test_a_pasted_list_can_be_begun_below_a_section(sheet, posting):
    new = sheet.locator(f"{PART} textarea[data-new]")
    paste(sheet, new, "- Bread\n- Cakes")
    new.press("Enter")
    expect(boxes(sheet)).to_have_count(10)
    assert texts(posting)[8:] == ["Bread", "Cakes"]


def test_alt_and_an_arrow_move_a_line_and_keep_the_focus(sheet, posting):
    before = texts(posting)
    boxes(sheet).nth(0).focus()
    sheet.keyboard.press("Alt+ArrowDown")
    expect(sheet.locator("[data-announce]")).to_contain_text("Moved to 2 of 8")

    assert texts(posting) == [before[1], before[0], *before[2:]]
    assert sheet.evaluate("document.activeElement.value") == before[0]


def test_on_a_phone_a_menu_moves_a_line_to_another_section(sheet, posting):
    sheet.set_viewport_size({"width": 390, "height": 844})
    before = texts(posting)
    boxes(sheet).nth(0).click()
    sheet.locator(f"{PART} button[title='Move to another section']").first.click()
    sheet.locator(".sheet-places button[value$=':required']").click()
    expect(boxes(sheet)).to_have_count(7)

    document = Posting.objects.get(pk=posting.pk).document
    assert texts(posting) == before[1:]
    assert before[0] in [item.text for part in document.sections if part.key == "required" for item in part.items]
