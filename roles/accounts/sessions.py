"""When the session of an account is over, beside the day its cookie ends."""

import time

from django.conf import settings
from django.utils import timezone

from .models import AccountState

BEGAN = "signed_in_at"  # seconds since 1970; a session from before this was kept began at 0


def begin(session, at=None):
    session[BEGAN] = time.time() if at is None else at.timestamp()


def began(session):
    return session.get(BEGAN, 0.0)


def is_over(session, user):
    """Whether the account's sessions were ended after this one began, or it is one of staff that has had its hours."""
    state = getattr(user, "state", None)
    if state and state.sessions_since and began(session) < state.sessions_since.timestamp():
        return True
    return user.is_staff and began(session) < time.time() - settings.STAFF_SESSION_HOURS * 60 * 60


def end_sessions(user, but=None):
    """End every session of the account for good, except one that goes on."""
    now = timezone.now()
    AccountState.objects.update_or_create(user=user, defaults={"sessions_since": now})
    if but is not None:
        begin(but, now)
