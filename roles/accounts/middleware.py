from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http.request import split_domain_port


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
