"""Fetch and authorise in one step: no view can forget who may see what."""

import uuid
from typing import cast

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import Http404, HttpRequest

from .core.compose import Brief
from .models import Posting, PostingBrand
from .models.posting_queryset import PostingQuerySet
from .sessions import SessionStore

DRAFTS = "drafts"
DRAFTS_MAX = 200
NO_ROOM = (
    f"Not done: this browser holds {DRAFTS_MAX} drafts, and with one more it could not open the first of them again. "
    "Sign in, or make an account, and all of them move there; or delete some in My postings."
)


def drafts(request: HttpRequest) -> list[uuid.UUID]:
    """The ids of the unowned drafts this browser's session holds, the newest first."""
    return [uuid.UUID(draft) for draft in request.session.get(DRAFTS, [])]


def remember_draft(request: HttpRequest, posting: Posting) -> None:
    """Let this browser's session open the posting from now on."""
    if posting.owner_id is None:
        cast(SessionStore, request.session).put_first(DRAFTS, str(posting.pk), kept=DRAFTS_MAX)


def room_for_draft(request: HttpRequest) -> bool:
    """Whether this browser can remember one draft more; an account has room for any number.

    A full list is tidied first: what was purged, or is an account's by now, leaves it, and what was deleted goes to its
    end, where it is the first to be forgotten.
    """
    known = drafts(request)
    if request.user.is_authenticated or len(known) < DRAFTS_MAX:
        return True
    there = dict(Posting.objects.filter(owner=None, pk__in=known).values_list("pk", "deleted_at"))
    kept = sorted((draft for draft in known if draft in there), key=lambda draft: there[draft] is not None)
    request.session[DRAFTS] = [str(draft) for draft in kept]
    request.session.save()  # `put_first` adds to what is saved
    return sum(at is None for at in there.values()) < DRAFTS_MAX


def claim_drafts(request: HttpRequest, user: AbstractBaseUser) -> int:
    """Give the drafts of this browser to the account; return how many there were."""
    claimed = Posting.objects.claim(user, drafts(request))
    request.session.pop(DRAFTS, None)
    return claimed


def postings_of(request: HttpRequest) -> PostingQuerySet:
    """The postings this visitor may open."""
    return Posting.objects.open_to(request.user, drafts(request))


def get_posting(request: HttpRequest, posting_id: uuid.UUID) -> Posting:
    """The posting, if this visitor may open it; a stranger's is as absent as a missing one."""
    posting = postings_of(request).filter(pk=posting_id).with_version().first()
    if posting is None:
        raise Http404("There is no such posting here.")
    return posting


def get_unowned_posting(request: HttpRequest, posting_id: uuid.UUID) -> Posting:
    """The posting, if this visitor may open it and it still has its private link."""
    posting = get_posting(request, posting_id)
    if posting.owner_id is not None:
        raise Http404("A posting of an account has no private link.")
    return posting


def lock_posting(request: HttpRequest, posting_id: uuid.UUID) -> Posting:
    """The posting for a change, if this visitor may open it: nobody else changes it, deletes it or claims it meanwhile.

    Only inside a transaction, and before every change: since a page was shown, or even since the
    request came in, the posting may have been deleted in another window.
    """
    return _lock(postings_of(request), posting_id)


def lock_deleted_posting(request: HttpRequest, posting_id: uuid.UUID) -> Posting:
    """The posting this visitor has deleted, until it is purged; for a change, as with `lock_posting`."""
    return _lock(Posting.objects.belonging_to(request.user, drafts(request)).deleted(), posting_id)


def _lock(postings: PostingQuerySet, posting_id: uuid.UUID) -> Posting:
    posting = postings.lock().filter(pk=posting_id).first()
    if posting is None:
        raise Http404("There is no such posting here.")
    return posting


def latest_brief(request: HttpRequest) -> Brief | None:
    """The brief of the posting this visitor changed last, or None."""
    posting = postings_of(request).only("brief_data").first()
    return posting.brief if posting else None


def hand_on_brand(request: HttpRequest, posting: Posting) -> None:
    """Give a new posting the brand of the visitor's latest one for the same company."""
    PostingBrand.objects.hand_on(posting, postings_of(request))


def get_posting_by_secret(request: HttpRequest, secret: str) -> Posting:
    """The posting of a private link; the link of an account's posting works for its owner alone."""
    posting = Posting.objects.with_secret(secret, request.user).with_version().first()
    if posting is None:
        raise Http404("There is no such posting here.")
    return posting
