"""What a consultant types outlasts a reload, a crash and an ended session; and Ctrl+S saves where she is."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from roles.management.commands.quickstart import Command
from roles.models import Need, Statement
from tests.browser.conftest import take_along
from tests.browser.test_consultants_workshop import open_section, save, section_of
from tests.browser.test_owner_journey import SIZES
from tests.conftest import signed_in


@pytest.fixture
def workshop(page, site, watch):
    Command().make_account("consultant", superuser=False)
    take_along(page.context, signed_in("consultant"), site)
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def text_of(page, key):
    return page.locator(f"#statement-{key}").get_by_label("Text")


def kept(page):
    page.wait_for_function("() => Object.keys(localStorage).some((key) => key.startsWith('draft:'))")


def test_words_come_back_after_the_session_has_ended(workshop, site):
    section = section_of("summary")
    first = section.statements.first().key
    open_section(workshop, site, section)
    text_of(workshop, first).fill("You keep the days calm.")
    workshop.get_by_role("button", name="Add another Statement").click()
    new = workshop.locator("tr.dynamic-statements:not(.has_original)")
    new.get_by_label("Text").fill("A new line.")
    kept(workshop)
    Session.objects.all().delete()
    workshop.get_by_role("button", name="Save and continue editing").click()
    expect(workshop.get_by_role("heading", name="Your session has ended")).to_be_visible()
    expect(workshop.get_by_label("What you had typed")).to_contain_text("You keep the days calm.")

    take_along(workshop.context, signed_in("consultant"), site)
    open_section(workshop, site, section)
    expect(workshop.locator("[data-draft-note]")).to_contain_text("What you typed here before is back.")
    expect(text_of(workshop, first)).to_have_value("You keep the days calm.")
    expect(new.get_by_label("Text")).to_have_value("A new line.")
    new.get_by_label("Focus").select_option("operational")
    save(workshop)
    assert Statement.objects.get(key=first).text == "You keep the days calm."
    assert section.statements.last().text == "A new line."

    open_section(workshop, site, section)
    expect(workshop.locator("[data-draft-note]")).to_have_count(0)


def test_what_a_colleague_saved_meanwhile_is_not_replaced(workshop, site):
    section = section_of("summary")
    first = section.statements.first()
    open_section(workshop, site, section)
    text_of(workshop, first.key).fill("Mine, from before.")
    kept(workshop)
    workshop.goto("about:blank")
    Statement.objects.filter(pk=first.pk).update(text="Theirs, since.")

    open_section(workshop, site, section)
    expect(workshop.locator("[data-draft-note]")).to_contain_text("Mine, from before.")
    expect(text_of(workshop, first.key)).to_have_value("Theirs, since.")
    workshop.get_by_role("button", name="Throw it away").click()
    workshop.reload()
    expect(workshop.locator("[data-draft-note]")).to_have_count(0)


def test_the_save_key_saves_and_the_page_comes_back_where_it_was(workshop, site):
    section = section_of("responsibilities")
    last = section.statements.last()
    open_section(workshop, site, section)
    text = text_of(workshop, last.key)
    text.fill("You close the day with the books in order.")
    with workshop.expect_navigation():
        text.press("Control+s")
    expect(workshop.locator(".saved-note")).to_have_text("Saved")
    workshop.wait_for_function("() => scrollY > 400")
    assert Statement.objects.get(pk=last.pk).text == "You close the day with the books in order."


def test_a_statement_is_reviewed_beside_its_box_while_it_is_written(workshop, site):
    section = section_of("summary")
    first = section.statements.first()
    open_section(workshop, site, section)
    text_of(workshop, first.key).fill("You must be under 35.")
    row = workshop.locator(f"#statement-{first.key}")
    expect(row.locator("[data-review-notes]")).to_contain_text("Must fix:")
    text_of(workshop, first.key).fill("You run the day.")
    expect(row.locator("[data-review-notes]")).not_to_contain_text("Must fix:")


def test_several_keys_are_completed_in_one_line(workshop, site):
    section = section_of("summary")
    first = section.statements.first()
    one, two = Need.objects.all()[:2]
    open_section(workshop, site, section)
    row = workshop.locator(f"#statement-{first.key}")
    row.locator("summary").click()
    box = row.get_by_label("Answers these needs")
    box.fill(f"{one.key}, ")
    options = workshop.locator("#keys-in-use option")
    expect(options.first).to_have_attribute("value", f"{one.key}, {two.key}")
    box.fill(f"{one.key}, {two.key}")
    save(workshop)
    assert set(first.needs.all()) == {one, two}


def test_on_a_phone_saving_is_always_in_reach(workshop, site):
    workshop.set_viewport_size(SIZES["phone"])
    open_section(workshop, site, section_of("responsibilities"))
    box = workshop.get_by_role("button", name="Save", exact=True).bounding_box()
    assert box["y"] + box["height"] <= SIZES["phone"]["height"]
    assert workshop.evaluate("document.documentElement.scrollHeight") > 3 * SIZES["phone"]["height"]


@pytest.mark.parametrize("size", SIZES)
def test_each_new_page_is_accessible_and_fits(workshop, site, watch, size):
    workshop.set_viewport_size(SIZES[size])
    section = section_of("preferred")
    need = Need.objects.first()
    for address in (
        f"/admin/roles/section/{section.pk}/change/",
        f"/admin/roles/need/{need.pk}/statements/?show=all",
        f"/admin/roles/need/{need.pk}/change/",
        f"/admin/roles/role/{section.role_id}/counts/",
        f"/admin/roles/role/{section.role_id}/copy/",
        f"/admin/roles/role/{section.role_id}/retire/",
        "/admin/admin/logentry/",
    ):
        workshop.goto(f"{site}{address}")
        workshop.wait_for_load_state("load")
        for details in workshop.locator("details.row-more").all()[:2]:
            details.evaluate("element => { element.open = true }")
        watch.look()
