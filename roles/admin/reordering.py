"""Reordering rows: in a list by dragging or by the place they are given, and on a page by the numbers beside them,
which can be typed where neither a drag nor a button works."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import takewhile
from typing import Any, TypeVar

from adminsortable2.admin import CustomInlineFormSet, MovePageActionForm, SortableAdminMixin
from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property

from roles.core.diff.order import moved

from .log import record, short

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


class PlaceForm(MovePageActionForm):
    """What is done to the chosen rows, and the place they are given. Any text: what is no place is reported as such."""

    place = forms.CharField(required=False, label="Place:", widget=forms.NumberInput(attrs={"class": "move-place"}))


class ReorderedListMixin(SortableAdminMixin):
    """For the admin of a list whose rows have an order: they are dragged, given a place, or sent to another page."""

    action_form = PlaceForm
    actions = ["move_to_place"]

    def update_order(self, request):
        with reorder_recorded(request, self.model.objects.all()):
            return super().update_order(request)

    def _bulk_move(self, request, queryset, method):
        with reorder_recorded(request, self.model.objects.all()):
            return super()._bulk_move(request, queryset, method)

    @admin.action(description="Move to a place in the list", permissions=["change"])
    @transaction.atomic
    def move_to_place(self, request, queryset):
        """Put the chosen rows one after the other, the first at the place typed, counted from 1."""
        place = request.POST.get("place", "").strip()
        if not (place.isdecimal() and place.isascii() and 0 < len(place) < 6 and int(place)):
            messages.error(request, "Which place? Type its number beside the action: 1 is the first.")
            return
        rows, field = list(self.model.objects.select_for_update()), self.default_order_field
        chosen = set(queryset.values_list("pk", flat=True))
        going, order = [row for row in rows if row.pk in chosen], [row for row in rows if row.pk not in chosen]
        order[int(place) - 1 : int(place) - 1] = going
        with reorder_recorded(request, self.model.objects.all()):
            for number, row in enumerate(order, start=1):
                setattr(row, field, number)
            self.model.objects.bulk_update(order, [field])
        names = ", ".join(f"“{short(row)}”" for row in going)
        first = order.index(going[0]) + 1
        places = f"at place {first}" if len(going) == 1 else f"at places {first} to {first + len(going) - 1}"
        messages.success(request, f"Now {places}: {names}.")


class RowField(forms.ModelChoiceField):
    """The id of a row that was read with all others of its page, by this very id. Django asks for each once more."""

    def __init__(self, row: Model) -> None:
        super().__init__(type(row)._default_manager.none(), initial=row.pk, widget=forms.HiddenInput)
        self.row = row

    def to_python(self, value: Any) -> Model | None:
        return None if value in self.empty_values else self.row


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
        else:
            form.fields["id"] = RowField(form.instance)

    def initial_form_count(self):
        """The rows that are there come first, each with its id. The number sent along could be another, and would
        make new rows of them."""
        return self._rows_sent if self.is_bound else super().initial_form_count()

    @cached_property
    def _rows_sent(self):
        sent = (self.data.get(f"{self.add_prefix(number)}-id") for number in range(self.total_form_count()))
        return sum(1 for _ in takewhile(bool, sent))

    def clean(self):
        self._refuse_keys_of_others()
        super().clean()
        if any(self.errors):
            return
        name, deleted = self.default_order_field, self.deleted_forms
        kept = [form for form in self.forms if form not in deleted]
        # Rows deleted elsewhere leave holes: the last number can be above that of the rows.
        last = max([len(self.forms), *(form.initial[name] or 0 for form in kept)]) + 1
        rows = []
        for form in kept:
            was = form.initial[name]
            rows.append((form, form.cleaned_data.get(name) or was or last, was))
        for number, form in enumerate(by_numbers(rows), start=1):
            setattr(form.instance, name, number)

    def _refuse_keys_of_others(self):
        """Rows are saved one by one: a key that another row gives up on this page is not free yet."""
        deleted = self.deleted_forms  # asked once: it looks at each form
        held = {form.initial["key"]: form for form in self.initial_forms if form.instance.pk}
        for form in self.initial_forms:
            key = form.cleaned_data.get("key") if hasattr(form, "cleaned_data") else None
            if form not in deleted and held.get(key, form) is not form:
                form.add_error(
                    "key", "Another row here has this key. Choose another, or save that row without it first."
                )

    def save_existing(self, form, obj, commit=True):
        if form.changed_data == [self.default_order_field]:
            return obj  # numbered below
        return super().save_existing(form, obj, commit)

    def save_existing_objects(self, commit=True):
        saved, name = super().save_existing_objects(commit), self.default_order_field
        kept = [form for form in self.initial_forms if form.instance.pk]
        moved = [form.instance for form in kept if getattr(form.instance, name) != form.initial[name]]
        if moved:
            self.model.objects.bulk_update(moved, [name])
        return saved
