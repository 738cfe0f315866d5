"""The public pages as bytes, kept until the content they were made of is another."""

import secrets
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection, models
from django.db.models.functions import Coalesce
from django.utils import timezone

ADDRESS_MAX = 300
# As many addresses as there are pages, times the names the portal is reached by; whoever invents names fills no disk.
PAGES_MOST = 500

# Each returns the first moment after a given one at which public content changes by the clock alone, or None.
SCHEDULES: list[Callable[[datetime], datetime | None]] = []


def content_changed() -> None:
    """Let no page made of the content as it was be served once this transaction is committed.

    Call it in the transaction of the change, or after a change that is committed. Cheap, and waits for nobody.
    """
    PublicChange.objects.create()


def fresh_until(now: datetime) -> datetime | None:
    """Return the first moment after `now` at which a page made of the content as it is would be another; None if the
    clock changes nothing."""
    return min((moment for schedule in SCHEDULES if (moment := schedule(now))), default=None)


class PublicQuerySet(models.QuerySet):
    """Of a model whose rows the public pages show: `update` sends no signal."""

    def update(self, **kwargs):
        changed = super().update(**kwargs)
        if changed:
            content_changed()
        return changed

    update.alters_data = True  # type: ignore[attr-defined]


def new_mark() -> int:
    return secrets.randbits(40)


class PublicChangeQuerySet(models.QuerySet):
    def old(self):
        """Those of more than a day ago. Without them the content has another name, and the pages are made once more."""
        return self.filter(at__lt=timezone.now() - timedelta(days=1))


class PublicChange(models.Model):
    """That the content was changed. The sum of the marks names the content as it is by what is committed.

    Rows are only added, so that no writer waits for another; a counter would hold its row until the transaction ends.
    """

    mark = models.BigIntegerField(default=new_mark)
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    objects = PublicChangeQuerySet.as_manager()

    class Meta:
        default_permissions = []

    def __str__(self):
        return f"Change of {self.at}"


class PublicPageQuerySet(models.QuerySet):
    def outdated(self):
        """Those made of other content than there is now."""
        return self.exclude(content=current_content())


class PublicPage(models.Model):
    address = models.CharField(max_length=ADDRESS_MAX)  # with scheme and host: the page names them
    release = models.CharField(max_length=32)  # of the portal that made it
    content = models.BigIntegerField()  # the sum of the marks before it was made
    fresh_until = models.BigIntegerField(null=True)  # in seconds since 1970
    etag = models.CharField(max_length=32)
    body = models.BinaryField()  # compressed with gzip

    objects = PublicPageQuerySet.as_manager()

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["address", "release"], name="public_page_once_a_release")]

    def __str__(self):
        return self.address


_CURRENT = """
    SELECT body, etag, fresh_until FROM roles_publicpage
    WHERE address = %s AND release = %s
        AND content = (SELECT COALESCE(SUM(mark), 0) FROM roles_publicchange)
"""


def kept_page(address: str, release: str) -> tuple[bytes, str, int | None] | None:
    """Return (body, etag, fresh_until) of a page made of the content as it is now, or None: one query."""
    with connection.cursor() as cursor:
        cursor.execute(_CURRENT, [address, release])
        row = cursor.fetchone()
    if row is None or (row[2] is not None and row[2] <= time.time()):
        return None
    return bytes(row[0]), row[1], row[2]


def current_content() -> int:
    """Return the sum of the marks. Whoever makes a page asks for it first: what is changed meanwhile has another."""
    return int(PublicChange.objects.aggregate(sum=Coalesce(models.Sum("mark"), 0))["sum"])


def keep_page(page: PublicPage) -> None:
    """Save the page for the next one who asks, unless there are too many."""
    if PublicPage.objects.count() >= PAGES_MOST:
        PublicPage.objects.outdated().delete()
        if PublicPage.objects.count() >= PAGES_MOST:
            return
    PublicPage.objects.bulk_create(
        [page],
        update_conflicts=True,
        unique_fields=["address", "release"],
        update_fields=["content", "fresh_until", "etag", "body"],
    )
