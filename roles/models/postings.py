"""An owner's posting: the brief, and the document composed of it from one version."""

import json
import secrets
import uuid
from datetime import date, timedelta

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator

from roles.core import codec, review
from roles.core.compose import Brief, compose
from roles.core.document import Document
from roles.core.editing import Stock, carry_over, find, mark_of, ours, reword, to_look_at
from roles.core.exports import Brand, Listing
from roles.core.starting import Account, Entry, bring_back
from roles.today import today_where

from .brands import PostingBrand
from .compressed import CompressedJSONField
from .posting_queryset import DRAFT_DAYS, PostingQuerySet, only_locked
from .posting_states import PostingState
from .review import current_rules, findings_on
from .sharing import Right, SharedLink
from .use import StatementUse, increments, offered_by
from .versions import RoleVersion

NAME_MAX = 120
IGNORED_MAX = 200


def new_secret():
    return secrets.token_urlsafe(24)


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
    # The keys of the statements it was composed of: the use counts compare it with what is still there.
    offered = models.JSONField(default=list, editable=False)
    # The findings its owner ignores: roles.core.review.Ignored, as data.
    ignored_data = models.JSONField(default=list, blank=True)
    # The lines of ours its owner has been through and keeps: roles.core.editing.ours.LinesKept, as data.
    lines_kept = models.JSONField(default=dict, blank=True)
    # What became of the text it was started from: roles.core.starting.Account, as data. None: from no text.
    account_data = CompressedJSONField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    archived_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = PostingQuerySet.as_manager()

    locked = False  # True on those fetched with `lock`
    # The shared link its visitor came through (its id and kind), None for the owner; and the name they go by.
    through: uuid.UUID | None = None
    through_kind: str | None = None
    author = ""
    # With `with_version`, with `with_comments` and with `with_history`:
    newest: int
    open_comments: int | None
    checked: bool
    to_undo: str | None
    to_redo: str | None
    earlier: bool

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

    def get_verdict_url(self):
        """The address of its page at whether it is ready, which takes the focus there and so is read aloud."""
        return f"{self.get_absolute_url()}#verdict"

    @property
    def right(self) -> Right:
        """What its visitor may do with it."""
        return SharedLink.Kind(self.through_kind).right if self.through_kind else Right.OWN

    def get_private_url(self):
        return reverse("posting_open", args=[self.secret])

    @classmethod
    def composed(cls, version, brief, **fields):
        """A new posting of the brief, composed from the version; not saved."""
        posting = cls(version=version, **fields)
        posting.recompose(brief)
        return posting

    @classmethod
    def carried_in(cls, version, brief, document, **fields):
        """A new posting of a document that was not composed here; not saved."""
        posting = cls(**fields)
        posting._show(document, brief, version)
        return posting

    @classmethod
    def started(cls, version, brief, document, account):
        """A new posting of a text its owner had, with the account of it; not saved."""
        posting = cls.carried_in(version, brief, document, account_data=codec.dump(account))
        posting.offered = offered_by(document)
        return posting

    @cached_property
    def brief(self) -> Brief:
        return codec.load_again(Brief, self.brief_data)

    @cached_property
    def document(self) -> Document:
        return codec.load_again(Document, self.document_data)

    @property
    def account(self) -> Account | None:
        """What became of the text it was started from, None where it was not."""
        return None if self.account_data is None else codec.load(Account, self.account_data)

    @property
    def listing(self) -> Listing:
        """As the market lists it: of the day its text last changed, the same however often it is exported."""
        return Listing(date_posted=timezone.localdate(self.updated_at), identifier=str(self.pk))

    @property
    def brand(self) -> Brand:
        """How its employer appears, as the owner has set it: one query."""
        own = PostingBrand.objects.filter(posting=self).first()
        return own.value if own else Brand()

    @property
    def today(self) -> date:
        """The day it is where the role is: on its last day a posting is open until midnight there."""
        return today_where(self.document.facts.job_location)

    @property
    def kept_until(self) -> date | None:
        """The last day it is here if nobody changes it; None for one of an account, which stays."""
        return None if self.owner_id else timezone.localdate(self.updated_at + timedelta(days=DRAFT_DAYS))

    @property
    def ignored(self):
        return [codec.load(review.Ignored, entry) for entry in self.ignored_data]

    def report(self, rules=None):
        """The review's report on the posting today, with the rules as they are now: one query, none if given them."""
        unread = len(ours.unread(self.document, self.kept))
        findings = findings_on(self.document, self.brief, rules or current_rules(), self.today, unread)
        return review.report(self.document, findings, self.ignored)

    def laws(self, rules):
        """The posting laws of its places, and how the posting meets them today."""
        return review.laws_looked_at(self.document, self.brief, rules, self.today)

    @only_locked
    def fix(self, remark):
        """Apply a finding's fix, as the owner's rewording or as another answer of the brief; raises EditError."""
        change = f"fix:{remark.token}"
        if remark.finding.answer_fix:
            self._compose_again(review.answered(self.brief, remark.finding.answer_fix), change=change)
            return True
        fixed = review.apply_fix(self.document, remark.finding)
        _, item = find(fixed, remark.item.key)
        document = reword(self.document, item.key, item.text, stock=self.stock, unlocked=True)
        return self.save_revision(change, document=document)

    @only_locked
    def ignore(self, remark, reason):
        """Leave a finding out of the report while its words are in its line."""
        entry = review.Ignored(
            finding=remark.finding.id,
            place=remark.place,
            about=remark.about,
            reason=reason,
            on=timezone.localdate(),
        )
        self._save_ignored([*(other for other in self.ignored if other.name != entry.name), entry])

    @only_locked
    def heed(self, remark):
        """Put an ignored finding into the report again."""
        self._save_ignored([entry for entry in self.ignored if entry.name != remark.name])

    def _save_ignored(self, entries):
        self.ignored_data = [codec.dump(entry) for entry in entries[-IGNORED_MAX:]]
        self.save(update_fields=["ignored_data"])

    @property
    def kept(self) -> ours.LinesKept:
        return codec.load(ours.LinesKept, self.lines_kept)

    @only_locked
    def keep_lines(self, kept):
        """Remember which lines of ours its owner keeps; the text stays, and so does when it last changed."""
        self.lines_kept = codec.dump(kept)
        self.save(update_fields=["lines_kept"])

    @only_locked
    def start_again(self, version, brief, document, account):
        """Become what another sending of the form it was started with makes of it."""
        self.account_data = codec.dump(account)
        self.save(update_fields=["account_data"])
        self.save_revision("carry", document=document, brief=brief, version=version)

    @only_locked
    def bring_back(self, entry: Entry, number: int):
        """Put words of the text it was started from into it, as the owner's; raises EditError."""
        document = bring_back(self.document, entry, self.version.template, stock=self.stock)
        return self.save_revision(f"bring:text-{number}", document=document)

    def recompose(self, brief):
        """Take a new brief, from the version the posting hangs on; does not save."""
        document = compose(self.version.template, brief, version=self.version.number)
        self._show(document, brief, self.version)
        self.offered = offered_by(document)

    @only_locked
    def rename(self, name):
        """Call the posting so in its owner's list; the text stays, and so does when it last changed."""
        self.name = name
        self.save(update_fields=["name"])

    @only_locked
    def hand_to(self, user):
        """Make it the account's. Nobody but its owner asks for this, and no shared link leads here."""
        self.owner = user
        self.save(update_fields=["owner"])

    @only_locked
    def archive(self):
        self.archived_at = timezone.now()
        self.save(update_fields=["archived_at"])

    @only_locked
    def unarchive(self):
        self.archived_at = None
        self.save(update_fields=["archived_at"])

    @only_locked
    def discard(self):
        """Delete it for its owner; `restore` brings it back until it is purged."""
        self.deleted_at = timezone.now()
        self.save(update_fields=["deleted_at"])

    @only_locked
    def restore(self):
        self.deleted_at = None
        self.save(update_fields=["deleted_at"])

    def duplicate(self):
        """Save and return a copy: another posting, with another private link."""
        copy = Posting.objects.get(pk=self.pk)
        copy.pk, copy.secret, copy.archived_at = uuid.uuid4(), new_secret(), None
        copy.name = Truncator(f"Copy of {self}").chars(NAME_MAX)
        copy.save(force_insert=True)
        if own := PostingBrand.objects.filter(posting=self).first():
            PostingBrand.objects.put(copy, own.value)
        return copy

    @property
    def stock(self) -> Stock:
        """What the version's template has for the brief, the composed document first."""
        return self.version.stock(self.brief)

    @only_locked
    def save_revision(self, change, *, document, brief=None, version=None, offered=()):
        """Save a change as the next revision, to be undone; return whether there was one.

        `change` names it: "reword:<key>", "brief". A change of the brief or the version names
        what was `offered` (keys) beyond what the document holds.
        """
        before, had = PostingState.of(self, revision=self.present), (self.document, self.offered)
        before_offered = () if brief or version else self.offered
        self._show(document, brief or self.brief, version or self.version)
        by = {"author": self.author, "link_id": self.through}
        after = PostingState.of(self, revision=self.revision + 1, change=change, **by)
        if after.content == before.content:
            return False
        self.states.record(before, after, latest=self.revision)
        self.revision = self.present = after.revision
        self.offered = list(dict.fromkeys([*before_offered, *offered, *offered_by(document)]))
        self._save_shown(*had)
        return True

    @only_locked
    def answer(self, brief):
        """Compose again from new answers, the owner's own hand kept.

        Return the items in the owner's words whose text beneath has changed: worth another look.
        """
        return self._compose_again(brief, change="brief")

    def _compose_again(self, brief, *, change):
        old, new = self.stock, self.version.stock(brief)
        document = carry_over(old.composed, self.document, new.composed, offers=new.offers)
        self.save_revision(change, document=document, brief=brief, offered=offered_by(new.composed))
        return to_look_at(old.composed, new.composed, document)

    @property
    def brief_mark(self):
        """The mark a form carries of the answers it was shown with."""
        return mark_of(json.dumps(self.brief_data, sort_keys=True))

    @only_locked
    def undo(self):
        """Show the state before the present one; return the name of the change undone, or None."""
        return self._step(self.states.before(self.present), undone=True)

    @only_locked
    def redo(self):
        """Show the state an undo left; return the name of the change done again, or None."""
        return self._step(self.states.after(self.present))

    @only_locked
    def go_back_to(self, state):
        """Make an earlier state the next revision, with its answers; return whether it differs from the present one."""
        document = state.document
        change = f"restore:{state.revision}"
        return self.save_revision(
            change, document=document, brief=state.brief, version=state.version, offered=offered_by(document)
        )

    def may_return_to(self, state):
        """Whether its visitor may: other answers, or another version, are the owner's alone to bring back."""
        return self.right is Right.OWN or state.content[:2] == (self.version_id, self.brief_data)

    def has_done(self, change, *, since):
        """Whether the change came just after that revision: a form sent twice."""
        return self.states.filter(change=change, revision__gt=since, revision__lte=since + 2).exists()

    def _step(self, state, *, undone=False):
        if state is None:
            return None
        change = self.states.values_list("change", flat=True).get(revision=self.present) if undone else state.change
        before = self.document
        self._show(state.document, state.brief, state.version)
        self.present = state.revision
        self.revision += 1
        self._save_shown(before, self.offered)
        self.steps.record(self, before, change=change, undone=undone)
        return change

    def _show(self, document, brief, version):
        self.version, self.brief, self.document = version, brief, document
        self.brief_data, self.document_data = codec.dump(brief), codec.dump(document)
        self.title, self.company = document.title, brief.company

    def _save_shown(self, document, offered):
        """Of one that is locked, whose row has this document and what was offered until now."""
        shown = ("version", "title", "company", "brief_data", "document_data", "offered", "revision", "present")
        super().save(update_fields=[*shown, "updated_at"])
        StatementUse.objects.record(increments(document, offered, self.document, self.offered))

    def _saved_text(self):
        row = Posting.objects.select_for_update().filter(pk=self.pk).values_list("document_data", "offered").first()
        return (codec.load(Document, row[0]), row[1]) if row else (None, [])
