"""What happened to accounts, rights and content, kept for good: rows are added, and never changed or deleted."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class SecurityEventQuerySet(models.QuerySet):
    def _refuse(self, *args, **kwargs):
        raise TypeError("A security event stays as it is.")

    update = delete = bulk_update = _raw_delete = _refuse


class SecurityEvent(models.Model):
    """`actor` is the number of an account, which outlives it; triggers in the database refuse changes, too.

    A migration that alters this table has to make the triggers again on SQLite, where it becomes another table.
    """

    class Kind(models.TextChoices):
        SIGNED_IN = "signed_in", "signed in"
        SIGN_IN_FAILED = "sign_in_failed", "sign-in failed"
        LOCKED = "locked", "sign-in locked after wrong guesses"
        SIGNED_OUT = "signed_out", "signed out"
        FACTOR_ADDED = "factor_added", "second factor added"
        FACTOR_REMOVED = "factor_removed", "second factor removed"
        FACTOR_FAILED = "factor_failed", "second factor failed"
        ADDRESS_ADDED = "address_added", "address added"
        ADDRESS_CONFIRMED = "address_confirmed", "address confirmed"
        ADDRESS_CHANGED = "address_changed", "address changed"
        ADDRESS_REMOVED = "address_removed", "address removed"
        PASSWORD_CHANGED = "password_changed", "password changed"
        PASSWORD_RESET = "password_reset", "password reset"
        RIGHTS_GRANTED = "rights_granted", "rights granted"
        RIGHTS_TAKEN = "rights_taken", "rights taken"
        ACCOUNT_DISABLED = "account_disabled", "account disabled"
        ACCOUNT_ENABLED = "account_enabled", "account enabled"
        ACCOUNT_DELETED = "account_deleted", "account deleted"
        EXPORTED = "exported", "content exported"
        IMPORTED = "imported", "content imported"
        PUBLISHED = "published", "version published"
        RESTORED = "restored", "draft restored"
        LINK_MADE = "link_made", "shared link made"
        LINK_RENEWED = "link_renewed", "shared link renewed"
        LINK_WITHDRAWN = "link_withdrawn", "shared link withdrawn"
        LINK_OPENED = "link_opened", "shared link opened by a guest"
        POSTING_CLAIMED = "posting_claimed", "posting opened by its private link, moved into an account"

    kind = models.CharField(max_length=30, choices=Kind, db_index=True)
    at = models.DateTimeField(auto_now_add=True)
    actor = models.PositiveBigIntegerField(null=True, help_text="The number of the account; empty: nobody signed in.")
    subject = models.CharField(max_length=120, blank=True, help_text="What it is about: “account 7”.", db_index=True)
    address_hash = models.CharField(max_length=32, blank=True, help_text="The network address, as a keyed hash.")
    details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects = SecurityEventQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        base_manager_name = "objects"
        default_permissions = ["view"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.subject}".strip()

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("A security event stays as it is.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A security event stays as it is.")
