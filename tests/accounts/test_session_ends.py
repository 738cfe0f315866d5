"""Sessions of staff have their hours, and a disabled account's are dead for good."""

import time

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from roles.accounts import sessions
from roles.accounts.models import AccountState
from roles.models.closing import close_account

HOUR = 60 * 60


def is_signed_in(client):
    return client.get(reverse("account_email")).status_code == 200


def replay(client):
    """A browser with a copy of the cookie."""
    browser = Client()
    browser.cookies["sessionid"] = client.cookies["sessionid"].value
    return browser


@pytest.fixture
def later():
    """Let so many hours pass since the test began."""
    began = time.time()
    with time_machine.travel(began, tick=True) as clock:
        yield lambda hours: clock.move_to(began + hours * HOUR)


@pytest.mark.parametrize("who", ["consultant", "administrator"])
def test_a_session_of_staff_ends_after_twelve_hours_whatever_was_done(request, who, later):
    client = request.getfixturevalue(who)
    for hours in (4, 8, 11.9):
        later(hours)
        assert is_signed_in(client)
    later(12.1)
    assert client.get(reverse("admin:index")).status_code == 302
    assert not is_signed_in(replay(client))


def test_what_is_sent_after_twelve_hours_is_not_lost(consultant, later):
    later(12.1)
    response = consultant.post(reverse("admin:roles_need_add"), {"phrase": "Words typed at the end of a long day"})

    assert response.status_code == 403
    assert "Words typed at the end of a long day" in response.content.decode()


def test_a_session_of_an_owner_stays(member, later):
    later(24 * 80)
    assert is_signed_in(member)


def test_an_owner_who_becomes_staff_has_twelve_hours_from_sign_in(member, later):
    get_user_model().objects.filter(pk=member.user.pk).update(is_staff=True)
    assert is_signed_in(member)
    later(12.1)
    assert not is_signed_in(member)


def test_a_session_without_a_beginning_is_over_for_staff_alone(consultant, member):
    for client in (consultant, member):
        session = client.session
        del session[sessions.BEGAN]
        session.save()

    assert not is_signed_in(consultant)
    assert is_signed_in(member)


def test_enabling_an_account_again_revives_no_cookie(administrator, consultant):
    kept = replay(consultant)
    address = reverse("admin:auth_user_change", args=[consultant.user.pk])

    def save(**ticked):
        page = administrator.get(address).context
        data = {name: page["adminform"].form[name].value() for name in ("username", "email")}
        return administrator.post(address, data | {"opened": page["opened"], "is_staff": "on", **ticked})

    assert save().status_code == 302
    assert not is_signed_in(consultant)
    assert save(is_active="on").status_code == 302
    assert get_user_model().objects.get(pk=consultant.user.pk).is_active
    assert not is_signed_in(consultant)
    assert not is_signed_in(kept)


def test_an_account_enabled_again_can_sign_in_and_stays_so(member):
    for active in (False, True):
        member.user.is_active = active
        member.user.save()
    client = Client()
    client.post(reverse("account_login"), {"login": "member", "password": "a long password"})

    assert is_signed_in(client)
    assert is_signed_in(client)


def test_what_else_is_saved_of_an_account_ends_no_session(member):
    member.user.first_name = "Meg"
    member.user.save()
    member.user.save(update_fields=["last_login"])

    assert is_signed_in(member)
    assert not AccountState.objects.exists()


def test_a_closed_account_keeps_no_session(consultant, version):
    version.role.publish(by=consultant.user)
    close_account(consultant.user)
    get_user_model().objects.filter(pk=consultant.user.pk).update(is_active=True)

    assert not is_signed_in(consultant)


def test_the_account_and_its_state_cost_one_query(member, django_assert_num_queries):
    AccountState.objects.create(user=member.user)
    with django_assert_num_queries(3):
        member.get(reverse("account_delete"))
