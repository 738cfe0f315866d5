"""Before all else: the probes of machines, and how long each answer took."""

import time

from django.http import Http404, HttpResponse

from roles.views.probes import PROBES

from .metrics import count


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
