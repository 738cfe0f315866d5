"""What is answered in a part of the brief, in few words."""

import datetime
from collections.abc import Iterable
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.forms import BoundField, DateField, IntegerField, Select
from django.utils.choices import flatten_choices
from django.utils.formats import date_format
from django.utils.text import Truncator

ANSWERS_SHOWN = 4
LENGTH = 40


def in_short(field: BoundField) -> str:
    """Return what a field is answered with, "" where it is empty: its first line, of choices their names."""
    value = field.value()
    if isinstance(field.field, DateField):
        with suppress(ValidationError):  # as it was sent, of a form that came back
            value = field.field.to_python(value)
    elif value is None and isinstance(field.field.widget, Select):
        value = next(iter(flatten_choices(field.field.widget.choices)))[0]  # the browser shows the first one
    if value in (None, "", [], False):
        return ""
    names = {str(key): str(name) for key, name in flatten_choices(getattr(field.field, "choices", ()))}
    if value is True or value == "on":
        words = str(field.label)
    elif names:
        keys = [value] if isinstance(value, str) or not isinstance(value, Iterable) else list(value)
        words = "; ".join(names[str(key)] for key in keys if str(key) in names)
    elif isinstance(value, datetime.date):
        words = date_format(value)
    elif isinstance(field.field, IntegerField):
        words = f"{field.label}: {value}"
    else:
        words = next(iter(str(value).strip().splitlines()), "")
    return Truncator(words).chars(LENGTH)
