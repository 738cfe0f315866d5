"""A posting is only changed by whoever holds its row: no change of another window is lost."""

from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from roles.access import lock_posting
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


def test_a_visitor_locks_the_row_and_only_in_a_transaction(member, monkeypatch):
    user = get_user_model().objects.get(username="member")
    request = SimpleNamespace(user=user, session={})
    for _ in range(2):  # the second goes by the SQL that the first has written
        with CaptureQueriesContext(connection) as queries:
            assert lock_posting(request, member.posting.pk).locked
        locks = 'FOR UPDATE OF "roles_posting"' in queries[0]["sql"]
        assert locks == connection.features.has_select_for_update_of
    with monkeypatch.context() as ended:
        ended.setattr(connection, "in_atomic_block", False)
        with pytest.raises(TransactionManagementError):
            lock_posting(request, member.posting.pk)
