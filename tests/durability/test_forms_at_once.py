"""Forms of one browser that reach the portal at the same moment, as a double click or two tabs send them."""

import re

import pytest

from tests.serving import Browser, all_at_once

pytestmark = pytest.mark.server

BRIEF = "/roles/director-of-operations/brief/"
AT_ONCE = 8
PASSWORD = "a long password"


@pytest.fixture
def answers(answers):
    """A portal of its own has the shipped content: there this bakery with cafés makes food."""
    return answers | {"industry": "food-production"}


@pytest.fixture
def visitor(server, answers):
    """One that has a draft, and so a session, which all its tabs share."""
    visitor = Browser(server)
    visitor.draft = visitor.open(BRIEF, visitor.form(BRIEF) | answers)[1]
    return visitor


def test_one_brief_sent_eight_times_makes_one_posting(visitor, answers):
    form = visitor.form(BRIEF) | answers | {"company": "Sent Eight Times"}

    sent = all_at_once(visitor, BRIEF, [form] * AT_ONCE)

    assert {status for status, _, _ in sent} == {200}
    assert len({address for _, address, _ in sent}) == 1
    listed = set(re.findall(r"/postings/[0-9a-f-]{36}/", visitor.open("/postings/")[2]))
    assert listed == {visitor.draft, sent[0][1]}


def test_eight_briefs_make_eight_drafts_and_the_browser_knows_them_all(visitor, answers):
    forms = [visitor.form(BRIEF) | answers | {"company": f"Company {number} of eight"} for number in range(AT_ONCE)]

    sent = all_at_once(visitor, BRIEF, forms)

    assert {status for status, _, _ in sent} == {200}
    page = visitor.open("/postings/")[2]
    assert [form["company"] for form in forms if form["company"] not in page] == []


def test_one_sign_up_sent_eight_times_makes_one_account(visitor):
    account = {"email": "jo@example.com", "password1": PASSWORD}
    form = visitor.form("/accounts/signup/") | account

    sent = all_at_once(visitor, "/accounts/signup/", [form] * AT_ONCE)

    assert {status for status, _, _ in sent} == {200}
    elsewhere = Browser(visitor.server)
    assert elsewhere.open(visitor.draft)[0] == 404
    elsewhere.sign_in(account["email"], PASSWORD)
    assert elsewhere.open(visitor.draft)[0] == 200


def test_a_line_from_each_of_eight_tabs_is_in_the_posting(visitor):
    workshop = f"{visitor.draft}edit/"
    form = visitor.form(workshop)
    lines = [f"Line number {number} of eight tabs." for number in range(AT_ONCE)]

    all_at_once(visitor, workshop, [form | {"new-skills": line, "do": "add:skills"} for line in lines])

    text = visitor.open(f"{visitor.draft}export.txt")[2]
    assert [line for line in lines if line not in text] == []
