import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from roles.models import Posting
from tests.conftest import locked

URL = "/accounts/delete/"


def test_the_password_deletes_the_account_and_its_postings(member, posting):
    response = member.post(URL, {"password": "a long password"}, follow=True)

    assert "Your account and all its postings are deleted." in response.content.decode()
    assert not get_user_model().objects.filter(pk=member.user.pk).exists()
    assert list(Posting.objects.all()) == [posting]
    assert member.get(reverse("account_email")).status_code == 302


def test_postings_in_the_archive_and_deleted_ones_go_with_it(member):
    locked(member.posting.duplicate()).archive()
    member.posting.discard()
    member.post(URL, {"password": "a long password"})

    assert not Posting.objects.exists()


def test_other_sessions_of_the_account_are_dead(member):
    elsewhere = Client()
    elsewhere.force_login(member.user)
    member.post(URL, {"password": "a long password"})

    assert elsewhere.get(reverse("account_email")).status_code == 302


@pytest.mark.parametrize("password", ["", "wrong", "\0", "x" * 100_000, "{{7*7}}"])
def test_anything_but_the_password_deletes_nothing(member, password):
    assert member.post(URL, {"password": password}).status_code == 422
    assert Posting.objects.filter(owner=member.user).count() == 1


def test_guessing_is_limited(member):
    codes = [member.post(URL, {"password": "wrong"}).status_code for _ in range(12)]
    assert (codes[0], codes[-1]) == (422, 429)

    assert member.post(URL, {"password": "a long password"}).status_code == 429
    assert get_user_model().objects.filter(pk=member.user.pk).exists()


def test_a_get_only_asks_and_states_what_goes(member):
    page = member.get(URL).content.decode()

    assert "1 posting " in page
    assert Posting.objects.exists()


def test_whoever_is_not_signed_in_is_asked_to(stranger):
    assert stranger.get(URL).url == f"{reverse('account_login')}?next={URL}"
    assert stranger.post(URL, {"password": "a long password"}).status_code == 302


def test_a_consultants_account_is_not_deleted_here(consultant):
    assert consultant.post(URL, {"password": "a long password"}).status_code == 403
    assert get_user_model().objects.filter(pk=consultant.user.pk).exists()


def test_the_account_pages_lead_here(member, consultant):
    assert URL in member.get(reverse("account_email")).content.decode()
    assert URL not in consultant.get(reverse("account_email")).content.decode()
