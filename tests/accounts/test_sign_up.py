"""Two sign-ups at the same moment, as of a double click, end in one account."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import SESSION_KEY, get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from roles.accounts.adapter import AccountAdapter
from roles.accounts.forms import SignUpForm
from roles.models import Posting

ADDRESS = "jo@example.com"
PASSWORD = "a long password"


@pytest.fixture
def just_before(monkeypatch):
    """Somebody signs up with the same address after this form was looked at."""

    def begin(password=PASSWORD):
        clean = SignUpForm.full_clean

        def clean_and_be_overtaken(form):
            clean(form)
            account = get_user_model()(email=ADDRESS)
            AccountAdapter().populate_username(None, account)
            account.set_password(password)
            account.save()

        monkeypatch.setattr(SignUpForm, "full_clean", clean_and_be_overtaken)

    return begin


def sign_up(client, address=ADDRESS):
    return client.post(reverse("account_signup"), {"email": address, "password1": PASSWORD}, follow=True)


def is_signed_in(client):
    return client.get(reverse("account_email")).status_code == 200


def test_the_same_form_twice_makes_one_account_and_signs_in_to_it(owner, just_before):
    just_before()
    sign_up(owner)

    account = get_user_model().objects.get(email=ADDRESS)
    assert is_signed_in(owner)
    assert Posting.objects.get().owner == account


def test_an_account_made_meanwhile_with_another_password_stays_closed(stranger, just_before):
    just_before("quite another password")
    sign_up(stranger)

    first, second = get_user_model().objects.filter(email=ADDRESS).order_by("pk")
    assert int(stranger.session[SESSION_KEY]) == second.pk
    assert first.check_password("quite another password")
    assert second.check_password(PASSWORD)


def test_the_same_form_sent_again_signs_in_to_the_account_it_made(db):
    first, second = Client(), Client()
    sign_up(first)
    sign_up(second)

    assert get_user_model().objects.count() == 1
    assert is_signed_in(second)


def test_a_minute_later_the_same_form_makes_another_account(db):
    sign_up(Client())
    get_user_model().objects.update(date_joined=timezone.now() - timedelta(minutes=1))
    sign_up(Client())

    assert get_user_model().objects.count() == 2


def test_people_whose_addresses_begin_alike_each_get_one(db):
    for address in ("jo@example.org", "jo@example.net", "JO@example.edu", "+++@example.com"):
        sign_up(Client(), address)

    assert get_user_model().objects.count() == 4


def test_an_address_that_an_account_has_given_up_can_be_used_again(stranger):
    sign_up(stranger)
    get_user_model().objects.update(email="moved@example.com")
    EmailAddress.objects.update(email="moved@example.com")
    another = Client()
    sign_up(another)

    assert is_signed_in(another)
    assert get_user_model().objects.filter(email=ADDRESS).count() == 1
