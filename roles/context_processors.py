from django.contrib.auth import SESSION_KEY
from django.utils.functional import SimpleLazyObject

from .access import DRAFTS, OPENED


def visitor(request):
    """What the masthead shows of the visitor, read from the session alone: an account costs no query of its own here.

    Whether the account may do something is never decided by it, but by `request.user`.
    """
    session = getattr(request, "session", {})  # an answer given before there is one shows a stranger's masthead
    return {
        "signed_in": SimpleLazyObject(lambda: SESSION_KEY in session),
        "has_postings": SimpleLazyObject(lambda: any(name in session for name in (SESSION_KEY, DRAFTS, OPENED))),
    }
