"""Form fields for what a row keeps as a list: one entry a line."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from roles.core import codec
from roles.core.compose.brief import tidy
from roles.core.compose.house_words import HouseWords
from roles.core.compose.vocabulary import Kpi

HOUSE_WORDS = tuple(field.name for field in fields(HouseWords))


class LinesField(forms.CharField):
    """A list of short texts, one a line; a list of keys where `known` returns those there are, each with its name: an
    entry is typed as the one or as the other."""

    widget = forms.Textarea(attrs={"rows": 4, "cols": 40, "data-grow": ""})

    def __init__(self, *, known: Callable[[], Mapping[str, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.known = known

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list | tuple):
            return list(value)
        lines = filter(None, tidy(super().to_python(value) or "", lines=True).split("\n"))
        if self.known is None:
            return list(dict.fromkeys(lines))
        keys = {name.casefold(): key for key, name in self.known().items()}
        return list(dict.fromkeys(keys.get(line.casefold(), line) for line in lines))

    def validate(self, value: list[str]) -> None:
        known = self.known() if self.known is not None else None
        if known is not None and (strange := [entry for entry in value if entry not in known]):
            raise ValidationError([_unknown(entry, known) for entry in strange])

    def run_validators(self, value: list[str]) -> None:
        """Each line is checked by `validate`."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or []) != self.to_python(data)


def _unknown(entry: str, known: Mapping[str, str]) -> str:
    names = {name.casefold(): name for name in known.values()} | {key: known[key] for key in known}
    close = get_close_matches(entry.casefold(), names, n=1, cutoff=0.5)
    hint = f"Did you mean “{names[close[0]]}”?" if close else "Write each by its name or its key."
    return f"“{entry[:80]}” is not in the list. {hint}"


class KpisField(LinesField):
    """KPIs, one a line: “Orders delivered on time | % | higher”."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "\n".join(f"{kpi['name']} | {kpi['unit']} | {kpi.get('better', 'higher')}" for kpi in value)
        return value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        found = []
        for line in super().to_python(value):
            parts = [part.strip() for part in line.split("|")]
            if len(parts) != 3 or parts[2] not in ("higher", "lower") or not all(parts):
                raise ValidationError(f"“{line}”: write name | unit | higher or lower (which is better).")
            found.append(codec.dump(Kpi(name=parts[0], unit=parts[1], better=parts[2])))
        return found

    def validate(self, value: Any) -> None:
        """Each line was read by `to_python`."""


class WordsField(LinesField):
    """House words, one a line: “customers: guests”."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return "\n".join(f"{name}: {word}" for name, word in value.items() if word)
        return value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, dict):
            return value
        words: dict[str, str] = {}
        for line in super().to_python(value):
            name, colon, word = (part.strip() for part in line.partition(":"))
            if not colon or name not in HOUSE_WORDS or not word:
                raise ValidationError(f"“{line}”: write one of {', '.join(HOUSE_WORDS)}, a colon, and the word.")
            words[name] = word
        return codec.dump(HouseWords(**words))

    def validate(self, value: Any) -> None:
        """Each line was read by `to_python`."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or {}) != self.to_python(data)
