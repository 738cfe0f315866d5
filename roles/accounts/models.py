from django.conf import settings
from django.db import models


class AccountState(models.Model):
    """What is kept of an account beside Django's own row. It is read with it, see `AccountBackend.get_user`."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="state"
    )
    sessions_since = models.DateTimeField(null=True, help_text="A session that began before is dead.")
    factor_asked_at = models.DateTimeField(null=True, help_text="When a second factor was first demanded.")

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"account {self.user_id}"
