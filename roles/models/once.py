"""What follows from something published, which never changes: a process makes it once."""

from collections.abc import Callable, Container
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar

from django.db.models import Q
from django.utils import timezone

VERSIONS_KEPT = 16  # in a process; a template takes some 2 MB
Key = tuple[int, int, datetime]  # id, number and moment: a database that is restored may give an id again
_kept: list[dict[Key, Any]] = []
P = TypeVar("P", bound=Any)  # a RoleVersion or an Edition
T = TypeVar("T")


def once_a_version(make: "Callable[[P], T]") -> "Callable[[P], T]":
    """Let a process make what follows from a version once: a published version never changes."""
    kept: dict[Key, T] = {}
    _kept.append(kept)

    @wraps(make)
    def once(version: P) -> T:
        key = key_of(version)
        try:
            return kept[key]
        except KeyError:
            made = make(version)
        if len(kept) >= VERSIONS_KEPT:
            kept.clear()
        kept[key] = made
        return made

    return once


def key_of(version: Any) -> Key:
    return version.pk, version.number, version.published_at


def public(at: datetime | None = None) -> Q:
    """Those that are public now, or will be at that moment: what was not planned is from its publication on."""
    return Q(public_from=None) | Q(public_from__lte=at or timezone.now())


def is_planned(row: Any) -> bool:
    return row.public_from is not None and row.public_from > timezone.now()


def forget_versions(but: Container[Key] = ()) -> None:
    """Make it anew, as a new process would, except what follows from some versions."""
    for kept in _kept:
        for key in [key for key in kept if key not in but]:
            del kept[key]
