"""Ticks for many-to-many fields of inline rows: the choices read once for a page, and only those taken."""

from django import forms
from django.core.exceptions import ValidationError


class KnownChoicesField(forms.ModelMultipleChoiceField):
    """Refuses what is no choice before the database is asked: a number too large for it is an error there."""

    def clean(self, value):
        known = {str(key) for key, _ in self.choices}
        for given in value or ():
            if str(given) not in known:
                raise ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params={"value": str(given)[:40]}
                )
        return super().clean(value)


class ChoicesReadOnceMixin:
    """Of an inline: left to itself, each of its rows asks the database for the same choices."""

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, form_class=KnownChoicesField, **kwargs)
        read = request.__dict__.setdefault("_choices_read", {})
        if db_field not in read:
            read[db_field] = list(iter(field.choices))  # without iter() Python also asks for a COUNT
        field.choices = read[db_field]
        return field
