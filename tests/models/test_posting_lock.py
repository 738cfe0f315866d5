"""A posting is only changed by whoever holds its row: no change of another window is lost."""

import pytest
from django.db import connection

from roles.core import editing
from roles.models import Posting
from roles.models.posting_queryset import NotLockedError

CHANGES = {
    "save_revision": lambda posting: posting.save_revision("add:skills", document=added(posting)),
    "answer": lambda posting: posting.answer(posting.brief),
    "undo": lambda posting: posting.undo(),
    "redo": lambda posting: posting.redo(),
    "fix": lambda posting: posting.fix(None),
    "ignore": lambda posting: posting.ignore(None, "Meant so."),
    "heed": lambda posting: posting.heed(None),
    "rename": lambda posting: posting.rename("Spring"),
    "archive": lambda posting: posting.archive(),
    "unarchive": lambda posting: posting.unarchive(),
    "discard": lambda posting: posting.discard(),
    "restore": lambda posting: posting.restore(),
}


def added(posting):
    return editing.add(posting.document, "skills", "Sourdough.", stock=posting.stock)


@pytest.mark.parametrize("change", CHANGES)
def test_a_posting_that_was_not_locked_is_not_changed(posting, change):
    with pytest.raises(NotLockedError, match=change):
        CHANGES[change](Posting.objects.get(pk=posting.pk))


def test_a_lock_does_not_outlast_its_transaction(posting, monkeypatch):
    with monkeypatch.context() as ended:
        ended.setattr(connection, "in_atomic_block", False)
        with pytest.raises(NotLockedError):
            posting.archive()


def test_a_locked_posting_is_changed(posting):
    posting.rename("Spring")
    assert posting.save_revision("add:skills", document=added(posting))
    assert Posting.objects.get(pk=posting.pk).name == "Spring"


def test_a_copy_is_not_locked(posting):
    assert not posting.duplicate().locked
