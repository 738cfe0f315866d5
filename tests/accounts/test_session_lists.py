"""Two forms of one browser at once: what each adds to the session stays."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models.signals import post_save
from django.urls import reverse

from roles.models import Posting
from roles.sessions import SessionStore


@pytest.fixture
def key(db):
    store = SessionStore()
    store["list"], store["other"] = ["old"], "as it was"
    store.save()
    return store.session_key


def loaded(key):
    store = SessionStore(key)
    store.get("list")
    return store


def test_two_requests_that_began_together_both_add(key):
    first, second = loaded(key), loaded(key)
    first.put_first("list", "first", kept=9)
    first.save()
    second.put_first("list", "second", kept=9)
    second.save()

    assert loaded(key)["list"] == ["second", "first", "old"]
    assert loaded(key)["other"] == "as it was"


def test_what_is_put_again_moves_to_the_front(key):
    store = loaded(key)
    for value in ("a", "b", "old"):
        store.put_first("list", value, kept=9)
    store.save()

    assert store["list"] == loaded(key)["list"] == ["old", "b", "a"]


def test_the_oldest_fall_off_the_end(key):
    store = loaded(key)
    for number in range(5):
        store.put_first("list", number, kept=3)
    store.save()

    assert loaded(key)["list"] == [4, 3, 2]


def test_other_keys_and_keys_removed_are_saved_as_ever(key):
    store = loaded(key)
    store.put_first("list", "new", kept=9)
    store["more"] = 1
    del store["other"]
    store.save()
    assert dict(loaded(key).items()) == {"list": ["new", "old"], "more": 1}

    del store["list"]
    store.save()
    assert "list" not in loaded(key)


@pytest.fixture
def session_ends():
    """It ends in another window, as a posting is being saved."""

    def end(**kwargs):
        Session.objects.all().delete()

    post_save.connect(end, sender=Posting)
    yield
    post_save.disconnect(end, sender=Posting)


def test_a_draft_whose_session_ended_meanwhile_is_opened_by_a_new_one(owner, answers, session_ends):
    answer = owner.post(reverse("posting_new", args=["operations-director"]), answers, follow=True)

    assert answer.status_code == 200
    assert answer.context["posting"] == Posting.objects.latest("created_at")


def test_the_new_session_is_nobodys(member, answers, session_ends):
    member.post(reverse("posting_new", args=["operations-director"]), answers)

    assert Posting.objects.filter(owner=member.user).count() == 2
    assert SESSION_KEY not in member.session
    assert member.get(reverse("account_email")).status_code == 302
