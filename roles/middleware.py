import logging
from contextlib import suppress
from urllib.parse import parse_qsl, unquote_to_bytes

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseBadRequest, HttpResponseNotAllowed, QueryDict, UnreadablePostError
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.cache import patch_cache_control
from django.utils.datastructures import MultiValueDict
from django.utils.functional import SimpleLazyObject

from .accounts.middleware import user_of
from .addresses import NOT_FOR_SEARCH, PUBLIC, SECRET
from .core.outages import outage_of
from .uploads import REQUEST_LIMIT
from .views.failures import unavailable

logger = logging.getLogger("roles.operation")


class ReadToTheEnd:
    """Read what is left of a request that was refused unread: else the server closes the connection, and the browser
    shows an error of its own in place of the answer. Nobody sends more than the limit by mistake."""

    BYTES_LIMIT = 50_000_000

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        length = request.META.get("CONTENT_LENGTH") or ""
        if length.isdecimal() and settings.DATA_UPLOAD_MAX_MEMORY_SIZE < int(length) <= self.BYTES_LIMIT:
            with suppress(UnreadablePostError):  # gone already
                while request.read(65_536):
                    pass
        return response


class KeepOutOfSearch:
    """Send noindex with every answer that is not a public page, whatever its kind."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith(NOT_FOR_SEARCH):
            response["X-Robots-Tag"] = "noindex"
        return response


class KeepPrivate:
    """Keep every answer out of shared caches, since each page shows whether its visitor has signed in; and what is
    somebody's own out of the browser's, where the next one at the machine could find it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith(NOT_FOR_SEARCH):
            patch_cache_control(response, private=True, no_store=True)
        elif not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True)
        return response


class KeepSecrets:
    """Let an address that holds a secret travel in no Referer, and its page stay in no cache, whatever its answer."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith(SECRET):
            patch_cache_control(response, private=True, no_store=True)
            # Not no-referrer: with that a browser sends no Origin either, and the check of a form's token needs one.
            response["Referrer-Policy"] = "strict-origin"
        return response


class RefuseNulBytes:
    """Answer 400 to a NUL byte in a path, query or cookie: PostgreSQL cannot take one, SQLite can."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = unquote_to_bytes(request.META.get("QUERY_STRING", ""))
        if "\0" in request.path_info or b"\0" in query or any("\0" in value for value in request.COOKIES.values()):
            return HttpResponseBadRequest("The request holds a NUL character.", content_type="text/plain")
        return self.get_response(request)


class ServePublic:
    """Answer what everybody gets alike before the session, the token and the account are looked at.

    It comes after what every answer needs: security headers, hosts, refused bytes. A view that has an `early` half
    answers there, or returns None to be asked in its place, with all the rest.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        path = request.path_info
        if request.method in ("GET", "HEAD") and (path == "/" or path.startswith(PUBLIC)):
            try:
                match = resolve(path)
            except Resolver404:
                return self.get_response(request)
            if early := getattr(match.func, "early", None):
                request.get_host()  # refuses a host that is not ours, as CommonMiddleware does for the rest
                request.resolver_match = match
                request.user = SimpleLazyObject(lambda: user_of(request))
                try:
                    response = early(request, *match.args, **match.kwargs)
                except Exception as error:  # outside of what `ExplainOutages` sees
                    if (outage := outage_of(error)) is None:
                        raise
                    logger.error("Not available (%s): %s", outage, error)
                    return unavailable(request, outage)
                if response is not None:
                    if not getattr(response, "xframe_options_exempt", False):
                        response["X-Frame-Options"] = settings.X_FRAME_OPTIONS
                    return response
        return self.get_response(request)


class ShowNotAllowed:
    """Give the answer to a wrong method a page: reloading the address of a button sends a GET."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content and request.accepts("text/html"):
            response.content = render_to_string("405.html", request=request)
        return response


class TakeLongForms:
    """Let staff send a template's page whole: five hundred rows have more fields than any other page may be sent.

    The check of a form's token is the first to read its fields, so this comes before it. What is
    longer still is left alone, and refused as everywhere.
    """

    VIEWS = frozenset(f"admin:roles_{page}" for page in ("section_add", "section_change", "role_add", "role_change"))
    FIELDS_LIMIT = 20_000
    BYTES_LIMIT = 4_000_000

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        length = request.META.get("CONTENT_LENGTH", "")
        if (
            request.method == "POST"
            and request.resolver_match.view_name in self.VIEWS
            and request.content_type == "application/x-www-form-urlencoded"
            and request.user.is_staff
            and length.isdecimal()
            and int(length) <= self.BYTES_LIMIT
        ):
            raw = request.read()
            if raw.count(b"&") >= self.FIELDS_LIMIT:
                return HttpResponseBadRequest("This page was sent with too many fields.", content_type="text/plain")
            fields = QueryDict(mutable=True)
            for name, value in parse_qsl(raw.decode(errors="replace"), keep_blank_values=True):
                fields.appendlist(name, value)
            fields._mutable = False
            request.POST, request._files = fields, MultiValueDict()
        return None


class ExplainTooLarge:
    """Send whoever uploads a file that is too large back to the page it was sent from, with the reason.

    The check of a form's token is the first to read a request, and would answer with a page that
    gives none, so this comes before it.
    """

    REASONS = {
        "admin:roles_role_import": "Nothing was changed: this is too large to be read. A YAML file may have 2 MB, a "
        "zip of several 4 MB; the content of this portal has far less. Is it the right file?",
        "start": "Nothing was read: the file is too large. A posting has far less than 2 MB; is it the right file? "
        "You can paste its text instead.",
        "posting_brand": "Nothing was saved: the file is too large to be read. A logo may have 2 MB.",
    }

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        length = request.META.get("CONTENT_LENGTH", "")
        reason = self.REASONS.get(request.resolver_match.view_name)
        if request.method != "POST" or not reason or not length.isdecimal() or int(length) <= REQUEST_LIMIT:
            return None
        if view_is_for_staff(request) and not request.user.is_staff:
            return None
        messages.error(request, reason)
        return redirect(request.path)


def view_is_for_staff(request):
    return request.resolver_match.namespace == "admin"
