"""Forms of one browser that reach the portal at the same moment, as a double click or two tabs send them."""

import re

import pytest

from tests.serving import Browser, all_at_once

BRIEF = "/roles/director-of-operations/brief/"
AT_ONCE = 8
PASSWORD = "a long password"


@pytest.fixture
def browser(server, answers):
    """One that has a draft, and so a session, which all its tabs share."""
    browser = Browser(server)
    browser.draft = browser.open(BRIEF, browser.form(BRIEF) | answers)[1]
    return browser


def test_one_brief_sent_eight_times_makes_one_posting(browser, answers):
    form = browser.form(BRIEF) | answers | {"company": "Sent Eight Times"}

    sent = all_at_once(browser, BRIEF, [form] * AT_ONCE)

    assert {status for status, _, _ in sent} == {200}
    assert len({address for _, address, _ in sent}) == 1
    listed = set(re.findall(r"/postings/[0-9a-f-]{36}/", browser.open("/postings/")[2]))
    assert listed == {browser.draft, sent[0][1]}


def test_eight_briefs_make_eight_drafts_and_the_browser_knows_them_all(browser, answers):
    forms = [browser.form(BRIEF) | answers | {"company": f"Company {number} of eight"} for number in range(AT_ONCE)]

    sent = all_at_once(browser, BRIEF, forms)

    assert {status for status, _, _ in sent} == {200}
    page = browser.open("/postings/")[2]
    assert [form["company"] for form in forms if form["company"] not in page] == []


def test_one_sign_up_sent_eight_times_makes_one_account_and_claims_the_draft(browser):
    account = {"email": "jo@example.com", "password1": PASSWORD}
    form = browser.form("/accounts/signup/") | account

    sent = all_at_once(browser, "/accounts/signup/", [form] * AT_ONCE)

    assert {status for status, _, _ in sent} == {200}
    elsewhere = Browser(browser.server)
    assert elsewhere.open(browser.draft)[0] == 404
    elsewhere.sign_in(account["email"], PASSWORD)
    assert elsewhere.open(browser.draft)[0] == 200


def test_a_line_from_each_of_eight_tabs_is_in_the_posting(browser):
    workshop = f"{browser.draft}edit/"
    form = browser.form(workshop)
    lines = [f"Line number {number} of eight tabs." for number in range(AT_ONCE)]

    all_at_once(browser, workshop, [form | {"new-skills": line, "do": "add:skills"} for line in lines])

    text = browser.open(f"{browser.draft}export.txt")[2]
    assert [line for line in lines if line not in text] == []
