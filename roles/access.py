"""Fetch and authorise in one step: no view can forget who may see what."""

import uuid

from django.http import Http404

from .models import Posting

DRAFTS = "drafts"
DRAFTS_KEPT = 200


def drafts(request):
    """The ids of the unowned drafts this browser's session holds, the newest first."""
    return [uuid.UUID(draft) for draft in request.session.get(DRAFTS, [])]


def remember_draft(request, posting):
    """Let this browser's session open the posting from now on."""
    if posting.owner_id is None:
        request.session.put_first(DRAFTS, str(posting.pk), kept=DRAFTS_KEPT)


def claim_drafts(request, user):
    """Give the drafts of this browser to the account; return how many there were."""
    claimed = Posting.objects.claim(user, drafts(request))
    request.session.pop(DRAFTS, None)
    return claimed


def postings_of(request):
    """The postings this visitor may open."""
    return Posting.objects.open_to(request.user, drafts(request))


def get_posting(request, posting_id):
    """The posting, if this visitor may open it; a stranger's is as absent as a missing one."""
    posting = postings_of(request).filter(pk=posting_id).with_version().first()
    if posting is None:
        raise Http404("There is no such posting here.")
    return posting


def get_unowned_posting(request, posting_id):
    """The posting, if this visitor may open it and it still has its private link."""
    posting = get_posting(request, posting_id)
    if posting.owner_id is not None:
        raise Http404("A posting of an account has no private link.")
    return posting


def lock_posting(request, posting_id):
    """The posting for a change, if this visitor may open it: nobody else changes it, deletes it or claims it meanwhile.

    Only inside a transaction, and before every change: since a page was shown, or even since the
    request came in, the posting may have been deleted in another window.
    """
    return _lock(postings_of(request), posting_id)


def lock_deleted_posting(request, posting_id):
    """The posting this visitor has deleted, until it is purged; for a change, as with `lock_posting`."""
    return _lock(Posting.objects.belonging_to(request.user, drafts(request)).deleted(), posting_id)


def _lock(postings, posting_id):
    posting = postings.lock().filter(pk=posting_id).first()
    if posting is None:
        raise Http404("There is no such posting here.")
    return posting


def latest_brief(request):
    """The brief of the posting this visitor changed last, or None."""
    posting = postings_of(request).only("brief_data").first()
    return posting.brief if posting else None


def get_posting_by_secret(request, secret):
    """The posting of a private link; the link of an account's posting works for its owner alone."""
    posting = Posting.objects.with_secret(secret, request.user).with_version().first()
    if posting is None:
        raise Http404("There is no such posting here.")
    return posting
