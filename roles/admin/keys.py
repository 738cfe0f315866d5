"""What a statement is tied to, as keys in one line: “daily-decisions, cash”."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import CharField, Model, Value

from roles.core.compose.leads import Leads
from roles.core.places import COUNTRY_KEYS
from roles.models import RoleVersion
from roles.models.versions import PublishedKeys
from roles.models.vocabulary import MODELS

LABELS = {"needs": "phrase", "industries": "name", "areas": "name", "traits": "phrase"}
_SEPARATOR = re.compile(r"[,;\n]+")


class Named(str):
    """A key that is kept as it is, with what people call it."""

    label: str

    @classmethod
    def of(cls, key: str, label: str) -> "Named":
        named = cls(key)
        named.label = label
        return named


def keys_of(value: Any) -> list[str]:
    """The keys of a field's value: of rows, or of a list."""
    rows = value.all() if hasattr(value, "all") else value or ()
    return [getattr(row, "key", row) for row in rows]


def in_one_line(value: Any) -> str:
    return ", ".join(keys_of(value))


class KeysField(forms.CharField):
    """Entries of a list by their keys, or by what people call them; cleaned, they are the entries.

    `known` are the entries by their keys, and `word` is what one of them is called.
    """

    def __init__(self, *, word: str, known: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=1000, **kwargs)
        self.word, self.known = word, known or {}

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else in_one_line(value)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        found, strange = {}, []
        for entry in filter(None, (part.strip() for part in _SEPARATOR.split(value or ""))):
            key = entry if entry in self.known else self._called().get(entry.casefold())
            if key is None:
                strange.append(entry)
            else:
                found[key] = self.known[key]
        if strange:
            raise ValidationError([self._unknown(entry) for entry in strange])
        return list(found.values())

    def validate(self, value: list[Any]) -> None:
        """Each entry was looked up by `to_python`."""

    def run_validators(self, value: list[Any]) -> None:
        """As above."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return set(keys_of(initial)) != set(keys_of(self.to_python(data)))
        except ValidationError:
            return True

    def _called(self) -> dict[str, str]:
        return {label_of(entry).casefold(): key for key, entry in self.known.items()}

    def _unknown(self, entry: str) -> str:
        close = get_close_matches(entry.casefold(), [*self.known, *self._called()], n=1)
        hint = f" Did you mean “{self._called().get(close[0], close[0])}”?" if close else ""
        return f"“{entry[:80]}” is no {self.word}.{hint}"


def label_of(entry: Any) -> str:
    """What people call an entry of a list."""
    return entry.label if isinstance(entry, Named) else str(entry)


FIXED_LISTS: dict[str, dict[str, Any]] = {
    "leads": {kind.value: Named.of(kind.value, kind.phrase) for kind in Leads},
    "countries": {key: Named.of(key, key.upper()) for key in COUNTRY_KEYS},
}


def known_entries() -> dict[str, dict[str, Any]]:
    """The lists a statement may be tied to, each with its entries by key, in their order. One query."""
    queries = [
        model.objects.order_by().values_list(
            Value(name, output_field=CharField()), "position", "pk", "key", LABELS[name]
        )
        for name, model in MODELS.items()
    ]
    first, *others = queries
    lists: dict[str, dict[str, Any]] = {name: {} for name in MODELS} | FIXED_LISTS
    for name, _, pk, key, label in sorted(first.union(*others, all=True), key=lambda row: (row[1], row[2])):
        lists[name][key] = entry_of(MODELS[name], pk, key, LABELS[name], label)
    return lists


def entry_of(model: type[Model], pk: int, key: str, field: str, label: str) -> Model:
    """The row, with nothing read of it but its key and its name."""
    return model.from_db("default", ["id", "key", field], [pk, key, label])


def lists_for(request: Any) -> dict[str, dict[str, Any]]:
    """The lists, read once for a page."""
    if "_shared_lists" not in request.__dict__:
        request._shared_lists = known_entries()
    return request._shared_lists


def published_for(request: Any, role_id: int | None) -> PublishedKeys:
    """The keys of a role that are published, read once for a page."""
    read = request.__dict__.setdefault("_published_keys", {})
    if role_id not in read:
        read[role_id] = RoleVersion.objects.published_keys(role_id) if role_id else PublishedKeys()
    return read[role_id]
