"""Rows in the order of the numbers beside them, which one can type where neither a drag nor a button works."""

from itertools import takewhile

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
            if index is None or index >= self.initial_form_count():
                form.fields["id"].disabled = True  # a new row has none yet

    def initial_form_count(self):
        """The rows that are there come first, each with its id. The number sent along could say something else,
        and would make new ones of them."""
        if not self.is_bound:
            return super().initial_form_count()
        sent = (self.data.get(f"{self.add_prefix(number)}-id") for number in range(self.total_form_count()))
        return sum(1 for _ in takewhile(bool, sent))

    def clean(self):
        self._refuse_keys_of_others()
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

    def _refuse_keys_of_others(self):
        """Rows are saved one by one: a key that another row lets go of on this page is not free yet."""
        held = {form.initial["key"]: form for form in self.initial_forms if form.instance.pk}
        for form in self.initial_forms:
            key = form.cleaned_data.get("key") if hasattr(form, "cleaned_data") else None
            if form not in self.deleted_forms and held.get(key, form) is not form:
                form.add_error(
                    "key", "Another row here has this key. Choose another, or save that row without it first."
                )

    def save_existing_objects(self, commit=True):
        saved = super().save_existing_objects(commit)
        for form in self.initial_forms:
            number = getattr(form.instance, self.default_order_field)
            if form.instance.pk and number != form.initial[self.default_order_field]:
                self.model.objects.filter(pk=form.instance.pk).update(**{self.default_order_field: number})
        return saved
