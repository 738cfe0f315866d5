"""Pages whose bytes are made once and kept: everybody gets the same, and who is known a masthead of their own.

A page is rendered for nobody: without a session, an account or a token. What is a visitor's own goes into slots, which
templates mark as `<!--name-->…<!--/name-->`; for one who is known they are filled, and that answer is theirs alone.
"""

import gzip
import hashlib
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache, wraps
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from .core.publishing import Freshness
from .models.public import ADDRESS_MAX, PublicPage, current_content, fresh_until, keep_page, kept_page
from .serving import keep, packed_answer, takes_gzip
from .titles import of_titles

logger = logging.getLogger(__name__)

Context = dict[str, Any]
# The template of each slot, and what it needs to know of a visitor.
Slots = Mapping[str, tuple[str, Callable[[HttpRequest], Context]]]
OF_EVERY_PAGE: Slots = {
    "account": ("_visitor.html", lambda request: {}),
    "messages": ("_messages.html", lambda request: {}),
}


class Nobody(HttpRequest):
    """A request of that address, and of no visitor."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__()
        self.method, self.path, self.path_info = "GET", request.path, request.path_info
        self.META = {"HTTP_HOST": request.get_host()}
        self._scheme_asked = request.scheme

    def _get_scheme(self):
        return self._scheme_asked


def stored(template: str, slots: Slots | None = None) -> Callable[[Callable[..., Context]], Callable[..., Any]]:
    """Make a view of a function that returns what the template shows, given what is in the address and no request."""

    def decorate(make: Callable[..., Context]) -> Callable[..., HttpResponseBase]:
        @require_safe
        @wraps(make)
        def view(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            body, etag, until = _page(request, template, lambda: make(**kwargs))
            if _is_known(request):
                return _composed(request, body, {**OF_EVERY_PAGE, **(slots or {})})
            left = None if until is None else datetime.fromtimestamp(until, UTC) - timezone.now()
            response = keep(packed_answer(request, body, etag=etag), Freshness.within(left))
            patch_vary_headers(response, ["Cookie"])
            return response

        def early(request: HttpRequest, **kwargs: Any) -> HttpResponseBase | None:
            return view(request, **kwargs) if _needs_no_more(request) else None

        view.early = early  # type: ignore[attr-defined]
        return view

    return decorate


def _needs_no_more(request: HttpRequest) -> bool:
    """Give the request its session, if it has one; return whether that is all a stored page needs of a visitor."""
    if "messages" in request.COOKIES:
        return False
    if key := request.COOKIES.get(settings.SESSION_COOKIE_NAME):
        request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
        return "_messages" not in request.session
    return True


def _is_known(request: HttpRequest) -> bool:
    # An answer on which messages are shown, or taken off, is one visitor's, too.
    session: Any = getattr(request, "session", None)
    return hasattr(request, "_messages") or (session is not None and not session.is_empty() and bool(session.keys()))


def _page(request: HttpRequest, template: str, make: Callable[[], Context]) -> tuple[bytes, str, int | None]:
    """Return (body, etag, fresh_until) of the page, made anew if there is none of the content as it is."""
    address = f"{request.scheme}://{request.get_host()}{request.path}"
    keepable = len(address) <= ADDRESS_MAX
    if keepable and (found := kept_page(address, release())):
        return found
    now, content = timezone.now(), current_content()
    until = fresh_until(now)
    nobody = Nobody(request)
    html = render_to_string(template, {**of_titles(), **make()}, nobody)
    if "CSRF_COOKIE" in nobody.META:
        raise AssertionError(f"{template} has a form with a token: what everybody gets alike cannot.")
    body = gzip.compress(html.encode(), 6, mtime=0)
    page = PublicPage(
        address=address,
        release=release() if keepable else "",
        content=content,
        fresh_until=None if until is None else int(until.timestamp()),
        etag=hashlib.sha256(html.encode()).hexdigest()[:20],
        body=body,
    )
    if keepable:
        try:
            with transaction.atomic():
                keep_page(page)
        except DatabaseError:  # locked, or its disk is full: it is made again
            logger.warning("A public page was not kept.", exc_info=True)
    return body, page.etag, page.fresh_until


def _composed(request: HttpRequest, body: bytes, slots: Slots) -> HttpResponseBase:
    """The same page with its slots filled for the visitor."""
    html = gzip.decompress(body).decode()
    for name, (template, context) in slots.items():
        begin, end = f"<!--{name}-->", f"<!--/{name}-->"
        before, there, rest = html.partition(begin)
        if there:
            html = before + begin + render_to_string(template, context(request), request) + end + rest.partition(end)[2]
    response = HttpResponse(html)
    patch_vary_headers(response, ["Cookie"])
    if takes_gzip(request):
        response.content = gzip.compress(html.encode(), 1)  # for one visitor, once: fast rather than small
        response["Content-Encoding"] = "gzip"
        patch_vary_headers(response, ["Accept-Encoding"])
    return response


def release() -> str:
    """Return a short name of all that pages are made of besides the content: code, templates, static files."""
    return _release.__wrapped__() if settings.DEBUG else _release()  # whoever edits a template wants to see it


@cache
def _release() -> str:
    digest = hashlib.sha256(f"{settings.TIME_ZONE} {settings.STATIC_URL}".encode())
    digest.update(str(getattr(staticfiles_storage, "manifest_hash", "")).encode())
    for folder in (Path(__file__).parent, *map(Path, settings.TEMPLATE_FOLDERS)):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".html", ".yaml"):
                digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:32]
