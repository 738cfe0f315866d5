"""What one visitor may write in a while, and all behind one address together; nothing typed is lost by it."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from roles.models import Posting
from roles.rate_limits import seconds_to_wait
from roles.sessions import SessionStore
from tests.conftest import signed_in
from tests.views.test_review_pasted import CARRIED

BRIEF = reverse("posting_new", args=["director-of-operations"])
PREVIEW = reverse("posting_preview", args=["director-of-operations"])


@pytest.fixture
def limits(settings):
    """Set small ones: limits(draft=("3/h/key", "5/h/ip"))."""

    def set_limits(**limits):
        rates = dict(settings.ACCOUNT_RATE_LIMITS)
        for what, (each, address) in limits.items():
            rates |= {f"{what}_each": each, f"{what}_anonymous": address, f"{what}_signed_in": address}
        settings.ACCOUNT_RATE_LIMITS = rates

    return set_limits


@pytest.fixture
def brief(answers):
    return lambda client, **more: client.post(BRIEF, answers | more)


def test_a_draft_beyond_the_limit_is_refused_with_its_words_in_the_form(limits, brief, stranger):
    limits(draft=("1/h/key", "9/h/ip"))
    stranger.post(BRIEF, {})  # what cannot be saved is not counted
    codes = [brief(stranger).status_code for _ in range(2)]  # the first has no session yet

    answer = brief(stranger, about="We bake bread at night.")

    assert codes == [302] * 2
    assert answer.status_code == 429
    assert 3500 < int(answer["Retry-After"]) <= 3600
    assert answer.context["form"]["about"].value() == "We bake bread at night."
    assert "Please try again in 60 minutes." in answer.content.decode()
    assert Posting.objects.count() == 2


def test_without_cookies_the_address_is_counted_and_another_one_is_not(limits, brief, db):
    limits(draft=("9/h/key", "1/h/ip"))

    assert [brief(Client()).status_code for _ in range(2)] == [302, 429]
    assert brief(Client(REMOTE_ADDR="198.51.100.7")).status_code == 302
    assert Posting.objects.count() == 2


def test_the_address_is_the_one_the_trusted_proxy_saw(limits, brief, db, settings):
    limits(draft=("9/h/key", "2/h/ip"))
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    def via_proxy(number):
        # The visitor makes up the first address; the proxy adds the one it sees.
        return brief(Client(headers={"X-Forwarded-For": f"192.0.2.{number}, 203.0.113.9"})).status_code

    assert [via_proxy(number) for number in range(3)] == [302, 302, 429]
    assert brief(Client(headers={"X-Forwarded-For": "192.0.2.0, 203.0.113.10"})).status_code == 302


def test_an_address_made_up_without_a_proxy_counts_for_nothing(limits, brief, db):
    limits(draft=("9/h/key", "2/h/ip"))
    sent = [brief(Client(headers={"X-Forwarded-For": f"192.0.2.{number}"})).status_code for number in range(3)]

    assert sent == [302, 302, 429]


def test_the_wait_ends(limits, brief, stranger):
    limits(draft=("1/h/key", "9/h/ip"))
    with time_machine.travel(timezone.now(), tick=False) as clock:
        brief(stranger)  # makes the session
        assert [brief(stranger).status_code, brief(stranger).status_code] == [302, 429]
        clock.shift(timedelta(minutes=59))
        assert brief(stranger)["Retry-After"] == "60"
        clock.shift(timedelta(minutes=1))
        assert brief(stranger).status_code == 302


def test_an_account_is_counted_wherever_it_signs_in(limits, brief, member):
    limits(draft=("2/h/key", "9/h/ip"))
    elsewhere = signed_in("member")
    elsewhere.defaults["REMOTE_ADDR"] = "198.51.100.7"

    assert [brief(client).status_code for client in (member, elsewhere, member)] == [302, 302, 429]


def test_strangers_at_one_address_do_not_use_up_what_its_accounts_may_do(limits, brief, member):
    limits(draft=("9/h/key", "2/h/ip"))

    assert [brief(Client()).status_code for _ in range(3)] == [302, 302, 429]
    assert brief(member).status_code == 302


def test_many_accounts_at_one_address_are_counted_together(limits, brief, db):
    limits(draft=("9/h/key", "2/h/ip"))
    for name in ("one", "two", "three"):
        get_user_model().objects.create_user(name, f"{name}@example.com")

    assert [brief(signed_in(name)).status_code for name in ("one", "two", "three")] == [302, 302, 429]


def test_what_one_session_is_refused_is_not_counted_against_its_office(limits, brief, stranger):
    limits(draft=("1/h/key", "3/h/ip"))
    for _ in range(5):
        brief(stranger)

    assert [brief(Client()).status_code for _ in range(2)] == [302, 429]


def test_copies_count_as_drafts(limits, owner):
    limits(draft=("1/h/key", "9/h/ip"))
    copy = reverse("posting_duplicate", args=[owner.posting.pk])

    assert [owner.post(copy).status_code for _ in range(2)] == [302, 429]
    assert Posting.objects.count() == 2


def test_a_pasted_text_carried_over_counts_as_a_draft_and_comes_back(limits, stranger):
    limits(draft=("9/h/key", "0/h/ip"))
    answer = stranger.post(reverse("review"), CARRIED)

    assert answer.status_code == 429
    assert answer.context["form"]["text"].value() == CARRIED["text"]
    assert answer.context["carry"]["company"].value() == CARRIED["draft-company"]
    assert not Posting.objects.exists()


def test_a_review_too_many_keeps_the_text(limits, stranger):
    limits(pasted_review=("9/m/key", "1/m/ip"))
    answers = [stranger.post(reverse("review"), {"text": f"Text {number} of a posting."}) for number in range(2)]

    assert [answer.status_code for answer in answers] == [200, 429]
    assert answers[1].context["form"]["text"].value() == "Text 1 of a posting."
    assert "report" not in answers[1].context


def test_answers_changed_too_often_stay_in_the_form(limits, owner, answers):
    limits(save=("1/m/key", "9/m/ip"))
    url = reverse("posting_edit", args=[owner.posting.pk])

    sent = [owner.post(url, answers | {"company": name}) for name in ("Quay", "Pier")]

    assert [answer.status_code for answer in sent] == [302, 429]
    assert sent[1].context["form"]["company"].value() == "Pier"
    assert Posting.objects.get().company == "Quay"


def test_the_words_of_a_workshop_saved_too_often_are_shown(limits, owner):
    limits(save=("0/m/key", "9/m/ip"))
    url = reverse("posting_workshop", args=[owner.posting.pk])
    form = {"text-abc": "We bake <bread>.", "new-skills": "Patience", "revision": "1", "seen": "skills/abc/0"}

    answer = owner.post(url, form)

    assert answer.status_code == 429
    assert answer.context["answers"] == [("", "We bake <bread>."), ("", "Patience")]
    assert "We bake &lt;bread&gt;." in answer.content.decode()
    assert Posting.objects.get().revision == 1


def test_the_script_that_saves_gets_the_number_alone_and_sends_again_later(limits, owner):
    limits(save=("0/m/key", "9/m/ip"))
    url = reverse("posting_workshop", args=[owner.posting.pk])

    answer = owner.post(url, {"text-abc": "We bake."}, headers={"X-Part": "sheet"})

    assert (answer.status_code, answer["Content-Type"]) == (429, "text/plain")


@pytest.mark.parametrize("view", ["posting_switch", "posting_updates", "posting_review", "posting_workshop"])
def test_every_change_of_a_posting_is_counted(limits, owner, view):
    limits(save=("0/m/key", "9/m/ip"))
    answer = owner.post(reverse(view, args=[owner.posting.pk]), {"reason": "It is meant so."})

    assert answer.status_code == 429
    assert "It is meant so." in answer.content.decode()


def test_opening_private_links_is_counted(limits, posting, stranger):
    limits(save=("9/m/key", "0/m/ip"))

    assert stranger.post(posting.get_private_url()).status_code == 429
    assert stranger.get(posting.get_private_url()).status_code == 200


@pytest.mark.parametrize("script", [True, False])
def test_a_preview_too_many_is_refused_before_it_is_made(limits, stranger, answers, script, monkeypatch, version):
    limits(preview=("9/m/key", "1/m/ip"))
    headers = {"HX-Request": "true"} if script else {}

    assert stranger.post(PREVIEW, answers, headers=headers).status_code == 200
    monkeypatch.setattr("roles.views.brief.so_far", pytest.fail)
    answer = stranger.post(PREVIEW, answers, headers=headers)

    assert answer.status_code == 429
    assert (answers["about"] in answer.content.decode()) is not script


@pytest.mark.parametrize(("what", "each"), [("draft", 2), ("save", 20), ("preview", 30), ("pasted_review", 4)])
def test_a_class_of_thirty_behind_one_address_meets_no_limit(rf, what, each):
    """In one minute, by the limits as they are shipped."""
    waits = []
    for number in range(30):
        request = rf.post("/")
        request.user, request.session = AnonymousUser(), SessionStore(f"session-of-number-{number}")
        waits += [seconds_to_wait(request, what) for _ in range(each)]

    assert set(waits) == {0}
