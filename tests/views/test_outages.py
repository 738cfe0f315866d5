"""While the machine beneath fails: what an owner sees, and that nothing typed is lost."""

import errno
import sqlite3

import pytest
from django.db import OperationalError, connection
from django.urls import reverse

from roles.core.outages import Outage
from roles.models import Posting

BRIEF = reverse("posting_new", args=["director-of-operations"])


def failing(name="SQLITE_FULL"):
    """What Django raises for such an error of SQLite."""

    def fail(*args, **kwargs):
        cause = sqlite3.OperationalError("database or disk is full")
        cause.sqlite_errorname = name
        raise OperationalError("database or disk is full") from cause

    return fail


@pytest.fixture
def forgiven(stranger, owner, administrator):
    """Clients that take an answer where the portal caught an error."""
    for client in (stranger, owner, administrator):
        client.raise_request_exception = False
    return stranger


@pytest.fixture
def full(monkeypatch, forgiven):
    """A database that can be read, and takes no row."""
    monkeypatch.setattr("django.db.models.query.QuerySet._insert", failing())
    monkeypatch.setattr("django.db.models.query.QuerySet._update", failing())


def test_a_brief_on_a_full_disk_comes_back_with_its_words_in_the_form(full, stranger, answers):
    before = Posting.objects.count()
    answer = stranger.post(BRIEF, answers)

    assert (answer.status_code, answer["Retry-After"]) == (503, "300")
    assert answer.context["form"]["about"].value() == answers["about"]
    assert "Nothing was saved: the disk of the portal is full." in answer.content.decode()
    assert Posting.objects.count() == before


def test_changed_answers_on_a_full_disk_stay_in_the_form(full, owner, answers):
    url = reverse("posting_edit", args=[owner.posting.pk])
    answer = owner.post(url, answers | {"company": "Quay"})

    assert answer.status_code == 503
    assert answer.context["form"]["company"].value() == "Quay"
    assert "the disk of the portal is full" in answer.content.decode()
    assert Posting.objects.get(pk=owner.posting.pk).company != "Quay"


def test_the_words_of_the_workshop_are_shown_on_a_full_disk(full, owner):
    url = reverse("posting_workshop", args=[owner.posting.pk])
    answer = owner.post(url, {"new-skills": "Patience & <calm>", "do": "add:skills", "revision": "1"})

    assert answer.status_code == 503
    assert "the disk of the portal is full" in answer.content.decode()
    assert "Patience &amp; &lt;calm&gt;" in answer.content.decode()


def test_a_script_gets_the_reason_alone(full, owner):
    url = reverse("posting_workshop", args=[owner.posting.pk])
    form = {"new-skills": "Patience", "do": "add:skills", "revision": "1"}
    answer = owner.post(url, form, headers={"X-Part": "sheet"})

    assert (answer.status_code, answer["Content-Type"]) == (503, "text/plain; charset=utf-8")
    assert answer.content.decode().startswith("Not saved: the disk of the portal is full.")


def test_no_password_is_shown_again(full, stranger):
    form = {"email": "jo@example.com", "password1": "a very long secret", "csrfmiddlewaretoken": "t" * 64}
    answer = stranger.post(reverse("account_signup"), form)

    assert answer.status_code == 503
    assert "jo@example.com" in answer.content.decode()
    assert "a very long secret" not in answer.content.decode()
    assert "t" * 64 not in answer.content.decode()


def test_pages_are_read_while_the_disk_is_full(full, owner, stranger):
    for path in ("/", "/which-role/", BRIEF, "/accounts/login/"):
        assert (path, stranger.get(path).status_code) == (path, 200)
    assert owner.get(owner.posting.get_absolute_url()).status_code == 200
    assert owner.get(reverse("posting_export", args=[owner.posting.pk, "docx"])).status_code == 200


@pytest.mark.parametrize("path", ["/", BRIEF, "/admin/", "/no-such-page/"])
def test_without_a_database_a_page_of_ours_states_when_to_try_again(forgiven, owner, path):
    with connection.execute_wrapper(failing("SQLITE_CANTOPEN")):
        answer = owner.get(path)

    assert (answer.status_code, answer["Retry-After"]) == (503, "15")
    page = answer.content.decode()
    assert "The portal is not available at the moment" in page
    assert "css/portal" in page
    assert "no-store" in answer["Cache-Control"]


def test_a_write_without_a_database_gives_the_words_back(forgiven, stranger, answers):
    with connection.execute_wrapper(failing("SQLITE_CANTOPEN")):
        answer = stranger.post(BRIEF, answers)

    assert answer.status_code == 503
    assert "We bake bread overnight for forty cafés." in answer.content.decode()


def test_an_error_of_the_program_stays_an_error(forgiven, stranger):
    with connection.execute_wrapper(failing("SQLITE_ERROR")):
        answer = stranger.get("/", REQUEST_ID="0123456789abcdef")

    assert answer.status_code == 500
    assert "0123456789abcdef" in answer.content.decode()


def test_a_full_disk_of_uploads_is_reported_too(monkeypatch, forgiven, owner, answers):
    def fail(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Posting, "answer", fail)
    answer = owner.post(reverse("posting_edit", args=[owner.posting.pk]), answers)
    assert answer.status_code == 503
    assert set(Outage) == {"full", "read_only", "down"}
