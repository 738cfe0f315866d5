"""The open roles as other sites read them."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from roles.board.feeds import DIALECTS
from roles.board.kept import Kept, memory
from roles.board.models import Publication
from roles.board.models.queries import PublicationQuerySet
from roles.core.publishing.feeds import Channel, Entry, write_sitemap
from roles.core.publishing.feeds.sitemap import MOST
from roles.serving import LIST_FRESH, keep, packed_answer, public

from .lists import firm_of


@public
@require_safe
def jobs_feed(request: HttpRequest, dialect: str) -> HttpResponseBase:
    return _feed(request, dialect, Publication.objects.on_the_board(), "Open roles", reverse("jobs"))


@public
@require_safe
def jobs_by_feed(request: HttpRequest, firm: str, dialect: str) -> HttpResponseBase:
    found = firm_of(firm)
    title = f"Open roles at {found.name}"
    theirs = Publication.objects.on_the_board().filter(firm=found)
    return _feed(request, dialect, theirs, title, found.get_absolute_url())


def _feed(
    request: HttpRequest, name: str, publications: PublicationQuerySet, title: str, home: str
) -> HttpResponseBase:
    if name not in DIALECTS:
        raise Http404("There is no such feed.")
    dialect = DIALECTS[name]
    here = request.build_absolute_uri
    newest = publications.order_by("-pk")[: dialect.most]
    channel = Channel(title=title, home=here(home), address=here(request.path))

    def make() -> Kept:
        rows = list(newest.for_feed())
        entries = (_entry(row, here) for row in rows if not dialect.lacks(row.document))
        changed = max((row.changed_at for row in rows), default=None)
        return Kept.of(dialect.write(channel, entries), changed)

    return _answer(request, memory.get((channel, newest.stamp()), make), dialect.content_type)


def _entry(row: Publication, here) -> Entry:
    return Entry(
        identifier=row.short_id,
        url=here(row.get_absolute_url()),
        stable_url=here(reverse("job_short", args=[row.short_id])),
        document=row.document,
        trade=row.trade,
        published_at=row.published_at,
        updated_at=row.updated_at,
        last_day=row.last_day,
    )


@public
@require_safe
def jobs_sitemap(request: HttpRequest) -> HttpResponseBase:
    here = request.build_absolute_uri
    newest = Publication.objects.on_the_board().order_by("-pk")[: MOST - 1]

    def make() -> Kept:
        rows = newest.values_list("short_id", "slug", "updated_at")
        dated = [(here(reverse("job", args=[short_id, slug])), at) for short_id, slug, at in rows]
        return Kept.of(write_sitemap([here(reverse("jobs"))], dated), max((at for _, at in dated), default=None))

    kept = memory.get((here(request.path), newest.stamp()), make)
    return _answer(request, kept, "application/xml; charset=utf-8")


def _answer(request: HttpRequest, kept: Kept, content_type: str) -> HttpResponseBase:
    """The feed, or 304 to whoever names it. By its day alone nobody is answered so: it does not show what has left."""
    answer = packed_answer(request, kept.packed, etag=kept.etag, content_type=content_type)
    if kept.changed_at:
        answer["Last-Modified"] = http_date(kept.changed_at.timestamp())
    return keep(answer, LIST_FRESH, indexed=False)
