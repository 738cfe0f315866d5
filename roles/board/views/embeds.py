"""A publication on its firm's own site: a card in a frame, oEmbed, and the text as HTML. None needs a script."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from roles.board.counting import count
from roles.board.models import DailyCount, Publication
from roles.board.rendering import pack
from roles.core.exports import html
from roles.core.publishing import State
from roles.core.publishing.feeds import printable
from roles.serving import LIST_FRESH, conditional, keep, packed_answer, public

from .public import fetch, fetch_open, kept, made_now

WIDTH, HEIGHT = 480, 260
LEAST = 200
# Anybody may frame it, and it may do nothing there but be looked at and followed.
ALONE: Any = csp(
    {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "base-uri": [NONE],
        "form-action": [NONE],
        "frame-ancestors": ["*"],
    }
)


@public
@ALONE
@xframe_options_exempt
@require_safe
def job_embed(request: HttpRequest, short_id: str, slug: str) -> HttpResponseBase:
    """The card, under any words that its address had; once the role is over, a card that states so."""
    publication = fetch(short_id, "embed")
    if publication.state is not State.OPEN:
        return kept(packed_answer(request, closed_card(), etag="closed-card"), publication)
    made_now(publication)
    return kept(packed_answer(request, bytes(publication.embed), etag=f"{publication.etag}-embed"), publication)


@cache
def closed_card() -> bytes:
    return pack(render_to_string("board/embed_closed.html"))


@public
@require_safe
def job_fragment(request: HttpRequest, short_id: str, slug: str) -> HttpResponseBase:
    publication = fetch_open(short_id, slug, "document_data")
    count(request, publication.pk, DailyCount.Kind.COPY)
    response = HttpResponse(html.write(publication.document), content_type="text/html; charset=utf-8")
    return kept(conditional(request, response, etag=f"{publication.etag}-fragment"), publication)


@public
@require_safe
def jobs_oembed(request: HttpRequest) -> HttpResponseBase:
    """What a site needs to show the role of an address. Source: oembed.com."""
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return keep(HttpResponseBadRequest("JSON and XML are written here.", content_type="text/plain"), LIST_FRESH)
    publication = _of_address(request.GET.get("url", ""))
    if publication.state is not State.OPEN:
        raise Http404("This role is not open.")
    width, height = (
        _most(request.GET.get(f"max{side}"), size) for side, size in (("width", WIDTH), ("height", HEIGHT))
    )
    here = request.build_absolute_uri
    frame = format_html(
        '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy"></iframe>',
        here(reverse("job_embed", args=[publication.short_id, publication.slug])),
        width,
        height,
        publication,
    )
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": str(publication),
        "author_name": publication.company,
        "provider_name": "Operations Desk",
        "provider_url": here(reverse("home")),
        "cache_age": LIST_FRESH.max_age,
        "html": frame,
        "width": width,
        "height": height,
    }
    response = JsonResponse(answer) if form == "json" else HttpResponse(_as_xml(answer), content_type="text/xml")
    return keep(response, LIST_FRESH, indexed=False)


def _as_xml(answer: dict[str, Any]) -> bytes:
    root = ElementTree.Element("oembed")
    for name, value in answer.items():
        ElementTree.SubElement(root, name).text = printable(str(value))
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _of_address(url: str) -> Publication:
    """The publication of an address of this portal, whatever name of it the address has."""
    try:
        match = resolve(urlsplit(url).path)
    except (Resolver404, ValueError):
        raise Http404("This is no address of a role.") from None
    if match.url_name not in ("job", "job_short"):
        raise Http404("This is no address of a role.")
    return fetch(match.kwargs["short_id"], "title", "company")


def _most(asked: str | None, size: int) -> int:
    """The size, or what is asked for where that is less and still to be read."""
    if asked and asked.isascii() and asked.isdecimal() and len(asked) < 6:
        return max(min(int(asked), size), LEAST)
    return size
