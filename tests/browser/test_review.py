"""The review in a browser: a pasted posting, and a fix with one press."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from roles.core import editing
from roles.models import Posting

TEXT = """Operations Manager

Location: Denver, CO

Responsibilities
- Leverage a young team of rockstars in the day-to-day work.
- Set long-term goals and policies.

How to apply: work@frontrange.example
"""


def carry_over(page, site, look=lambda: None):
    page.goto(f"{site}/review/")
    look()
    page.get_by_label("The text of the posting").fill(TEXT)
    page.get_by_role("button", name="Review posting").click()
    expect(page.get_by_label("Which title?")).to_be_visible()
    look()
    page.get_by_label("Which title?").select_option("director-of-operations")
    page.get_by_label("Name of the business").fill("Front Range Print")
    draft = page.locator("fieldset", has=page.get_by_label("Which title?"))
    draft.get_by_label("Industry").select_option("retail")
    draft.get_by_label("How many people").fill("12")
    draft.get_by_label("Where is the work done?").select_option("on_site")
    draft.get_by_label("Employment").select_option("full_time")
    draft.get_by_label("Reports to").fill("the owner")
    page.get_by_role("button", name="Create draft").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Director of Operations")


@pytest.mark.parametrize("size", [(390, 844), (1280, 900)])
def test_a_pasted_posting_is_reviewed_carried_over_and_fixed(page, site, watch, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    carry_over(page, site, watch.look)
    watch.look()
    page.get_by_role("button", name="Fix it").first.click()

    expect(page.get_by_role("status").filter(has_text="Fixed.")).to_be_visible()
    assert "Use a young team" in " ".join(item.text for item in Posting.objects.get().document.items())
    watch.look()


def test_in_the_workshop_a_fix_is_made_without_leaving_the_page(page, site, watch):
    carry_over(page, site)
    posting = Posting.objects.get()
    page.goto(f"{site}{reverse('posting_workshop', args=[posting.pk])}")
    watch.look()
    page.get_by_role("button", name="Fix it").first.click()

    line = page.locator("textarea", has_text="young team")
    expect(line).to_have_value("Use a young team of rockstars in the day-to-day work.")
    line.fill("Lead a team in the day-to-day work.")
    expect(page.locator("[data-findings]")).not_to_contain_text("names an age")
    watch.look()


def test_without_a_script_it_all_works(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    carry_over(page, site)
    page.get_by_role("button", name="Fix it").first.click()
    expect(page.get_by_text("Fixed. You can undo it")).to_be_visible()
    context.close()
    assert editing.owners_words(next(Posting.objects.get().document.items()))


@pytest.mark.parametrize("scripted", [True, False])
def test_a_pasted_text_is_fixed_edited_and_carried_over_as_it_applies(browser, site, scripted):
    context = browser.new_context(java_script_enabled=scripted, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{site}/review/")
    text = page.get_by_label("The text of the posting")
    text.fill(TEXT)
    page.get_by_role("button", name="Review posting").click()
    page.get_by_label("Name of the business").fill("Front Range Print")
    page.get_by_role("button", name="Fix it").first.click()
    expect(page.get_by_text("Fixed in the text above.")).to_be_in_viewport()
    expect(text).to_have_value(TEXT.replace("Leverage", "Use"))
    text.fill(TEXT.replace("Leverage a young team of rockstars", "Lead a team"))
    page.get_by_role("button", name="Create draft").click()

    expect(page.get_by_role("heading", name="Fix these to continue")).to_be_in_viewport()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_label("Which title?").select_option("director-of-operations")
    draft = page.locator("fieldset", has=page.get_by_label("Which title?"))
    draft.get_by_label("Industry").select_option("retail")
    draft.get_by_label("How many people").fill("12")
    draft.get_by_label("Where is the work done?").select_option("on_site")
    draft.get_by_label("Employment").select_option("full_time")
    draft.get_by_label("Reports to").fill("the owner")
    page.get_by_role("button", name="Create draft").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Director of Operations")
    context.close()
    assert "Lead a team in the day-to-day work." in [item.text for item in Posting.objects.get().document.items()]


@pytest.mark.parametrize("size", [(390, 844), (1280, 900)])
def test_workshop_findings_are_below_their_line_and_ignored_there(page, site, watch, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    carry_over(page, site)
    posting = Posting.objects.get()
    page.goto(f"{site}{reverse('posting_workshop', args=[posting.pk])}")
    expect(page.locator("[data-ready]")).to_be_in_viewport()
    said = page.locator(".sheet-remark", has_text="names an age")
    before = page.locator("[data-ready] .level-must_fix b").inner_text()
    said.locator("summary").click()
    watch.look()
    said.locator("[data-reason]").fill("It is the")
    line = page.locator("textarea", has_text="young team")
    line.fill("Lead a young team of twelve in the day-to-day work.")
    expect(page.locator(".sheet-remark", has_text="costume")).to_have_count(0)
    said.locator("[data-reason]").press("End")
    page.keyboard.type(" name of the team.")
    page.keyboard.press("Enter")

    expect(said).to_have_count(0)
    expect(line).to_have_value("Lead a young team of twelve in the day-to-day work.")
    expect(page.locator("[data-ready] .level-must_fix b")).to_have_text(str(int(before) - 1))
    watch.look()
    assert Posting.objects.get().ignored[0].reason == "It is the name of the team."
    page.get_by_text("Ignored here (1)").click()
    page.get_by_role("button", name="Show it again").click()
    expect(said).to_have_count(1)


def test_the_count_in_the_bar_leads_to_the_findings(page, site):
    page.set_viewport_size({"width": 390, "height": 844})
    carry_over(page, site)
    page.goto(f"{site}{reverse('posting_workshop', args=[Posting.objects.get().pk])}")
    page.locator("[data-ready] a").first.click()
    expect(page.locator("#findings-must_fix")).to_be_in_viewport()
    page.locator(".finding-place").first.click()
    expect(page.locator(".sheet-remark").first).to_be_in_viewport()
