"""What others say of a posting: comments on its lines, and a consultant's word that it was checked."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from roles.core import codec
from roles.core.diff import sentences_changed
from roles.core.document import Document

from .compressed import CompressedJSONField
from .sharing import VISITOR_NAME_MAX

COMMENT_MAX = 1_000
COMMENTS_MAX = 200  # of one posting, answers and resolved ones among them
ITEM_KEY_MAX = 120


class CommentQuerySet(models.QuerySet):
    def in_order(self):
        """With all that a page shows of each, the oldest first."""
        return self.select_related("account", "link").order_by("created_at", "pk")

    def open(self):
        """What waits for an answer: begun on a line or on the whole, and not resolved."""
        return self.filter(answers=None, resolved_at=None)


class Comment(models.Model):
    """A comment on a line, on the whole posting (no `item_key`), or an answer to one.

    `about` holds the words of the line as its author saw them. Who wrote it is the owner, a consultant by their
    account, or whoever came through the link by the name they gave.
    """

    class By(models.TextChoices):
        OWNER = "owner", "owner"
        GUEST = "guest", "guest"
        CONSULTANT = "consultant", "consultant"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    posting = models.ForeignKey("roles.Posting", on_delete=models.CASCADE, related_name="comments")
    answers = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="answered_by")
    item_key = models.CharField(max_length=ITEM_KEY_MAX, blank=True)
    about = models.TextField(blank=True)
    by = models.CharField(max_length=10, choices=By)
    name = models.CharField(max_length=VISITOR_NAME_MAX, blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    link = models.ForeignKey("roles.SharedLink", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField()
    created_at = models.DateTimeField(default=timezone.now)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.CharField(max_length=VISITOR_NAME_MAX, blank=True, help_text="Empty: the owner.")

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        default_permissions = []

    def __str__(self):
        return f"Comment of {self.author or 'the owner'}"

    @property
    def author(self):
        """The name to show; "" for the owner."""
        if self.account is not None:
            return self.account.get_full_name() or self.account.get_username()
        return self.name

    def resolve(self, by):
        self.resolved_at, self.resolved_by = timezone.now(), by[:VISITOR_NAME_MAX]
        self.save(update_fields=["resolved_at", "resolved_by"])

    def reopen(self):
        self.resolved_at, self.resolved_by = None, ""
        self.save(update_fields=["resolved_at", "resolved_by"])


class PostingCheckQuerySet(models.QuerySet):
    def put(self, posting, consultant):
        """Let the consultant have checked the posting as it is now."""
        values = {"data": posting.document_data, "checked_at": timezone.now()}
        self.update_or_create(posting=posting, consultant=consultant, defaults=values)


class PostingCheck(models.Model):
    """A consultant has checked the posting, in these words. Only views that have seen a staff account make one."""

    posting = models.ForeignKey("roles.Posting", on_delete=models.CASCADE, related_name="checks")
    consultant = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    checked_at = models.DateTimeField(default=timezone.now)
    data = CompressedJSONField()

    objects = PostingCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-checked_at"]
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["posting", "consultant"], name="checked_once_by_each")]

    def __str__(self):
        return f"Check of {self.posting_id}"

    @property
    def by(self):
        if self.consultant is None:
            return "a consultant"
        return self.consultant.get_full_name() or self.consultant.get_username()

    def sentences_changed(self, document):
        """How many sentences the document has changed since."""
        return sentences_changed(codec.load(Document, self.data), document)
