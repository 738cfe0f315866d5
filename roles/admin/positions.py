"""Rows in the order of the numbers beside them, which one can type where neither a drag nor a button works."""

from adminsortable2.admin import CustomInlineFormSet
from django import forms

from .locking import ROWS_LIMIT
from .order import by_numbers


class PositionedFormSet(CustomInlineFormSet):
    """Saved, its rows are numbered from 1."""

    default_error_messages = {
        "too_many_forms": f"At most {ROWS_LIMIT} rows can be kept here, and nothing is saved yet. "
        "Delete some, or move some elsewhere first."
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.form.base_fields[self.default_order_field]
        field.is_hidden = False
        field.widget = forms.NumberInput(attrs={"class": "_reorder_", "min": 1, "inputmode": "numeric"})

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk is None:
            form.initial[self.default_order_field] = None

    def clean(self):
        super().clean()
        if any(self.errors):
            return
        name, last = self.default_order_field, len(self.forms) + 1
        kept = [form for form in self.forms if form not in self.deleted_forms]
        rows = []
        for form in kept:
            was = form.initial[name]
            rows.append((form, form.cleaned_data.get(name) or was or last, was))
        for number, form in enumerate(by_numbers(rows), start=1):
            setattr(form.instance, name, number)

    def save_existing_objects(self, commit=True):
        saved = super().save_existing_objects(commit)
        for form in self.initial_forms:
            number = getattr(form.instance, self.default_order_field)
            if form.instance.pk and number != form.initial[self.default_order_field]:
                self.model.objects.filter(pk=form.instance.pk).update(**{self.default_order_field: number})
        return saved
