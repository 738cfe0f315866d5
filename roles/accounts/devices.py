"""Devices an account has signed in from: a stranger's guesses do not lock it out there.

The cookie holds `[account, device, mark]` for each of the last accounts, signed. The mark ends with the password.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare

COOKIE = "devices"
SALT = "roles.accounts.devices"
MAX_AGE = 60 * 60 * 24 * 180
ACCOUNTS_MAX = 5


def known_device(request, user):
    """Return the name of this device if the account has signed in from it with its present password, else None."""
    for account, device, mark in _read(request):
        if account == user.pk and constant_time_compare(mark, _mark(user)):
            return device
    return None


def remember_device(request, response, user):
    device = known_device(request, user) or secrets.token_hex(8)
    others = [entry for entry in _read(request) if entry[0] != user.pk]
    response.set_cookie(
        COOKIE,
        signing.dumps([[user.pk, device, _mark(user)], *others][:ACCOUNTS_MAX], salt=SALT, compress=True),
        max_age=MAX_AGE,
        path=settings.SESSION_COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read(request):
    try:
        return signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return []


def _mark(user):
    return user.get_session_auth_hash()[:16]
