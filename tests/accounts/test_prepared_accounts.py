"""Nobody can prepare an account for somebody else and read it later."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.accounts.test_emails import link_in

VICTIM, ATTACKER = "jo@example.com", "mallory@example.net"
BAIT, CHOSEN = "the attacker's words", "the victim's own words"


def sign_up(address, password=BAIT):
    client = Client()
    client.post(reverse("account_signup"), {"email": address, "password1": password})
    return client


def ask_for(client, address, password=BAIT):
    """Ask for another address, and give the password again where it is asked for."""
    page = client.post(reverse("account_email"), {"action_add": "1", "email": address}, follow=True)
    if page.redirect_chain and page.redirect_chain[-1][0].startswith(reverse("account_reauthenticate")):
        client.post(page.redirect_chain[-1][0], {"password": password})


def mails_to(address, path=""):
    return [message for message in mail.outbox if message.to == [address] and path in message.body]


def confirm(client, address):
    for message in mails_to(address, "/confirm-email/"):
        client.post(link_in(message))


def reset(address, password):
    """Return whether a browser that reads the mail of the address could choose a new password."""
    client = Client()
    before = len(mail.outbox)
    client.post(reverse("account_reset_password"), {"email": address})
    for message in mail.outbox[before:]:
        if "/password/reset/key/" in message.body:
            page = client.get(link_in(message), follow=True)
            client.post(page.redirect_chain[-1][0], {"password1": password, "password2": password})
            return can_sign_in(address, password)
    return False


def can_sign_in(login, password):
    client = Client()
    client.post(reverse("account_login"), {"login": login, "password": password})
    return is_signed_in(client)


def is_signed_in(client):
    return client.get(reverse("account_change_password")).status_code == 200


def test_a_second_address_of_an_unverified_account_opens_nothing_later(db):
    attacker = sign_up(VICTIM)
    ask_for(attacker, ATTACKER)
    confirm(attacker, ATTACKER)

    # The account has moved away from the victim's address as a whole: the victim makes her own.
    assert not reset(VICTIM, CHOSEN)
    victim = sign_up(VICTIM, CHOSEN)
    assert is_signed_in(victim)
    assert reset(ATTACKER, "another password")
    account = get_user_model().objects.get(email=VICTIM)
    assert account.check_password(CHOSEN)
    assert [address.email for address in account.emailaddress_set.all()] == [VICTIM]


def prepared(primary=VICTIM):
    """The account as it could be prepared before: two addresses, one of them verified, and a second factor."""
    attacker = sign_up(VICTIM)
    account = get_user_model().objects.get(email=VICTIM)
    EmailAddress.objects.create(user=account, email=ATTACKER, verified=True)
    if primary != VICTIM:
        EmailAddress.objects.get(email=primary).set_as_primary()
    Authenticator.objects.create(user=account, type="totp", data={"secret": "A" * 32})
    return attacker, account


def test_what_was_prepared_before_ends_with_the_victims_reset(db):
    attacker, account = prepared()
    assert is_signed_in(attacker)

    assert reset(VICTIM, CHOSEN)
    assert not is_signed_in(attacker)
    assert not can_sign_in(VICTIM, BAIT)
    assert not can_sign_in(ATTACKER, CHOSEN)
    assert not reset(ATTACKER, "another password")
    assert not Authenticator.objects.filter(user=account).exists()
    assert EmailAddress.objects.values_list("email", "verified", "primary").get(user=account) == (VICTIM, True, True)


def test_a_second_address_resets_nothing_even_before(db):
    prepared()

    assert not reset(ATTACKER, "another password")


def test_an_address_that_an_account_only_asks_for_resets_nothing_of_it(member):
    ask_for(member, VICTIM, "a long password")
    assert mails_to(VICTIM, "/confirm-email/")

    assert not reset(VICTIM, CHOSEN)
    assert not mails_to(VICTIM, "/password/reset/key/")


def test_a_second_factor_of_a_verified_account_outlives_a_reset(member):
    Authenticator.objects.create(user=member.user, type="totp", data={"secret": "A" * 32})
    reset("member@example.com", CHOSEN)

    assert Authenticator.objects.filter(user=member.user).exists()


def test_a_change_of_address_asks_for_the_password(member):
    page = member.post(reverse("account_email"), {"action_add": "1", "email": VICTIM})

    assert page.url.startswith(reverse("account_reauthenticate"))
    assert not EmailAddress.objects.filter(email=VICTIM).exists()
    assert mail.outbox == []


def test_a_change_of_address_waits_for_proof_and_the_old_one_is_informed(member):
    ask_for(member, "new@example.com", "a long password")
    member.user.refresh_from_db()
    assert member.user.email == "member@example.com"

    confirm(member, "new@example.com")
    member.user.refresh_from_db()
    assert member.user.email == "new@example.com"
    assert [address.email for address in member.user.emailaddress_set.all()] == ["new@example.com"]
    (told,) = mails_to("member@example.com")
    assert "was changed from member@example.com to new@example.com" in told.body


def test_a_mistyped_address_is_corrected_and_nobody_is_notified(db):
    owner = sign_up("jo@exmaple.com")
    ask_for(owner, "jo@example.com")

    (address,) = EmailAddress.objects.all()
    assert (address.email, address.primary, address.verified) == ("jo@example.com", True, False)
    assert get_user_model().objects.get().email == "jo@example.com"
    assert len(mails_to("jo@exmaple.com")) == 1
    confirm(owner, "jo@exmaple.com")
    assert not EmailAddress.objects.filter(verified=True).exists()
    confirm(owner, "jo@example.com")
    assert EmailAddress.objects.filter(email="jo@example.com", verified=True).exists()


def test_an_unverified_address_is_not_informed_about_the_account(db):
    owner = sign_up("jo@example.com")
    new = {"oldpassword": BAIT, "password1": CHOSEN, "password2": CHOSEN}
    owner.post(reverse("account_change_password"), new)

    assert can_sign_in("jo@example.com", CHOSEN)
    assert len(mail.outbox) == 1


def test_the_accounts_own_address_cannot_be_removed(member):
    for action in ("action_remove", "action_primary"):
        page = member.post(reverse("account_email"), {action: "1", "email": "member@example.com"}, follow=True)
        member.post(page.redirect_chain[-1][0], {"password": "a long password"})

    assert EmailAddress.objects.filter(user=member.user, email="member@example.com", primary=True).exists()


@pytest.mark.parametrize("verified", [True, False])
def test_the_page_names_the_address_and_its_state(member, verified):
    EmailAddress.objects.update(verified=verified)
    page = member.get(reverse("account_email")).content.decode()

    assert re.search(r"Verified: member@example.com" if verified else r"member@example.com is not verified yet", page)
    assert "style=" not in page
