"""Publications as they are asked for: one by its address, or those on the list."""

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils import timezone

# What decides whether a publication is shown.
STANDING = ("closes_at", "closed_at", "withdrawn_at", "waiting", "held_at")

# Those that their owners list, and that nothing keeps back or has ended before its last day.
_ALLOWED = models.Q(listed=True, waiting=False, held_at=None, withdrawn_at=None, closed_at=None)
# What the lists look through: the indices hold no other rows.
ON_THE_BOARD = _ALLOWED & models.Q(over=False)

_ADDRESSED = ("short_id", "slug", "listed", "etag", "shell", *STANDING)


@cache
def _select(fields):
    """The query of one publication by its address, written once: to write it costs more than to answer it."""
    model = apps.get_model("board.Publication")
    return model.objects.filter(short_id="…").only(*_ADDRESSED, *fields).query.sql_with_params()[0]


BATCH = 200


def forget(numbers) -> None:
    """Let the publications of these numbers be found no longer."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM board_search WHERE rowid = %s", [[number] for number in numbers])


class Listed(NamedTuple):
    """An open role as a list shows it."""

    id: int
    short_id: str
    slug: str
    title: str
    company: str
    place: str
    trade: str
    last_day: date

    def get_absolute_url(self) -> str:
        return reverse("job", args=[self.short_id, self.slug])


class Joined(models.Aggregate):
    """The texts of all rows as one, in any order."""

    function = "GROUP_CONCAT"
    output_field = models.TextField()

    def as_postgresql(self, compiler, connection):
        return self.as_sql(compiler, connection, function="STRING_AGG", template="%(function)s(%(expressions)s, ',')")


_VERSION = Concat(Cast("pk", models.CharField()), models.Value(" "), Cast("changed_at", models.CharField()))


class PublicationQuerySet(models.QuerySet):
    def update(self, **kwargs):
        """A change is seen by its time, of whoever makes it."""
        return super().update(**({"changed_at": timezone.now()} | kwargs))

    update.alters_data = True  # type: ignore[attr-defined]

    def stamp(self) -> str:
        """Return what is another as soon as one of them has changed, has come or has gone: one query, and no texts."""
        return self.aggregate(all=Joined(_VERSION))["all"] or ""

    def of(self, posting):
        """The posting's publication, or None."""
        return self.filter(posting=posting).select_related("firm").first()

    def lock(self, posting):
        """The same for a change; the posting is locked before."""
        return self.select_for_update(of=("self",)).filter(posting=posting).select_related("firm").first()

    def with_short_id(self, short_id, *fields):
        """The one of an address with these fields and what decides its state, or None: one query."""
        found = list(self.model.objects.raw(_select(fields), [short_id]))
        return found[0] if found else None

    def allowed(self):
        """Those that their owners list, and that nothing keeps back or has ended before its last day."""
        return self.filter(_ALLOWED)

    def on_the_board(self, now=None):
        """Those that are listed and open."""
        return self.filter(ON_THE_BOARD, closes_at__gt=now or timezone.now())

    def past(self):
        """Those whose last day is over and not noted yet."""
        return self.filter(over=False, closes_at__lt=timezone.now() - timedelta(days=1))

    def note_over(self, *, dry_run=False) -> int:
        """Take what is past out of the lists' and the search's indices, some rows at a time; return how many. What is
        opened again meanwhile is looked at again under its lock."""
        if dry_run:
            return self.past().count()
        total = 0
        while True:
            with transaction.atomic():
                found = self.past().select_for_update(skip_locked=True).order_by("pk").values_list("pk", flat=True)
                batch = list(found[:BATCH])
                self.filter(pk__in=batch).update(over=True)
                forget(batch)
            if not batch:
                return total
            total += len(batch)

    def for_list(self):
        """Only what a list shows, as rows of `Listed`."""
        return self.values_list(*Listed._fields)

    def for_feed(self):
        """Only what feeds are made of."""
        return self.only(
            "short_id", "slug", "document_data", "trade", "published_at", "updated_at", "changed_at", "last_day"
        )
