"""How often a publication was read, taken away and applied through, a day: sums, and nothing of who did."""

from datetime import date

from django.db import connection, models, transaction

_ADD = """
    INSERT INTO board_dailycount (publication_id, day, kind, number)
    SELECT id, %s, %s, %s FROM board_publication WHERE id = %s
    ON CONFLICT (publication_id, day, kind) DO UPDATE SET number = board_dailycount.number + excluded.number
"""


class DailyCountQuerySet(models.QuerySet):
    def add(self, counted: dict[tuple[int, date, str], int]) -> None:
        """Add so many to each (publication, day, kind); of what was deleted meanwhile nothing is kept."""
        rows = [
            [connection.ops.adapt_datefield_value(day), kind, number, publication]
            for (publication, day, kind), number in sorted(counted.items())
        ]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(_ADD, rows)

    def by_day(self) -> dict[date, dict[str, int]]:
        """Return the numbers of each kind on each day there are any, the latest first: one query."""
        days: dict[date, dict[str, int]] = {}
        for day, kind, number in self.order_by("-day").values_list("day", "kind", "number"):
            days.setdefault(day, dict.fromkeys(DailyCount.Kind.values, 0))[kind] = number
        return days


class DailyCount(models.Model):
    class Kind(models.TextChoices):
        VIEW = "view"  # its page
        COPY = "copy"  # its text alone, as plain text or as HTML
        APPLY = "apply"  # its button, where the owner has it counted

    publication = models.ForeignKey("board.Publication", models.CASCADE, related_name="counts")
    day = models.DateField()  # in UTC
    kind = models.CharField(max_length=5, choices=Kind)
    number = models.PositiveIntegerField()

    objects = DailyCountQuerySet.as_manager()

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["publication", "day", "kind"], name="count_once_a_day")]

    def __str__(self):
        return f"{self.number} × {self.kind} on {self.day}"
