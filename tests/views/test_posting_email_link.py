import smtplib

import pytest
from django.core import mail
from django.urls import reverse

from roles.models import Posting


def send(client, email="jo@example.com", follow=False):
    return client.post(reverse("posting_email_link", args=[client.posting.pk]), {"email": email}, follow=follow)


def test_the_link_is_sent_and_opens_the_draft(owner, stranger):
    page = send(owner, follow=True).content.decode()

    message = mail.outbox[0]
    assert message.to == ["jo@example.com"]
    assert f"http://testserver{owner.posting.get_private_url()}\n" in message.body
    assert "The link is on its way to jo@example.com. The address is not kept." in page
    stranger.post(owner.posting.get_private_url())
    assert stranger.get(owner.posting.get_absolute_url()).status_code == 200


def test_the_mail_carries_no_words_of_the_visitors(owner, version, answers):
    send(owner)

    message = mail.outbox[0].message().as_string()
    assert "Harbour Lane" not in message
    assert mail.outbox[0].subject == "[Operations Desk] The link to your draft posting"


def test_the_address_is_not_kept(owner):
    send(owner)
    rows = repr([list(model.objects.values()) for model in (Posting,)]) + repr(dict(owner.session))

    assert "jo@example.com" not in rows


@pytest.mark.parametrize(
    "email",
    [
        "",
        "nobody",
        "a@b",
        "jo@example.com\r\nBcc: evil@example.com",
        "jo@example.com\nSubject: x",
        "jo@example.com,evil@example.com",
        "jo@example.com evil@example.com",
        '"jo\r\n"@example.com',
        "jo\0@example.com",
        "x" * 100_000 + "@example.com",
        "Jo <jo@example.com>",
        "{{7*7}}",
    ],
)
def test_what_is_not_one_address_is_refused_and_kept_in_the_form(owner, email):
    response = send(owner, email)

    assert response.status_code == 422
    assert response.context["form"]["email"].value() == email
    assert mail.outbox == []


def test_three_a_day_to_one_address_are_enough(owner):
    codes = [send(owner).status_code for _ in range(4)]

    assert codes == [302, 302, 302, 429]
    assert send(owner, "JO@example.com").status_code == 429
    assert send(owner, "other@example.com").status_code == 302
    assert len(mail.outbox) == 4


def test_ten_an_hour_from_one_place_are_enough(owner):
    codes = [send(owner, f"jo{number}@example.com").status_code for number in range(11)]

    assert codes == [302] * 10 + [429]


def test_a_mail_server_that_is_down_is_stated_and_no_error_of_ours(owner, monkeypatch):
    def refuse(*args, **kwargs):
        raise smtplib.SMTPServerDisconnected("gone")

    monkeypatch.setattr("roles.views.my_postings.send_mail", refuse)
    response = send(owner)

    assert response.status_code == 503
    assert "could not be sent" in response.content.decode()
    assert "jo@example.com" in response.content.decode()


def test_a_posting_of_an_account_has_no_link_to_send(member, administrator):
    assert send(member).status_code == 404
    assert mail.outbox == []
    assert b"Private link" not in member.get(member.posting.get_absolute_url()).content


def test_a_stranger_cannot_have_it_sent(owner, stranger):
    stranger.posting = owner.posting

    assert send(stranger).status_code == 404
    assert mail.outbox == []


def test_the_posting_offers_it_and_states_that_the_address_is_not_kept(owner):
    page = owner.get(owner.posting.get_absolute_url()).content.decode()

    assert reverse("posting_email_link", args=[owner.posting.pk]) in page
    assert "used for this one email and not kept" in page
