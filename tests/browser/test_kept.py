"""What is typed into the brief outlives a reload, a refused form and an ended session."""

import pytest
from playwright.sync_api import expect

from .test_owner_journey import SIZES

BRIEF = "/roles/director-of-operations/brief/"


@pytest.fixture(params=list(SIZES))
def brief(request, page, site):
    page.set_viewport_size(SIZES[request.param])
    page.goto(f"{site}{BRIEF}")
    return page


def fill(page):
    page.get_by_label("Name of the business").fill("Ox & Loaf")
    page.get_by_label("Industry").fill("vets for fish")
    expect(page.locator("[data-another]")).to_be_attached()
    page.get_by_label("How should the posting name it?").fill("veterinary care")
    page.get_by_label("How many people work there?").fill("12")
    page.get_by_label("Where is the job?").fill("Cork")
    page.get_by_label("Daily decisions eat my week").check()


def note(page):
    return page.get_by_text("We kept what you had typed.")


def test_a_reload_brings_it_back_and_reports_it(brief, watch):
    fill(brief)
    brief.reload()

    expect(note(brief)).to_be_in_viewport()
    expect(brief.get_by_label("Name of the business")).to_have_value("Ox & Loaf")
    expect(brief.get_by_label("How should the posting name it?")).to_have_value("veterinary care")
    expect(brief.get_by_label("Daily decisions eat my week")).to_be_checked()
    expect(brief.get_by_text("1 of 3 chosen")).to_be_visible()
    expect(brief.locator("#preview-paper")).to_contain_text("Ox & Loaf")
    watch.look()


@pytest.fixture
def early(brief, site):
    """Opens the brief again and holds its script back: gives the page, and what lets the script through."""
    held = []

    def reopen():
        brief.goto(f"{site}/compare/")
        brief.route("**/kept*.js", lambda route: held.append(route), times=1)
        with brief.expect_request("**/kept*.js"):
            brief.goto(f"{site}{BRIEF}", wait_until="commit")
        return lambda: held.pop().continue_()

    return reopen


def test_words_typed_before_the_script_loads_stay_and_others_return(brief, early):
    fill(brief)
    let_through = early()
    brief.get_by_label("Name of the business").fill("Fox & Loaf")
    brief.get_by_label("Industry").fill("retail")
    brief.get_by_label("We do not know which numbers matter").check()
    let_through()

    expect(note(brief)).to_be_visible()
    expect(brief.get_by_label("Where is the job?")).to_have_value("Cork")
    expect(brief.get_by_label("Daily decisions eat my week")).to_be_checked()
    expect(brief.get_by_label("Name of the business")).to_have_value("Fox & Loaf")
    expect(brief.get_by_label("Industry")).to_have_value("retail")
    expect(brief.get_by_label("We do not know which numbers matter")).to_be_checked()
    expect(brief.locator("#preview-paper")).to_contain_text("Fox & Loaf")


def test_words_typed_before_the_script_is_there_are_kept_as_well(brief, early, site):
    let_through = early()
    brief.get_by_label("Name of the business").fill("Fox & Loaf")
    let_through()
    expect(brief.locator("#preview-paper")).to_contain_text("Fox & Loaf")
    brief.goto(f"{site}/compare/")
    brief.goto(f"{site}{BRIEF}")

    expect(brief.get_by_label("Name of the business")).to_have_value("Fox & Loaf")


def test_one_may_start_afresh(brief):
    fill(brief)
    brief.reload()
    brief.get_by_role("link", name="Start again").click()

    expect(brief.get_by_label("Name of the business")).to_have_value("")
    brief.reload()
    expect(brief.get_by_label("Name of the business")).to_have_value("")
    expect(note(brief)).to_be_hidden()


def test_it_is_let_go_once_the_posting_is_made(brief, site):
    fill(brief)
    brief.reload()
    brief.get_by_role("button", name="Create posting").click()
    brief.wait_for_url("**/postings/*/#verdict")
    brief.goto(f"{site}{BRIEF}")

    expect(note(brief)).to_be_hidden()
    expect(brief.get_by_label("Daily decisions eat my week")).not_to_be_checked()


def test_going_back_to_a_form_that_was_taken_keeps_nothing_of_it(brief, site):
    fill(brief)
    brief.get_by_role("button", name="Create posting").click()
    brief.wait_for_url("**/postings/*/#verdict")
    brief.go_back()
    expect(brief.get_by_label("Daily decisions eat my week")).to_be_checked()  # the browser's own doing
    brief.goto(f"{site}/compare/")
    brief.goto(f"{site}{BRIEF}")

    expect(note(brief)).to_be_hidden()
    expect(brief.get_by_label("Daily decisions eat my week")).not_to_be_checked()


def test_what_a_refused_form_advises_brings_every_word_back(brief):
    fill(brief)
    brief.context.clear_cookies(name="csrftoken")
    brief.get_by_role("button", name="Create posting").click()
    assert "Ox & Loaf" in brief.get_by_label("What you had typed").input_value()
    brief.go_back()
    brief.reload()
    expect(brief.get_by_label("Name of the business")).to_have_value("Ox & Loaf")
    brief.get_by_role("button", name="Create posting").click()

    brief.wait_for_url("**/postings/*/#verdict")
    expect(brief.get_by_role("article")).to_contain_text("works in veterinary care")


def test_an_ended_session_keeps_changed_answers_for_the_reopened_draft(brief, site):
    fill(brief)
    brief.get_by_role("button", name="Create posting").click()
    brief.wait_for_url("**/postings/*/#verdict")
    there = brief.url.removesuffix("#verdict")
    held = [cookie for cookie in brief.context.cookies() if cookie["name"] == "sessionid"]
    brief.goto(f"{there}brief/")
    brief.get_by_label("The one result you want in twelve months").fill("no loaf is late")
    expect(brief.locator("#preview-paper")).to_contain_text("no loaf is late")
    brief.context.clear_cookies(name="sessionid")
    brief.get_by_role("button", name="Update posting").click()
    assert "no loaf is late" in brief.get_by_label("What you had typed").input_value()

    brief.context.add_cookies(held)
    brief.goto(f"{there}brief/")
    expect(note(brief)).to_be_in_viewport()
    brief.get_by_role("button", name="Update posting").click()
    brief.wait_for_url(f"{there}#verdict")
    expect(brief.get_by_role("article")).to_contain_text("no loaf is late")
