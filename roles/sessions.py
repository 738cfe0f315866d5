"""Sessions whose lists stay complete when one browser sends two forms at once.

A session is saved as one value: of two requests that both add to it, the later save drops what the
earlier one added. What is added with `put_first` is added again at the save, to the session as saved by then.
"""

from datetime import UTC, datetime

from django.contrib.sessions.backends import db
from django.db import router, transaction
from django.utils import timezone

from roles.models.written import Written

_SESSION = Written(
    lambda key, now: SessionStore.get_model_class().objects.filter(session_key=key, expire_date__gt=now),
    key="…",
    now=datetime(1970, 1, 1, tzinfo=UTC),
)


class SessionStore(db.SessionStore):
    def __init__(self, session_key=None):
        super().__init__(session_key)
        self._added = []

    def _get_session_from_db(self):
        found = _SESSION.first(key=self.session_key, now=timezone.now())
        if found is None:
            self._session_key = None
        return found

    def put_first(self, name, value, *, kept):
        """Put the value first in the list of that name, which holds `kept` values at most."""
        self._added.append((name, value, kept))
        self._put_first(name, value, kept)

    def save(self, must_create=False):
        if self._added and self.session_key and not must_create:
            with transaction.atomic(using=router.db_for_write(self.model)):
                self._add_to_saved()
                super().save()
        else:
            super().save(must_create)
        self._added = []

    def _add_to_saved(self):
        row = self.model.objects.select_for_update().filter(pk=self.session_key).first()
        if row is None:
            # Signed out or in meanwhile, in another window. A new session has what was added, and no account.
            self.flush()
        saved = self.decode(row.session_data) if row else {}
        for name in {name for name, _, _ in self._added}:
            self[name] = saved.get(name, [])
        for name, value, kept in self._added:
            self._put_first(name, value, kept)

    def _put_first(self, name, value, kept):
        others = [other for other in self.get(name, []) if other != value]
        self[name] = [value, *others][:kept]
