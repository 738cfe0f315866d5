from urllib.parse import quote

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse

PASSWORD = "a long password"


@pytest.fixture
def member(administrator):
    return administrator.user


def sign_in(client, login, password=PASSWORD, **fields):
    return client.post(reverse("account_login"), {"login": login, "password": password, **fields})


@pytest.mark.parametrize("login", ["administrator", "administrator@example.com", "ADMINISTRATOR@example.com"])
def test_by_name_or_by_address(stranger, member, login):
    assert sign_in(stranger, login).url == reverse("admin:index")
    assert stranger.get(reverse("account_email")).status_code == 200


def test_a_wrong_password_is_reported_and_the_name_kept(stranger, member):
    response = sign_in(stranger, "administrator", "wrong")

    assert "not correct" in response.content.decode()
    assert response.context["form"]["login"].value() == "administrator"


def test_the_admin_sends_people_here_and_back(stranger, member):
    page = stranger.get(reverse("admin:roles_role_changelist"), follow=True)
    assert page.redirect_chain[-1][0].startswith(reverse("account_login"))

    back = sign_in(stranger, "administrator", next=reverse("admin:roles_role_changelist"))
    assert back.url == reverse("admin:roles_role_changelist")


def test_signing_in_from_a_posting_returns_to_it(owner, member):
    there = owner.posting.get_absolute_url()
    address = f"{reverse('account_login')}?next={there}"
    shown = owner.get(there).content.decode()
    assert f'href="{address}"' in shown
    assert f'href="{reverse("account_login")}"' not in shown  # at the head of the page neither
    page = owner.get(address).content.decode()

    assert f'href="{reverse("account_signup")}?next={quote(there, safe="")}"' in page
    assert f'name="next" value="{there}"' in page
    assert sign_in(owner, "administrator", next=there).url == there


@pytest.mark.parametrize("target", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "http://[::1"])
def test_it_leads_nowhere_else(stranger, member, target):
    assert sign_in(stranger, "administrator", next=target).url == reverse("admin:index")


def test_an_owner_with_an_account_never_reaches_the_admin(db):
    owner = Client()
    owner.force_login(get_user_model().objects.create_user("owner"))

    assert owner.get(reverse("admin:index"), follow=True).status_code == 403


def test_a_session_is_renewed_at_sign_in_and_dead_after_sign_out(stranger, member):
    stranger.get(reverse("account_login"))
    before = stranger.session.session_key
    sign_in(stranger, "administrator")
    cookie = stranger.cookies["sessionid"].value
    assert cookie != before

    stranger.post(reverse("account_logout"))
    replay = Client()
    replay.cookies["sessionid"] = cookie

    assert replay.get(reverse("account_email")).status_code == 302


def test_a_changed_password_ends_every_other_session(administrator):
    elsewhere, replay = Client(), Client()
    elsewhere.force_login(administrator.user)
    replay.cookies["sessionid"] = administrator.cookies["sessionid"].value
    assert elsewhere.get(reverse("account_email")).status_code == 200

    new = {"oldpassword": PASSWORD, "password1": "blue harbour 12", "password2": "blue harbour 12"}
    administrator.post(reverse("account_change_password"), new)

    assert administrator.get(reverse("account_email")).status_code == 200
    assert elsewhere.get(reverse("account_email")).status_code == 302
    assert replay.get(reverse("account_email")).status_code == 302


def test_a_disabled_account_is_out_at_once(administrator):
    get_user_model().objects.update(is_active=False)

    assert administrator.get(reverse("account_email")).status_code == 302


def test_signing_up_needs_an_address_and_a_password_and_signs_in_at_once(stranger, db):
    response = stranger.post(reverse("account_signup"), {"email": "jo@example.com", "password1": "blue harbour 12"})

    assert response.url == reverse("home")
    assert stranger.get(reverse("account_email")).status_code == 200
    assert not get_user_model().objects.get(email="jo@example.com").is_staff
    assert [message.to for message in mail.outbox] == [["jo@example.com"]]
    assert mail.outbox[0].subject.startswith("[Operations Desk]")


@pytest.mark.parametrize("address", ["a" * 243 + "@example.com", "a" * 280 + "@example.com"])
def test_an_address_that_is_too_long_is_refused_whole(stranger, administrator, address):
    response = stranger.post(reverse("account_signup"), {"email": address, "password1": "blue harbour 12"})
    assert "at most 254 characters" in " ".join(response.context["form"].errors["email"])
    assert not get_user_model().objects.filter(email__startswith="aaa").exists()

    response = administrator.post(reverse("account_email"), {"action_add": "1", "email": address})
    assert "at most 254 characters" in " ".join(response.context["form"].errors["email"])


def test_a_weak_password_is_refused_at_its_field(stranger, db):
    response = stranger.post(reverse("account_signup"), {"email": "jo@example.com", "password1": "12345678"})

    assert "too common" in " ".join(response.context["form"].errors["password1"])


@pytest.mark.parametrize("field", ["login", "password"])
@pytest.mark.parametrize(
    "value", ["\0", "x" * 100_000, "\U0001f600", "{{7*7}}"], ids=["nul", "long", "emoji", "template"]
)
def test_hostile_input_is_refused_and_never_an_error_of_ours(stranger, member, field, value):
    data = {"login": "administrator", "password": "wrong"} | {field: value}

    assert stranger.post(reverse("account_login"), data).status_code == 200


def test_a_code_sent_by_email_never_replaces_the_password(member):
    EmailAddress.objects.filter(user=member).update(verified=True)
    client = Client()
    client.force_login(member)

    for name in ("account_request_reauthentication_code", "account_confirm_reauthentication_code"):
        assert client.post(reverse(name), {"email": member.email}).status_code == 403
    assert mail.outbox == []
    assert "sign-in code" not in client.get(reverse("account_reauthenticate")).content.decode()
