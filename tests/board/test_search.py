"""Roles are found by the words of their title, business, trade and place; on every database alike."""

import re

import pytest
from django.db import connection
from django.test import Client

from roles.board import search
from roles.board.models import Publication
from roles.board.search import index
from roles.core.publishing import words_of
from tests.board.conftest import change, more

TITLES = {
    "Director of Operations": ("Harbour Lane Bakery", "Food and drink production", "Leeds, UK"),
    "Operations Director": ("Café Żółć", "Hospitality", "Łódź, Poland"),
    "Bakery Manager": ("O'Neil & Sons", "Retail stores", "Leeds, UK"),
}


@pytest.fixture
def three(published):
    """Three open roles; the last is the newest."""
    roles = [published, *more(published, 2)]
    for role, (title, (company, trade, place)) in zip(roles, TITLES.items(), strict=True):
        role.title, role.company, role.trade, role.place = title, company, trade, place
        role.search_words = " ".join(words_of(f"{title} {company} {trade}"))
        role.search_place = " ".join(words_of(place))
        role.save()
    return roles


def found(**query):
    page = Client().get("/jobs/", query).content.decode()
    return [title for title in reversed(TITLES) if f"<bdi>{title}</bdi></a>" in page]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"q": "operations"}, ["Operations Director", "Director of Operations"]),
        ({"q": "OPERATIONS director"}, ["Operations Director", "Director of Operations"]),
        ({"q": "bak"}, ["Bakery Manager", "Director of Operations"]),
        ({"q": "bakery food"}, ["Director of Operations"]),
        ({"q": "retail"}, ["Bakery Manager"]),
        ({"q": "cafe zolc"}, ["Operations Director"]),
        ({"q": "CAFÉ"}, ["Operations Director"]),
        ({"q": "o'neil"}, ["Bakery Manager"]),
        ({"place": "leeds"}, ["Bakery Manager", "Director of Operations"]),
        ({"place": "lodz"}, ["Operations Director"]),
        ({"q": "manager", "place": "leeds"}, ["Bakery Manager"]),
        ({"q": "leeds"}, []),
        ({"q": "plumber"}, []),
        ({"q": "", "place": " "}, ["Bakery Manager", "Operations Director", "Director of Operations"]),
    ],
)
def test_a_search_finds_what_has_every_word(three, query, titles):
    assert found(**query) == titles


@pytest.mark.parametrize(
    "words", ['"', "*", "a AND", "NEAR(", "search_words:x", "') OR 1=1 --", "bak:*", "!", "\\", "%", "☃", "x" * 5000]
)
def test_what_means_something_to_a_database_is_only_words(three, words):
    response = Client().get("/jobs/", {"q": words, "place": words})

    assert response.status_code == 200
    assert "<script" not in response.content.decode()


def test_a_search_comes_back_as_typed(three):
    page = Client().get("/jobs/", {"q": '"><b>plumber', "place": "Leeds"}).content.decode()

    assert 'value="&quot;&gt;&lt;b&gt;plumber"' in page
    assert 'value="Leeds"' in page
    assert "No open role has all of these words." in page


def test_a_search_is_cut_into_pages_that_keep_it(published, django_assert_num_queries):
    for role in more(published, 30):
        index(role)
    with django_assert_num_queries(1):
        page = Client().get("/jobs/", {"q": "operations", "place": "leeds"}).content.decode()
    older = page.split('href="?', 1)[1].split('"', 1)[0].replace("&amp;", "&")

    assert older.startswith("q=operations&place=leeds&before=")
    assert page.count("<h2>") == 25
    assert Client().get(f"/jobs/?{older}").content.decode().count("<h2>") == 6


@pytest.mark.parametrize("newest", [1, 26, 40, 1000])
def test_what_the_newest_rows_hold_and_the_index_holds_is_the_same(published, monkeypatch, newest):
    for name in ("_SQLITE_NEWEST", "_POSTGRESQL_NEWEST"):
        monkeypatch.setattr(search, name, getattr(search, name).replace("- 1000", f"- {newest}"))
    roles = more(published, 60)
    for number, role in enumerate(roles):
        role.search_words = f"{'plumber' if number % 2 else 'bakery'} operations"
        role.search_place = "leeds" if number % 3 else "old leedsford"
        role.save()
    change(roles[57], "close")

    for query, step in (({"q": "plumb"}, 2), ({"q": "plumber oper", "place": "leeds"}, 2), ({"place": "old le"}, 3)):
        wanted = [role for number, role in enumerate(roles) if (number % 2 == 1 if step == 2 else number % 3 == 0)]
        addresses = [role.get_absolute_url() for role in reversed(wanted) if role != roles[57]]
        page = Client().get("/jobs/", query).content.decode()
        assert re.findall(r'<h2>\s*<a href="(/jobs/[^"]+)"', page) == addresses[:25]


@pytest.mark.parametrize(("what", "arguments"), [("close", ()), ("withdraw", ()), ("set_listed", (False,))])
def test_what_is_not_on_the_list_is_not_found(three, what, arguments):
    change(three[0], what, *arguments)
    assert found(q="operations") == ["Operations Director"]


@pytest.mark.parametrize("fields", [{"waiting": True}, {"closes_at": "2020-01-01T00:00:00Z"}])
def test_what_is_kept_back_or_closed_by_itself_is_not_found(three, fields):
    Publication.objects.filter(pk=three[0].pk).update(**fields)
    assert found(q="operations") == ["Operations Director"]


def test_of_what_was_deleted_no_words_are_kept(three):
    kept = Publication.objects.count() - 1
    three[0].posting.delete()

    assert found(q="operations") == ["Operations Director"]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM board_search WHERE board_search MATCH 'leeds OR lodz'")
            assert cursor.fetchone() == (kept,)
