"""Every email speaks in the portal's voice."""

import re

import pytest
from django.core import mail
from django.urls import reverse

PASSWORD = "a long password"


def sign_up(client, email="jo@example.com"):
    client.post(reverse("account_signup"), {"email": email, "password1": PASSWORD})


def ask_for_a_password(client, email):
    client.post(reverse("account_reset_password"), {"email": email})


def the_mail():
    assert len(mail.outbox) == 1
    return mail.outbox[0]


def link_in(message):
    return re.search(r"http://testserver(/accounts/\S+)", message.body)[1]


def check_voice(message):
    assert message.subject.startswith("[Operations Desk] ")
    assert message.body.startswith("Hello,\n\n")
    assert message.body.rstrip().endswith("Operations Desk\nhttp://testserver/")
    assert "Thank you for using" not in message.body
    assert "&" not in message.body
    assert "\n\n\n" not in message.body
    assert not message.alternatives


def test_signing_up_asks_to_confirm_the_address_and_the_link_does(stranger, db):
    sign_up(stranger)

    check_voice(the_mail())
    assert "the drafts of the browser you made it in are in it" in the_mail().body
    confirmed = stranger.post(link_in(the_mail()))
    assert confirmed.url == reverse("posting_list")  # on with what the address was proved for
    assert stranger.get(reverse("account_email")).content.decode().count("Verified") >= 1


def test_a_forgotten_password_is_chosen_anew_and_reported(member, stranger):
    ask_for_a_password(stranger, "member@example.com")
    check_voice(the_mail())
    page = stranger.get(link_in(the_mail()), follow=True)
    stranger.post(page.redirect_chain[-1][0], {"password1": "blue harbour 12", "password2": "blue harbour 12"})

    check_voice(mail.outbox[1])
    assert "your password was reset" in mail.outbox[1].body


def test_an_unknown_address_gets_a_mail_that_there_is_no_account(stranger, db):
    ask_for_a_password(stranger, "nobody@example.com")

    check_voice(the_mail())
    assert "no account with this address" in the_mail().body


def test_a_changed_password_is_announced(member):
    new = {"oldpassword": PASSWORD, "password1": "blue harbour 12", "password2": "blue harbour 12"}
    member.post(reverse("account_change_password"), new)

    check_voice(the_mail())
    assert "From: 127.0.0.1" in the_mail().body


@pytest.mark.parametrize("agent", ["<script>alert(1)</script>", "x\r\nBcc: evil@example.com", "{{7*7}}"])
def test_a_browsers_name_cannot_shape_the_mail(member, agent):
    new = {"oldpassword": PASSWORD, "password1": "blue harbour 12", "password2": "blue harbour 12"}
    member.post(reverse("account_change_password"), new, headers={"user-agent": agent})

    assert set(the_mail().message().keys()) == {
        *("Content-Type", "MIME-Version", "Content-Transfer-Encoding"),
        *("Subject", "From", "To", "Date", "Message-ID"),
    }
    assert agent.split("\r")[0] not in the_mail().body
