"""Rows whose texts hold no character that no text may hold: PostgreSQL refuses some, and import refuses them all."""

from django.core.exceptions import ValidationError
from django.db import models

from roles.core.compose.brief import text_problem


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
                if isinstance(text, str) and (message := text_problem(text, limit=len(text))):
                    errors[field.name] = [ValidationError(message, code="hidden_character")]
        if errors:
            raise ValidationError(errors)
