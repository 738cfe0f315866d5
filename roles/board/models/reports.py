from django.db import models


class Report(models.Model):
    """What a reader holds against a publication. Who they are is neither asked nor kept."""

    class Kind(models.TextChoices):
        MONEY = "money", "It asks applicants for money"
        PAPERS = "papers", "It asks for identity papers or bank details"
        NOT_REAL = "not-real", "The role or the business is not real"
        UNLAWFUL = "unlawful", "It shuts people out unlawfully"
        OTHER = "other", "Something else"

    WORDS_MAX = 500

    publication = models.ForeignKey("board.Publication", models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.CharField(max_length=WORDS_MAX, blank=True)
    digest = models.CharField(max_length=32)  # of kind and words: the same report sent twice is one
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["publication", "digest"], name="report_once")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.publication_id}"
