"""The lists of open roles: only what is listed and open, the newest first, however many there are."""

import re
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from roles.board.models import Firm, Publication
from tests.board.conftest import change, more, publish


def listed(path="/jobs/"):
    """The addresses of the roles on a page, and that of the next."""
    page = Client().get(path).content.decode()
    older = re.search(r'href="\?(before=[^"]+)"', page)
    return re.findall(r'<h2>\s*<a href="(/jobs/[^"]+)"', page), older and older[1]


def test_the_list_has_what_is_listed_and_open(published):
    assert listed() == ([published.get_absolute_url()], None)
    assert listed(published.firm.get_absolute_url()) == ([published.get_absolute_url()], None)


@pytest.mark.parametrize(("what", "arguments"), [("close", ()), ("withdraw", ()), ("set_listed", (False,))])
def test_what_its_owner_takes_back_leaves_both_lists(published, what, arguments):
    change(published, what, *arguments)

    assert listed() == ([], None)
    assert published.get_absolute_url() not in Client().get(published.firm.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "fields", [{"waiting": True}, {"held_at": timezone.now(), "held_reason": "It asks for money."}]
)
def test_what_is_kept_back_is_on_neither_list(published, fields):
    Publication.objects.update(**fields)

    assert listed() == ([], None)
    assert Client().get(published.firm.get_absolute_url()).status_code == 404


def test_link_only_is_on_neither_list(member):
    publication = publish(member.posting)

    assert listed() == ([], None)
    assert Client().get(publication.firm.get_absolute_url()).status_code == 404


def test_a_role_leaves_the_list_at_the_moment_it_closes(published):
    with time_machine.travel(published.closes_at - timedelta(seconds=1), tick=False):
        assert len(listed()[0]) == 1
    with time_machine.travel(published.closes_at, tick=False):
        assert listed() == ([], None)
        firm = Client().get(published.firm.get_absolute_url())
    assert b"no open roles" in firm.content
    assert firm["X-Robots-Tag"] == "noindex"


def test_pages_follow_each_other_whatever_is_published_meanwhile(published):
    made = more(published, 59)
    newest_first = [one.get_absolute_url() for one in [*reversed(made), published]]

    first, older = listed()
    more(published, 3)
    second, older = listed(f"/jobs/?{older}")
    third, end = listed(f"/jobs/?{older}")
    assert (first, second, third) == (newest_first[:25], newest_first[25:50], newest_first[50:])
    assert end is None


def test_each_list_costs_the_same_for_one_role_as_for_sixty(published, django_assert_num_queries):
    for _ in range(2):
        for path, queries in (("/jobs/", 1), ("/jobs/?before=40", 1), (published.firm.get_absolute_url(), 2)):
            with django_assert_num_queries(queries):
                Client().get(path)
        more(published, 59)


def test_two_firms_of_one_name_without_open_roles_lead_to_their_own_feeds(published):
    first = published.firm
    second = Firm.objects.create(owner=first.owner, key="another", name=first.name, slug="another")
    more(published, 1, firm_id=second.pk)
    Publication.objects.update(over=True)
    for firm in (first, second):
        assert f"{firm.get_absolute_url()}feeds/atom.xml" in Client().get(firm.get_absolute_url()).content.decode()


@pytest.mark.parametrize("cursor", ["x", "-1", "1.5", "9" * 19, "9" * 400, "٣", "", "1 or 1=1"])
def test_a_cursor_that_is_none_shows_the_first_page(published, cursor):
    assert listed(f"/jobs/?before={cursor}")[0] == [published.get_absolute_url()]


def test_the_lists_leave_nothing_at_the_visitor_and_may_be_kept(published, member):
    for path in ("/jobs/", published.firm.get_absolute_url()):
        stranger, owner = Client().get(path), member.get(path)
        assert stranger.content == owner.content
        assert not stranger.cookies
        assert stranger["Cache-Control"] == "public, max-age=60, stale-while-revalidate=60"
        assert "X-Robots-Tag" not in stranger


def test_only_the_first_page_is_for_search_engines(published):
    response = Client().get("/jobs/?before=99")

    assert response["X-Robots-Tag"] == "noindex"
    assert b'name="robots" content="noindex"' in response.content


def test_a_firm_of_hostile_words_stays_words(member):
    posting = member.posting
    posting.company = "<script>alert(1)</script>"
    posting.save()
    publication = publish(posting, listed=True)
    page = Client().get(publication.firm.get_absolute_url()).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_what_is_over_leaves_the_indices_until_it_is_opened_again(published):
    def found():
        return [published.title in Client().get(path).content.decode() for path in ("/jobs/", "/jobs/?q=harbour")]

    assert found() == [True, True]
    with time_machine.travel(published.closes_at + timedelta(days=2)):
        assert Publication.objects.note_over(dry_run=True) == 1
        call_command("daily", stdout=StringIO())
        published.refresh_from_db()
        assert published.over
        assert Publication.objects.note_over() == 0
        change(published, "close")
        assert Publication.objects.get().over
        again = change(published, "open_until", published.last_day + timedelta(days=20))
        assert not again.over
        assert found() == [True, True]
