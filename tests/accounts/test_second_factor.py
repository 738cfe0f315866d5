"""Staff need a second factor in production: asked for from the first day, demanded after the days of grace."""

import time
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth import get_user_model
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from roles.accounts import factors
from roles.accounts.models import AccountState
from roles.models import Comment, SharedLink
from tests.accounts.test_prepared_accounts import reset
from tests.test_settings import PRODUCTION, settings_of

PASSWORD = "a long password"
User = get_user_model()
SET_UP = reverse("mfa_activate_totp")


@pytest.fixture(autouse=True)
def demanded(settings):
    settings.STAFF_SECOND_FACTOR = True


def code_for(secret, seconds_ago=0):
    return format_hotp_value(hotp_value(secret, int(time.time() - seconds_ago) // 30))


def sign_in(name="administrator", **fields):
    client = Client()
    client.post(reverse("account_login"), {"login": name, "password": PASSWORD, **fields})
    return client


def asked(user, days):
    """Say that the account was first asked so many days ago."""
    AccountState.objects.filter(user=user).update(factor_asked_at=timezone.now() - timedelta(days=days))


def set_up(client):
    """Set a second factor up as a browser does; return its secret and the page that follows."""
    page = client.get(SET_UP, follow=True)
    if page.redirect_chain:
        page = client.post(page.redirect_chain[-1][0], {"password": PASSWORD}, follow=True)
    secret = page.context["form"].secret
    return secret, client.post(SET_UP, {"code": code_for(secret)}, follow=True)


def admin_pages(posting):
    role = posting.version.role
    return [
        reverse("admin:index"),
        reverse("admin:app_list", args=["roles"]),
        reverse("admin:roles_role_changelist"),
        reverse("admin:roles_role_publish", args=[role.pk]),
        reverse("admin:roles_role_export_all"),
        reverse("admin:password_change"),
        reverse("admin:autocomplete"),
    ]


def test_within_the_days_of_grace_the_admin_opens_and_names_the_last_day(administrator):
    client = sign_in()
    page = client.get(reverse("admin:index"))

    last = timezone.localdate() + timedelta(days=6)
    assert page.status_code == 200
    assert f"by {last.day} {last:%B %Y}" in page.content.decode()
    assert f'href="{SET_UP}"' in page.content.decode()


def test_after_them_every_page_of_the_admin_leads_to_setting_it_up(administrator, posting):
    asked(administrator.user, 7)
    client = sign_in()
    for address in admin_pages(posting):
        for method in (client.get, client.post):
            response = method(address)
            assert (response.status_code, response["Location"]) == (302, SET_UP)
    assert "second factor" in str(list(get_messages(response.wsgi_request))[-1])


def test_on_the_last_day_it_still_opens(administrator):
    asked(administrator.user, 6)

    assert sign_in().get(reverse("admin:index")).status_code == 200


def test_a_consultant_is_asked_as_an_administrator_is(consultant):
    asked(consultant.user, 7)
    client = Client()
    client.force_login(consultant.user)

    assert client.get(reverse("admin:roles_role_changelist"))["Location"] == SET_UP


def test_without_days_of_grace_it_is_demanded_at_once(administrator, settings):
    settings.STAFF_GRACE_DAYS = 0

    assert sign_in().get(reverse("admin:index"))["Location"] == SET_UP


def test_a_session_that_began_in_time_is_not_cut_off(administrator):
    client = sign_in()
    asked(administrator.user, 7)
    session = client.session
    session["signed_in_at"] -= 2 * 24 * 60 * 60
    session.save()
    # So old a session of staff is over for another reason, so it is not asked for a page.
    user = User.objects.select_related("state").get(pk=administrator.user.pk)
    assert factors.may_wait(session, user)
    assert not factors.may_wait(sign_in().session, user)


def test_set_up_it_opens_the_admin_and_shows_codes_for_a_lost_device(administrator):
    asked(administrator.user, 30)
    client = sign_in()
    _, page = set_up(client)

    codes = page.context["unused_codes"]
    assert len(codes) == 10
    assert codes[0] in page.content.decode()
    assert f'href="{reverse("admin:index")}">Go on to the workshop' in page.content.decode()
    page = client.get(reverse("admin:index"))
    assert page.status_code == 200
    assert "second factor by" not in page.content.decode()


def test_signing_in_then_asks_for_the_code(administrator):
    secret, _ = set_up(sign_in())
    client = sign_in()
    assert client.get(reverse("admin:index")).status_code == 302
    assert client.get(reverse("account_email")).status_code == 302

    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert client.get(reverse("account_email")).status_code == 302
    # A code is good for one use; the set-up does not count as one.
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert client.get(reverse("admin:index")).status_code == 200


@pytest.mark.parametrize(("seconds_ago", "opens"), [(30, True), (120, False)])
def test_a_code_may_be_half_a_minute_old(administrator, seconds_ago, opens):
    secret, _ = set_up(sign_in())
    client = sign_in()
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret, seconds_ago)})

    assert (client.get(reverse("account_email")).status_code == 200) is opens


def test_a_recovery_code_opens_it_once(administrator):
    _, page = set_up(sign_in())
    code = page.context["unused_codes"][3]
    for status in (200, 302):
        client = sign_in()
        client.post(reverse("mfa_authenticate"), {"code": code})
        assert client.get(reverse("admin:index")).status_code == status


def test_setting_it_up_ends_the_sessions_that_had_only_the_password(administrator):
    here, elsewhere = sign_in(), sign_in()
    set_up(here)

    assert elsewhere.get(reverse("account_email")).status_code == 302
    assert here.get(reverse("admin:index")).status_code == 200


def test_a_factor_taken_away_is_demanded_again(administrator):
    asked(administrator.user, 30)
    client = sign_in()
    set_up(client)
    Authenticator.objects.all().delete()

    assert client.get(reverse("admin:index"))["Location"] == SET_UP


def test_words_sent_when_the_factor_has_gone_come_back(consultant, version):
    section = version.role.sections.get(key="skills")
    address = reverse("admin:roles_section_change", args=[section.pk])
    asked(consultant.user, 7)
    client = Client()
    client.force_login(consultant.user)
    sent = {"heading": "Skills <now>", "statements-0-text": "Reworded.", "password": "a long secret"}

    response = client.post(address, sent)
    page = response.content.decode()

    assert response.status_code == 403
    for words in ("Skills &lt;now&gt;", "Reworded.", f'href="{SET_UP}"', "Nothing was saved"):
        assert words in page
    assert "a long secret" not in page
    section.refresh_from_db()
    assert section.heading != "Skills <now>"


def test_recovery_codes_alone_are_no_second_factor(administrator):
    asked(administrator.user, 7)
    Authenticator.objects.create(user=administrator.user, type="recovery_codes", data={"seed": "a", "used_mask": 0})

    assert sign_in().get(reverse("admin:index"))["Location"] == SET_UP


def test_the_days_count_from_becoming_staff_each_time(member):
    user = member.user
    assert not AccountState.objects.exists()
    user.is_staff = True
    user.save()
    asked(user, 30)
    sign_in("member")
    assert AccountState.objects.get().factor_asked_at < timezone.now() - timedelta(days=29)

    user.is_staff = False
    user.save()
    assert AccountState.objects.get().factor_asked_at is None
    user.is_staff = True
    user.save(update_fields=["is_staff"])
    assert AccountState.objects.get().factor_asked_at > timezone.now() - timedelta(minutes=1)


def test_of_staff_from_before_the_demand_they_count_from_the_next_sign_in(administrator, settings):
    AccountState.objects.all().delete()
    client = Client()
    client.force_login(administrator.user)
    AccountState.objects.all().delete()
    assert client.get(reverse("admin:index")).status_code == 200
    assert not AccountState.objects.exists()

    assert sign_in().get(reverse("admin:index")).status_code == 200
    assert AccountState.objects.get().factor_asked_at


def test_an_owner_is_asked_for_nothing(member):
    client = sign_in("member")

    assert client.get(reverse("posting_list")).status_code == 200
    assert client.get(reverse("admin:index"), follow=True).status_code == 403
    assert not AccountState.objects.exists()


def test_not_demanded_it_is_asked_of_nobody(administrator, settings):
    settings.STAFF_SECOND_FACTOR = False
    page = sign_in().get(reverse("admin:index"))

    assert page.status_code == 200
    assert "second factor by" not in page.content.decode()


def test_an_address_nobody_proved_learns_what_to_do_first(administrator):
    EmailAddress.objects.update(verified=False)
    asked(administrator.user, 7)
    client = sign_in()
    page = client.get(reverse("admin:index"), follow=True)

    assert "verified your email address" in page.content.decode()
    assert client.get(reverse("account_email")).status_code == 200


def test_it_is_demanded_in_production_and_not_on_a_developers_machine():
    printed = "print(settings.STAFF_SECOND_FACTOR, settings.STAFF_GRACE_DAYS)"
    assert settings_of(printed=printed).stdout.split() == ["False", "7"]
    assert settings_of(printed=printed, **PRODUCTION).stdout.split() == ["True", "7"]
    given = {"STAFF_SECOND_FACTOR": "off", "STAFF_GRACE_DAYS": "3"}
    assert settings_of(printed=printed, **PRODUCTION, **given).stdout.split() == ["False", "3"]


def test_a_mailbox_alone_does_not_take_the_factor_of_staff_away(administrator):
    """Whose address was never verified, as of an account made by a command."""
    EmailAddress.objects.filter(user=administrator.user).delete()
    Authenticator.objects.create(user=administrator.user, type="totp", data={"secret": "A" * 32})

    reset("administrator@example.com", "quite another one")
    page = Client().post(reverse("account_login"), {"login": "administrator", "password": "quite another one"})

    assert Authenticator.objects.filter(user=administrator.user).exists()
    assert page.url.startswith(reverse("mfa_authenticate"))


def test_after_the_days_of_grace_a_consultant_vouches_for_no_posting(consultant, posting):
    asked(consultant.user, 7)
    link = SharedLink(posting=posting, kind="comment", label="For a check")
    link.start()

    assert consultant.post(link.get_absolute_url(), {}).status_code == 422  # a guest is asked for a name
    consultant.post(link.get_absolute_url(), {"name": "Ann"})
    checked = consultant.post(reverse("posting_check", args=[posting.pk]), {"revision": posting.revision})
    consultant.post(reverse("posting_comments", args=[posting.pk]), {"do": "add", "text": "Fine."})

    assert checked.status_code == 404
    assert Comment.objects.values_list("by", "name").get() == ("guest", "Ann")
