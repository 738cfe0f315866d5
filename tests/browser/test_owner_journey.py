"""Home, brief, posting, text in hand: three pages, with and without JavaScript, by mouse and by keyboard."""

import pytest
from playwright.sync_api import expect

from roles.core.exports import text
from roles.models import Posting

SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}


def fill_in(page):
    page.get_by_label("Name of the business").fill("Harbour Lane Bakery")
    page.get_by_label("Industry").fill("retail")
    page.get_by_label("How many people").fill("30")
    page.get_by_label("Where is the job?").fill("Leeds, UK")
    page.get_by_label("Daily decisions eat my week").check()
    page.get_by_label("Pay", exact=True).fill("48-56k")
    page.get_by_label("Where do people apply?").fill("jobs@harbourlane.example")


def download_text(page):
    with page.expect_download() as download:
        page.get_by_role("link", name="Plain text").click()
    return download.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("title", ["Operations Director", "Director of Operations"])
def test_an_owner_goes_from_home_to_a_downloaded_text_in_three_pages(page, site, watch, title, size):
    page.set_viewport_size(SIZES[size])
    page.goto(site)
    watch.look()
    slug = title.lower().replace(" ", "-")
    watch.follow(page.locator(f'main a[href="/roles/{slug}/brief/"]').first)
    fill_in(page)
    page.get_by_role("button", name="Create posting").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    expect(page.get_by_role("heading", name="Your posting is ready")).to_be_focused()
    watch.look()

    words = download_text(page)

    assert words == text.write(Posting.objects.get().document)
    assert "£48,000–£56,000 a year" in words


def test_the_text_is_copied_with_one_press(page, posting, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(posting.address)
    page.get_by_role("button", name="Copy the posting").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()

    assert page.evaluate("navigator.clipboard.readText()") == text.write(posting.document)


def test_a_mistake_is_shown_at_its_field_with_everything_kept(page, site, watch):
    page.goto(f"{site}/roles/director-of-operations/brief/")
    fill_in(page)
    page.get_by_label("Pay", exact=True).fill("60,000-56,000")
    page.get_by_role("button", name="Create posting").click()

    expect(page.get_by_label("Pay", exact=True)).to_have_value("60,000-56,000")
    expect(page.get_by_text("The lower end is above the upper end").first).to_be_visible()
    expect(page.get_by_label("Daily decisions eat my week")).to_be_checked()
    # Chromium notes the 422 itself in its console; nothing else may be there.
    watch.found = [note for note in watch.found if "422" not in note]
    watch.look()


def test_the_journey_works_without_javascript(browser, site):
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(site)
    page.locator('main a[href="/roles/operations-director/brief/"]').first.click()
    fill_in(page)
    page.get_by_role("button", name="Create posting").click()

    assert download_text(page) == text.write(Posting.objects.get().document)
    expect(page.get_by_role("button", name="Copy the posting")).to_have_count(0)
    context.close()


def test_the_journey_works_by_keyboard_alone(page, site):
    page.goto(site)
    go_to(page, "document.activeElement.getAttribute('href') === '/roles/director-of-operations/brief/'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/brief/")
    for name, typed in (("company", "Ox"), ("industry", "Retail"), ("headcount", "12"), ("place", "Cork")):
        go_to(page, f"document.activeElement.name === '{name}'")
        page.keyboard.type(typed)
    go_to(page, "document.activeElement.type === 'submit'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/postings/*/#verdict")
    go_to(page, "(document.activeElement.getAttribute('href') || '').endsWith('export.txt')")
    with page.expect_download() as download:
        page.keyboard.press("Enter")

    assert "Ox" in download.value.path().read_text(encoding="utf-8")


def go_to(page, condition, key="Tab"):
    for _ in range(150):
        page.keyboard.press(key)
        if page.evaluate(condition):
            return
    raise AssertionError(f"{key} never reaches: {condition}")


def test_only_the_private_link_opens_the_draft_elsewhere(posting, site, browser):
    elsewhere = browser.new_context().new_page()

    assert elsewhere.goto(posting.address).status == 404
    elsewhere.goto(f"{site}{posting.get_private_url()}")
    elsewhere.get_by_role("button", name="Open it in this browser").click()
    expect(elsewhere.get_by_text("Harbour Lane Bakery").first).to_be_visible()
    elsewhere.context.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_first_page_leads_to_the_page_of_each_title(page, site, size):
    page.set_viewport_size(SIZES[size])
    part, name = ("main", "Read the template : {}") if size == "phone" else ("banner", "{}")  # a phone's menu is short
    for title in ("Operations Director", "Director of Operations"):
        page.goto(site)
        page.get_by_role(part).get_by_role("link", name=name.format(title), exact=True).click()

        expect(page.get_by_role("heading", level=1)).to_contain_text(title)


STOPS = """() => {
  const groups = new Set();
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  return stops.filter((stop) => {
    if (stop.tabIndex < 0 || stop.disabled || !stop.checkVisibility({ visibilityProperty: true })) return false;
    if (stop.type !== "radio") return stop.type !== "hidden";
    return !groups.has(stop.name) && groups.add(stop.name);
  }).length;
}"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("address", "most"), [("", 45), ("brief/", 60), ("edit/", 60), ("markets/", 60)])
def test_a_page_has_few_tab_stops(page, posting, address, most, size):
    page.set_viewport_size(SIZES[size])
    page.goto(posting.address + address)

    assert 20 < page.evaluate(STOPS) <= most


def test_on_a_phone_how_to_apply_is_answered_where_it_is_asked_for(page, posting):
    page.set_viewport_size(SIZES["phone"])
    page.goto(posting.edit_address.replace("/edit/", "/brief/"))
    page.locator("[name=apply_to]").evaluate("field => { field.value = '' }")
    page.get_by_role("button", name="Update posting").click()
    field = page.get_by_label("Where do people apply?")
    assert field.bounding_box()["y"] < 844
    field.fill("jobs@quay.example")
    field.press("Enter")

    expect(page.get_by_text("Your posting is ready")).to_be_visible()
    assert Posting.objects.get().brief.apply_to == "jobs@quay.example"


HIDDEN = """() => {
  const field = document.activeElement;
  const bar = document.querySelector(".brief > .actions");
  if (bar.contains(field) || !field.closest(".brief")) return false;
  const box = field.getBoundingClientRect();
  const line = field.matches("textarea") ? box.top + 40 : box.bottom; // of a long field, its first line
  return line > bar.getBoundingClientRect().top + 1 && box.top > document.querySelector(".live-tabs").offsetHeight;
}"""


def test_on_a_phone_no_field_with_the_focus_is_below_the_bar(page, site):
    page.set_viewport_size(SIZES["phone"])
    page.goto(f"{site}/roles/director-of-operations/brief/")
    page.locator("details").evaluate_all("parts => parts.forEach((part) => { part.open = true })")
    page.get_by_label("Name of the business").focus()
    reached = 0
    while page.evaluate("document.activeElement.textContent.trim() !== 'Create posting'") and reached < 150:
        page.keyboard.press("Tab")
        reached += 1
        assert not page.evaluate(HIDDEN), page.evaluate("document.activeElement.id")
    assert reached > 30
