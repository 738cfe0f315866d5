from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import AuthenticationMiddleware, get_user
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import DisallowedHost
from django.http.request import split_domain_port
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject

from roles.admin_returned import typed_words

from . import factors
from .sessions import is_over


class RefuseForeignPorts:
    """Answer 400 to a Host header with a port that is not ours: ALLOWED_HOSTS looks at the name alone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.ALLOWED_PORTS is not None:
            host = request.get_host()
            _, port = split_domain_port(host)
            if port and port not in settings.ALLOWED_PORTS:
                raise DisallowedHost(f"The port of {host!r} is not in ALLOWED_PORTS.")
        return self.get_response(request)


class Authenticate(AuthenticationMiddleware):
    """Django's own, which also looks at whether the session is over, when the account is first asked for."""

    def process_request(self, request):
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: user_of(request))


def user_of(request):
    """Return the account of the request's session, and end a session that is over."""
    user = get_user(request)
    if user.is_authenticated and is_over(request.session, user):
        request.session.flush()
        request._cached_user = user = AnonymousUser()
    return user


class DemandSecondFactor:
    """Lead staff without a second factor from each page of the admin to setting one up; while there is still time,
    leave the last day of it in `request.second_factor_by` for a notice. What was typed into a page comes back first."""

    WHY = (
        "Consultants and administrators sign in with a second factor, and the time to set it up is over. Set it up "
        "here; then the workshop is open to you again."
    )

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.namespace != "admin" or not factors.is_missing(request.user):
            return None
        if not factors.keeps_out(request.session, request.user):
            request.second_factor_by = factors.last_day_without(request.user)
            return None
        if request.method == "POST" and (typed := typed_words(request)):
            return render(request, "admin/factor_missing.html", {"typed": typed}, status=403)
        messages.warning(request, self.WHY)
        return redirect("mfa_activate_totp")
