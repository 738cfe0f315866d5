"""Which log entries are a role's: those of its sections and statements, too, also after these are gone."""

from django.contrib.admin.models import LogEntry
from django.db import models


class RoleLogEntry(models.Model):
    """`role` is the role's number and no foreign key: the log outlives the role."""

    entry = models.OneToOneField(LogEntry, on_delete=models.CASCADE, primary_key=True, related_name="of_role")
    role = models.PositiveBigIntegerField(db_index=True)

    class Meta:
        default_permissions = []

    def __str__(self):
        return f"Of role {self.role}"
