from urllib.parse import parse_qsl, unquote_to_bytes

from django.http import HttpResponseBadRequest, HttpResponseNotAllowed, QueryDict
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.utils.datastructures import MultiValueDict

# Nothing below these addresses is for strangers: robots.txt says so, and each answer.
NOT_FOR_SEARCH = ("/admin/", "/accounts/", "/postings/", "/private/")


class KeepOutOfSearch:
    """Say noindex with every answer that is not a public page, whatever its kind."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith(NOT_FOR_SEARCH):
            response["X-Robots-Tag"] = "noindex"
        return response


class KeepPrivate:
    """Keep every answer out of the caches that visitors share: each page shows whether one has signed in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True)
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


class ShowNotAllowed:
    """Give the answer to a mistaken method a page: a reload of a button's address asks for it with GET."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content and request.accepts("text/html"):
            response.content = render_to_string("405.html", request=request)
        return response


class TakeLongForms:
    """Let staff send a template's page whole: five hundred rows have more fields than any other page may be sent.

    The check of a form's token is the first to read its fields, so this stands before it. What is
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
