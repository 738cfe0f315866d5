"""What happens to accounts, rights and content is recorded for good, without a name, an address or a secret."""

import json
import logging
from io import BytesIO

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse

from roles.audit import Kind, hashed, record_event
from roles.models import DraftBackup, Posting, PublishRequest, RoleVersion, SecurityEvent
from roles.models.closing import close_account
from roles.models.drafts import back_up_draft

User = get_user_model()
PASSWORD = "a long password"


@pytest.fixture
def event(db):
    return record_event(Kind.EXPORTED, "role x", format="zip")


def kinds(subject):
    """The kinds of what happened to it, the oldest first."""
    return list(SecurityEvent.objects.filter(subject=subject).order_by("pk").values_list("kind", flat=True))


def about(client):
    return f"account {client.user.pk}"


def test_an_event_is_neither_saved_again_nor_deleted(event):
    for refused in (
        event.save,
        event.delete,
        SecurityEvent.objects.all().delete,
        lambda: SecurityEvent.objects.update(kind=Kind.LOCKED),
        lambda: SecurityEvent.objects.bulk_update([event], ["kind"]),
        lambda: SecurityEvent._base_manager.all().delete(),
    ):
        with pytest.raises(TypeError, match="stays as it is"):
            refused()


@pytest.mark.parametrize("statement", ["UPDATE roles_securityevent SET actor = 1", "DELETE FROM roles_securityevent"])
def test_the_database_refuses_what_goes_round_the_model(event, statement):
    with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert SecurityEvent.objects.filter(pk=event.pk).exists()


def test_each_event_is_one_line_of_the_log_stream(db, caplog):
    caplog.set_level(logging.INFO, "roles.security")
    record_event(Kind.EXPORTED, "role a\nb", note="x\r\ny")

    (line,) = caplog.messages
    assert "\n" not in line
    assert json.loads(line) == {
        "kind": "exported",
        "actor": None,
        "subject": "role a\nb",
        "address": "",
        "details": {"note": "x\r\ny"},
    }


def test_signing_in_failing_and_signing_out_are_recorded(member):
    browser = Client(REMOTE_ADDR="192.0.2.7")
    browser.post(reverse("account_login"), {"login": "Member@example.com", "password": "wrong"})
    browser.post(reverse("account_login"), {"login": "member@example.com", "password": PASSWORD})
    browser.post(reverse("account_logout"))

    assert kinds(about(member))[-3:] == ["sign_in_failed", "signed_in", "signed_out"]
    _, signed_in, failed = SecurityEvent.objects.filter(subject=about(member))[:3]
    assert (failed.actor, signed_in.actor) == (None, member.user.pk)
    assert failed.address_hash == signed_in.address_hash == hashed("192.0.2.7")
    assert failed.details == {"login": hashed("member@example.com")}


def test_a_guess_at_no_account_is_recorded_without_what_was_typed(stranger, db, caplog):
    caplog.set_level(logging.INFO, "roles.security")
    stranger.post(reverse("account_login"), {"login": "My secret typed here", "password": "another secret"})

    event = SecurityEvent.objects.get(kind=Kind.SIGN_IN_FAILED)
    assert (event.actor, event.subject) == (None, "")
    for text in ("127.0.0.1", "secret"):
        assert text not in f"{event.details} {event.address_hash} {caplog.text}"


def test_a_lock_is_recorded_once(member, stranger):
    for _ in range(8):
        stranger.post(reverse("account_login"), {"login": "member", "password": "wrong"})

    assert kinds(about(member)).count("sign_in_failed") == 5
    assert SecurityEvent.objects.filter(kind=Kind.LOCKED).count() == 1


def test_a_changed_password_is_recorded_and_a_hash_made_anew_is_not(member):
    member.user.set_password("another long password")
    member.user.save(update_fields=["password"])
    assert Kind.PASSWORD_CHANGED not in kinds(about(member))

    data = {"oldpassword": "another long password", "password1": "a third password", "password2": "a third password"}
    client = Client()
    client.force_login(User.objects.get(pk=member.user.pk))
    client.post(reverse("account_change_password"), data)

    assert kinds(about(member)).count(Kind.PASSWORD_CHANGED) == 1
    assert "password" not in json.dumps(list(SecurityEvent.objects.values_list("details", flat=True)))


def test_addresses_and_factors_that_come_and_go_are_recorded_without_them(member, db):
    user = member.user
    address = EmailAddress.objects.create(user=user, email="new@example.com")
    factor = Authenticator.objects.create(user=user, type="totp", data={"secret": "S3CR3T"})
    EmailAddress.objects.filter(pk=address.pk).delete()
    factor.delete()

    assert kinds(about(member))[-4:] == ["address_added", "factor_added", "address_removed", "factor_removed"]
    kept = json.dumps(list(SecurityEvent.objects.values_list("details", flat=True)))
    assert "example.com" not in kept
    assert "S3CR3T" not in kept


def test_rights_given_and_taken_are_recorded_whichever_side_they_come_from(member, db):
    user, group = member.user, Group.objects.get(name="Consultants")
    permission = Permission.objects.get(codename="view_role")
    user.groups.add(group)
    group.user_set.remove(user)
    user.user_permissions.add(permission)
    user.user_permissions.clear()
    user.is_staff = user.is_superuser = True
    user.save()
    user.is_superuser = False
    user.save(update_fields=["is_superuser"])
    user.is_active = False
    user.save(update_fields=["is_active"])
    user.is_active = True
    user.save()
    group.permissions.remove(permission)

    wanted = [
        ("rights_granted", ["Consultants"]),
        ("rights_taken", ["Consultants"]),
        ("rights_granted", ["view_role"]),
        ("rights_taken", ["view_role"]),
        ("rights_granted", ["is_staff", "is_superuser"]),
        ("rights_taken", ["is_superuser"]),
        ("account_disabled", None),
        ("account_enabled", None),
    ]
    found = SecurityEvent.objects.filter(subject=about(member)).order_by("pk")
    assert [(event.kind, event.details.get("rights")) for event in found][-8:] == wanted
    assert kinds("group Consultants") == ["rights_taken"]


def test_export_import_publication_and_restoring_are_recorded(consultant, small_content):
    role = RoleVersion.objects.first().role
    raw = consultant.get(reverse("admin:roles_role_export", args=[role.pk])).content
    consultant.get(reverse("admin:roles_role_export_all"))
    role.sections.filter(key="skills").delete()
    consultant.post(reverse("admin:roles_role_publish", args=[role.pk]), {"note": "Shorter", "despite": "A small one"})
    consultant.post(reverse("admin:roles_role_restore", args=[role.pk, 1]))
    file = BytesIO(raw.replace(b"heading: Skills", b"heading: Strengths"))
    file.name = f"{role.slug}.yaml"
    page = consultant.post(reverse("admin:roles_role_import"), {"file": file})
    consultant.post(reverse("admin:roles_role_import"), {"carried": page.context["carried"]})

    done = SecurityEvent.objects.filter(actor=consultant.user.pk).order_by("pk").values_list("kind", "subject")
    assert list(done)[-5:] == [
        ("exported", f"role {role.slug}"),
        ("exported", "all content"),
        ("published", f"role {role.slug}"),
        ("restored", f"role {role.slug}"),
        ("imported", f"role {role.slug}"),
    ]


def acts_of(user, role):
    """Leave a mark in every table that names who did something."""
    LogEntry.objects.log_actions(user.pk, [role], 2, "Moved.")
    role.publish(by=user)
    back_up_draft(role, by=user, reason="Deleting")
    PublishRequest.objects.create(requested_by=user, role=role, snapshot={}, after=1)


@pytest.mark.parametrize("close", ["on the account's page", "in the admin", "in the admin's list"])
def test_acts_survive_the_loss_of_rights_and_the_deletion_of_the_account(consultant, administrator, version, close):
    user, role = consultant.user, version.role
    EmailAddress.objects.filter(user=user).update(email="jo@example.com")
    User.objects.filter(pk=user.pk).update(email="jo@example.com", first_name="Jo")
    number = user.pk
    acts_of(user, role)
    before = SecurityEvent.objects.count()
    user.groups.clear()
    user.is_staff = False
    user.save(update_fields=["is_staff"])
    if close == "on the account's page":
        password = User.objects.get(pk=number)
        password.set_password(PASSWORD)
        password.save()
        client = Client()
        client.force_login(password)
        assert client.post("/accounts/delete/", {"password": PASSWORD}).status_code == 302
    elif close == "in the admin":
        administrator.post(reverse("admin:auth_user_delete", args=[number]), {"post": "yes"})
    else:
        data = {"action": "delete_selected", "_selected_action": [number], "post": "yes"}
        administrator.post(reverse("admin:auth_user_changelist"), data)

    former = User.objects.get(pk=number)
    assert former.username == f"Former colleague {number}"
    assert (former.email, former.first_name, former.is_active, former.is_staff) == ("", "", False, False)
    assert not former.has_usable_password()
    assert not former.groups.exists()
    assert not EmailAddress.objects.filter(user=number).exists()
    assert LogEntry.objects.filter(user=number, change_message="Moved.").exists()
    assert RoleVersion.objects.filter(published_by=number).count() == 1
    assert DraftBackup.objects.filter(made_by=number).count() == 1
    assert PublishRequest.objects.filter(requested_by=number).count() == 1
    assert SecurityEvent.objects.count() > before
    assert kinds(f"account {number}")[-1] in ("account_deleted", "signed_out")
    assert "account_deleted" in kinds(f"account {number}")
    for entry in LogEntry.objects.all():
        assert "consultant" not in entry.object_repr
        assert "jo@example.com" not in entry.change_message


def test_an_account_that_did_something_is_not_deleted_past_its_closing(consultant, version):
    acts_of(consultant.user, version.role)
    for delete in (consultant.user.delete, User.objects.filter(pk=consultant.user.pk).delete):
        with pytest.raises(ProtectedError), transaction.atomic():
            delete()

    assert LogEntry.objects.filter(user=consultant.user.pk).exists()


def test_an_owners_account_goes_and_its_number_stays(member, administrator):
    number = member.user.pk
    administrator.post(
        reverse("admin:auth_user_change", args=[number]),
        {"username": "member", "email": "member@example.com", "first_name": "Meg"},
    )
    LogEntry.objects.log_actions(administrator.user.pk, [member.user], 2, "Told member@example.com.")
    close_account(member.user)

    assert not User.objects.filter(pk=number).exists()
    assert not Posting.objects.filter(pk=member.posting.pk).exists()
    assert "account_deleted" in kinds(f"account {number}")
    kept = [f"{entry.object_repr} {entry.change_message}" for entry in LogEntry.objects.filter(object_id=str(number))]
    assert kept
    assert all("member" not in text for text in kept)


def test_administrators_read_the_events_and_nobody_changes_them(administrator, consultant, event):
    page = reverse("admin:roles_securityevent_changelist")
    change = reverse("admin:roles_securityevent_change", args=[event.pk])

    assert "content exported" in administrator.get(page).content.decode()
    assert consultant.get(page).status_code == 403
    assert administrator.post(change, {"kind": "locked"}).status_code == 403
    assert administrator.post(reverse("admin:roles_securityevent_delete", args=[event.pk])).status_code == 403
