"""The lists by which statements are chosen, as rows: needs, industries, areas, traits."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from operator import itemgetter
from typing import Any

from django.db import models
from django.db.models.functions import JSONObject

from roles.core import codec
from roles.core.compose import vocabulary as pure
from roles.core.compose.vocabulary import VOCABULARY
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
    where_usual = models.BooleanField(
        "only where it is usual",
        default=False,
        help_text="Many businesses have none of it: its duties wait for an owner or a trade that has it.",
    )

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


@dataclass(frozen=True)
class SharedLists:
    """The lists as values, and the key and the place of each row by its list and id."""

    words: pure.Vocabulary
    keys: Mapping[str, Mapping[int, str]]

    def ties(self, statements: models.QuerySet) -> dict[int, dict[str, tuple[str, ...]]]:
        """Return the keys that each of the statements is tied to, by its id and list, in the order of the lists. One
        query."""
        tables = [
            model.statements.through.objects.filter(statement__in=statements).values_list(
                models.Value(name, output_field=models.CharField()), "statement_id", f"{model._meta.model_name}_id"
            )
            for name, model in MODELS.items()
        ]
        tied: dict[int, dict[str, set[int]]] = {}
        for name, statement, row in tables[0].union(*tables[1:], all=True):
            tied.setdefault(statement, {}).setdefault(name, set()).add(row)
        return {
            statement: {
                name: tuple(key for pk, key in self.keys[name].items() if pk in rows) for name, rows in lists.items()
            }
            for statement, lists in tied.items()
        }


JSON_FIELDS = {
    name: {field.name for field in model._meta.fields if isinstance(field, models.JSONField)}
    for name, model in MODELS.items()
}


YES_NO_FIELDS = {
    name: {field.name for field in model._meta.fields if isinstance(field, models.BooleanField)}
    for name, model in MODELS.items()
}


def shared_lists() -> SharedLists:
    """Return the lists as they are now. One query: each row comes as one JSON value."""
    queries = [
        model.objects.order_by()
        .annotate(
            of=models.Value(name, output_field=models.CharField()),
            fields=JSONObject(**{field.name: field.name for field in fields(VOCABULARY[name][0])}),
        )
        .values_list("of", "position", "pk", "fields")
        for name, model in MODELS.items()
    ]
    lists: dict[str, list[Any]] = {name: [] for name in MODELS}
    keys: dict[str, dict[int, str]] = {name: {} for name in MODELS}
    for name, _, pk, found in sorted(queries[0].union(*queries[1:], all=True), key=itemgetter(1, 2)):
        for field in JSON_FIELDS[name] & found.keys():
            if isinstance(found[field], str):  # SQLite has it as text
                found[field] = json.loads(found[field])
        for field in YES_NO_FIELDS[name] & found.keys():
            found[field] = bool(found[field])  # SQLite has it as a number
        lists[name].append(codec.load(VOCABULARY[name][0], found))
        keys[name][pk] = found["key"]
    words: dict[str, Any] = {name: tuple(values) for name, values in lists.items()}
    return SharedLists(pure.Vocabulary(**words), keys)


def vocabulary() -> pure.Vocabulary:
    """Return the lists as they are now. One query."""
    return shared_lists().words


def _fields(row: Shipped, kind: type) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(kind)}
