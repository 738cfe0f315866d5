"""The secrets of second factors, encrypted in the database: whoever reads a copy of it makes no code of them.

The keys are derived from SECRET_KEY and SECRET_KEY_FALLBACKS (HKDF, RFC 5869). The first encrypts; each of them reads.
"""

import base64
from functools import lru_cache

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.encoding import force_bytes

MARK = "fernet:"  # neither Base32 nor hexadecimal digits, which the secrets themselves are written in
INFO = b"roles.accounts.encryption"
SECRETS = ("secret", "seed")  # of `Authenticator.data`; `migrated_codes` is a list of more


class UnreadableSecretError(ValidationError):
    """Made with a key that is not there any more. In a form it is an error of the code, in a template nothing."""

    silent_variable_failure = True

    def __init__(self):
        super().__init__("This second factor cannot be read any more. Ask an administrator to take it away.")


class FactorAdapter(DefaultMFAAdapter):
    def encrypt(self, text):
        return MARK + _fernets()[0].encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        if not encrypted_text.startswith(MARK):
            return encrypted_text  # from before there was encryption; see the command encrypt_factors
        try:
            return MultiFernet(_fernets()).decrypt(encrypted_text.removeprefix(MARK)).decode()
        except InvalidToken as error:
            raise UnreadableSecretError from error


def is_current(stored):
    """Whether it is encrypted, and with the key that SECRET_KEY gives."""
    try:
        return stored.startswith(MARK) and bool(_fernets()[0].decrypt(stored.removeprefix(MARK)))
    except InvalidToken:
        return False


def renewed(data):
    """Return the data of a factor with each secret encrypted by the present key.

    Raises UnreadableSecretError where one was encrypted with a key that is not there.
    """
    adapter = FactorAdapter()

    def renew(stored):
        return stored if is_current(stored) else adapter.encrypt(adapter.decrypt(stored))

    new = data | {name: renew(data[name]) for name in SECRETS if name in data}
    if "migrated_codes" in data:
        new["migrated_codes"] = [renew(code) for code in data["migrated_codes"]]
    return new


def _fernets():
    return [_fernet(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


@lru_cache(maxsize=8)
def _fernet(key):
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=INFO).derive(force_bytes(key))
    return Fernet(base64.urlsafe_b64encode(derived))
