"""The posting as paper beside the brief: it follows, in order, and leaves the owner's hands alone."""

from threading import Event

import pytest
from playwright.sync_api import expect

from roles.views.brief import so_far

from .test_owner_journey import SIZES, go_to

BRIEF = "/roles/director-of-operations/brief/"
PREVIEW = f"**{BRIEF}preview/"


@pytest.fixture
def brief(page, site, watch):
    page.set_viewport_size(SIZES["desk"])
    page.goto(f"{site}{BRIEF}")
    return page


def paper(page):
    return page.locator("#preview-paper")


def test_it_changes_as_the_owner_types_without_taking_focus_or_caret(brief, watch):
    name = brief.get_by_label("Name of the business")
    name.press_sequentially("Harbor Lane")
    expect(paper(brief)).to_contain_text("Harbor Lane")
    name.press("Home")
    for _ in range(4):
        name.press("ArrowRight")
    name.press_sequentially("u")  # Harbour

    expect(paper(brief)).not_to_contain_text("Harbor Lane")
    expect(name).to_be_focused()
    expect(name).to_have_value("Harbuor Lane")
    assert brief.evaluate("document.activeElement.selectionStart") == 5
    watch.look()


def test_a_style_put_on_a_field_from_outside_breaks_no_policy(brief, watch):
    """A password manager puts one on fields. It went over to those that came in their place, as an attribute, which
    the policy refuses."""
    for place in ("Cambridge", "Birmingham"):
        brief.get_by_label("Where is the job?").fill(place)
        brief.get_by_label("Where is the job?").blur()
        expect(brief.locator("#id_place_reading").get_by_text(f"{place}, England")).to_be_visible()
        expect(brief.locator(".htmx-settling")).to_have_count(0)
        brief.locator("input").evaluate_all("fields => fields.forEach(({ style }) => { style.color = 'green' })")

    assert watch.found == []


def test_boxes_lists_and_dates_count_as_typing(brief):
    brief.get_by_label("Daily decisions eat my week").check()
    brief.get_by_label("Industry").fill("hospitality")
    brief.locator("summary", has_text="What happens when people apply").click()
    brief.get_by_label("Last day to apply").fill("2031-05-04")

    expect(paper(brief)).to_contain_text("You said: “Daily decisions eat my week”.", use_inner_text=False)
    expect(paper(brief)).to_contain_text("works in hospitality")
    expect(paper(brief)).to_contain_text("4 May 2031")


def test_typing_is_waited_out_and_the_last_word_wins(brief, monkeypatch):
    asked = []
    first_asked, answer_first, first_answered = Event(), Event(), Event()

    def slow_at_first(version, form):
        asked.append(form["company"].value())
        if len(asked) > 1:
            return so_far(version, form)
        first_asked.set()
        answer_first.wait(30)
        first_answered.set()
        return so_far(version, form)

    monkeypatch.setattr("roles.views.brief.so_far", slow_at_first)
    brief.clock.install()
    brief.clock.pause_at("2031-05-04")
    name = brief.get_by_label("Name of the business")
    name.press_sequentially("First")
    brief.clock.run_for(300)
    assert first_asked.wait(30)
    assert asked == ["First"]  # five letters, one request
    name.fill("Second")
    with brief.expect_event("requestfailed"):  # nobody waits for the first answer any more
        brief.clock.run_for(300)

    expect(paper(brief)).to_contain_text("Second")
    answer_first.set()
    assert first_answered.wait(30)
    expect(paper(brief)).not_to_contain_text("First")
    assert asked == ["First", "Second"]


def test_scroll_and_what_is_unfolded_stay_and_nothing_shifts(brief):
    brief.emulate_media(reduced_motion="reduce")  # what moves has moved by the next frame
    brief.evaluate(
        """() => {
          const seen = [];
          const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
          observer.observe({ type: "layout-shift", buffered: false });
          const frame = () => new Promise(requestAnimationFrame);
          window.shifts = async () => {
            await frame();
            await frame();
            return [...seen.splice(0), ...observer.takeRecords()].map((entry) => entry.value);
          };
        }"""
    )
    pane = brief.locator("#preview")
    pane.get_by_text("Why is this here?").nth(2).click()
    brief.evaluate("scrollTo(0, 600)")
    pane.evaluate("(pane) => { pane.scrollTop = 200 }")  # what is typed will stand in view
    field = brief.get_by_label("What does the business do?")
    field.focus()
    before = brief.evaluate("scrollY"), field.bounding_box(), pane.evaluate("(pane) => pane.scrollTop")

    brief.evaluate("shifts()")  # unfolding moved what is below it, as it should
    field.press_sequentially("We bake bread.")
    expect(paper(brief)).to_contain_text("We bake bread.")
    shifts = brief.evaluate("shifts()")

    after = brief.evaluate("scrollY"), field.bounding_box(), pane.evaluate("(pane) => pane.scrollTop")
    assert after == before
    assert pane.locator("details[open]").count() == 1
    assert sum(shifts) < 0.01


def test_the_pane_alone_moves_to_what_changed_and_marks_it(brief):
    pane = brief.locator("#preview")
    brief.locator("summary", has_text="Terms").click()
    field = brief.get_by_label("Benefits, one per line")
    field.focus()
    before = brief.evaluate("scrollY")
    field.press_sequentially("A free loaf a day")

    line = pane.locator("li.changed", has_text="A free loaf a day")
    expect(line).to_be_in_viewport()
    assert pane.locator(".changed").count() == 1
    assert line.evaluate("(line) => getComputedStyle(line, '::after').width") == "4px"
    assert brief.evaluate("scrollY") == before
    expect(field).to_be_focused()
    expect(line).to_have_count(0)  # only for a moment


def test_who_wants_no_motion_gets_none(brief):
    brief.emulate_media(reduced_motion="reduce")
    brief.evaluate("() => { HTMLElement.prototype.scrollBy = (how) => { window.moved = how.behavior; }; }")
    brief.locator("summary", has_text="Terms").click()
    brief.get_by_label("Benefits, one per line").fill("A free loaf a day")

    expect(paper(brief)).to_contain_text("A free loaf a day")
    assert brief.evaluate("window.moved") == "auto"


def test_a_refused_preview_leaves_the_brief_where_it_is_with_debug_on_too(brief, settings):
    settings.DEBUG = True
    brief.reload()
    assert brief.locator("script[data-debug=True]").count() == 1
    brief.context.clear_cookies(name="csrftoken")
    brief.get_by_label("Name of the business").fill("Ox")

    expect(brief.get_by_role("status").filter(has_text="Not up to date")).to_be_visible()
    expect(brief.get_by_label("Name of the business")).to_have_value("Ox")


def test_a_lost_connection_is_reported_and_what_was_typed_is_kept(brief, watch):
    brief.route(PREVIEW, lambda route: route.abort())
    brief.get_by_label("Name of the business").fill("Ox")

    status = brief.get_by_role("status").filter(has_text="Not up to date")
    expect(status).to_be_visible()
    expect(brief.get_by_label("Name of the business")).to_have_value("Ox")
    brief.unroute(PREVIEW)
    brief.get_by_label("Name of the business").fill("Oxen")
    expect(paper(brief)).to_contain_text("Oxen")
    expect(status).to_have_count(0)


def test_what_the_browser_brings_back_shows_on_the_paper(brief, site):
    brief.get_by_label("Name of the business").fill("Ox")
    expect(paper(brief)).to_contain_text("Ox")
    brief.goto(f"{site}/compare/")
    brief.go_back()

    expect(brief.get_by_label("Name of the business")).to_have_value("Ox")
    expect(paper(brief)).to_contain_text("Ox")


def test_on_a_phone_the_two_are_tabs(page, site, watch):
    page.set_viewport_size(SIZES["phone"])
    page.goto(f"{site}{BRIEF}")
    expect(page.get_by_role("tabpanel", name="The brief")).to_be_visible()
    expect(paper(page)).to_be_hidden()
    page.get_by_label("Name of the business").fill("Ox")
    page.evaluate("scrollTo(0, 900)")

    page.get_by_role("tab", name="The posting").dispatch_event("click")
    expect(paper(page)).to_contain_text("Ox")
    expect(page.get_by_label("Name of the business")).to_be_hidden()
    expect(page.get_by_role("tab", name="The posting")).to_have_attribute("aria-selected", "true")
    watch.look()

    page.get_by_role("tab", name="The brief").dispatch_event("click")
    assert page.evaluate("scrollY") == 900


def test_the_tabs_work_by_keyboard_and_give_way_on_a_wide_screen(page, site):
    page.set_viewport_size(SIZES["phone"])
    page.goto(f"{site}{BRIEF}")
    go_to(page, "document.activeElement.getAttribute('role') === 'tab'")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="The posting")).to_be_focused()
    expect(paper(page)).to_be_visible()
    page.keyboard.press("Home")
    expect(paper(page)).to_be_hidden()

    page.set_viewport_size(SIZES["desk"])
    expect(paper(page)).to_be_visible()
    expect(page.get_by_label("Name of the business")).to_be_visible()
    expect(page.get_by_role("tab")).to_have_count(0)
    expect(page.get_by_role("button", name="Preview")).to_be_hidden()
