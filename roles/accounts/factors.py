"""The second factor that staff must have: who has it, and until when it may still be missing."""

from datetime import UTC, date, datetime, timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from .models import AccountState
from .sessions import began

HAS_FACTOR = Exists(Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP))


def is_demanded_of(user) -> bool:
    return settings.STAFF_SECOND_FACTOR and user.is_staff


def is_missing(user) -> bool:
    """Whether the account of a session must set one up; see `AccountBackend.get_user`."""
    return is_demanded_of(user) and not user.has_factor


def last_day_without(user) -> date:
    """The last day to sign in without one; an account that was not asked before is asked today."""
    state = getattr(user, "state", None)
    asked = state.factor_asked_at if state else None
    return timezone.localdate(asked) + timedelta(days=settings.STAFF_GRACE_DAYS - 1)


def may_wait(session, user) -> bool:
    """Whether the session began when it could still be missing: what is being typed is not cut off at midnight."""
    day = timezone.localdate(datetime.fromtimestamp(began(session), tz=UTC))
    return day <= last_day_without(user)


def keeps_out(session, user) -> bool:
    """Whether the time to set one up is over: until it is, the account does nothing of what only staff may do."""
    return is_missing(user) and not may_wait(session, user)


def ask(user) -> None:
    """Begin the days of grace of one of staff, if they have not begun; those of whoever is no longer staff end."""
    if is_demanded_of(user):
        state, _ = AccountState.objects.get_or_create(user=user)
        if state.factor_asked_at is None:
            state.factor_asked_at = timezone.now()
            state.save(update_fields=["factor_asked_at"])
    elif not user.is_staff:
        AccountState.objects.filter(user=user).exclude(factor_asked_at=None).update(factor_asked_at=None)
