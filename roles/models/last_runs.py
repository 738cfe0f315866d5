"""When the work that an operator schedules was last done."""

from datetime import datetime

from django.db import models
from django.utils import timezone


class LastRunQuerySet(models.QuerySet):
    def note(self, name: str, **done: int) -> None:
        """Remember that it was done just now, and what it did."""
        self.update_or_create(name=name, defaults={"finished_at": timezone.now(), "done": done})

    def ages(self, now: datetime) -> dict[str, float]:
        """Seconds since each was last done, by its name; what was never done is missing."""
        return {name: (now - at).total_seconds() for name, at in self.values_list("name", "finished_at")}


class LastRun(models.Model):
    DAILY, BACKUP = "daily", "backup"

    name = models.CharField(max_length=20, primary_key=True)
    finished_at = models.DateTimeField()
    done = models.JSONField(default=dict)

    objects = LastRunQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.name} {self.finished_at:%Y-%m-%d %H:%M}"
