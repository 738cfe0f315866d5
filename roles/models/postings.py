"""An owner's posting: the brief, and the document composed of it from one version."""

import json
import secrets
import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator

from roles.core import codec, review
from roles.core.compose import Brief, compose
from roles.core.document import Document
from roles.core.editing import Stock, carry_over, find, mark_of, reword, stock, to_look_at
from roles.core.exports import Listing

from .review import current_rules
from .use import StatementUse, increments, offered_by
from .versions import RoleVersion

NAME_MAX = 120
KEPT_AFTER_DELETION = timedelta(days=30)
STATES_KEPT = 50
IGNORED_KEPT = 200
# Rewording one item goes on as one step to undo while its saves follow each other this closely.
ONE_STEP = timedelta(seconds=60)


def new_secret():
    return secrets.token_urlsafe(24)


class PostingQuerySet(models.QuerySet):
    def compose(self, version, brief, **fields):
        """Save a new posting of the brief, composed from the version."""
        posting = self.model(version=version, **fields)
        posting.recompose(brief)
        posting.save(force_insert=True)
        return posting

    def carry_in(self, version, brief, document, **fields):
        """Save a new posting of a document that was not composed here."""
        posting = self.model(version=version, **fields)
        posting._show(document, brief, version)
        posting.save(force_insert=True)
        return posting

    def belonging_to(self, user, drafts):
        """A visitor's own, and unowned ones among `drafts` (ids); deleted ones with them."""
        theirs = models.Q(owner=None, pk__in=drafts)
        if user.is_authenticated:
            theirs |= models.Q(owner=user)
        return self.filter(theirs)

    def open_to(self, user, drafts):
        """Those a visitor may open."""
        return self.belonging_to(user, drafts).filter(deleted_at=None)

    def with_secret(self, secret, user):
        """The one a private link stands for, as long as nobody else's account owns it."""
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
        return self.filter(deleted_at__lt=timezone.now() - KEPT_AFTER_DELETION)

    def claim(self, user, drafts):
        """Give the unowned ones among `drafts` (ids) to the account; return how many there were."""
        return self.filter(owner=None, pk__in=drafts).update(owner=user)

    def with_version(self):
        """With the version and role a page names, and the number of the role's newest version.

        The version's template only when it is asked for.
        """
        newest = RoleVersion.objects.filter(role=models.OuterRef("version__role")).order_by("-number")
        return (
            self.select_related("version__role")
            .defer("version__snapshot", "version__role__loaded")
            .annotate(newest=models.Subquery(newest.values("number")[:1]))
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

    def lock(self):
        """Those there, for a change: whoever else changes them waits. Only inside a transaction."""
        return self.select_for_update(of=("self",)).select_related("version__role").defer("version__role__loaded")

    def for_list(self):
        """Only what a list shows."""
        return self.select_related("version__role").only(
            "name", "title", "company", "updated_at", "version__number", "version__role__slug", "version__role__focus"
        )


class Posting(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    secret = models.CharField(max_length=40, unique=True, default=new_secret, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="postings"
    )
    version = models.ForeignKey(RoleVersion, on_delete=models.PROTECT, related_name="postings")
    title = models.CharField(max_length=100)
    company = models.CharField(max_length=100)
    name = models.CharField(max_length=NAME_MAX, blank=True, help_text="Empty: the title and the company.")
    brief_data = models.JSONField()
    document_data = models.JSONField()
    # Each save makes the next revision. `present` is the one whose state is shown: after an undo, an earlier one.
    revision = models.PositiveIntegerField(default=1)
    present = models.PositiveIntegerField(default=1)
    # The keys of the statements it was composed of: what of them is still there, the use counts tell.
    offered = models.JSONField(default=list, editable=False)
    # What its owner wants to hear no more of: roles.core.review.Ignored, as data.
    ignored_data = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    archived_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(secret=""), name="posting_has_a_secret"),
            models.CheckConstraint(condition=~models.Q(company=""), name="posting_names_its_company"),
        ]

    def __str__(self):
        return self.name or f"{self.title}, {self.company}"

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is not None and not {"document_data", "offered"} & set(update_fields):
            super().save(*args, update_fields=update_fields, **kwargs)
            return
        with transaction.atomic():
            document, offered = (None, []) if self._state.adding else self._saved_text()
            super().save(*args, update_fields=update_fields, **kwargs)
            StatementUse.objects.record(increments(document, offered, self.document, self.offered))

    def get_absolute_url(self):
        return reverse("posting_detail", args=[self.pk])

    def get_private_url(self):
        return reverse("posting_open", args=[self.secret])

    @cached_property
    def brief(self) -> Brief:
        return codec.load(Brief, self.brief_data)

    @cached_property
    def document(self) -> Document:
        return codec.load(Document, self.document_data)

    @property
    def listing(self) -> Listing:
        """As the market lists it: of the day its text last changed, the same however often it is exported."""
        return Listing(date_posted=timezone.localdate(self.updated_at), identifier=str(self.pk))

    @property
    def ignored(self):
        return [codec.load(review.Ignored, entry) for entry in self.ignored_data]

    def report(self, rules=None):
        """What the review says of the posting today, with the rules as they are now: one query, none if given them."""
        findings = review.review(self.document, self.brief, rules or current_rules(), timezone.localdate())
        return review.report(self.document, findings, self.ignored)

    def laws(self, rules):
        """How the posting stands today with the posting law of its places."""
        return review.laws_looked_at(self.document, self.brief, rules, timezone.localdate())

    def fix(self, remark):
        """Apply a finding's fix as the owner's rewording; raises EditError. The posting comes locked."""
        fixed = review.apply_fix(self.document, remark.finding)
        _, item = find(fixed, remark.item.key)
        document = reword(self.document, item.key, item.text, stock=self.stock, unlocked=True)
        return self.save_revision(f"fix:{remark.token}", document=document)

    def ignore(self, remark, reason):
        """Say no more of a finding while its words stand in its line; the posting comes locked."""
        entry = review.Ignored(
            finding=remark.finding.id,
            place=remark.place,
            about=remark.about,
            reason=reason,
            on=timezone.localdate(),
        )
        self._keep_ignored([*(other for other in self.ignored if other.name != entry.name), entry])

    def heed(self, remark):
        """Hear of an ignored finding again; the posting comes locked."""
        self._keep_ignored([entry for entry in self.ignored if entry.name != remark.name])

    def _keep_ignored(self, entries):
        self.ignored_data = [codec.dump(entry) for entry in entries[-IGNORED_KEPT:]]
        self.save(update_fields=["ignored_data"])

    def recompose(self, brief):
        """Take a new brief, from the version the posting hangs on; does not save."""
        self.brief = brief
        self.document = compose(self.version.template, brief, version=self.version.number)
        self.brief_data = codec.dump(self.brief)
        self.document_data = codec.dump(self.document)
        self.offered = offered_by(self.document)
        self.title, self.company = self.document.title, brief.company

    def rename(self, name):
        """Call the posting so in its owner's list; the text stays, and so does when it last changed."""
        self.name = name
        self.save(update_fields=["name"])

    def archive(self):
        self.archived_at = timezone.now()
        self.save(update_fields=["archived_at"])

    def unarchive(self):
        self.archived_at = None
        self.save(update_fields=["archived_at"])

    def discard(self):
        """Delete it for its owner; `restore` brings it back until it is purged."""
        self.deleted_at = timezone.now()
        self.save(update_fields=["deleted_at"])

    def restore(self):
        self.deleted_at = None
        self.save(update_fields=["deleted_at"])

    def duplicate(self):
        """Save and return a copy: another posting, with another private link."""
        copy = Posting.objects.get(pk=self.pk)
        copy.pk, copy.secret, copy.archived_at = uuid.uuid4(), new_secret(), None
        copy.name = Truncator(f"Copy of {self}").chars(NAME_MAX)
        copy.save(force_insert=True)
        return copy

    @property
    def stock(self) -> Stock:
        """What the version has to say to the brief, the composed document first."""
        return stock(self.version.template, self.brief, version=self.version.number)

    def save_revision(self, change, *, document, brief=None, version=None, offered=()):
        """Save a change as the next revision, to be undone; say whether there was one.

        `change` names it: "reword:<key>", "brief". The posting comes locked. A change of the
        brief or the version says what was `offered` (keys) beyond what the document holds.
        """
        before = PostingState.of(self, revision=self.present)
        before_offered = () if brief or version else self.offered
        self._show(document, brief or self.brief, version or self.version)
        if PostingState.of(self).content == before.content:
            return False
        last = self.states.filter(revision=self.present).first()
        if last is None:
            before.save()
        self.states.filter(revision__gt=self.present).delete()
        self.revision += 1
        self.present = self.revision
        if last and last.continued_by(change):
            last.revision, last.document_data = self.revision, self.document_data
            last.save(update_fields=["revision", "document_data"])
        else:
            PostingState.of(self, revision=self.revision, change=change).save()
            old = self.states.order_by("-revision").values("pk")[STATES_KEPT:]
            self.states.filter(pk__in=[row["pk"] for row in old]).delete()
        self.offered = list(dict.fromkeys([*before_offered, *offered, *offered_by(document)]))
        self._save_shown()
        return True

    def answer(self, brief):
        """Compose again from new answers, the owner's own hand kept; the posting comes locked.

        Return the items in the owner's words whose text beneath has changed: worth another look.
        """
        old, new = self.stock, stock(self.version.template, brief, version=self.version.number)
        document = carry_over(old.composed, self.document, new.composed, offers=new.offers)
        self.save_revision("brief", document=document, brief=brief, offered=offered_by(new.composed))
        return to_look_at(old.composed, new.composed, document)

    @property
    def brief_mark(self):
        """What a form says of the answers it was shown with."""
        return mark_of(json.dumps(self.brief_data, sort_keys=True))

    def undo(self):
        """Show the state before the present one; return the name of the change undone, or None."""
        return self._step(self.states.filter(revision__lt=self.present).order_by("-revision").first(), undone=True)

    def redo(self):
        """Show the state an undo left; return the name of the change done again, or None."""
        return self._step(self.states.filter(revision__gt=self.present).order_by("revision").first())

    def has_done(self, change, *, since):
        """Whether the change came just after that revision: a form sent twice."""
        return self.states.filter(change=change, revision__gt=since, revision__lte=since + 2).exists()

    def _step(self, state, *, undone=False):
        if state is None:
            return None
        change = self.states.get(revision=self.present).change if undone else state.change
        self._show(state.document, codec.load(Brief, state.brief_data), state.version)
        self.present = state.revision
        self.revision += 1
        self._save_shown()
        return change

    def _show(self, document, brief, version):
        self.version, self.brief, self.document = version, brief, document
        self.brief_data, self.document_data = codec.dump(brief), codec.dump(document)
        self.title, self.company = document.title, brief.company

    def _save_shown(self):
        self.save(
            update_fields=[
                "version",
                "title",
                "company",
                "brief_data",
                "document_data",
                "offered",
                "revision",
                "present",
                "updated_at",
            ]
        )

    def _saved_text(self):
        row = Posting.objects.select_for_update().filter(pk=self.pk).values_list("document_data", "offered").first()
        return (codec.load(Document, row[0]), row[1]) if row else (None, [])


class PostingState(models.Model):
    """What a posting was after a change (or before its first): what undo and redo go back to."""

    CONTENT = ("version_id", "brief_data", "document_data")

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="states")
    revision = models.PositiveIntegerField()
    version = models.ForeignKey(RoleVersion, on_delete=models.PROTECT, related_name="+")
    change = models.CharField(max_length=150, blank=True)
    brief_data = models.JSONField()
    document_data = models.JSONField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["revision"]
        constraints = [models.UniqueConstraint(fields=["posting", "revision"], name="state_once_a_revision")]

    def __str__(self):
        return f"Revision {self.revision} of {self.posting_id}"

    @classmethod
    def of(cls, posting, **fields):
        """The posting as it stands, not yet saved."""
        return cls(posting=posting, **{name: getattr(posting, name) for name in cls.CONTENT}, **fields)

    @property
    def content(self):
        return [getattr(self, name) for name in self.CONTENT]

    @property
    def document(self) -> Document:
        return codec.load(Document, self.document_data)

    def continued_by(self, change):
        """Whether the change only goes on with the one that made this state."""
        return self.change == change and change.startswith("reword:") and timezone.now() - self.made_at < ONE_STEP
