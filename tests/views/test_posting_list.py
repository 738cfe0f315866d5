from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from roles.models import Posting
from tests.conftest import copies

URL = "/postings/"
SHELVES = {"posting_list": {}, "posting_list_archived": {"archived_at": 1}, "posting_list_deleted": {"deleted_at": 1}}


def test_it_lists_the_accounts_postings_with_what_shows_them_apart(member):
    page = member.get(URL).content.decode()

    assert "<bdi>Harbour Lane Bakery</bdi>" in page
    assert "Director of Operations, Harbour Lane Bakery" in page
    assert "Template version 1" in page
    assert f"Changed on {timezone.localdate():%-d %B %Y}" in page
    assert member.posting.get_absolute_url() in page


def test_it_lists_nothing_of_anybody_else(member, owner, stranger, administrator):
    for client in (stranger, administrator):
        for name in SHELVES:
            assert b"Harbour Lane" not in client.get(reverse(name)).content
    assert str(owner.posting.pk) not in member.get(URL).content.decode()


def test_without_an_account_the_list_holds_this_browsers_drafts(owner):
    page = owner.get(URL).content.decode()

    assert owner.posting.get_absolute_url() in page
    assert "These drafts belong to this browser." in page


def test_the_newest_change_comes_first(member):
    later = member.posting.duplicate()
    page = member.get(URL).content.decode()

    assert page.index(later.get_absolute_url()) < page.index(member.posting.get_absolute_url())


@pytest.mark.parametrize("name", SHELVES)
def test_each_posting_appears_on_one_shelf(member, name):
    now = timezone.now()
    Posting.objects.update(**dict.fromkeys(SHELVES[name], now))

    found = [shelf for shelf in SHELVES if b"Harbour Lane" in member.get(reverse(shelf)).content]
    assert found == [name]


def test_a_deleted_one_of_the_archive_is_with_the_deleted(member):
    Posting.objects.update(archived_at=timezone.now(), deleted_at=timezone.now())

    assert b"Harbour Lane" in member.get(reverse("posting_list_deleted")).content
    assert b"Harbour Lane" not in member.get(reverse("posting_list_archived")).content


@pytest.mark.parametrize("name", SHELVES)
def test_an_empty_one_states_what_it_is_for(stranger, db, name):
    page = stranger.get(reverse(name)).content.decode()

    assert 'class="empty-sheet"' in page
    assert "formaction" not in page


def test_it_comes_in_pages(member):
    copies(member.posting, 24, owner=member.user)
    first, second = (member.get(URL, {"page": number}) for number in (1, 2))

    assert [len(response.context["page"].object_list) for response in (first, second)] == [20, 5]
    assert "Page 1 of 2" in first.content.decode()


@pytest.mark.parametrize("number", ["0", "-1", "x", "1e9", "9" * 5000, "99999999999999999999", "%00", ""])
def test_a_page_that_is_none_is_the_nearest_or_refused(member, number):
    assert member.get(f"{URL}?page={number}").status_code == (400 if number == "%00" else 200)


@pytest.mark.parametrize("name", SHELVES)
def test_it_costs_four_queries_whatever_the_number_of_postings(member, django_assert_num_queries, name):
    Posting.objects.update(**dict.fromkeys(SHELVES[name], timezone.now()))
    with django_assert_num_queries(4):
        member.get(reverse(name))
    copies(member.posting, 45, owner=member.user)
    Posting.objects.update(**dict.fromkeys(SHELVES[name], timezone.now() - timedelta(days=1)))
    with django_assert_num_queries(4):
        assert "Page 1 of 3" in member.get(reverse(name)).content.decode()


def test_without_an_account_it_costs_three_and_nothing_for_a_newcomer(owner, stranger, django_assert_num_queries):
    with django_assert_num_queries(3):
        owner.get(URL)
    with django_assert_num_queries(0):
        stranger.get(URL)


def test_it_is_not_for_shared_caches_nor_for_search(member):
    response = member.get(URL)

    assert "private" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
