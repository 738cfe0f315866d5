"""One publication, as everybody reads it: one query, and bytes that were made when it was published."""

from functools import cache

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from roles.board.counting import count
from roles.board.models import DailyCount, Publication
from roles.board.rendering import can_be_counted, shell
from roles.core.exports.blocks import apply_address
from roles.core.publishing import State
from roles.serving import conditional, keep, packed_answer, public


@public
@require_safe
def job(request: HttpRequest, short_id: str, slug: str) -> HttpResponseBase:
    publication = fetch(short_id, "page", "closed_page")
    now = timezone.now()
    state, freshness = publication.standing.state(now), publication.standing.freshness(now)
    if state.is_over:
        return keep(HttpResponse(gone_page(), status=410), freshness, indexed=False)
    if slug != publication.slug:
        return keep(redirect(publication), freshness)
    made_now(publication)
    if state is State.CLOSED:
        answer = packed_answer(request, bytes(publication.closed_page), etag=f"{publication.etag}-closed")
        return keep(answer, freshness, indexed=False)
    count(request, publication.pk, DailyCount.Kind.VIEW)
    answer = packed_answer(request, bytes(publication.page), etag=publication.etag)
    return keep(answer, freshness, indexed=publication.listed)


@public
@require_safe
def job_apply(request: HttpRequest, short_id: str, slug: str) -> HttpResponseBase:
    """To the address for applications, counted: only where its owner has turned that on."""
    publication = fetch_open(short_id, slug, "document_data", "counts_applies")
    address = apply_address(publication.document)
    if not (publication.counts_applies and can_be_counted(address)):
        raise Http404("This role counts nobody who applies.")
    count(request, publication.pk, DailyCount.Kind.APPLY)
    response = HttpResponseRedirect(address)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


@public
@require_safe
def job_text(request: HttpRequest, short_id: str, slug: str) -> HttpResponseBase:
    publication = fetch_open(short_id, slug, "text")
    count(request, publication.pk, DailyCount.Kind.COPY)
    response = HttpResponse(publication.text, content_type="text/plain; charset=utf-8")
    return kept(conditional(request, response, etag=f"{publication.etag}-text"), publication)


@public
@require_safe
def job_logo(request: HttpRequest, short_id: str, slug: str) -> HttpResponseBase:
    publication = fetch_open(short_id, slug, "logo")
    if not publication.logo:
        raise Http404("This role has no logo.")
    response = HttpResponse(bytes(publication.logo), content_type="image/png")
    return kept(conditional(request, response, etag=f"{publication.etag}-logo"), publication)


def fetch(short_id: str, *fields: str) -> Publication:
    """The publication of an address, unless there is nothing to see of it for now: one query."""
    publication = Publication.objects.with_short_id(short_id, *fields)
    if publication is None or publication.state.is_hidden:
        raise Http404("There is no such role here.")
    return publication


def fetch_open(short_id: str, slug: str, *fields: str) -> Publication:
    """The same of one that is open, under the address it has now."""
    publication = fetch(short_id, *fields)
    if publication.state is not State.OPEN or publication.slug != slug:
        raise Http404("This role is not open.")
    return publication


def made_now(publication: Publication) -> None:
    """Have the bytes made anew if the portal's pages have changed since they were made."""
    if publication.shell != shell():
        publication.render_again()


def kept(response: HttpResponseBase, publication: Publication) -> HttpResponseBase:
    """What goes with a page, and is found by it alone."""
    return keep(response, publication.standing.freshness(timezone.now()), indexed=False)


@cache
def gone_page() -> bytes:
    return render_to_string("board/gone.html").encode()
