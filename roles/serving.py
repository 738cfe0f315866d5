"""Answers that everybody gets alike: no session, no cookie, no name, and a copy of each may be kept by anybody."""

import gzip
import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from roles.core.publishing import Freshness

# How long a list may be kept: what is published is on it a minute later at the latest.
LIST_FRESH = Freshness(60, 60)
_TAKES_GZIP = re.compile(r"\bgzip\b")


def public(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Mark a view that answers everybody alike: `ServePublic` asks it before there is a session."""
    view.early = view  # type: ignore[attr-defined]
    return view


def takes_gzip(request: HttpRequest) -> bool:
    return bool(_TAKES_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")))


def packed_answer(request: HttpRequest, packed: bytes, *, etag: str, content_type="text/html; charset=utf-8"):
    """Answer with what `pack` made: as it is to whoever takes gzip, else unpacked."""
    takes = takes_gzip(request)
    response = HttpResponse(packed if takes else gzip.decompress(packed), content_type=content_type)
    if takes:
        response["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding"])
    return conditional(request, response, etag=etag)


def conditional(request: HttpRequest, response: HttpResponse, *, etag: str, last_modified: int | None = None):
    """Name the answer; return 304 instead of it to whoever has it. The name is weak: it is that of both encodings."""
    tag = f'W/"{etag}"'
    response["ETag"] = tag
    response["Content-Length"] = str(len(response.content))
    return get_conditional_response(request, etag=tag, last_modified=last_modified, response=response)


def keep(response: HttpResponseBase, freshness: Freshness, *, indexed: bool = True) -> HttpResponseBase:
    """Set for how long the answer may be kept, and whether search engines may show it."""
    response["Cache-Control"] = freshness.header
    if not indexed:
        response["X-Robots-Tag"] = "noindex"
    return response
