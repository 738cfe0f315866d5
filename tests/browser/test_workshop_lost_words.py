"""Words written off line, before the script is there or after the session has ended are saved or offered."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.browser.editor import PART, boxes, opened_early, says, texts


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
    sheet.goto(posting.edit_address)

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


def test_words_typed_early_and_words_kept_from_before_both_survive(sheet, lost):
    let_through = opened_early(sheet, lost.edit_address)
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
    let_through = opened_early(sheet, lost.edit_address)
    boxes(sheet).nth(0).fill("Typed at once.")
    let_through()
    says(sheet, "Not saved: no connection")
    sheet.goto("about:blank")
    sheet.goto(lost.edit_address)

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
    sheet.goto(posting.edit_address)
    says(sheet, "Saved")  # what the server has was fetched: now the words are in their line or on offer
    offered = sheet.locator("[data-offer]")
    if offered.is_visible():
        sheet.get_by_role("button", name="Put them back").click()
    expect(boxes(sheet).nth(0)).to_have_value("In a hurry.")
    says(sheet, "Saved")


def test_a_server_that_asks_to_wait_is_asked_again_then(sheet, posting):
    reason = "Not saved yet: this was asked for very often in a short time."
    headers = {"Retry-After": "5", "Content-Type": "text/plain; charset=utf-8"}
    sheet.route("**/edit/", lambda route: route.fulfill(status=429, headers=headers, body=reason), times=1)
    boxes(sheet).nth(0).fill("Written too fast.")
    says(sheet, reason)
    says(sheet, "Your words are kept here and sent again at ")
    expect(boxes(sheet).nth(0)).to_have_value("Written too fast.")
    says(sheet, "Saved")
    assert texts(posting)[0] == "Written too fast."
