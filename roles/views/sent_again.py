"""A form sent twice, or from a page that has grown old: a double click, the back button, a second window."""

import re
import uuid
from datetime import timedelta

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils import timezone

from roles.access import postings_of
from roles.models import Posting

TICKET_SALT = "roles.posting_new"
TAKEN = "taken"
TAKEN_KEPT = 20
ONE_MOMENT = timedelta(minutes=1)


def read_ticket(ticket):
    """The posting id a ticket of ours holds; a new one for anything else.

    A form that makes a posting carries the id it will have, signed: sent twice, it makes one posting.
    """
    try:
        return uuid.UUID(signing.loads(ticket, salt=TICKET_SALT)), ticket
    except (signing.BadSignature, ValueError):
        posting_id = uuid.uuid4()
        return posting_id, signing.dumps(str(posting_id), salt=TICKET_SALT)


def save_once(request, posting_id, *, make, change):
    """The posting a form makes, with the id of its ticket; sent again, the one it made, changed to what it says now.

    `make(**fields)` saves and returns a posting with those fields; `change(posting)` changes the one
    that is there, locked. Where that one is deleted or somebody else's by now, another is made: who
    sends a ticket may open its posting, or has sent the first form this moment and has no session yet.
    """
    owner = request.user if request.user.is_authenticated else None
    try:
        with transaction.atomic():
            return make(id=posting_id, owner=owner)
    except IntegrityError:
        with transaction.atomic():
            posting = Posting.objects.lock().filter(pk=posting_id).first()
            if posting is None:  # not sent again: the account was deleted in another window
                return make(owner=None)
            just_made = posting.owner_id is None and timezone.now() - posting.created_at < ONE_MOMENT
            if posting.deleted_at or not (just_made or postings_of(request).filter(pk=posting_id).exists()):
                return make(owner=owner)
            change(posting)
            return posting


def read_keep(data):
    """The name under which the browser keeps what is typed into a form; a new one for a form not sent yet."""
    keep = data.get("keep", "")
    return keep if re.fullmatch(r"[0-9a-f]{32}", keep, re.ASCII) else uuid.uuid4().hex


def note_taken(request):
    """Remember that the form sent was taken, so that its next page tells the browser to let its words go."""
    request.session.put_first(TAKEN, read_keep(request.POST), kept=TAKEN_KEPT)


def read_revision(data):
    """The revision of a posting the form was shown with; None where it names none."""
    revision = data.get("revision", "")
    return int(revision) if re.fullmatch(r"\d{1,9}", revision, re.ASCII) else None


def came_before(posting, change, data):
    """Whether the change the form asks for was made when it was sent the first time."""
    seen = read_revision(data)
    return seen is not None and posting.has_done(change, since=seen)
