"""Publications as they are asked for: one by its address, or those on the list."""

from functools import cache

from django.apps import apps
from django.db import models
from django.utils import timezone

# What decides whether a publication is shown.
STANDING = ("closes_at", "closed_at", "withdrawn_at", "waiting", "held_at")

_ADDRESSED = ("short_id", "slug", "listed", "etag", "shell", *STANDING)


@cache
def _select(fields):
    """The query of one publication by its address, written once: to write it costs more than to answer it."""
    model = apps.get_model("board.Publication")
    return model.objects.filter(short_id="…").only(*_ADDRESSED, *fields).query.sql_with_params()[0]


class PublicationQuerySet(models.QuerySet):
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
        return self.filter(listed=True, waiting=False, held_at=None, withdrawn_at=None, closed_at=None)

    def on_the_board(self, now=None):
        """Those that are listed and open."""
        return self.allowed().filter(closes_at__gt=now or timezone.now())

    def for_list(self):
        """Only what a list shows."""
        return self.only("short_id", "slug", "title", "company", "place", "trade", "last_day", "published_at")

    def for_feed(self):
        """Only what feeds are made of."""
        return self.only(
            "short_id", "slug", "document_data", "trade", "published_at", "updated_at", "changed_at", "last_day"
        )
