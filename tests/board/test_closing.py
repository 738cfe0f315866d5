"""A publication closes when its last day has ended at its place, by the clock at the moment it is read."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from roles.models import Posting
from tests import shipped
from tests.board.conftest import change, publish

DAY = date(2027, 3, 1)
# The moment 1 March 2027 ends there, in UTC.
MIDNIGHTS = {
    "Honolulu, Hawaii": datetime(2027, 3, 2, 10, tzinfo=UTC),
    "Leeds, UK": datetime(2027, 3, 2, 0, tzinfo=UTC),
    "Auckland, New Zealand": datetime(2027, 3, 1, 11, tzinfo=UTC),
}


def of_place(member, place):
    brief = replace(shipped.brief("bakery-leeds"), place=place, valid_through=None)
    version = member.posting.version
    return Posting.objects.compose(version, brief, owner=member.user)


def read(publication, moment, **headers):
    with time_machine.travel(moment, tick=False):
        return Client().get(publication.get_absolute_url(), headers=headers)


@pytest.mark.parametrize("place", MIDNIGHTS)
def test_a_page_closes_when_its_last_day_ends_at_its_place(member, place):
    midnight = MIDNIGHTS[place]
    with time_machine.travel(datetime(2027, 2, 20, 12, tzinfo=UTC)):
        publication = publish(of_place(member, place), listed=True, last_day=DAY)

    last = read(publication, midnight - timedelta(seconds=1))
    first = read(publication, midnight)
    assert b"ld+json" in last.content
    assert b"Apply by" in last.content
    assert b"This role is closed" in first.content
    assert first.status_code == 200
    assert first["X-Robots-Tag"] == "noindex"
    assert b"ld+json" not in first.content
    assert b"<form" not in first.content
    assert b"mailto:" not in first.content


@pytest.mark.parametrize("place", MIDNIGHTS)
def test_no_copy_outlasts_the_last_day(member, place):
    midnight = MIDNIGHTS[place]
    with time_machine.travel(datetime(2027, 2, 20, 12, tzinfo=UTC)):
        publication = publish(of_place(member, place), last_day=DAY)

    said = {left: read(publication, midnight - timedelta(seconds=left))["Cache-Control"] for left in (1, 320, 400)}
    assert said == {
        1: "public, max-age=0",
        320: "public, max-age=300, stale-while-revalidate=19",
        400: "public, max-age=300, stale-while-revalidate=60",
    }


def test_a_copy_of_the_open_page_is_not_taken_for_the_closed_one(member):
    with time_machine.travel(datetime(2027, 2, 20, 12, tzinfo=UTC)):
        publication = publish(of_place(member, "Leeds, UK"), last_day=DAY)
    midnight = MIDNIGHTS["Leeds, UK"]
    tag = read(publication, midnight - timedelta(seconds=1))["ETag"]

    assert read(publication, midnight, if_none_match=tag).status_code == 200


def test_thirty_days_after_it_closed_it_is_gone(member):
    with time_machine.travel(datetime(2027, 2, 20, 12, tzinfo=UTC)):
        publication = publish(of_place(member, "Leeds, UK"), last_day=DAY)
    over = MIDNIGHTS["Leeds, UK"] + timedelta(days=30)

    last = read(publication, over - timedelta(seconds=10))
    assert (last.status_code, last["Cache-Control"]) == (200, "public, max-age=9")
    assert read(publication, over).status_code == 410


def test_the_files_of_a_page_close_with_it(member):
    with time_machine.travel(datetime(2027, 2, 20, 12, tzinfo=UTC)):
        publication = publish(of_place(member, "Leeds, UK"), last_day=DAY)
        assert Client().get(f"{publication.get_absolute_url()}posting.txt").status_code == 200
    with time_machine.travel(MIDNIGHTS["Leeds, UK"]):
        for name in ("posting.txt", "logo.png", "report/"):
            assert Client().get(f"{publication.get_absolute_url()}{name}").status_code == 404


def test_closed_by_its_owner_it_is_closed_at_once_and_can_open_again(published):
    closed = change(published, "close")
    assert b"This role is closed" in Client().get(closed.get_absolute_url()).content

    opened = change(published, "open_until", published.last_day + timedelta(days=5))
    page = Client().get(opened.get_absolute_url()).content.decode()
    assert f"{opened.last_day.day} {opened.last_day:%B %Y}" in page
    assert "This role is closed" not in page


def test_the_day_it_was_posted_is_the_day_at_its_place(member):
    with time_machine.travel(datetime(2027, 2, 20, 12, tzinfo=UTC)):  # the 21st in Auckland
        publication = publish(of_place(member, "Auckland, New Zealand"), last_day=DAY)
        page = Client().get(publication.get_absolute_url()).content.decode()

    assert "Posted on 21 February 2027." in page
