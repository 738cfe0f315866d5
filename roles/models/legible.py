"""Rows whose texts hold no control character: PostgreSQL refuses some, and no export can show any."""

import unicodedata

from django.core.exceptions import ValidationError
from django.db import models

from roles.compose.brief import hidden_character, text_problem


def control_problem(text):
    """Return what is wrong with the characters of a text, or None. Marks that only turn the direction may stay."""
    if hidden_character(text) is None:
        return None
    marks_apart = "".join("-" if unicodedata.category(char) == "Cf" else char for char in text)
    return text_problem(marks_apart, limit=len(text))


class Legible(models.Model):
    """A row that is checked for them, field by field."""

    class Meta:
        abstract = True

    def clean_fields(self, exclude=None):
        errors = {}
        try:
            super().clean_fields(exclude)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        for field in self._meta.concrete_fields:
            if field.name in errors or field.name in (exclude or ()):
                continue
            value = getattr(self, field.name)
            if isinstance(field, models.TextField) and value:
                # A browser ends a line with two characters; a text knows one.
                value = value.replace("\r\n", "\n")
                setattr(self, field.name, value)
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str) and (message := control_problem(text)):
                    errors[field.name] = [ValidationError(message, code="control_character")]
        if errors:
            raise ValidationError(errors)
