"""No page shows whether an address has an account: an answer to one that has is the same to the byte."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse

from roles.accounts.backend import accounts_of
from tests.accounts.test_emails import check_voice, link_in

User = get_user_model()
PASSWORD = "a long password"
UNKNOWN, VERIFIED, UNVERIFIED, DISABLED = (
    f"{name}@example.com" for name in ("nobody00", "verified", "unproved", "disabled")
)
KNOWN = [VERIFIED, UNVERIFIED, DISABLED]


@pytest.fixture
def accounts(db):
    for address in KNOWN:
        user = User.objects.create_user(address.partition("@")[0], address, "another password")
        EmailAddress.objects.create(user=user, email=address, primary=True, verified=address != UNVERIFIED)
    User.objects.filter(email=DISABLED).update(is_active=False)


def seen(response, address):
    """All that a browser gets to see of an answer, the address and what is random taken out."""
    text = response.content.decode().replace(address, "(address)").replace(address.replace("@", "%40"), "(address)")
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "(token)", text)
    headers = {name: value for name, value in response.headers.items() if name not in ("Content-Length", "Expires")}
    cookies = {name: {key: str(value) for key, value in cookie.items() if key != "expires"}
               for name, cookie in response.cookies.items()}  # fmt: skip
    return response.status_code, headers, cookies, text


def walk(client, response, address):
    """The answer, and every page it leads to."""
    pages = [seen(response, address)]
    while response.status_code == 302:
        response = client.get(response["Location"])
        pages.append(seen(response, address))
    return pages


def sign_up(address):
    client = Client()
    response = client.post(reverse("account_signup"), {"email": address, "password1": PASSWORD})
    pages = walk(client, response, address)
    return pages + [seen(client.get(reverse(name)), address) for name in ("account_email", "posting_list", "mfa_index")]


def ask_for_a_password(address):
    client = Client()
    return walk(client, client.post(reverse("account_reset_password"), {"email": address}), address)


def sign_in(address):
    client = Client(REMOTE_ADDR=f"198.51.100.{len(address) + ord(address[0])}")  # guesses of one place are counted, too
    data = {"login": address, "password": "quite wrong"}
    return [seen(client.post(reverse("account_login"), data), address) for _ in range(6)]


@pytest.mark.parametrize("address", KNOWN)
@pytest.mark.parametrize("ask", [sign_up, ask_for_a_password, sign_in])
def test_an_address_with_an_account_is_answered_as_one_without(accounts, ask, address):
    assert len(address) == len(UNKNOWN)
    assert ask(address) == ask(UNKNOWN)


@pytest.mark.parametrize("verified", [True, False])
@pytest.mark.parametrize("address", KNOWN)
def test_asking_for_an_address_as_ones_own_is_answered_alike(accounts, member, address, verified):
    EmailAddress.objects.filter(user=member.user).update(verified=verified)
    member.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    answers = []
    for asked in (address, UNKNOWN):
        response = member.post(reverse("account_email"), {"action_add": "1", "email": asked})
        pages = walk(member, response, asked)
        response = member.post(reverse("account_email"), {"action_send": "1", "email": asked})
        answers.append(pages + walk(member, response, asked))
        assert answers[-1][0][0] == 302
        if not verified:  # it has replaced the account's address at once
            EmailAddress.objects.filter(user=member.user).update(email="member@example.com")

    assert answers[0] == answers[1]


def test_whoever_reads_the_mail_learns_that_there_is_an_account(accounts):
    sign_up(VERIFIED)

    (message,) = mail.outbox
    check_voice(message)
    assert message.to == [VERIFIED]
    assert "you have one already" in message.body
    assert link_in(message) == reverse("account_reset_password")


def test_an_account_made_so_proves_nothing_and_opens_nothing(accounts):
    known = User.objects.get(email=VERIFIED)
    sign_up(VERIFIED)
    other = User.objects.exclude(pk=known.pk).get(email=VERIFIED)

    assert not EmailAddress.objects.get(user=other).verified
    ask_for_a_password(VERIFIED)
    keyed = [message for message in mail.outbox if "/password/reset/key/" in message.body]
    assert len(keyed) == 1
    page = Client().get(link_in(keyed[0]), follow=True)
    Client().post(page.redirect_chain[-1][0], {"password1": "blue harbour 12", "password2": "blue harbour 12"})
    other.refresh_from_db()
    assert other.check_password(PASSWORD)


def test_both_accounts_of_one_address_are_signed_in_to_by_their_passwords(accounts):
    known = User.objects.get(email=VERIFIED)
    sign_up(VERIFIED)
    other = User.objects.exclude(pk=known.pk).get(email=VERIFIED)

    for password, account in (("another password", known), (PASSWORD, other)):
        client = Client()
        response = client.post(reverse("account_login"), {"login": VERIFIED, "password": password})
        assert response.status_code == 302
        assert int(client.session["_auth_user_id"]) == account.pk


def test_accounts_made_under_an_address_do_not_keep_its_owner_out(accounts):
    EmailAddress.objects.filter(email=VERIFIED).update(verified=False)
    for number in range(7):
        user = User.objects.create_user(f"mallory{number}", VERIFIED, "the attacker's words")
        latest = EmailAddress.objects.create(user=user, email=VERIFIED, primary=True)
    # Whose it is has verified it, though the others were there before.
    EmailAddress.objects.filter(pk=latest.pk).update(verified=True)
    user.set_password("the owner's words")
    user.save()
    client = Client()

    assert (
        client.post(reverse("account_login"), {"login": VERIFIED, "password": "the owner's words"}).status_code == 302
    )
    guess = Client()
    guess.post(reverse("account_login"), {"login": VERIFIED, "password": "another password"})
    assert guess.get(reverse("account_email")).status_code == 200  # the oldest comes next


def test_no_more_than_five_accounts_of_one_address_are_tried(accounts):
    for number in range(7):
        User.objects.create_user(f"mallory{number}", UNKNOWN, f"the attacker's word {number}")

    assert [user.username for user in accounts_of(UNKNOWN)] == [f"mallory{number}" for number in range(5)]
