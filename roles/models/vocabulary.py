"""The lists by which statements are chosen, as rows: needs, industries, areas, traits."""

from dataclasses import fields
from typing import Any

from django.db import models

from roles.core import codec
from roles.core.compose import vocabulary as pure
from roles.core.document import Focus

from .base import Shipped, ShippedQuerySet

FOCUS_CHOICES = [(focus.value, focus.value.capitalize()) for focus in Focus]


class Need(Shipped):
    CALLED = "phrase"

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
    CALLED = "name"

    key = models.SlugField(unique=True, help_text="A short name that stays: statements and briefs refer to it.")
    name = models.CharField(max_length=60, unique=True, help_text="As it stands in a list.")
    phrase = models.CharField(max_length=60, help_text="As it reads after “in”: “experience in construction”.")
    aliases = models.JSONField(default=list, blank=True, help_text="What owners type to find it, one a line.")
    words = models.JSONField(default=dict, blank=True, help_text="How businesses of this kind speak.")
    traits = models.JSONField(default=list, blank=True, help_text="Offered first to their owners.")
    areas = models.JSONField(default=list, blank=True, help_text="Usual in the trade, the most usual first.")
    kpis = models.JSONField(default=list, blank=True, help_text="Offered for a target.")

    objects = ShippedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        verbose_name_plural = "industries"

    def __str__(self):
        return self.name

    def to_value(self) -> pure.Industry:
        return codec.load(pure.Industry, _fields(self, pure.Industry))


class Area(Shipped):
    CALLED = "name"

    key = models.SlugField(unique=True, help_text="A short name that stays: statements and briefs refer to it.")
    name = models.CharField(max_length=80, unique=True, help_text="The tick-box, in an owner's words.")
    phrase = models.CharField(max_length=80, help_text="As it reads after “own”: “profit”.")
    kpis = models.JSONField(default=list, blank=True, help_text="Offered for a target.")
    cues = models.JSONField(default=list, blank=True, help_text="Words by which an older posting shows it.")

    objects = ShippedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]

    def __str__(self):
        return self.name

    def to_value(self) -> pure.Area:
        return codec.load(pure.Area, _fields(self, pure.Area))


class Trait(Shipped):
    CALLED = "phrase"

    key = models.SlugField(unique=True, help_text="A short name that stays: statements and briefs refer to it.")
    phrase = models.CharField(max_length=120, unique=True, help_text="In the owner's words: “We serve alcohol”.")

    objects = ShippedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]

    def __str__(self):
        return self.phrase

    def to_value(self) -> pure.Trait:
        return pure.Trait(key=self.key, phrase=self.phrase)


MODELS: dict[str, type[Need] | type[Industry] | type[Area] | type[Trait]] = {
    "needs": Need,
    "industries": Industry,
    "areas": Area,
    "traits": Trait,
}


def vocabulary() -> pure.Vocabulary:
    """Return the lists as they are now. One query a list."""
    lists: dict[str, Any] = {name: model.objects.to_values() for name, model in MODELS.items()}
    return pure.Vocabulary(**lists)


def _fields(row: Shipped, kind: type) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(kind)}
