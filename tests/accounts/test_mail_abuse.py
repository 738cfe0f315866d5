"""Nobody has the portal bother somebody else, or carry their words to them."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from roles.accounts.mailboxes import mailbox_of


def ask(address, number=1):
    client = Client(REMOTE_ADDR=f"198.51.100.{number}")
    return client.post(reverse("account_reset_password"), {"email": address}, follow=True)


@pytest.mark.parametrize(
    ("address", "mailbox"),
    [
        ("Jo@Example.com", "jo@example.com"),
        ("jo+tag+more@example.com", "jo@example.com"),
        ("j.o+tag@googlemail.com", "jo@gmail.com"),
        ("j.o@example.com", "j.o@example.com"),
    ],
)
def test_addresses_of_one_mailbox_have_one_name(address, mailbox):
    assert mailbox_of(address) == mailbox


def test_a_mailbox_gets_four_emails_an_hour_and_every_answer_is_alike(db):
    pages = [ask(f"jo+{number}@example.com", number) for number in range(9)]

    assert len(mail.outbox) == 4
    assert len({(page.status_code, page.redirect_chain[-1][0]) for page in pages}) == 1


def test_one_sender_reaches_twenty_mailboxes_an_hour(db, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"reset_password": "100/m/ip"}
    for number in range(25):
        ask(f"jo{number}@example.com")

    assert len(mail.outbox) == 20


def test_the_private_link_is_limited_by_mailbox(owner):
    url = reverse("posting_email_link", args=[owner.posting.pk])
    codes = [owner.post(url, {"email": f"j.o+{number}@gmail.com"}).status_code for number in range(4)]

    assert codes == [302, 302, 302, 429]


@pytest.mark.parametrize("address", ["visit+evil.example@example.com", "win-a-prize@example.com"])
def test_the_address_typed_is_not_in_the_words_of_the_mail(db, address):
    ask(address)

    assert address.partition("@")[0] not in mail.outbox[0].body + mail.outbox[0].subject


def test_signing_up_from_a_posting_returns_to_it(owner):
    address = owner.posting.get_absolute_url()
    sign_up = f"{reverse('account_signup')}?next={address}"
    assert f'href="{sign_up}"' in owner.get(address).content.decode()
    assert f'name="next" value="{address}"' in owner.get(sign_up).content.decode()

    data = {"email": "jo@example.com", "password1": "blue harbour 12", "next": address}
    assert owner.post(reverse("account_signup"), data).url == address


@pytest.mark.parametrize("password", ["eleven char", "Operations Director 1", "operationsdesk2026", "Administrator-1"])
def test_a_short_password_and_one_of_the_portals_names_are_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password)


def test_twelve_characters_are_enough():
    validate_password("blue harb 12")
    validate_password("our director sings badly")
