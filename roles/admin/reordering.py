"""Reordering rows: in a list by dragging, and on a page by the numbers beside them, which can be typed where neither
a drag nor a button works."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import takewhile
from typing import TypeVar

from adminsortable2.admin import CustomInlineFormSet
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest

from roles.admin_input import AdminMixin
from roles.core.diff.order import moved

from .log import record

Row = TypeVar("Row")


def by_numbers(rows: Iterable[tuple[Row, int, int | None]]) -> list[Row]:
    """Return the first of each (row, number, number before) in the order of the numbers.

    A row that was given the number of another takes its place: going up it comes before it, going
    down after it. `number before` is None for a new row, which comes after.
    """

    def key(entry):
        _, number, before = entry
        way = 1 if before is None else (number > before) - (number < before)
        return number, way

    return [row for row, *_ in sorted(rows, key=key)]


@contextmanager
def reorder_recorded(request: HttpRequest, rows: QuerySet) -> Iterator[None]:
    """Add the place each of `rows`, in their order, was given within the block to its history."""
    before = list(rows.values_list("pk", flat=True))
    yield
    after = list(rows.all())
    reordered = moved([str(pk) for pk in before], [str(row.pk) for row in after])
    for place, row in enumerate(after, start=1):
        if str(row.pk) in reordered and row.pk in before:
            record(request, row, f"Moved from place {before.index(row.pk) + 1} to {place}.")


class ReorderRecordedMixin(AdminMixin):
    """For the admin of a list that is sorted by dragging its rows, or by moving them to another page."""

    def update_order(self, request):
        with reorder_recorded(request, self.model.objects.all()):
            return super().update_order(request)

    def _bulk_move(self, request, queryset, method):
        with reorder_recorded(request, self.model.objects.all()):
            return super()._bulk_move(request, queryset, method)


class PositionedFormSet(CustomInlineFormSet):
    """Rows of a page with a number beside each; saved, they are numbered from 1."""

    default_error_messages = {
        "too_many_forms": "At most %(num)d rows can be kept here, and nothing is saved yet. "
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
        """The rows that are there come first, each with its id. The number sent along could be another, and would
        make new rows of them."""
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
        """Rows are saved one by one: a key that another row gives up on this page is not free yet."""
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
