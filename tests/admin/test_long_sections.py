"""Sections of hundreds of statements, sent whole: without script, and after an error."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from roles.admin import locking
from roles.admin.sections import StatementInline
from roles.middleware import TakeLongForms
from roles.models import Statement

from .build import address, form_data

FORM = "application/x-www-form-urlencoded"
ROWS, FIELDS = 12, 400


@pytest.fixture
def low_limits(settings, monkeypatch):
    """A section of a dozen rows is a long one."""
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 50
    monkeypatch.setattr(locking, "ROWS_LIMIT", ROWS)
    monkeypatch.setattr(locking, "ROWS_READ", ROWS + 5)
    monkeypatch.setattr(TakeLongForms, "FIELDS_LIMIT", FIELDS)


def test_the_real_limits_fit_each_other(settings):
    fields = len(StatementInline.fields) + len(["id", "section", "DELETE"])
    assert locking.ROWS_LIMIT * fields > settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    assert locking.ROWS_LIMIT < locking.ROWS_READ
    assert locking.ROWS_READ * fields < TakeLongForms.FIELDS_LIMIT


@pytest.fixture
def section(version, low_limits):
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


def test_more_fields_than_any_other_page_may_have_are_saved(consultant, section, settings):
    fill(section, ROWS - 1)
    assert len(form_data(section)) > settings.DATA_UPLOAD_MAX_NUMBER_FIELDS

    assert send(consultant, section, **{f"statements-{ROWS - 2}-text": "The last."}).status_code == 302
    assert section.statements.last().text == "The last."


def test_after_an_error_many_rows_come_back_as_typed(consultant, section):
    fill(section, ROWS - 1)
    last = f"statements-{ROWS - 2}-text"
    wrong = send(consultant, section, **{last: "{{ compny }}"})

    assert wrong.status_code == 200
    assert "{{ compny }}" in wrong.content.decode()
    assert send(consultant, section, **{last: "{{ company }}"}).status_code == 302


def test_rows_beyond_the_limit_are_refused_and_nothing_is_saved(consultant, section):
    fill(section, ROWS + 1)
    before = section.role.to_template()
    page = send(consultant, section, **{"statements-0-text": "Mine."})

    assert page.status_code == 200
    assert f"At most {ROWS} rows can be kept here" in page.content.decode()
    assert section.role.to_template() == before


def test_as_many_as_the_limit_are_saved(consultant, section):
    fill(section, ROWS)
    assert send(consultant, section, **{f"statements-{ROWS - 1}-text": "The last."}).status_code == 302


def test_one_can_be_deleted_to_come_below_the_limit(consultant, section):
    fill(section, ROWS + 1)
    assert send(consultant, section, **{"statements-0-DELETE": "on"}).status_code == 302
    assert section.statements.count() == ROWS


MANY = urlencode([(f"field-{number}", "") for number in range(60)])


@pytest.mark.parametrize(
    ("page", "args"), [("posting_new", ["director-of-operations"]), ("review", []), ("account_login", [])]
)
def test_an_owners_page_takes_no_such_number_of_fields(stranger, version, low_limits, page, args):
    assert stranger.post(reverse(page, args=args), MANY, content_type=FORM).status_code == 400


def test_nor_does_a_stranger_reach_the_limit_of_staff(stranger, owner, section):
    for client in (stranger, owner):
        client.handler.enforce_csrf_checks = True  # the check is the first to read the fields
        client.cookies["csrftoken"] = "x" * 32
        assert client.post(address(section), MANY, content_type=FORM).status_code == 400


def test_the_staffs_limit_is_one(consultant, section):
    response = consultant.post(address(section), "&" * FIELDS, content_type=FORM)

    assert response.status_code == 400
    assert b"too many fields" in response.content
    assert consultant.post(address(section), "&" * (FIELDS - 1), content_type=FORM).status_code == 200


@pytest.mark.parametrize(("length", "status"), [("", 200), ("-1", 200), ("9" * 30, 400)])
def test_a_length_that_is_none_is_read_as_nothing_or_refused(consultant, section, length, status):
    data = urlencode(form_data(section), doseq=True)
    response = consultant.post(address(section), data, content_type=FORM, CONTENT_LENGTH=length)

    assert response.status_code == status


def test_the_forms_token_is_still_asked_for(consultant, section):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(consultant.user)

    assert (
        strict.post(address(section), urlencode(form_data(section), doseq=True), content_type=FORM).status_code == 403
    )
