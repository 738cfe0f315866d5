"""Home, roles, example, comparison and the finder's questions: made once, the same for all, anew with the content."""

import gzip
import re
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone

from roles import stored
from roles.models import ComparisonRow, PublicChange, PublicPage, Question, Role, content_changed, public
from roles.models.editions import Kind
from roles.models.releases import Shown, publish_drafts
from tests.board.conftest import publish

ROLE = "/roles/operations-director/"
PAGES = ["/", ROLE, f"{ROLE}example/", "/compare/", "/which-role/"]


@pytest.fixture
def made(stranger):
    """A page made once, as (address, answer)."""
    return lambda path: (stranger.get(path), Client().get(path))[1]


@pytest.mark.parametrize("path", PAGES)
def test_everybody_without_a_session_gets_the_same_stored_bytes(path, stranger, django_assert_num_queries, monkeypatch):
    fresh = stranger.get(path)

    def refuse(*args):
        raise AssertionError("a session was asked for")

    monkeypatch.setattr("django.contrib.sessions.middleware.SessionMiddleware.process_request", refuse)
    with django_assert_num_queries(1):
        kept = Client().get(f"{path}?utm=1" if path == "/" else path, headers={"accept-encoding": "gzip"})
    assert gzip.decompress(kept.content) == fresh.content
    assert kept["Cache-Control"] == "public, max-age=300, stale-while-revalidate=60"
    assert {"Cookie", "Accept-Encoding"} <= set(re.split(", *", kept["Vary"]))
    assert not kept.cookies
    assert b"csrf" not in fresh.content.lower()
    assert b"Sign in" in fresh.content
    again = Client().get(path, headers={"if-none-match": kept["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == kept["Cache-Control"]


@pytest.mark.parametrize("path", PAGES)
def test_who_is_known_gets_the_same_page_with_a_masthead_of_their_own(path, member, made):
    kept = made(path).content.decode()
    own = member.get(path)
    packed = member.get(path, headers={"accept-encoding": "gzip"})

    def without_slots(html):
        return re.sub(r"<!--(account|messages|postings)-->.*?<!--/\1-->", "", html, flags=re.DOTALL)

    assert without_slots(own.content.decode()) == without_slots(kept)
    assert gzip.decompress(packed.content) == own.content
    assert "Account</a>" in own.content.decode()
    assert "Sign in" not in own.content.decode()
    assert own["Cache-Control"] == "private"
    assert "ETag" not in own


def test_a_message_is_shown_on_a_stored_page_once_and_to_its_visitor_alone(consultant, published_report, made):
    made("/")
    shown = consultant.get("/")
    assert "Thank you. A consultant will look at it." in shown.content.decode()
    assert shown["Cache-Control"] == "private"
    for client in (consultant, Client()):
        assert "Thank you" not in client.get("/").content.decode()


@pytest.fixture
def published_report(consultant, member):
    """A report the consultant has just made, which leads to the home page with a message."""
    address = f"{publish(member.posting).get_absolute_url()}report/"
    assert consultant.post(address, {"kind": "money", "words": ""}).url == "/"


def change_comparison(public_from=None):
    ComparisonRow.objects.filter(key="horizon").update(label="Far sight")
    publish_drafts({Kind.COMPARISON: Shown()}, public_from=public_from)


def publish_role():
    role = Role.objects.get(slug="operations-director")
    role.tagline = "Far sight"
    role.save()
    role.publish()


def retire_role():
    Role.objects.filter(slug="operations-director").update(retired=True)


def change_question():
    question = Question.objects.first()
    question.text = "Far sight?"
    question.save()
    publish_drafts({Kind.FINDER: Shown()})


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (change_comparison, "/compare/"),
        (publish_role, "/"),
        (retire_role, "/"),
        (change_question, "/which-role/"),
    ],
)
def test_a_change_of_the_content_is_on_the_next_answer(change, path, made):
    before = made(path)
    change()
    after = Client().get(path)

    assert after.content != before.content
    assert after["ETag"] != before["ETag"]
    assert Client().get(path, headers={"if-none-match": before["ETag"]}).status_code == 200


def test_a_change_that_is_taken_back_leaves_the_page(made, django_assert_num_queries):
    made("/compare/")
    with transaction.atomic():
        change_comparison()
        transaction.set_rollback(True)
    with django_assert_num_queries(1):
        assert b"Far sight" not in Client().get("/compare/").content


def test_a_page_made_while_the_content_changes_is_not_kept(stranger, monkeypatch):
    """Its maker read the content before the change, and saves the page after it."""
    keep = stored.keep_page

    def change_first(page):
        change_comparison()
        keep(page)

    monkeypatch.setattr(stored, "keep_page", change_first)
    assert b"Far sight" not in stranger.get("/compare/").content
    monkeypatch.setattr(stored, "keep_page", keep)
    assert b"Far sight" in stranger.get("/compare/").content


def test_the_clock_ends_a_page_at_the_moment_of_a_planned_release(made):
    now = timezone.now().replace(microsecond=0)
    release = now + timedelta(seconds=100)
    change_comparison(public_from=release)
    with time_machine.travel(now, tick=False):
        kept = made("/compare/")
        assert kept["Cache-Control"] == "public, max-age=99"
    with time_machine.travel(release - timedelta(seconds=1), tick=False):
        assert made("/compare/").content == kept.content
        assert made("/compare/")["Cache-Control"] == "public, max-age=0"
    with time_machine.travel(release, tick=False):
        after = made("/compare/")
    assert b"Far sight" in after.content
    assert after["Cache-Control"] == "public, max-age=300, stale-while-revalidate=60"


def test_a_portal_of_another_release_makes_its_own(made, monkeypatch):
    now = stored.release()
    made("/compare/")
    monkeypatch.setattr(stored, "release", lambda: "next")
    made("/compare/")
    assert set(PublicPage.objects.values_list("release", flat=True)) == {now, "next"}


def test_an_address_without_a_page_is_kept_for_nobody(stranger):
    assert stranger.get("/roles/no-such-role/").status_code == 404
    assert not PublicPage.objects.exists()


def test_invented_names_of_the_host_fill_no_table(stranger, settings, monkeypatch):
    settings.ALLOWED_HOSTS = [".example.com"]
    monkeypatch.setattr(public, "PAGES_MOST", 3)
    for number in range(6):
        page = stranger.get("/compare/", headers={"host": f"n{number}.example.com"})
        assert f"http://n{number}.example.com/compare/" in page.content.decode()
    assert PublicPage.objects.count() == 3
    content_changed()
    stranger.get("/compare/", headers={"host": "new.example.com"})
    assert [page.address for page in PublicPage.objects.all()] == ["http://new.example.com/compare/"]


def test_a_page_with_a_token_is_refused(db, rf):
    view = stored.stored("roles/posting_rename.html")(dict)
    with pytest.raises(AssertionError, match="a form with a token"):
        view(rf.get("/"))


def test_the_work_of_the_day_removes_old_changes_and_their_pages(made):
    before = made("/compare/")
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        call_command("daily", stdout=StringIO())
        assert not PublicChange.objects.exists()
        assert not PublicPage.objects.exists()
        assert made("/compare/").content == before.content
