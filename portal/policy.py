"""The Content-Security-Policy of answers."""

from functools import cache

from csp.constants import HEADER
from csp.middleware import CheckableLazyObject, CSPMiddleware
from csp.utils import build_policy
from django.conf import settings


class SendPolicy(CSPMiddleware):
    """django-csp's own, which would write the policy of most answers anew for each: it takes as long as a bare view."""

    OF_ITS_OWN = tuple(
        f"_csp_{part}{kind}" for part in ("config", "update", "replace", "exempt") for kind in ("", "_ro")
    )

    def process_response(self, request, response):
        if settings.DEBUG or hasattr(request, "_csp_nonce") or any(hasattr(response, part) for part in self.OF_ITS_OWN):
            return super().process_response(request, response)
        if HEADER not in response:
            response[HEADER] = usual_policy()
        request.csp_nonce = CheckableLazyObject(self._csp_nonce_post_response)
        return response


@cache
def usual_policy():
    return build_policy()
