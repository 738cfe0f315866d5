from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware, get_user
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import DisallowedHost
from django.http.request import split_domain_port
from django.utils.functional import SimpleLazyObject

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
        request.user = SimpleLazyObject(lambda: _user_of(request))


def _user_of(request):
    user = get_user(request)
    if user.is_authenticated and is_over(request.session, user):
        request.session.flush()
        request._cached_user = user = AnonymousUser()
    return user
