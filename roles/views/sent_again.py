"""A form sent twice, or from a page that has grown old: a double click, the back button, a second window."""

import re
import uuid

from django.core import signing

TICKET_SALT = "roles.posting_new"


def read_ticket(ticket):
    """The posting id a ticket of ours holds; a new one for anything else.

    A form that makes a posting carries the id it will have, signed: sent twice, it makes one posting.
    """
    try:
        return uuid.UUID(signing.loads(ticket, salt=TICKET_SALT)), ticket
    except (signing.BadSignature, ValueError):
        posting_id = uuid.uuid4()
        return posting_id, signing.dumps(str(posting_id), salt=TICKET_SALT)


def read_revision(data):
    """The revision of a posting the form was shown with; None where it names none."""
    revision = data.get("revision", "")
    return int(revision) if re.fullmatch(r"\d{1,9}", revision, re.ASCII) else None


def came_before(posting, change, data):
    """Whether the change the form asks for was made when it was sent the first time."""
    seen = read_revision(data)
    return seen is not None and posting.has_done(change, since=seen)
