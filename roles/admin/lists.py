"""Form fields for what a row keeps as a list: one entry a line."""

from dataclasses import fields
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from roles.core import codec
from roles.core.compose.brief import tidy
from roles.core.compose.house_words import HouseWords
from roles.core.compose.vocabulary import Kpi

HOUSE_WORDS = tuple(field.name for field in fields(HouseWords))


class LinesField(forms.CharField):
    """A list of short texts, one a line; a list of keys where `known` holds those there are."""

    widget = forms.Textarea(attrs={"rows": 4, "cols": 40, "data-grow": ""})

    def __init__(self, *, known: Any = None, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.known = known

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list | tuple):
            return list(value)
        return list(dict.fromkeys(filter(None, tidy(super().to_python(value) or "", lines=True).split("\n"))))

    def validate(self, value: list[str]) -> None:
        known = self.known() if callable(self.known) else self.known
        if known is not None and (strange := [entry for entry in value if entry not in known]):
            raise ValidationError(f"Not known: {', '.join(strange)}. Write one key a line, of: {', '.join(known)}.")

    def run_validators(self, value: list[str]) -> None:
        """Each line is checked by `validate`."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or []) != self.to_python(data)


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
