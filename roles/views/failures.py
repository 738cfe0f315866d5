"""The answers when something broke. Their pages need neither database nor session."""

import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from roles.core.outages import Outage, outage_of
from roles.outages import NOT_SAVED, RETRY_AFTER, WHY, typed_words

READING = ("GET", "HEAD", "OPTIONS")


def server_error(request: HttpRequest) -> HttpResponse:
    """Called where an exception was caught: 503 while the machine beneath fails, else 500 with the request's number."""
    error = sys.exc_info()[1]
    outage = outage_of(error) if error else None
    if outage:
        return unavailable(request, outage)
    page = render_to_string("500.html", {"request_id": request.META.get("REQUEST_ID", "")})
    return HttpResponse(page, status=500)


def unavailable(request: HttpRequest, outage: Outage) -> HttpResponse:
    """503, and when to try again; the words that were sent come back, a script keeps its own."""
    if request.headers.get("HX-Request") or request.headers.get("X-Part"):
        response = HttpResponse(WHY[outage], content_type="text/plain; charset=utf-8")
    else:
        writing = request.method not in READING
        context = {
            "outage": outage.value,
            "message": NOT_SAVED[outage] if writing else "",
            "answers": typed_words(request.POST) if writing else [],
            "request_id": request.META.get("REQUEST_ID", ""),
        }
        response = HttpResponse(render_to_string("503.html", context))
    response.status_code = 503
    response["Retry-After"] = str(RETRY_AFTER[outage])
    response["Cache-Control"] = "no-store"
    return response
