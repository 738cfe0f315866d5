"""The open roles: all of them, and those of one firm."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from roles.board.kept import Kept, memory
from roles.board.models import Firm
from roles.board.paging import page_of_firm, read_cursor
from roles.board.search import TEXT_MAX, Search
from roles.models.written import Written
from roles.serving import LIST_FRESH, keep, packed_answer, public


@public
@require_safe
def jobs(request: HttpRequest) -> HttpResponseBase:
    below = read_cursor(request.GET.get("before", ""))
    search = Search.read(request.GET)
    page = search.page(below)
    older = f"?{urlencode([*search.asked, ('before', page.older)])}" if page.older else ""
    context = {"page": page, "search": search, "older": older, "first": not request.GET, "text_max": TEXT_MAX}
    made_of = (page, search, older, context["first"])
    # What is found by a search, or lies further down, is no page of its own to a search engine.
    return _answer(request, made_of, "board/jobs.html", context, indexed=not request.GET)


@public
@require_safe
def jobs_by(request: HttpRequest, firm: str) -> HttpResponseBase:
    found = firm_of(firm)
    below = read_cursor(request.GET.get("before", ""))
    page = page_of_firm(found, below)
    context = {"firm": found, "page": page, "first": below is None}
    made_of = (page, found.slug, found.name, below is None)
    return _answer(request, made_of, "board/firm.html", context, indexed=bool(page.entries) and not request.GET)


def _answer(
    request: HttpRequest, made_of: tuple[object, ...], template: str, context: dict[str, Any], *, indexed: bool
) -> HttpResponseBase:
    """The page, made once of the same rows."""
    kept = memory.get((template, *made_of), lambda: Kept.of(render_to_string(template, context)))
    return keep(packed_answer(request, kept.packed, etag=kept.etag), LIST_FRESH, indexed=indexed)


_FIRM = Written(lambda slug: Firm.objects.listed().filter(slug=slug), slug="…")


def firm_of(slug: str) -> Firm:
    """The firm of an address, if something of it was ever listed."""
    found = _FIRM.first(slug=slug)
    if found is None:
        raise Http404("There is no such business here.")
    return found
