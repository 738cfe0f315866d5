"""The last day to apply, in a box that a browser without a calendar lets one type anything into."""

from django import forms
from django.core.exceptions import ValidationError

from roles.core.dates import days_meant, format_date

WHICH_DAY = "Which day is it?"


class LastDayField(forms.DateField):
    """A day; one in figures that may be either of two is asked for, never taken for the American order."""

    widget = forms.DateInput(attrs={"type": "date"})

    def to_python(self, value):
        meant = days_meant(value) if isinstance(value, str) else ()
        if len(meant) > 1:
            first, second = map(format_date, meant)
            raise ValidationError(f"This could be {first} or {second}. Choose the day you mean.", code="unsure")
        return meant[0] if meant else super().to_python(value)
