"""Links that let others read and comment on a posting, or edit its words. None of them hands it over."""

import base64
import hashlib
import uuid
from datetime import timedelta
from enum import IntEnum

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

LABEL_MAX = 60
VISITOR_NAME_MAX = 60
LINKS_MAX = 20  # of one posting, those withdrawn not counted
SALT = "roles.models.sharing"


class Right(IntEnum):
    """What a visitor may do with a posting; each right holds those before it."""

    COMMENT = 1
    EDIT = 2
    OWN = 3


def hash_of(token: str) -> str:
    """What the database keeps of a token. It has 256 random bits, so a fast hash without salt will do."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


class SharedLinkQuerySet(models.QuerySet):
    def live(self):
        """Those that work now."""
        lasting = models.Q(expires_at=None) | models.Q(expires_at__gt=timezone.now())
        return self.filter(lasting, revoked_at=None, posting__deleted_at=None)

    def with_token(self, token):
        return self.live().filter(token_hash=hash_of(token))

    def held(self, hashes, right):
        """Those that work, of the hashes a session holds, and give the right."""
        kinds = [kind for kind in SharedLink.Kind if kind.right >= right]
        return self.live().filter(token_hash__in=hashes, kind__in=kinds)

    def note_use(self):
        self.update(last_used_at=timezone.now())

    def not_withdrawn(self):
        return self.filter(revoked_at=None)


class SharedLink(models.Model):
    class Kind(models.TextChoices):
        COMMENT = "comment", "Read and comment"
        EDIT = "edit", "Edit the text"

        @property
        def right(self) -> Right:
            return Right[self.name]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    posting = models.ForeignKey("roles.Posting", on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=10, choices=Kind)
    label = models.CharField(max_length=LABEL_MAX)
    number = models.PositiveIntegerField(default=1, help_text="How many tokens it has had.")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    lasts_days = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    objects = SharedLinkQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        default_permissions = []
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=["comment", "edit"]), name="link_is_of_a_known_kind"),
        ]

    def __str__(self):
        return self.label

    def get_absolute_url(self):
        return reverse("shared_open", args=[self.token])

    @property
    def token(self) -> str:
        """The secret of its address, "" where it was made under a key that is no longer known.

        It is computed and never stored: a copy of the database alone opens nothing.
        """
        for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
            if hash_of(token := self._token(key)) == self.token_hash:
                return token
        return ""

    def _token(self, key):
        code = salted_hmac(SALT, f"{self.pk}:{self.number}", secret=key, algorithm="sha256").digest()
        return base64.urlsafe_b64encode(code).decode().rstrip("=")

    @property
    def expired(self):
        return self.expires_at is not None and self.expires_at <= timezone.now()

    def start(self):
        """Give a link that is not saved yet its first token, and save it."""
        self._begin()
        self.save(force_insert=True)

    def renew(self):
        """Give it another token: whoever holds the earlier one is out, and it lasts as long again."""
        self.number += 1
        self._begin()
        self.save(update_fields=["number", "token_hash", "expires_at"])

    def _begin(self):
        self.token_hash = hash_of(self._token(settings.SECRET_KEY))
        self.expires_at = timezone.now() + timedelta(days=self.lasts_days) if self.lasts_days else None

    def revoke(self):
        self.revoked_at = timezone.now()
        self.save(update_fields=["revoked_at"])
