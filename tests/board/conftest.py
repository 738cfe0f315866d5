from datetime import date, timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from roles.board.models import Publication
from roles.core.publishing import Terms
from roles.models import Posting

ORIGIN = "http://testserver"


def publish(posting, *, listed=False, last_day=None, **terms):
    """Publish it as its owner's form would."""
    with transaction.atomic():
        locked = Posting.objects.lock().get(pk=posting.pk)
        day = last_day or locked.today + timedelta(days=30)
        return Publication.publish(locked, Terms(last_day=day, listed=listed, **terms), origin=ORIGIN)


def change(publication, what, *args):
    """Do it to the publication as a view does, and save."""
    with transaction.atomic():
        publication = Publication.objects.lock(publication.posting)
        getattr(publication, what)(*args)
        publication.save()
    return publication


def in_days(number):
    return (date.today() + timedelta(days=number)).isoformat()


def send(client, posting=None, **fields):
    """Press Publish, as the form is shown now."""
    posting = posting or client.posting
    posting.refresh_from_db()
    fields = {"do": "publish", "revision": posting.revision, "last_day": in_days(20), "reason": "It is so."} | fields
    return client.post(reverse("posting_publish", args=[posting.pk]), fields)


@pytest.fixture
def published(member):
    """A listed publication of the member's posting."""
    return publish(member.posting, listed=True)
