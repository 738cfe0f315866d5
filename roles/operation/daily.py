"""The work of once a day: what is over goes, a few rows at a time, so that neither memory nor a lock grows with it.

Safe to run twice, or twice at once, or never: each batch is chosen and removed in one transaction.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from roles.models import Posting, PublicChange, PublicPage
from roles.models.posting_queryset import DRAFT_DAYS, PURGE_AFTER

BATCH = 200


@dataclass(frozen=True)
class Task:
    """`do(dry_run)` returns how many there were; `text` names them after that number."""

    name: str
    text: str
    do: Callable[[bool], int]


# What apps above this one have to do; each adds its own.
OF_APPS: list[Task] = []


def tasks() -> Iterator[Task]:
    yield from OF_APPS
    yield Task(
        "postings",
        f"postings that were deleted more than {PURGE_AFTER.days} days ago",
        lambda dry_run: remove(Posting.objects.to_purge, dry_run=dry_run),
    )
    yield Task(
        "drafts",
        f"drafts without an account that were not changed for {DRAFT_DAYS} days",
        lambda dry_run: remove(Posting.objects.forgotten, dry_run=dry_run),
    )
    yield Task(
        "changes",
        "notes of changes of the content, which tell whether a kept public page is still right",
        lambda dry_run: remove(PublicChange.objects.old, dry_run=dry_run),
    )
    yield Task(
        "pages",
        "public pages made of earlier content",
        lambda dry_run: remove(PublicPage.objects.outdated, dry_run=dry_run),
    )
    yield Task("sessions", "sessions that have expired", lambda dry_run: remove(expired_sessions, dry_run=dry_run))
    if remove_expired := getattr(cache, "remove_expired", None):  # other caches do it by themselves
        yield Task("cache", "files of the cache that are out of date", lambda dry_run: remove_expired(dry_run=dry_run))


def expired_sessions() -> QuerySet[Session]:
    return Session.objects.filter(expire_date__lt=timezone.now())


def remove(rows: Callable[[], QuerySet], *, dry_run: bool = False) -> int:
    """Remove the rows a query finds, batch by batch; return how many there were.

    Whoever changes one of them meanwhile comes first: it is looked at again under its lock, or left for tomorrow.
    """
    if dry_run:
        return rows().count()
    total = 0
    while True:
        with transaction.atomic():
            found = rows().select_for_update(skip_locked=True).order_by("pk").values_list("pk", flat=True)
            batch = list(found[:BATCH])
            # Their texts are not fetched to be removed.
            rows().model.objects.filter(pk__in=batch).only("pk").delete()
        if not batch:
            return total
        total += len(batch)
