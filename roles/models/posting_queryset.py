"""Postings as they are asked for: whose, in which state, and for a change."""

from datetime import timedelta
from functools import wraps

from django.db import models
from django.db.transaction import TransactionManagementError, get_connection
from django.utils import timezone

from .comments import Comment, PostingCheck
from .posting_states import PostingState
from .versions import RoleVersion

PURGE_AFTER = timedelta(days=30)
DRAFT_DAYS = 120  # more than a session lasts
ONE_MOMENT = timedelta(minutes=1)


class NotLockedError(TransactionManagementError):
    """A posting is changed that somebody else may change, delete or claim at the same time."""


def only_locked(method):
    """For a method that changes a posting: refuse one that was not fetched with `lock`, in a transaction."""

    @wraps(method)
    def checked(posting, *args, **kwargs):
        if not (posting.locked and get_connection(posting._state.db).in_atomic_block):
            raise NotLockedError(f"{method.__name__}() needs a posting fetched with lock(), inside a transaction.")
        return method(posting, *args, **kwargs)

    return checked


def _theirs(user, drafts):
    theirs = models.Q(owner=None, pk__in=drafts)
    return theirs | models.Q(owner=user.pk) if user.is_authenticated else theirs


class PostingQuerySet(models.QuerySet):
    def compose(self, version, brief, **fields):
        """Save a new posting of the brief, composed from the version."""
        posting = self.model.composed(version, brief, **fields)
        posting.save(force_insert=True)
        return posting

    def belonging_to(self, user, drafts):
        """A visitor's own, and unowned ones among `drafts` (ids); deleted ones with them."""
        return self.filter(_theirs(user, drafts))

    def open_to(self, user, drafts, links=None):
        """Those a visitor may open: theirs, and those that the shared `links` lead to, `through` which they came."""
        theirs = _theirs(user, drafts)
        if links is None:
            return self.filter(theirs, deleted_at=None)
        best = links.filter(posting=models.OuterRef("pk")).order_by("-kind")  # to edit comes after to comment
        came = {"through": "pk", "through_kind": "kind"}
        return self.annotate(
            **{
                name: models.Case(models.When(theirs, then=None), default=models.Subquery(best.values(field)[:1]))
                for name, field in came.items()
            }
        ).filter(theirs | models.Q(through__isnull=False), deleted_at=None)

    def just_made(self):
        """Nobody's account's, made this moment: whoever made one may have no session yet."""
        return self.filter(owner=None, deleted_at=None, created_at__gt=timezone.now() - ONE_MOMENT)

    def with_secret(self, secret, user):
        """The one a private link opens, as long as nobody else's account owns it."""
        unowned_or_theirs = models.Q(owner=None)
        if user.is_authenticated:
            unowned_or_theirs |= models.Q(owner=user)
        return self.filter(unowned_or_theirs, secret=secret, deleted_at=None)

    def current(self):
        return self.filter(archived_at=None, deleted_at=None)

    def archived(self):
        return self.filter(archived_at__isnull=False, deleted_at=None)

    def deleted(self):
        return self.filter(deleted_at__isnull=False)

    def to_purge(self):
        """Deleted ones whose time to be brought back is over."""
        return self.filter(deleted_at__lt=timezone.now() - PURGE_AFTER)

    def forgotten(self):
        """Drafts of no account that nobody has changed for so long that they go: their page names the day."""
        return self.filter(owner=None, updated_at__lt=timezone.now() - timedelta(days=DRAFT_DAYS))

    def claim(self, user, drafts):
        """Give the unowned ones among `drafts` (ids) to the account; return how many there were."""
        return self.filter(owner=None, pk__in=drafts).update(owner=user)

    def with_version(self, at=None):
        """With the version and role a page names, and the number of the role's newest version.

        The version's template only when it is asked for.
        """
        newest = RoleVersion.objects.public(at).filter(role=models.OuterRef("version__role")).order_by("-number")
        return (
            self.select_related("version__role")
            .defer("version__snapshot", "version__role__loaded")
            .annotate(newest=models.Subquery(newest.values("number")[:1]))
        )

    def with_comments(self):
        """With how many comments are open, and whether a consultant has checked it."""
        here = models.OuterRef("pk")
        count = Comment.objects.open().filter(posting=here).order_by().values("posting")
        return self.annotate(
            open_comments=models.Subquery(count.annotate(number=models.Count("pk")).values("number")),
            checked=models.Exists(PostingCheck.objects.filter(posting=here)),
        )

    def with_history(self):
        """With what an undo and a redo would do: the change's name, None for nothing."""
        states = PostingState.objects.filter(posting=models.OuterRef("pk"))
        shown = states.filter(revision=models.OuterRef("present")).exclude(change="")
        later = states.filter(revision__gt=models.OuterRef("present")).order_by("revision")
        return self.annotate(
            to_undo=models.Subquery(shown.values("change")[:1]),
            to_redo=models.Subquery(later.values("change")[:1]),
            earlier=models.Exists(states.filter(revision__lt=models.OuterRef("present"))),
        )

    def for_reading(self, at=None):
        """With all that the page of one shows beside it, at that moment or now."""
        return self.with_version(at).with_comments()

    def for_workshop(self, at=None):
        return self.with_version(at).with_history()

    def lock(self):
        """Those there, for a change: whoever else changes them waits. Only inside a transaction.

        Each knows that it is `locked`: see `only_locked`.
        """
        locked = self.select_for_update(of=("self",)).annotate(locked=models.Value(True))
        return locked.select_related("version__role").defer("version__snapshot", "version__role__loaded")

    def for_list(self):
        """Only what a list shows."""
        return self.select_related("version__role").only(
            "name", "title", "company", "updated_at", "version__number", "version__role__slug", "version__role__focus"
        )
