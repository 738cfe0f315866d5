"""Fetch and authorise in one step: no view can forget who may see what.

A view that names no `Right` is the owner's alone. Of those that others may use through a shared link, each names the
right it asks for, and nothing else in the portal decides about one.
"""

import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from types import SimpleNamespace
from typing import cast

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404, HttpRequest
from django.utils import timezone

from .accounts import factors
from .core.compose import Brief
from .models import Posting, PostingBrand, SharedLink
from .models.posting_queryset import PostingQuerySet
from .models.sharing import VISITOR_NAME_MAX, Right
from .models.written import Written
from .sessions import SessionStore

# In a session: the drafts its browser made, those it opened by their private link, the hashes of the tokens of the
# shared links it opened, and the name its visitor gave there.
DRAFTS = "drafts"
OPENED = "opened"
SHARED = "shared"
VISITOR = "visitor"
DRAFTS_MAX = 200
SHARED_MAX = 50
LISTED_AT_HOME = 10
NOT_HERE = "There is no such posting here."
NO_ROOM = (
    f"Not done: this browser holds {DRAFTS_MAX} drafts, and with one more it could not open the first of them again. "
    "Sign in, or create an account, and all of them move there; or delete some in My postings."
)


def drafts(request: HttpRequest) -> list[uuid.UUID]:
    """The ids of the unowned drafts this browser's session holds, the newest first."""
    return [uuid.UUID(draft) for name in (DRAFTS, OPENED) for draft in request.session.get(name, [])]


def remember_draft(request: HttpRequest, posting: Posting) -> None:
    """Let this browser's session open the posting it has made from now on, and claim it at sign-in."""
    _remember(request, posting, DRAFTS)


def remember_opened(request: HttpRequest, posting: Posting) -> None:
    """Let this browser's session open the posting from now on; signing in does not claim it."""
    _remember(request, posting, OPENED)


def _remember(request: HttpRequest, posting: Posting, name: str) -> None:
    if posting.owner_id is None:
        cast(SessionStore, request.session).put_first(name, str(posting.pk), kept=DRAFTS_MAX)


def room_for_draft(request: HttpRequest, name: str = DRAFTS) -> bool:
    """Whether this browser can remember one draft more of those it made, or opened; an account has room for any number.

    A full list is tidied first: what was purged, or is an account's by now, leaves it, and what was deleted goes to its
    end, where it is the first to be forgotten.
    """
    known = [uuid.UUID(draft) for draft in request.session.get(name, [])]
    if request.user.is_authenticated or len(known) < DRAFTS_MAX:
        return True
    there = dict(Posting.objects.filter(owner=None, pk__in=known).values_list("pk", "deleted_at"))
    kept = sorted((draft for draft in known if draft in there), key=lambda draft: there[draft] is not None)
    request.session[name] = [str(draft) for draft in kept]
    request.session.save()  # `put_first` adds to what is saved
    return sum(at is None for at in there.values()) < DRAFTS_MAX


def claim_drafts(request: HttpRequest, user: AbstractBaseUser) -> int:
    """Give the drafts this browser has made to the account; return how many there were."""
    made = [uuid.UUID(draft) for draft in request.session.pop(DRAFTS, [])]
    return Posting.objects.claim(user, made)


def remember_link(request: HttpRequest, link: SharedLink, name: str) -> None:
    """Let this browser's session do what the link allows, as long as its token stays; in this name."""
    cast(SessionStore, request.session).put_first(SHARED, link.token_hash, kept=SHARED_MAX)
    request.session[VISITOR] = name


def holds_link(request: HttpRequest, link: SharedLink) -> bool:
    """Whether this browser has opened the link already."""
    return link.token_hash in request.session.get(SHARED, [])


def is_consultant(request: HttpRequest) -> bool:
    """Whether the visitor is signed in with an account of staff, and with a second factor where that is demanded."""
    user = request.user
    return user.is_authenticated and user.is_staff and not factors.keeps_out(request.session, user)


def visitor_name(request: HttpRequest) -> str:
    """The name somebody who came through a link goes by: a consultant's is the account's, and cannot be typed."""
    if is_consultant(request):
        user = cast(User, request.user)
        return (user.get_full_name() or user.get_username())[:VISITOR_NAME_MAX]
    return request.session.get(VISITOR, "")


def postings_of(request: HttpRequest) -> PostingQuerySet:
    """The postings that are this visitor's own."""
    return postings_for(request, Right.OWN)


def postings_for(request: HttpRequest, right: Right) -> PostingQuerySet:
    """The postings this visitor has the right to: their own, and those of the links they opened that give it."""
    hashes = request.session.get(SHARED) if right < Right.OWN else None
    links = SharedLink.objects.held(hashes, right) if hashes else None
    return Posting.objects.open_to(request.user, drafts(request), links)


def get_posting(request: HttpRequest, posting_id: uuid.UUID, right: Right = Right.OWN) -> Posting:
    """The posting, if this visitor has the right to it; a stranger's is as absent as a missing one."""
    return _fetched(request, posting_id, right, PostingQuerySet.for_reading)


def check_posting(request: HttpRequest, posting_id: uuid.UUID, right: Right) -> None:
    """Raise Http404 where this visitor has not the right to the posting: before it is locked, as others then wait."""
    if right < Right.OWN and request.session.get(SHARED):
        if not postings_for(request, right).filter(pk=posting_id).exists():
            raise Http404(NOT_HERE)
    elif not (
        (request.user.is_authenticated or posting_id in drafts(request))
        and _OWN_ID.first(pk=posting_id, owner=request.user.pk or 0, draft=_among_drafts(request, posting_id))
    ):
        raise Http404(NOT_HERE)


def get_posting_to_edit(request: HttpRequest, posting_id: uuid.UUID) -> Posting:
    """The same for the workshop."""
    return _fetched(request, posting_id, Right.EDIT, PostingQuerySet.for_workshop)


Shown = Callable[..., PostingQuerySet]


def _fetched(request: HttpRequest, posting_id: uuid.UUID, right: Right, shown: Shown) -> Posting:
    posting = None
    if right < Right.OWN and request.session.get(SHARED):
        posting = shown(postings_for(request, right).filter(pk=posting_id)).first()
    elif request.user.is_authenticated or posting_id in drafts(request):
        posting = _own(shown).first(
            pk=posting_id,
            owner=request.user.pk or 0,
            draft=_among_drafts(request, posting_id),
            **({} if shown is _LOCK else {"now": timezone.now()}),
        )
    return _found(posting)


def _among_drafts(request: HttpRequest, posting_id: uuid.UUID) -> uuid.UUID:
    return posting_id if posting_id in drafts(request) else _NO_ID


def _found(posting: Posting | None) -> Posting:
    if posting is None:
        raise Http404(NOT_HERE)
    return posting


_NO_ID = uuid.UUID(int=0)
_LOCK: Shown = PostingQuerySet.lock


@cache
def _own(shown: Shown) -> Written:
    """One posting that is a visitor's own, by its id."""

    def build(pk, owner, draft, **now):
        visitor = SimpleNamespace(pk=owner, is_authenticated=True)
        return shown(Posting.objects.open_to(visitor, [draft]).filter(pk=pk).order_by(), *now.values())

    now = {} if shown is _LOCK else {"now": datetime(1970, 1, 1, tzinfo=UTC)}
    return Written(build, pk=uuid.UUID(int=1), owner=987_654_321, draft=uuid.UUID(int=2), **now)


_OWN_ID = Written(
    lambda pk, owner, draft: (
        Posting.objects.open_to(SimpleNamespace(pk=owner, is_authenticated=True), [draft])
        .filter(pk=pk)
        .order_by()
        .values_list("pk", flat=True)
    ),
    pk=uuid.UUID(int=1),
    owner=987_654_321,
    draft=uuid.UUID(int=2),
)


def get_unowned_posting(request: HttpRequest, posting_id: uuid.UUID) -> Posting:
    """The posting, if this visitor may open it and it still has its private link."""
    posting = get_posting(request, posting_id)
    if posting.owner_id is not None:
        raise Http404("A posting of an account has no private link.")
    return posting


def lock_posting(request: HttpRequest, posting_id: uuid.UUID, right: Right = Right.OWN) -> Posting:
    """The posting for a change, if this visitor has the right: nobody else changes, deletes or claims it meanwhile.

    Only inside a transaction, and before every change: since a page was shown, or even since the
    request came in, the posting may have been deleted in another window, or the link revoked.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("A posting is locked inside a transaction.")
    posting = _fetched(request, posting_id, right, _LOCK)
    if posting.through:
        posting.author = visitor_name(request)
        SharedLink.objects.filter(pk=posting.through).note_use()
    return posting


def lock_deleted_posting(request: HttpRequest, posting_id: uuid.UUID) -> Posting:
    """The posting this visitor has deleted, until it is purged; for a change, as with `lock_posting`."""
    theirs = Posting.objects.belonging_to(request.user, drafts(request)).deleted()
    return _found(theirs.lock().filter(pk=posting_id).first())


def newest_of(request: HttpRequest) -> list[Posting]:
    """The postings this visitor changed last, as the home page lists them."""
    if drafts(request):
        return list(_newest(postings_of(request)))
    return _NEWEST.rows(owner=request.user.pk) if request.user.is_authenticated else []


def _newest(postings: PostingQuerySet) -> PostingQuerySet:
    return postings.current().for_list()[:LISTED_AT_HOME]


_NEWEST = Written(
    lambda owner: _newest(Posting.objects.open_to(SimpleNamespace(pk=owner, is_authenticated=True), [])),
    owner=987_654_321,
)


def latest_brief(request: HttpRequest) -> Brief | None:
    """The brief of the posting this visitor changed last, or None."""
    if not (request.user.is_authenticated or drafts(request)):
        return None
    posting = postings_of(request).only("brief_data").first()
    return posting.brief if posting else None


def hand_on_brand(request: HttpRequest, posting: Posting) -> None:
    """Give a new posting the brand of the visitor's latest one for the same company."""
    PostingBrand.objects.hand_on(posting, postings_of(request))


def get_posting_by_secret(request: HttpRequest, secret: str) -> Posting:
    """The posting of a private link; the link of an account's posting works for its owner alone."""
    posting = Posting.objects.with_secret(secret, request.user).with_version().first()
    if posting is None:
        raise Http404(NOT_HERE)
    return posting
