"""How often a role is read: sums a day, nothing of who read it, and no write in the request."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from roles.board.counting import Tally, tally
from roles.board.models import DailyCount
from roles.core import content
from roles.models import Posting
from tests.board.conftest import change, publish

PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
PHONE = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
)
MACHINES = [
    "",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "facebookexternalhit/1.1",
    "Slackbot-LinkExpanding 1.0",
    "curl/8.5.0",
    "python-requests/2.32",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/130.0",
    "UptimeRobot/2.0 monitor",
]


@pytest.fixture(autouse=True)
def nothing_counted_yet():
    tally._counted.clear()


def read(address, agent=PERSON, **headers):
    return Client().get(address, headers={"user-agent": agent} | headers)


def numbers():
    tally.flush()
    return {(row.kind, row.number) for row in DailyCount.objects.all()}


def test_a_page_read_is_counted_without_a_query_more(published, django_assert_num_queries):
    read(published.get_absolute_url())
    with django_assert_num_queries(1):
        answer = read(published.get_absolute_url(), PHONE)
    assert not answer.cookies
    read(f"{published.get_absolute_url()}posting.txt")
    read(f"{published.get_absolute_url()}posting.html")

    assert numbers() == {("view", 2), ("copy", 2)}
    read(published.get_absolute_url())
    assert numbers() == {("view", 3), ("copy", 2)}
    assert {row.day for row in DailyCount.objects.all()} == {datetime.now(UTC).date()}


@pytest.mark.parametrize("agent", MACHINES)
def test_a_machine_that_gives_its_name_is_not_counted(published, agent):
    read(published.get_absolute_url(), agent)
    assert not numbers()


def test_what_nobody_asked_to_see_is_not_counted(published):
    read(published.get_absolute_url(), **{"sec-purpose": "prefetch"})
    Client().head(published.get_absolute_url(), headers={"user-agent": PERSON})
    read(f"{published.get_absolute_url()}x/")
    assert not numbers()


def test_sums_wait_for_a_database_that_takes_none(published, monkeypatch):
    own = Tally()
    own.add(published.pk, DailyCount.Kind.VIEW)
    with monkeypatch.context() as patch:
        patch.setattr(type(DailyCount.objects.all()), "add", lambda *_: (_ for _ in ()).throw(DatabaseError("full")))
        own.flush()
    own.add(published.pk, DailyCount.Kind.VIEW)
    own.flush()
    assert DailyCount.objects.get().number == 2


def test_sums_of_a_deleted_publication_are_dropped_alone(published, member):
    DailyCount.objects.add(
        {(published.pk + 1, date(2027, 1, 4), "view"): 5, (published.pk, date(2027, 1, 4), "view"): 3}
    )
    assert DailyCount.objects.get().number == 3


@pytest.fixture
def on_the_web(member, version):
    """A publication whose applicants are sent to an address on the web."""
    brief = content.example_briefs()["freight-rotterdam"]
    return publish(Posting.objects.compose(version, brief, owner=member.user))


def test_the_button_to_apply_is_counted_only_where_its_owner_wants_it(on_the_web):
    address = f"{on_the_web.get_absolute_url()}apply/"
    assert read(address).status_code == 404
    assert b"apply/" not in read(on_the_web.get_absolute_url()).content
    change(on_the_web, "set_counts_applies", True)
    page = read(on_the_web.get_absolute_url()).content.decode()
    assert f'href="{address}"' in page
    assert "so is the button to apply" in page

    answer = read(address)
    assert (answer.status_code, answer.url) == (302, "https://kade12.example/work")
    assert answer["Cache-Control"] == "no-store"
    assert ("apply", 1) in numbers()
    change(on_the_web, "close")
    assert read(address).status_code == 404


def test_its_owner_is_shown_the_sums_and_turns_the_button_on_and_off(member):
    publication = publish(member.posting)
    DailyCount.objects.add({(publication.pk, date(2027, 1, 4), kind): n for kind, n in (("view", 41), ("copy", 7))})
    address = reverse("posting_publish", args=[member.posting.pk])
    page = member.get(address).content.decode()
    for words in ("4 January 2027", "<td>41</td>", "<td>7</td>"):
        assert words in page
    assert "Apply pressed" not in page

    for do, wanted in (("count", True), ("count", True), ("uncount", False)):
        member.post(address, {"do": do})
        publication.refresh_from_db()
        assert publication.counts_applies is wanted
