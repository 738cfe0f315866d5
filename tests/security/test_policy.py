"""The policy that is written once is django-csp's own, and an answer that has one of its own keeps that."""

import pytest
from csp.decorators import csp_update
from csp.exceptions import CSPNonceError
from csp.middleware import CSPMiddleware
from django.http import HttpResponse

from portal.policy import SendPolicy


def with_its_own(request):
    return HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"})


VIEWS = [lambda request: HttpResponse(), with_its_own, csp_update({"img-src": ["https://a.example"]})(with_its_own),
         csp_update({"img-src": ["https://a.example"]})(lambda request: HttpResponse())]  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_an_answer_has_the_policy_that_django_csp_would_write(rf, view):
    ours, theirs = (kind(view)(rf.get("/"))["Content-Security-Policy"] for kind in (SendPolicy, CSPMiddleware))
    assert set(ours.split("; ")) == set(theirs.split("; "))


def test_no_nonce_is_given_once_the_policy_is_written(rf):
    request = rf.get("/")
    SendPolicy(VIEWS[0])(request)
    with pytest.raises(CSPNonceError):
        str(request.csp_nonce)
