from django.conf import settings
from django.urls import Resolver404, resolve

from roles.addresses import JOBS


class ServePublic:
    """Answer what everybody gets alike before the session, the token and the account are looked at.

    It comes after what every answer needs: security headers, hosts, refused bytes. What is not marked `public` goes on
    to the rest, as does a form.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in ("GET", "HEAD") and request.path_info.startswith(f"/{JOBS}"):
            try:
                match = resolve(request.path_info)
            except Resolver404:
                return self.get_response(request)
            if getattr(match.func, "is_public", False):
                request.get_host()  # refuses a host that is not ours, as CommonMiddleware does for the rest
                request.resolver_match = match
                response = match.func(request, *match.args, **match.kwargs)
                if not getattr(response, "xframe_options_exempt", False):
                    response["X-Frame-Options"] = settings.X_FRAME_OPTIONS
                return response
        return self.get_response(request)
