"""Guesses are counted for the account, whatever host, port, name, address or forwarded address they come with."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse

from roles.accounts.devices import COOKIE

PASSWORD = "a long password"
NAMES = ("administrator", "administrator@example.com", "ADMINISTRATOR", "Administrator@Example.com", " administrator ")


def post(client, login, password, **extra):
    return client.post(reverse("account_login"), {"login": login, "password": password}, **extra)


def can_sign_in(client, login="administrator", password=PASSWORD, **extra):
    return post(client, login, password, **extra).status_code == 302


def guess(number):
    """Return the answer to a stranger's wrong guess, each from another place, to another host, with another name."""
    return post(
        Client(REMOTE_ADDR=f"198.51.100.{number}"),
        NAMES[number % len(NAMES)],
        f"wrong {number}",
        HTTP_HOST=("testserver", f"testserver:{8000 + number}", f"{number}.testserver")[number % 3],
        HTTP_X_FORWARDED_FOR=f"203.0.113.{number}",
    )


def too_many(response):
    return "Too many" in response.content.decode()


@pytest.fixture(autouse=True)
def hosts(settings):
    settings.ALLOWED_HOSTS = [".testserver"]


@pytest.fixture
def known(administrator):
    client = Client()
    assert can_sign_in(client)
    client.post(reverse("account_logout"))
    return client


def test_of_twenty_guesses_however_sent_five_are_looked_at(administrator):
    assert [too_many(guess(number)) for number in range(20)] == [False] * 5 + [True] * 15
    assert not can_sign_in(Client(REMOTE_ADDR="198.51.100.99"))


def test_a_device_that_signed_in_before_is_not_locked_out_by_them(known):
    for number in range(20):
        guess(number)

    assert can_sign_in(known)


def test_a_known_device_may_guess_five_times_too(known):
    assert [too_many(post(known, "administrator", "wrong")) for _ in range(7)] == [False] * 5 + [True] * 2
    assert can_sign_in(Client())


def test_a_device_is_known_to_its_own_account_alone(known, member):
    stranger = Client()
    assert can_sign_in(stranger, "member")
    stranger.post(reverse("account_logout"))
    for number in range(5):
        guess(number)

    assert not can_sign_in(stranger)


def test_a_forged_or_changed_cookie_is_no_known_device(known):
    stranger = Client()
    value = known.cookies[COOKIE].value
    for forged in (value[:-1] + ("a" if value[-1] != "a" else "b"), "", "x:y:z", "\u00e9"):
        stranger.cookies[COOKIE] = forged
        for number in range(5):
            guess(number)
        assert not can_sign_in(stranger)


def test_a_device_is_unknown_after_the_password_has_changed(known):
    account = get_user_model().objects.get(username="administrator")
    account.set_password("quite another password")
    account.save()
    for number in range(5):
        guess(number)

    assert not can_sign_in(known, password="quite another password")


def test_the_cookie_is_for_the_server_alone(known, settings):
    assert known.cookies[COOKIE]["httponly"]
    settings.SESSION_COOKIE_SECURE = True
    assert can_sign_in(known)
    assert known.cookies[COOKIE]["secure"]


def test_two_accounts_of_one_device_are_both_known(known, member):
    assert can_sign_in(known, "member")
    known.post(reverse("account_logout"))
    for number in range(5):
        guess(number)

    assert can_sign_in(known)


def test_a_name_that_is_nobodys_is_counted_as_it_is_meant(db):
    names = ("nobody", "NOBODY", " nobody", "\uff4e\uff4f\uff42\uff4f\uff44\uff59")
    answers = [too_many(post(Client(REMOTE_ADDR=f"198.51.100.{n}"), names[n % 4], "wrong")) for n in range(8)]

    assert answers == [False] * 5 + [True] * 3


def test_another_account_with_the_address_has_no_second_counter(known):
    get_user_model().objects.create_user("mallory", "administrator@example.com", "the attacker's words")
    EmailAddress.objects.update(verified=False)
    for number in range(20):
        guess(number)

    assert can_sign_in(known, "administrator@example.com")
    assert not can_sign_in(Client(REMOTE_ADDR="198.51.100.99"), "administrator@example.com")


def test_a_locked_account_is_not_tried_through_another_with_its_address(administrator):
    get_user_model().objects.create_user("mallory", "administrator@example.com", "the attacker's words")
    EmailAddress.objects.update(verified=False)
    for number in range(5):
        post(Client(REMOTE_ADDR=f"198.51.100.{number}"), "administrator", "wrong")

    assert not can_sign_in(Client(), "administrator@example.com")
    assert can_sign_in(Client(), "administrator@example.com", "the attacker's words")


def test_a_new_password_chosen_by_email_opens_the_way_again(member):
    for number in range(6):
        post(Client(REMOTE_ADDR=f"198.51.100.{number}"), "member", "wrong")
    browser = Client()
    browser.post(reverse("account_reset_password"), {"email": "member@example.com"})
    path = mail.outbox[0].body.partition("http://testserver")[2].split()[0]
    page = browser.get(path, follow=True)
    browser.post(page.redirect_chain[-1][0], {"password1": "blue harbour 12", "password2": "blue harbour 12"})

    assert can_sign_in(Client(), "member", "blue harbour 12")


@pytest.mark.parametrize(
    ("port", "status"), [("", 200), (":80", 200), (":443", 200), (":8000", 400), (":4433", 400), (":0443", 400)]
)
def test_a_port_that_is_not_ours_is_refused_and_never_mailed(member, settings, port, status):
    settings.ALLOWED_PORTS = ["80", "443"]
    data = {"email": "member@example.com"}
    answer = Client().post(reverse("account_reset_password"), data, HTTP_HOST=f"testserver{port}", follow=True)

    assert answer.status_code == status
    assert len(mail.outbox) == (status == 200)
