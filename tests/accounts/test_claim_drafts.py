"""What a browser wrote before it signed up or in comes along, and is then the account's alone."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from roles.access import DRAFTS
from roles.audit import Kind
from roles.models import Posting, SecurityEvent
from tests.conftest import copies

PASSWORD = "a long password"


def sign_up(client, email="jo@example.com"):
    return client.post(reverse("account_signup"), {"email": email, "password1": PASSWORD}, follow=True)


def sign_in(client, login="member@example.com"):
    return client.post(reverse("account_login"), {"login": login, "password": PASSWORD}, follow=True)


def test_signing_up_brings_the_drafts_of_this_browser_along(owner):
    page = sign_up(owner).content.decode()

    assert Posting.objects.get().owner == get_user_model().objects.get(email="jo@example.com")
    assert "1 draft of this browser moved to your account." in page
    assert owner.get(owner.posting.get_absolute_url()).status_code == 200


def test_so_does_signing_in(owner, member):
    sign_in(owner)

    assert Posting.objects.get(pk=owner.posting.pk).owner == member.user


def test_the_text_and_its_day_stay_as_they_were(owner):
    before = Posting.objects.values("updated_at", "document_data").get()
    sign_up(owner)

    assert Posting.objects.values("updated_at", "document_data").get() == before


def test_drafts_of_other_browsers_stay_where_they_are(owner, posting):
    sign_up(owner)

    posting.refresh_from_db()
    assert posting.owner is None


def test_the_private_link_then_opens_it_for_nobody_else(owner, stranger, consultant):
    link = owner.posting.get_private_url()
    stranger.post(link)
    assert stranger.get(owner.posting.get_absolute_url()).status_code == 200
    sign_up(owner)

    for client in (stranger, consultant, Client()):
        assert client.get(link).status_code == 404
        assert client.post(link).status_code == 404
        assert client.get(owner.posting.get_absolute_url()).status_code == 404
    assert b"Harbour Lane" not in stranger.get(reverse("posting_list")).content


def claim(client, posting):
    return client.post(reverse("posting_claim", args=[posting.pk]), follow=True)


def test_a_draft_opened_by_its_link_stays_nobodys_until_it_is_moved(owner, stranger):
    stranger.post(owner.posting.get_private_url())
    sign_up(stranger)
    assert Posting.objects.get().owner is None
    assert owner.get(owner.posting.get_absolute_url()).status_code == 200
    assert b"Move it to my account" in stranger.get(owner.posting.get_absolute_url()).content

    claim(stranger, owner.posting)
    claim(stranger, owner.posting)  # twice

    assert Posting.objects.get().owner.email == "jo@example.com"
    (event,) = SecurityEvent.objects.filter(kind=Kind.POSTING_CLAIMED)
    assert (event.subject, event.actor) == (f"posting {owner.posting.pk}", Posting.objects.get().owner_id)
    assert owner.get(owner.posting.get_absolute_url()).status_code == 404


def test_whoever_has_not_signed_in_is_asked_to_before_a_draft_is_moved(owner, stranger):
    answer = owner.post(reverse("posting_claim", args=[owner.posting.pk]))

    assert answer.url == f"{reverse('account_login')}?next={owner.posting.get_absolute_url()}"
    assert claim(stranger, owner.posting).status_code == 404
    assert Posting.objects.get().owner is None


@pytest.mark.parametrize("actor", ["commenter", "link_editor"])
def test_no_shared_link_hands_a_posting_over(request, owner, actor):
    guest = request.getfixturevalue(actor)
    address = owner.posting.get_absolute_url()
    sign_up(guest)
    assert claim(guest, owner.posting).status_code == 404
    assert Posting.objects.get().owner is None
    # Still a guest, and after signing out and in elsewhere not even that.
    assert guest.get(address, follow=True).status_code == 200
    elsewhere = Client()
    sign_in(elsewhere, "jo@example.com")
    assert elsewhere.get(address).status_code == 404
    assert b"Harbour Lane" not in guest.get(reverse("posting_list")).content

    sign_up(owner, "owner@example.com")
    assert Posting.objects.get().owner.email == "owner@example.com"
    assert guest.get(address, follow=True).status_code == 200  # the link is the owner's to withdraw


def test_what_somebody_else_claimed_first_stays_theirs(owner, stranger):
    stranger.post(owner.posting.get_private_url())
    sign_up(owner)
    sign_up(stranger, "late@example.com")

    assert Posting.objects.get().owner.email == "jo@example.com"
    assert claim(stranger, owner.posting).status_code == 404


def test_after_signing_out_the_browser_opens_it_no_more(owner):
    sign_up(owner)
    owner.post(reverse("account_logout"))

    assert owner.get(owner.posting.get_absolute_url()).status_code == 404
    assert DRAFTS not in owner.session


def test_a_wrong_password_claims_nothing(owner, member):
    owner.post(reverse("account_login"), {"login": "member@example.com", "password": "wrong"})

    assert Posting.objects.get(pk=owner.posting.pk).owner is None
    assert owner.get(owner.posting.get_absolute_url()).status_code == 200


def test_a_deleted_draft_comes_along_as_deleted(owner):
    owner.post(reverse("posting_delete", args=[owner.posting.pk]))
    sign_up(owner)

    assert owner.get(owner.posting.get_absolute_url()).status_code == 404
    assert b"Harbour Lane" in owner.get(reverse("posting_list_deleted")).content


def test_a_hundred_drafts_come_along(owner):
    session = owner.session
    session[DRAFTS] = [str(posting.pk) for posting in copies(owner.posting, 100)]
    session.save()
    sign_up(owner)

    assert Posting.objects.filter(owner__email="jo@example.com").count() == 100


@pytest.mark.parametrize("name", ["account_login", "account_signup"])
def test_a_refused_form_claims_nothing(owner, name):
    owner.post(reverse(name), {"email": "nonsense", "login": "\0", "password": "", "password1": ""})

    assert Posting.objects.get().owner is None
