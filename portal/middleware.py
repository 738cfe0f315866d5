from urllib.parse import unquote_to_bytes

from django.http import HttpResponseBadRequest, HttpResponseNotAllowed
from django.template.loader import render_to_string

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
