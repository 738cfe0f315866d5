"""Consultants who press the same button at the same moment."""

import re

import pytest

from tests.serving import Browser, all_at_once

pytestmark = pytest.mark.server

AT_ONCE = 6

REFUSED = "A colleague saved first"
ROLES = "/admin/roles/role/"
EDITIONS = f"{ROLES}editions/comparison/"


@pytest.fixture(scope="module")
def consultant(server):
    browser = Browser(server)
    browser.sign_in("consultant", server.passwords["consultant"])
    return browser


@pytest.fixture
def section(consultant):
    """The address of a section's page."""
    return re.search(r"/admin/roles/section/\d+/change/", consultant.open(f"{ROLES}1/change/")[2])[0]


def with_first_line(form, text):
    line = next(name for name in form if re.fullmatch(r"statements-\d+-text", name))
    return form | {line: text}


def test_of_six_saves_of_one_page_one_is_taken_and_five_see_both(consultant, section):
    form = consultant.form(section)
    texts = [f"Text number {number} of six." for number in range(AT_ONCE)]

    sent = all_at_once(consultant, section, [with_first_line(form, text) for text in texts])

    assert {status for status, _, _ in sent} == {200}
    refused = [(text, page) for text, (_, _, page) in zip(texts, sent, strict=True) if REFUSED in page]
    assert len(refused) == AT_ONCE - 1
    [saved] = set(texts) - {text for text, _ in refused}
    assert saved in consultant.open(section)[2]
    assert [text for text, page in refused if text not in page or saved not in page] == []


def test_a_draft_published_six_times_at_once_is_published_once(consultant, section):
    consultant.open(section, with_first_line(consultant.form(section), "Worth a version."))
    publish, versions = f"{ROLES}1/publish/", f"{ROLES}1/versions/"
    form = consultant.form(publish) | {"note": "Six at once"}

    sent = all_at_once(consultant, publish, [form] * AT_ONCE)

    assert max(status for status, _, _ in sent) < 500
    assert consultant.open(versions)[2].count("Six at once") == 1


def test_a_kind_published_six_times_at_once_is_one_edition(consultant):
    [row, *_] = re.findall(r"/admin/roles/comparisonrow/\d+/change/", consultant.open("/admin/roles/comparisonrow/")[2])
    consultant.open(row, consultant.form(row) | {"label": "Worth an edition"})
    form = consultant.form(f"{EDITIONS}publish/") | {"note": "Six editions at once"}
    editions = consultant.open(EDITIONS)[2].count("Compare from edition")

    sent = all_at_once(consultant, f"{EDITIONS}publish/", [form] * AT_ONCE)

    assert max(status for status, _, _ in sent) < 500
    page = consultant.open(EDITIONS)[2]
    assert page.count("Six editions at once") == 1
    assert page.count("Compare from edition") == editions + 1
