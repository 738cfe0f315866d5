"""Sections of hundreds of statements, sent whole: without script, and after an error."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from roles.admin.locking import ROWS_LIMIT
from roles.models import Statement

from .build import address, form_data

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def section(version):
    section = version.role.sections.get(key="skills")
    section.statements.all().delete()
    return section


def fill(section, count):
    Statement.objects.bulk_create(
        Statement(section=section, key=f"row-{number}", text=f"Row {number}.", focus="shared", position=number)
        for number in range(1, count + 1)
    )


def send(client, section, **changes):
    return client.post(address(section), urlencode(form_data(section, **changes), doseq=True), content_type=FORM)


def test_three_hundred_statements_are_saved_without_script(consultant, section):
    fill(section, 300)
    assert len(form_data(section)) > 1_000

    assert send(consultant, section, **{"statements-299-text": "The last."}).status_code == 302
    assert section.statements.last().text == "The last."


def test_after_an_error_they_come_back_as_typed_and_are_saved(consultant, section):
    fill(section, 300)
    wrong = send(consultant, section, **{"statements-299-text": "{{ compny }}"})

    assert wrong.status_code == 200
    assert "{{ compny }}" in wrong.content.decode()
    assert send(consultant, section, **{"statements-299-text": "{{ company }}"}).status_code == 302


def test_rows_beyond_the_limit_are_refused_with_words_and_nothing_is_saved(consultant, section):
    fill(section, ROWS_LIMIT + 1)
    before = section.role.to_template()
    page = send(consultant, section, **{"statements-0-text": "Mine."})

    assert page.status_code == 200
    assert f"At most {ROWS_LIMIT} rows can be kept here" in page.content.decode()
    assert section.role.to_template() == before


def test_as_many_as_the_limit_are_saved(consultant, section):
    fill(section, ROWS_LIMIT)
    assert send(consultant, section, **{f"statements-{ROWS_LIMIT - 1}-text": "The last."}).status_code == 302


def test_one_can_be_deleted_to_come_below_the_limit(consultant, section):
    fill(section, ROWS_LIMIT + 1)
    assert send(consultant, section, **{"statements-0-DELETE": "on"}).status_code == 302
    assert section.statements.count() == ROWS_LIMIT


MANY = urlencode([(f"field-{number}", "") for number in range(1_100)])


@pytest.mark.parametrize(
    ("page", "args"), [("posting_new", ["director-of-operations"]), ("review", []), ("account_login", [])]
)
def test_an_owners_page_takes_no_more_fields_than_before(stranger, version, page, args):
    assert stranger.post(reverse(page, args=args), MANY, content_type=FORM).status_code == 400


def test_nor_does_a_stranger_reach_the_limit_of_staff(stranger, owner, section):
    for client in (stranger, owner):
        assert client.post(address(section), MANY, content_type=FORM).status_code in (302, 400)


def test_the_staffs_limit_is_one(consultant, section):
    assert consultant.post(address(section), "&" * 20_000, content_type=FORM).status_code == 400


@pytest.mark.parametrize("length", ["", "-1", "9" * 30])
def test_a_length_that_is_none_is_never_an_error_of_ours(consultant, section, length):
    data = urlencode(form_data(section), doseq=True)
    response = consultant.post(address(section), data, content_type=FORM, CONTENT_LENGTH=length)

    assert response.status_code in (200, 302, 400, 403)


def test_the_forms_token_is_still_asked_for(consultant, section):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(consultant.user)

    assert (
        strict.post(address(section), urlencode(form_data(section), doseq=True), content_type=FORM).status_code == 403
    )
