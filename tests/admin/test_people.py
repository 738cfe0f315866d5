"""The page of an account, with two administrators at it; and the passwords that may be set on it."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse

from roles.accounts.forms import RULES
from tests.accounts.test_emails import link_in

User = get_user_model()
WEAK = {
    "eleven char": "too short",
    "password1234": "too common",
    "123456789012": "entirely numeric",
    "Operations Director": "names of this portal",
    "consultant@example.com": "too similar",
}


@pytest.fixture
def address(consultant):
    return reverse("admin:auth_user_change", args=[consultant.user.pk])


@pytest.fixture
def sent(administrator, address):
    """What the form sends when nothing is changed, opened now."""

    def open_it():
        context = administrator.get(address).context
        form = context["adminform"].form
        data = {name: form[name].value() for name in ("username", "first_name", "last_name", "email")}
        ticks = {name: "on" for name in ("is_active", "is_staff", "is_superuser") if form[name].value()}
        groups = {"groups": form["groups"].value() or ()}
        return data | ticks | groups | {"opened": context["opened"]}

    return open_it


@pytest.fixture
def colleague(administrator):
    client = Client()
    client.force_login(User.objects.create_superuser("colleague", "colleague@example.com", "a long password"))
    return client


def test_a_page_opened_before_gives_no_rights_back(administrator, colleague, address, sent):
    before = sent()
    taken = {name: value for name, value in sent().items() if name not in ("is_staff", "groups")}
    assert colleague.post(address, taken).status_code == 302
    refused = administrator.post(address, before | {"last_name": "Poe"})

    assert refused.status_code == 200
    user = User.objects.get(username="consultant")
    assert (user.is_staff, user.groups.count(), user.last_name) == (False, 0, "")
    assert refused.context["stale"].conflicts == []
    assert "colleague saved this page" in refused.content.decode()
    form = refused.context["adminform"].form
    assert (form["is_staff"].value(), form["last_name"].value()) == (False, "Poe")


def test_both_texts_of_a_field_are_shown_and_the_second_save_replaces(administrator, colleague, address, sent):
    before = sent()
    colleague.post(address, sent() | {"first_name": "Theirs"})
    refused = administrator.post(address, before | {"first_name": "Mine"})

    (conflict,) = refused.context["stale"].conflicts
    assert (conflict.of.label, conflict.theirs, conflict.yours) == ("first name", "Theirs", "Mine")
    again = before | {"first_name": "Mine", "opened": refused.context["opened"]}
    assert administrator.post(address, again).status_code == 302
    assert User.objects.get(username="consultant").first_name == "Mine"


def test_a_page_saved_in_turn_is_saved(administrator, address, sent):
    for name in ("Ann", "Bea"):
        assert administrator.post(address, sent() | {"first_name": name}).status_code == 302

    assert User.objects.get(username="consultant").first_name == "Bea"
    assert User.objects.get(username="consultant").groups.get() == Group.objects.get(name="Consultants")


def test_a_password_set_meanwhile_stays(administrator, colleague, address, sent):
    before = sent()
    new = {"password1": "blue harbour 12", "password2": "blue harbour 12", "usable_password": "true"}
    number = User.objects.get(username="consultant").pk
    assert colleague.post(reverse("admin:auth_user_password_change", args=[number]), new).status_code == 302
    administrator.post(address, before | {"last_name": "Poe"})

    assert User.objects.get(pk=number).check_password("blue harbour 12")


def test_the_log_names_what_was_changed_and_none_of_a_persons_texts(administrator, address, sent):
    administrator.post(address, sent() | {"first_name": "Bartholomew", "email": "bart@example.com"})

    message = LogEntry.objects.first().get_change_message()
    assert "First name" in message
    assert "Bartholomew" not in message
    assert "bart@" not in LogEntry.objects.first().change_message


def errors(response, field):
    assert response.status_code == 200
    return " ".join(response.context["form"].errors[field])


@pytest.mark.parametrize(("password", "why"), WEAK.items())
def test_a_weak_password_of_staff_is_refused_wherever_it_is_set(administrator, consultant, password, why):
    number = consultant.user.pk
    twice = {"password1": password, "password2": password, "usable_password": "true"}
    set_anew = administrator.post(reverse("admin:auth_user_password_change", args=[number]), twice)
    consultant.user.set_password("a long password")
    consultant.user.save()
    own = Client()
    own.force_login(consultant.user)
    changed = own.post(reverse("account_change_password"), {**twice, "oldpassword": "a long password"})
    # By a link in an email, as somebody who was invited and as somebody who forgot.
    reader = Client()
    reader.post(reverse("account_reset_password"), {"email": consultant.user.email})
    page = reader.get(link_in(mail.outbox[-1]), follow=True)
    by_link = reader.post(page.redirect_chain[-1][0], twice)

    assert why in errors(set_anew, "password2")
    assert why in errors(changed, "password1")
    assert why in errors(by_link, "password1")


def test_the_rules_for_a_password_are_one_sentence_wherever_one_is_chosen(consultant):
    own = consultant.get(reverse("account_change_password"))
    reader = Client()
    reader.post(reverse("account_reset_password"), {"email": consultant.user.email})
    by_link = reader.get(link_in(mail.outbox[-1]), follow=True)

    for page in (own, by_link, reader.get(reverse("account_signup"))):
        assert page.context["form"].fields["password1"].help_text == RULES


@pytest.mark.parametrize("proved", [False, True])
def test_an_account_that_nobody_proved_to_own_its_address_is_no_colleague(administrator, proved):
    """Anybody makes an account with anybody's address: rights given to it would be a stranger's."""
    user = User.objects.create_user("stranger", "boss@example.com", "a long password")
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=proved)
    page = administrator.post(reverse("admin:auth_user_add"), {"email": "boss@example.com", "kind": "consultant"})

    said = str(page.context["adminform"].form.errors)
    assert ("change its groups" in said) is proved
    assert ("Delete that account first" in said) is not proved


@pytest.mark.parametrize(("kind", "boxes"), [("user", ["groups", "user_permissions"]), ("group", ["permissions"])])
def test_rights_are_ticked_one_by_one_without_a_script(administrator, kind, boxes):
    group = Group.objects.get(name="Consultants")
    row = group if kind == "group" else User.objects.get(username="administrator")
    page = administrator.get(reverse(f"admin:auth_{kind}_change", args=[row.pk])).content.decode()
    for name in boxes:
        assert f'<input type="checkbox" name="{name}"' in page
    assert "SelectFilter2" not in page
