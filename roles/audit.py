"""Security events, written to the database and to the log stream as one line each."""

import json
import logging
from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.core import context
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.utils.crypto import salted_hmac

from .models import SecurityEvent, SharedLink

Kind = SecurityEvent.Kind
DETAIL_MAX = 200
LOCK_SECONDS = 5 * 60

logger = logging.getLogger("roles.security")


def record_event(kind: Kind, subject: str = "", *, actor: int | None = None, **details) -> SecurityEvent:
    """Record what happened; without an `actor` it is who is signed in for the request that runs, if one does."""
    request = context.request
    if actor is None and request is not None and (user := getattr(request, "user", None)) is not None:
        actor = user.pk
    event = SecurityEvent(
        kind=kind,
        actor=actor,
        subject=subject[:120],
        address_hash=_network_address(request),
        details={name: _short(value) for name, value in details.items()},
    )
    line = {"kind": event.kind, "actor": actor, "subject": event.subject, "address": event.address_hash}
    logger.info(json.dumps(line | {"details": event.details}, default=str))
    event.save()
    return event


def record_lock(login: str, number: int | None) -> None:
    """Record that sign-in is refused after wrong guesses: once in five minutes for one login, however often it is
    tried. `number` is the account's, None where there is none."""
    if cache.add(f"roles.audit.locked:{number or hashed(login)}", True, timeout=LOCK_SECONDS):
        record_event(Kind.LOCKED, account(number), login=hashed(login))


def account(number: int | None) -> str:
    """The subject of an event about an account."""
    return f"account {number}" if number else ""


def record_link(kind: Kind, link: SharedLink) -> None:
    """Record what happened to a shared link: by its id and what it allows, never by its token or whom it is for."""
    record_event(kind, posting_subject(link.posting_id), link=str(link.pk), right=link.kind, number=link.number)


def posting_subject(number: UUID) -> str:
    """The subject of an event about a posting."""
    return f"posting {number}"


def hashed(text: str) -> str:
    """A text that names a person, or where they are: alike for alike, and readable for nobody."""
    return salted_hmac("roles.audit", text.strip().casefold(), algorithm="sha256").hexdigest()[:32] if text else ""


def _network_address(request) -> str:
    if request is None:
        return ""
    try:
        return hashed(get_adapter(request).get_client_ip(request))
    except PermissionDenied:  # a server's own request has none
        return ""


def _short(value):
    if isinstance(value, (list, tuple)):
        return [_short(item) for item in value[:50]]
    return value[:DETAIL_MAX] if isinstance(value, str) else value
