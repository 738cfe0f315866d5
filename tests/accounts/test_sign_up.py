"""Two sign-ups at the same moment: a double click, or two people whose addresses begin alike."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from portal.accounts import AccountAdapter
from portal.forms import SignUpForm
from roles.models import Posting

ADDRESS = "jo@example.com"
PASSWORD = "a long password"


@pytest.fixture
def just_before(monkeypatch):
    """Somebody signs up after this form was looked at and its user name chosen."""

    def begin(address, password=PASSWORD):
        clean, choose = SignUpForm.full_clean, AccountAdapter.generate_unique_username
        chosen = iter(["jo"])

        def clean_and_be_overtaken(form):
            clean(form)
            get_user_model().objects.create_user("jo", address, password)

        monkeypatch.setattr(SignUpForm, "full_clean", clean_and_be_overtaken)
        monkeypatch.setattr(
            AccountAdapter,
            "generate_unique_username",
            lambda self, *args, **kwargs: next(chosen, None) or choose(self, *args, **kwargs),
        )

    return begin


def sign_up(client):
    return client.post(reverse("account_signup"), {"email": ADDRESS, "password1": PASSWORD}, follow=True)


def is_signed_in(client):
    return client.get(reverse("account_email")).status_code == 200


def test_the_same_form_twice_makes_one_account_and_signs_in_to_it(owner, just_before):
    just_before(ADDRESS)
    sign_up(owner)

    account = get_user_model().objects.get(email=ADDRESS)
    assert is_signed_in(owner)
    assert Posting.objects.get().owner == account


def test_an_account_made_meanwhile_with_another_password_stays_closed(stranger, just_before):
    just_before(ADDRESS, "quite another password")
    page = sign_up(stranger)

    assert page.redirect_chain[-1][0] == reverse("account_login")
    assert "There is an account with this address." in page.content.decode()
    assert not is_signed_in(stranger)


def test_two_whose_addresses_begin_alike_both_get_one(stranger, just_before):
    just_before("jo@example.org")
    sign_up(stranger)

    assert get_user_model().objects.filter(email__startswith="jo@").count() == 2
    assert is_signed_in(stranger)
