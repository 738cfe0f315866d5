"""What machines ask of the portal: does it live, can it serve, how does it do. Answered before hosts, sessions and
redirections are looked at: whoever asks calls a machine by its number, without TLS."""

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from roles.operation import metrics, readiness


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Nothing else is asked for: a database that is away is no reason to end it."""
    return HttpResponse("alive\n", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 where it can serve, else 503 with what fails."""
    problems = readiness.latest.get()
    answer = {name: problems.get(name, "ok") for name in readiness.CHECKS}
    return JsonResponse(answer, status=503 if problems else 200)


@require_safe
def metrics_page(request: HttpRequest) -> HttpResponse:
    if not _may_read(request):
        raise Http404("There is no such page here.")
    return HttpResponse(metrics.written(), content_type=CONTENT_TYPE_LATEST)


def _may_read(request: HttpRequest) -> bool:
    """With METRICS_TOKEN, whoever has it. Without, whoever asks on this machine and not through a proxy on it."""
    if settings.METRICS_TOKEN:
        return constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {settings.METRICS_TOKEN}")
    if any(request.headers.get(name) for name in ("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "Via")):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


PROBES: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "healthz": healthz,
    "readyz": readyz,
    "metrics": metrics_page,
}
