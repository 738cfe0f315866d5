"""The needs and industries by which statements are chosen, as rows."""

from django.db import models

from roles.core.compose import template as pure
from roles.core.document import Focus

from .base import Shipped, ShippedQuerySet

FOCUS_CHOICES = [(focus.value, focus.value.capitalize()) for focus in Focus]


class Need(Shipped):
    key = models.SlugField(unique=True, help_text="A short name that stays: statements and briefs refer to it.")
    phrase = models.CharField(max_length=120, help_text="In the owner's words: “Daily decisions eat my week”.")
    focus = models.CharField(max_length=20, choices=FOCUS_CHOICES, help_text="The kind of work that answers it.")

    objects = ShippedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.CheckConstraint(condition=models.Q(focus__in=list(Focus)), name="need_focus_known")]

    def __str__(self):
        return self.phrase

    def to_value(self) -> pure.Need:
        return pure.Need(key=self.key, phrase=self.phrase, focus=Focus(self.focus))


class Industry(Shipped):
    key = models.SlugField(unique=True, help_text="A short name that stays: statements and briefs refer to it.")
    name = models.CharField(max_length=60, unique=True, help_text="As it stands in a list.")
    phrase = models.CharField(max_length=60, help_text="As it reads after “in”: “experience in construction”.")

    objects = ShippedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        verbose_name_plural = "industries"

    def __str__(self):
        return self.name

    def to_value(self) -> pure.Industry:
        return pure.Industry(key=self.key, name=self.name, phrase=self.phrase)
