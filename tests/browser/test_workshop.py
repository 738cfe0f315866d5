"""Writing on the posting: with a script and without, alone and in two windows, on and off line."""

import itertools
import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from roles.models import Posting
from tests.browser.test_owner_journey import SIZES, fill_in, go_to

PART = "#part-responsibilities"


@pytest.fixture
def posting(posting):
    posting.address += "edit/"
    return posting


@pytest.fixture
def sheet(page, posting):
    page.goto(posting.address)
    return page


def boxes(page):
    return page.locator(f"{PART} textarea[data-seen]")


def texts(posting):
    document = Posting.objects.get(pk=posting.pk).document
    return [item.text for section in document.sections if section.key == "responsibilities" for item in section.items]


def says(page, words):
    expect(page.locator("[data-state]")).to_contain_text(words)


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
    let_through = opened_early(page, posting.address)
    boxes(page).first.fill("Typed at once.")
    let_through()

    says(page, "Saved")
    assert texts(posting)[0] == "Typed at once."


def test_every_state_of_the_page_is_accessible(sheet, posting, watch):
    sheet.get_by_role("button", name="Unlock to reword").click()
    sheet.locator("#part-equal-opportunity textarea").first.wait_for()
    boxes(sheet).nth(0).fill("x" * 700)
    says(sheet, "a line needs you")
    sheet.locator(f"{PART} .sheet-more summary").click()
    sheet.locator(f"{PART} .sheet-why summary").first.click()
    sheet.locator("#part-equal-opportunity button[title=Remove]").first.click()
    expect(sheet.get_by_role("button", name="Remove it all the same")).to_be_visible()
    expect(boxes(sheet).nth(0)).to_have_value("x" * 700)
    watch.found = [note for note in watch.found if "422" not in note]
    watch.look()


def test_writing_on_while_a_save_is_on_its_way_loses_no_letter(sheet, posting):
    box = boxes(sheet).nth(0)
    held = []
    sheet.route(posting.address, lambda route: held.append(route), times=1)
    with sheet.expect_request(posting.address):
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
    end = sheet.locator(f"{PART} [data-grip]").nth(2).bounding_box()
    sheet.mouse.move(start["x"] + 10, start["y"] + 10)
    sheet.mouse.down()
    for step in range(1, 13):
        sheet.mouse.move(start["x"] + 10, start["y"] + 10 + (end["y"] - start["y"] + 20) * step / 12)
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
    sheet.get_by_role("button", name="Bring in").first.click()
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
    sheet.wait_for_url(re.compile(r"/postings/[^/]+/$"))
    expect(sheet.get_by_text("Last words.").first).to_be_visible()
    assert "And a new line." in texts(posting)


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


def test_a_lost_connection_loses_no_words_and_they_are_sent_again(sheet, posting, context):
    context.set_offline(True)
    boxes(sheet).nth(0).fill("Written in a tunnel.")
    says(sheet, "Not saved: no connection")
    boxes(sheet).nth(1).fill("And on a train.")
    context.set_offline(False)
    says(sheet, "Saved")
    assert texts(posting)[:2] == ["Written in a tunnel.", "And on a train."]


def test_words_that_were_never_sent_are_offered_after_a_reload(sheet, posting):
    # Not set_offline: what is sent in the moment of leaving would still slip through.
    sheet.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no connection')) }")
    boxes(sheet).nth(0).fill("Written in a tunnel.")
    sheet.locator("#part-skills textarea[data-new]").fill("Half a line")
    says(sheet, "Not saved")
    sheet.goto("about:blank")
    sheet.goto(posting.address)

    offer = sheet.locator("[data-offer]")
    expect(offer).to_contain_text("Written in a tunnel.")
    expect(offer).to_contain_text("Half a line")
    sheet.get_by_role("button", name="Put them back").click()
    says(sheet, "Saved")
    expect(boxes(sheet).nth(0)).to_have_value("Written in a tunnel.")
    expect(sheet.locator("#part-skills textarea[data-new]")).to_have_value("Half a line")
    expect(sheet.locator("#do-undo")).to_be_enabled()
    assert texts(posting)[0] == "Written in a tunnel."


@pytest.fixture
def lost(sheet, posting):
    """Words in two lines and in a line begun that this browser alone has, and the editor left."""
    sheet.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no connection')) }")
    boxes(sheet).nth(0).fill("Written in a tunnel.")
    boxes(sheet).nth(1).fill("And on a train.")
    sheet.locator(f"{PART} textarea[data-new]").fill("Half a line")
    says(sheet, "Not saved")
    sheet.goto("about:blank")
    return posting


def opened_early(page, address):
    """The editor before its script is there: gives what lets the script through."""
    held = []
    page.route("**/autosave*.js", lambda route: held.append(route), times=1)
    with page.expect_request("**/autosave*.js"):
        page.goto(address, wait_until="commit")
    return lambda: held.pop().continue_()


def test_words_typed_early_and_words_kept_from_before_both_survive(sheet, lost):
    let_through = opened_early(sheet, lost.address)
    boxes(sheet).nth(0).fill("Typed at once.")
    sheet.locator(f"{PART} textarea[data-new]").fill("The other half")
    let_through()

    offer = sheet.locator("[data-offer]")
    for words in ("Written in a tunnel.", "And on a train.", "Half a line"):
        expect(offer).to_contain_text(words)
    assert texts(lost)[0] == "Typed at once."
    assert len(texts(lost)) == 8  # a line begun is added when it is left
    expect(sheet.locator(f"{PART} textarea[data-new]")).to_have_value("The other half")
    sheet.get_by_role("button", name="Put them back").click()
    says(sheet, "choose whose words stand")
    expect(sheet.get_by_text("“Typed at once.”").first).to_be_visible()
    expect(boxes(sheet).nth(0)).to_have_value("Written in a tunnel.")
    assert texts(lost)[1] == "And on a train."


def test_backed_up_words_survive_early_words_that_do_not_arrive(sheet, lost, site):
    sheet.add_init_script(
        """const { fetch } = window;
        window.fetch = (...what) =>
            sessionStorage.offline ? Promise.reject(new TypeError("no connection")) : fetch(...what);"""
    )
    sheet.goto(site)
    sheet.evaluate("() => { sessionStorage.offline = 'yes' }")
    let_through = opened_early(sheet, lost.address)
    boxes(sheet).nth(0).fill("Typed at once.")
    let_through()
    says(sheet, "Not saved: no connection")
    sheet.goto("about:blank")
    sheet.goto(lost.address)

    offer = sheet.locator("[data-offer]")
    expect(offer).to_contain_text("Written in a tunnel.")
    expect(offer).to_contain_text("Typed at once.")
    sheet.evaluate("() => sessionStorage.removeItem('offline')")
    sheet.get_by_role("button", name="Put them back").click()
    expect(sheet.locator("#do-undo")).to_be_enabled()
    # A line holds one of the two: the other is still on offer, until it is put back or thrown away.
    expect(boxes(sheet).nth(0)).to_have_value("Typed at once.")
    expect(offer).to_contain_text("Written in a tunnel.")
    assert texts(lost)[:2] == ["Typed at once.", "And on a train."]
    sheet.get_by_role("button", name="Put them back").click()
    says(sheet, "choose whose words stand")
    expect(boxes(sheet).nth(0)).to_have_value("Written in a tunnel.")


def test_what_was_offered_can_be_thrown_away(sheet, posting):
    before = texts(posting)
    sheet.evaluate(
        """() => {
            const box = document.querySelector('textarea[data-seen]');
            localStorage.setItem(
                `words:${document.querySelector('[data-workshop]').dataset.workshop}`,
                JSON.stringify([[box.name, { text: 'Never mind.', seen: box.dataset.seen, at: Date.now() }]]),
            );
        }"""
    )
    sheet.reload()
    expect(sheet.locator("[data-offer]")).to_contain_text("Never mind.")
    sheet.get_by_role("button", name="Throw them away").click()
    sheet.reload()
    says(sheet, "Saved")
    expect(sheet.locator("[data-offer]")).to_be_hidden()
    assert texts(posting) == before


@pytest.mark.parametrize("what", ["session", "cookies"])
def test_an_expired_session_keeps_the_words_until_the_draft_is_open_again(sheet, posting, context, what):
    if what == "session":
        Session.objects.all().delete()
    else:
        context.clear_cookies()
    boxes(sheet).nth(0).fill("Slow thinker.")
    says(sheet, "your session has ended")
    sheet.get_by_role("link", name="Open the draft again").click()
    with sheet.expect_navigation():
        sheet.get_by_role("button", name="Open it in this browser").click()
    sheet.get_by_role("link", name="Edit the text").click()
    expect(sheet.locator("[data-offer]")).to_contain_text("Slow thinker.")
    sheet.get_by_role("button", name="Put them back").click()
    expect(sheet.locator("#do-undo")).to_be_enabled()
    assert texts(posting)[0] == "Slow thinker."


def test_back_from_another_page_shows_what_was_saved(sheet, posting, site):
    boxes(sheet).nth(0).fill("Before leaving.")
    expect(sheet.locator("#do-undo")).to_be_enabled()
    sheet.goto(site)
    sheet.go_back()
    expect(boxes(sheet).nth(0)).to_have_value("Before leaving.")


def test_leaving_at_once_still_saves_or_offers_the_words(sheet, posting, site):
    boxes(sheet).nth(0).fill("In a hurry.")
    sheet.goto(site)
    sheet.goto(posting.address)
    offered = sheet.locator("[data-offer]")
    if offered.is_visible():
        sheet.get_by_role("button", name="Put them back").click()
    expect(boxes(sheet).nth(0)).to_have_value("In a hurry.")
    says(sheet, "Saved")


def test_two_windows_both_save_in_different_lines(sheet, posting, context):
    other = context.new_page()
    other.goto(posting.address)
    boxes(sheet).nth(0).fill("From one.")
    expect(sheet.locator("#do-undo")).to_be_enabled()
    boxes(other).nth(1).fill("From two.")
    expect(boxes(other).nth(0)).to_have_value("From one.")
    says(other, "Saved")
    assert texts(posting)[:2] == ["From one.", "From two."]


@pytest.mark.parametrize(("choice", "stands"), [("What I typed here", "From two."), ("What is saved", "From one.")])
def test_two_windows_in_one_line_are_asked_whose_words_stand(sheet, posting, context, watch, choice, stands):
    other = context.new_page()
    other.goto(posting.address)
    boxes(sheet).nth(0).fill("From one.")
    expect(sheet.locator("#do-undo")).to_be_enabled()
    boxes(other).nth(0).fill("From two.")
    says(other, "choose whose words stand")
    expect(other.get_by_text("“From one.”").first).to_be_visible()
    expect(boxes(other).nth(0)).to_have_value("From two.")
    assert texts(posting)[0] == "From one."
    other.get_by_label(choice).check()
    says(other, "Saved")
    expect(boxes(other).nth(0)).to_have_value(stands)
    expect(other.locator("[data-conflict]")).to_have_count(0)
    assert texts(posting)[0] == stands


@pytest.mark.parametrize("then", ["is changed", "is removed"])
def test_a_line_changed_elsewhere_while_typing_is_asked_about(sheet, posting, context, then):
    other = context.new_page()
    other.goto(posting.address)
    held = []
    sheet.route(posting.address, lambda route: held.append(route), times=1)
    with sheet.expect_request(posting.address):
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


def test_a_line_brought_back_to_its_words_keeps_the_focus(sheet, posting):
    words = texts(posting)[0]
    boxes(sheet).first.fill("By keys.")
    reset = sheet.locator(f"{PART} button[data-reset]").first
    expect(reset).to_have_attribute("aria-label", "Back to the words it came with: Responsibilities, line 1")
    expect(sheet.locator("#do-undo")).to_be_enabled()
    reset.focus()
    sheet.keyboard.press("Enter")

    expect(boxes(sheet).first).to_have_value(words)
    expect(boxes(sheet).first).to_be_focused()


def test_without_javascript_the_browser_brings_back_what_was_typed(browser, posting, page):
    context = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    page = context.new_page()
    page.goto(posting.address)
    boxes(page).first.fill("Typed, and left.")
    page.get_by_role("link", name="Change the answers").click()
    expect(page.get_by_label("Name of the business")).to_be_visible()
    page.go_back()

    expect(boxes(page).first).to_have_value("Typed, and left.")
    context.close()


def test_it_all_works_by_keyboard_alone(sheet, posting):
    before = texts(posting)
    go_to(sheet, f"document.activeElement.matches('{PART} textarea')")
    sheet.keyboard.press("Control+A")
    sheet.keyboard.type("By keys.")
    sheet.keyboard.press("Tab")
    go_to(sheet, "document.activeElement.title === 'Remove'")
    sheet.keyboard.press("Enter")
    expect(boxes(sheet)).to_have_count(7)
    assert sheet.evaluate(f"document.activeElement.matches('{PART} textarea')")
    assert texts(posting) == before[1:]


def test_without_a_script_everything_is_a_form(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/roles/director-of-operations/brief/")
    fill_in(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Compose the posting").click()
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
    boxes(page).nth(0).fill("")
    page.get_by_role("button", name="Done").first.click()
    expect(page.get_by_text("This is empty").first).to_be_visible()
    boxes(page).nth(0).fill("First.")
    page.get_by_role("button", name="Done").first.click()
    expect(page.get_by_text("First.").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("name", ["switch", "updates"])
def test_the_pages_that_weigh_texts_are_accessible(page, posting, watch, site, name):
    page.goto(posting.address)
    boxes(page).nth(0).fill("Mine.")
    expect(page.locator("#do-undo")).to_be_enabled()
    role = Posting.objects.get(pk=posting.pk).version.role
    key = next(item.key for item in posting.document.items() if item.provenance.name.startswith("do-"))
    for statement in type(role.sections.first().statements.first()).objects.filter(key=key):
        statement.text = "Newer words."
        statement.save()
    role.publish()
    page.goto(posting.address.replace("edit", name))
    watch.look()
    if name == "updates":
        page.locator("[name=take]").first.check()
    page.locator("main form button").first.click()
    page.wait_for_url(re.compile(r"/postings/[^/]+/$"))
    watch.look()
