"""The probes of machines, how long each answer took, and what a page answers while the machine beneath fails."""

import logging
import time

from django.http import Http404, HttpResponse

from roles.core.outages import outage_of
from roles.views.failures import unavailable
from roles.views.probes import PROBES

from .metrics import count

logger = logging.getLogger("roles.operation")


class AnswerProbes:
    def __init__(self, get_response):
        self.get_response = get_response
        self.probes = {f"/{name}": view for name, view in PROBES.items()}

    def __call__(self, request):
        view = self.probes.get(request.path_info)
        if view is None:
            return self.get_response(request)
        try:
            response = view(request)
        except Http404:
            return self.get_response(request)  # the page of any address that is not there
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        return response


class CountAnswers:
    """By route, not by address: those are without number, and some are secrets."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        started = time.monotonic()
        response: HttpResponse = self.get_response(request)
        match = request.resolver_match
        count(match.view_name or "unnamed" if match else "none", request.method, response.status_code,
              time.monotonic() - started)  # fmt: skip
        return response


class ExplainOutages:
    """Of a page. What fails around one, such as the saving of a session, reaches `server_error`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        outage = outage_of(exception)
        if outage is None:
            return None
        logger.error("Not available (%s): %s", outage, exception)
        return unavailable(request, outage)
