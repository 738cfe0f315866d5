"""Changing the answers: the live posting with the owner's hand kept, and nothing typed ever lost."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from roles.core.editing import reword
from roles.models import Posting
from tests.row_changes import rows_of_all

HTMX = {"HX-Request": "true"}


def url_of(client, name="posting_edit"):
    return reverse(name, args=[client.posting.pk])


def paper(client, answers):
    response = client.post(url_of(client, "posting_edit_preview"), answers, headers=HTMX)
    assert response.status_code == 200
    return response.content.decode()


def test_an_ended_session_gives_the_typed_answers_back(owner, answers):
    response = Client().post(url_of(owner), answers | {"goal": "no loaf is ever late"})
    page = response.content.decode()

    assert response.status_code == 404
    assert "no loaf is ever late" in page
    assert "28 days of holiday\nPension" in page
    assert "private link" in page


@pytest.mark.parametrize("name", ["posting_edit", "posting_edit_preview"])
def test_a_stranger_learns_nothing_of_the_posting_from_it(owner, stranger, name):
    there = stranger.post(url_of(owner, name), {"goal": "mine"})
    nowhere = stranger.post(reverse(name, args=["00000000-0000-4000-8000-000000000000"]), {"goal": "mine"})

    assert there.status_code == nowhere.status_code == 404
    assert there.content == nowhere.content
    assert "Harbour" not in there.content.decode()
    assert stranger.get(url_of(owner, name)).status_code == 404
    assert stranger.post(url_of(owner, name)).status_code == 404


def test_the_preview_is_the_posting_these_answers_will_make(owner, answers):
    posting = owner.posting
    document = reword(posting.document, "do-run-the-day", "Run the bakery by night.", stock=posting.stock)
    posting.save_revision("reword:do-run-the-day", document=document)
    changed = answers | {"goal": "no loaf is late", "benefits": "Free bread"}

    shown = paper(owner, changed)
    owner.post(url_of(owner), changed)
    page = owner.get(owner.posting.get_absolute_url()).content.decode()

    def plain(html):
        inner = re.search(r"<article.*?</article>", html, re.DOTALL)[0]
        # The sources, which the page has apart; and the numbers of findings, of which a saved posting has one more.
        inner = re.sub(r'<details.*?</details>|<a class="mark-number".*?</a>', "", inner, flags=re.DOTALL)
        return " ".join(re.sub(r"<[^>]+>", " ", inner).split())

    assert "Run the bakery by night." in shown
    assert "no loaf is late" in shown
    assert plain(shown) == plain(page)


def test_the_page_shows_the_posting_as_it_applies(owner):
    page = owner.get(url_of(owner)).content.decode()

    assert "The posting with these answers" in page
    assert "Harbour Lane Bakery</bdi>" in page


def test_without_script_the_preview_is_a_whole_page_with_what_was_typed(owner, answers):
    sent = answers | {"goal": "no loaf is late", "seen": "as it came"}
    page = owner.post(url_of(owner, "posting_edit_preview"), sent).content.decode()

    assert "<html" in page
    assert 'value="no loaf is late"' in page
    assert 'name="seen" value="as it came"' in page
    assert f'action="{url_of(owner)}"' in page


def test_the_preview_writes_nothing(owner, answers):
    before = rows_of_all()
    for headers in (HTMX, {}):
        owner.post(url_of(owner, "posting_edit_preview"), answers | {"company": "Ox"}, headers=headers)

    assert rows_of_all() == before


def test_the_preview_costs_five_queries(owner, answers, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        paper(owner, answers)


def test_an_invalid_form_still_knows_which_answers_it_was_shown_with(owner, answers):
    seen = owner.posting.brief_mark
    owner.post(url_of(owner), answers | {"seen": seen, "goal": "said in another window"})

    page = owner.post(url_of(owner), answers | {"seen": seen, "company": ""}).content.decode()
    again = re.search(r'name="seen" value="(\w+)"', page)[1]

    assert owner.post(url_of(owner), answers | {"seen": again}).status_code == 409
    assert Posting.objects.get().brief.goal == "said in another window"


def test_a_refused_token_hands_the_answers_back_and_no_password(version, answers):
    client = Client(enforce_csrf_checks=True)
    brief = client.post("/roles/director-of-operations/brief/", answers | {"goal": "no loaf is ever late"})
    sign_in = client.post("/accounts/login/", {"login": "member", "password": "a long password", "company": "Ox"})

    assert (brief.status_code, sign_in.status_code) == (403, 403)
    assert "no loaf is ever late" in brief.content.decode()
    assert "a long password" not in sign_in.content.decode()
    assert "What you had typed" not in sign_in.content.decode()
