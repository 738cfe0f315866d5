from datetime import date, timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from roles.board.models import Publication
from roles.core.publishing import Terms
from roles.models import Posting
from tests.conftest import copies

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


def more(publication, number, **fields):
    """So many more publications like it, made at once; the last is the newest."""
    kept = [field.attname for field in Publication._meta.fields if field.name not in ("id", "short_id", "posting")]
    same = {name: getattr(publication, name) for name in kept} | fields
    made = Publication.objects.bulk_create(
        Publication(**same, posting=posting) for posting in copies(publication.posting, number)
    )
    return sorted(made, key=lambda one: one.pk)


@pytest.fixture
def published(member):
    """A listed publication of the member's posting."""
    return publish(member.posting, listed=True)
