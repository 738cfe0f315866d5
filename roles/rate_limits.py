"""How often one visitor may write, and all behind one address together: `WRITING_LIMITS` in the settings."""

import math
import time
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

APP = "allauth.account"  # whose settings hold the rates, see ACCOUNT_RATE_LIMITS
NOT_SAVED_YET = "Not saved yet: this was asked for very often in a short time."  # a script names the time itself
TOO_MANY = "Not done: this was asked for very often in a short time. Please try again in {}."


def seconds_to_wait(request: HttpRequest, what: str) -> int:
    """Count one more; return 0 where it is allowed, else the seconds until it is.

    Who has signed in is counted by account, others by session. An address has a wider limit, one for those signed in
    and one for all others, so that neither sessions nor accounts can be made without end. The narrower comes first:
    what it refuses is not counted against a whole office.
    """
    if request.user.is_authenticated:
        address, key = f"{what}_signed_in", f"account:{request.user.pk}"
    else:
        address, key = f"{what}_anonymous", f"session:{request.session.session_key}"
    own = {"action": f"{what}_each", "key": key}
    has_own = request.user.is_authenticated or request.session.session_key is not None
    for counted in [own] * has_own + [{"action": address, "key": None}]:
        if not ratelimit.consume(request=request, app=APP, **counted):
            return _seconds_left(request, **counted)
    return 0


def _seconds_left(request: HttpRequest, *, action: str, key: str | None) -> int:
    left = 1.0  # where it was only that too many were counted at one moment
    for rate in ratelimit.get_rates(app=APP, action=action):
        name = ratelimit.get_cache_key(request, app=APP, action=action, rate=rate, key=key)
        times = cache.get(name, [])  # the newest first
        if times and len(times) >= rate.amount:
            left = max(left, times[-1] + rate.duration - time.time())
    return math.ceil(left)


def typed_lines(data: QueryDict) -> Iterator[tuple[str, str]]:
    """The words in a form of the workshop or of a finding, as (label, text)."""
    for name, text in data.items():
        if name.startswith(("text-", "new-", "reason")):
            yield "", str(text)


def limited(
    what: str, *, typed: Callable[[QueryDict], Iterable[tuple[str, str]]] = typed_lines
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Count each POST to a view; what is refused gets a page that shows the words it was sent with.

    A script gets none: it keeps the words, and sends them again.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST" and (seconds := seconds_to_wait(request, what)):
                return asking_to_wait(_words_back(request, seconds, typed), seconds)
            return view(request, *args, **kwargs)

        return wrapped

    return decorate


def _words_back(
    request: HttpRequest, seconds: int, typed: Callable[[QueryDict], Iterable[tuple[str, str]]]
) -> HttpResponse:
    if request.headers.get("HX-Request") or request.headers.get("X-Part"):
        return HttpResponse(NOT_SAVED_YET, content_type="text/plain")
    words = [(label, text) for label, text in typed(request.POST) if text.strip()]
    return render(request, "roles/too_many.html", {"answers": words, "message": message(seconds)})


def message(seconds: int) -> str:
    minutes = math.ceil(seconds / 60)
    return TOO_MANY.format("a minute" if minutes == 1 else f"{minutes} minutes")


def asking_to_wait(response: HttpResponse, seconds: int) -> HttpResponse:
    """The answer as one that asks to wait, if there is anything to wait for."""
    if seconds:
        response.status_code = 429
        response["Retry-After"] = str(seconds)
    return response
