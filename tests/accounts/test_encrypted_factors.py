"""What a second factor is made of is not readable in the database, and outlives a change of the key."""

import json
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from roles.accounts.encryption import MARK, FactorAdapter, UnreadableSecretError

from .test_second_factor import code_for

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SEED = "5eed" * 20
OLD, NEW = "old key " * 8, "new key " * 8


@pytest.fixture(autouse=True)
def keys(settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = OLD, []
    return settings


def stored():
    return json.dumps(list(Authenticator.objects.order_by("pk").values_list("data", flat=True)))


def encrypt_factors():
    out = StringIO()
    call_command("encrypt_factors", stdout=out)
    return out.getvalue()


@pytest.fixture
def plain(member):
    """The factors of an account as they were stored before."""
    Authenticator.objects.create(user=member.user, type="totp", data={"secret": SECRET})
    return Authenticator.objects.create(
        user=member.user, type="recovery_codes", data={"seed": SEED, "used_mask": 5, "migrated_codes": ["11112222"]}
    )


def opens(code):
    """Whether a sign-in with the password and this code succeeds."""
    client = Client()
    client.post(reverse("account_login"), {"login": "member", "password": "a long password"})
    client.post(reverse("mfa_authenticate"), {"code": code})
    return client.get(reverse("account_email")).status_code == 200


def test_neither_secret_nor_seed_is_in_the_database(member, monkeypatch):
    monkeypatch.setattr(RecoveryCodes, "generate_seed", lambda: SEED)
    TOTP.activate(member.user, SECRET)
    RecoveryCodes.activate(member.user)

    assert SECRET not in stored()
    assert SEED not in stored()
    assert stored().count(MARK) == 2
    assert opens(code_for(SECRET))


def test_what_was_stored_plainly_works_and_is_encrypted_by_the_command(plain):
    codes = plain.wrap().generate_codes()
    assert opens(code_for(SECRET))
    assert encrypt_factors() == "2 encrypted, 0 left as they were.\n"

    for text in (SECRET, SEED, "11112222"):
        assert text not in stored()
    plain.refresh_from_db()
    assert plain.data["used_mask"] == 5
    assert plain.wrap().generate_codes() == codes == ["11112222"]
    before = stored()
    assert encrypt_factors() == "0 encrypted, 2 left as they were.\n"
    assert stored() == before


def test_after_a_change_of_key_the_earlier_one_reads_until_the_command_ran(plain, keys):
    encrypt_factors()
    keys.SECRET_KEY, keys.SECRET_KEY_FALLBACKS = NEW, [OLD]
    assert opens(code_for(SECRET))
    assert encrypt_factors() == "2 encrypted, 0 left as they were.\n"

    keys.SECRET_KEY_FALLBACKS = []
    assert opens("11112222")


def test_a_factor_whose_key_is_gone_is_an_error_at_the_code(plain, keys):
    encrypt_factors()
    before = stored()
    keys.SECRET_KEY = NEW
    client = Client()
    client.post(reverse("account_login"), {"login": "member", "password": "a long password"})
    page = client.post(reverse("mfa_authenticate"), {"code": "123456"}).content.decode()

    assert "cannot be read any more" in page
    with pytest.raises(CommandError, match="Not readable with any key") as refused:
        encrypt_factors()
    assert all(str(pk) in str(refused.value) for pk in Authenticator.objects.values_list("pk", flat=True))
    assert stored() == before


def test_what_one_key_encrypts_another_cannot_read(keys):
    adapter = FactorAdapter()
    first, second = adapter.encrypt(SECRET), adapter.encrypt(SECRET)
    assert first != second
    assert adapter.decrypt(first) == adapter.decrypt(second) == SECRET

    keys.SECRET_KEY = NEW
    with pytest.raises(UnreadableSecretError):
        adapter.decrypt(first)
    changed = first[:-8] + ("A" if first[-8] != "A" else "B") + first[-7:]
    keys.SECRET_KEY = OLD
    with pytest.raises(UnreadableSecretError):
        adapter.decrypt(changed)
