"""The statements of a section as rows of its page: their form, and what is drawn of each.

A section may hold hundreds. Their page is drawn of plain values, and no form is made for a row that nobody has sent.
"""

from collections.abc import Iterator
from typing import Any

from adminsortable2.admin import SortableTabularInline
from django import forms
from django.contrib.admin.helpers import InlineAdminFormSet
from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.safestring import mark_safe

from roles.admin_input import InlineMixin
from roles.core.compose.template import MILESTONE_DAYS
from roles.core.document import Focus
from roles.core.limits import Purpose
from roles.models import Statement
from roles.models.vocabulary import FOCUS_CHOICES, MODELS

from . import locking
from .keys import LABELS, KeysField, in_one_line, lists_for, published_for
from .reordering import PositionedFormSet

KEYS = ("needs", "industries", "areas", "traits", "leads", "countries")
ROW_FIELDS = (
    "text",
    "key",
    "focus",
    "required",
    *KEYS,
    "headcount_min",
    "headcount_max",
    "question",
    "evidence",
    "evidence_weak",
    "milestone",
    "milestone_day",
    "position",
)


class LinesField(forms.CharField):
    """A browser ends a line with two characters; a text is kept with one."""

    def to_python(self, value):
        return (super().to_python(value) or "").replace("\r\n", "\n")


class StatementForm(forms.ModelForm):
    lists: dict[str, dict[str, Any]] = {}
    fixed: frozenset[str] = frozenset()  # the keys that are published
    new_focus = ""  # which a new one begins with

    needs = KeysField(word="need")
    industries = KeysField(word="industry")
    areas = KeysField(word="area")
    traits = KeysField(word="trait")
    leads = KeysField(word="kind of report")
    countries = KeysField(word="country form")

    class Meta:
        field_classes = dict.fromkeys(("text", "question", "evidence", "evidence_weak"), LinesField)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["key"].required = self.instance.pk is not None
        self.fields["key"].disabled = self.instance.pk is not None and self.instance.key in self.fixed
        if self.instance.pk is None:
            self.initial["focus"] = self.new_focus  # one that is added and left empty is no row
        for name in KEYS:
            self.fields[name].known = self.lists.get(name, {})

    def clean_key(self):
        # None, not "": two new rows without a key are not two rows with the same one.
        return self.cleaned_data["key"] or None

    def clean(self):
        """What it is tied to is written only where that changed."""
        return {
            name: value for name, value in super().clean().items() if name not in MODELS or name in self.changed_data
        }

    def validate_unique(self):
        """The set asks for all of its keys at once."""


class StatementFormSet(PositionedFormSet):
    def validate_unique(self):
        super().validate_unique()
        keys, deleted = {}, self.deleted_forms
        for form in self.forms:
            named = form.is_valid() and form not in deleted and "key" in form.changed_data
            if named and form.cleaned_data["key"]:
                keys[form.cleaned_data["key"]] = form
        taken = Statement.objects.filter(key__in=keys).values_list("key", "pk") if keys else ()
        for key, pk in taken:
            if pk != keys[key].instance.pk:
                keys[key].add_error("key", keys[key].instance.unique_error_message(Statement, ("key",)))

    def save_new(self, form, commit=True):
        if not form.instance.key:
            form.instance.key = Statement.objects.free_key(self.instance.role, form.instance.text)
        return super().save_new(form, commit)

    def __getitem__(self, index):
        """A template asks for an attribute as if it were an index: that is no reason to make every form."""
        if not isinstance(index, int):
            raise TypeError("forms have numbers")
        return super().__getitem__(index)

    def is_multipart(self):
        return False

    @property
    def media(self):
        return self.empty_form.media

    def shown_rows(self):
        """Yield what the page draws of each row, as plain values; the last is the pattern of a new one."""
        if self.is_bound:
            rows = [sent_row(number, form) for number, form in enumerate(self.forms)]
        else:
            rows = [saved_row(number, statement) for number, statement in enumerate(self.get_queryset())]
        for row in rows:
            yield row | {"fixed": row["statement"] is not None and row["statement"].key in self.form.fixed}
        yield drawn("__prefix__", None, focus=self.form.new_focus)

    @property
    def statements_url(self):
        return reverse("admin:roles_statement_changelist")

    focus_choices = FOCUS_CHOICES
    day_choices = tuple((str(day), f"Day {day}") for day in MILESTONE_DAYS)


def _entries() -> Iterator[tuple[str, QuerySet]]:
    """Yield the lists by name, with what is shown of an entry: a key and what it is called."""
    for name, model in MODELS.items():
        yield name, model.objects.only("key", LABELS[name])


def with_ties_read(rows: QuerySet) -> QuerySet:
    """With what each is tied to as lists, for `tied`: a queryset for each of a thousand ties takes longer than all the
    rest."""
    return rows.prefetch_related(*(Prefetch(name, entries, to_attr=f"read_{name}") for name, entries in _entries()))


def tied(statement: Statement, name: str) -> list[Any]:
    """The needs, industries, areas or traits of a statement, read with the page's other rows where they were."""
    read = statement.__dict__.get(f"read_{name}")
    return list(getattr(statement, name).all()) if read is None else read


def raw(statement: Statement, name: str) -> str:
    """A statement's field as the page sends it; a tick not set is empty."""
    if name in MODELS:
        return in_one_line(tied(statement, name))
    value = getattr(statement, name)
    if name in KEYS:
        return in_one_line(value)
    if value is True:
        return "on"
    return "" if value is None or value is False else str(value).replace("\r\n", "\n")


def drawn(number: int | str, statement: Statement | None, **more: Any) -> dict[str, Any]:
    name = mark_safe(f"statements-{number}")  # noqa: S308 - a number; it is written eighty times a row
    is_new = statement is None or statement.pk is None
    return {"number": number, "name": name, "statement": None if is_new else statement, "errors": {}, **more}


def saved_row(number: int, statement: Statement) -> dict[str, Any]:
    values = {name: raw(statement, name) for name in ROW_FIELDS}
    return drawn(number, statement, marks=list(marks(statement)), **values)


def sent_row(number: int, form: Any) -> dict[str, Any]:
    """A row as it was sent, with what is wrong with it."""
    values = {name: form[name].value() for name in ROW_FIELDS}
    values = {name: in_one_line(value) if isinstance(value, list) else value for name, value in values.items()}
    values |= {name: "" for name, value in values.items() if value is None or value is False}
    errors = {name: list(found) for name, found in form.errors.items()}
    known = form.instance if form.instance.pk else None
    return drawn(
        number,
        known,
        **values,
        errors=errors,
        row_errors=errors.get("__all__"),
        marks=list(marks(known)) if known else [],
        deleted=bool(form.data.get(f"{form.prefix}-DELETE")),
    )


def marks(statement: Statement):
    """Yield what is seen of a statement while the rest of it is folded away."""
    if statement.required:
        yield "required"
    for name in MODELS:
        yield from map(str, tied(statement, name))
    yield from statement.leads
    yield from statement.countries
    low, high = statement.headcount_min, statement.headcount_max
    if low or high:
        yield f"{'up' if low is None else low} to {'any number of' if high is None else high} people"


class LimitedRowsMixin(InlineMixin):
    """For an inline: its rows come in their own order, and too many are refused with a message, never ignored."""

    # Named here, not only in the model's Meta: a queryset with a count loses the order of its Meta.
    ordering = ("position", "id")

    def get_max_num(self, request, obj=None, **kwargs):
        return locking.ROWS_LIMIT

    def get_formset(self, request, obj=None, **kwargs):
        limits = {"validate_max": True, "absolute_max": locking.ROWS_READ}
        return super().get_formset(request, obj, **limits, **kwargs)


class StatementInline(LimitedRowsMixin, SortableTabularInline):
    model = Statement
    form = StatementForm
    formset = StatementFormSet
    template = "admin/roles/section/statements.html"
    extra = 0
    fields = ROW_FIELDS

    def get_queryset(self, request):
        rows = super().get_queryset(request).with_use()
        if request.method == "POST":
            # For the forms, which read them as rows.
            return rows.prefetch_related(*(Prefetch(name, entries) for name, entries in _entries()))
        return with_ties_read(rows)

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.lists = lists_for(request)
        formset.form.fixed = published_for(request, obj and obj.role_id).statements
        if obj is not None:
            formset.form.new_focus = obj.role.focus if obj.purpose == Purpose.DUTIES else Focus.SHARED
        return formset


class DrawnRows(InlineAdminFormSet):
    """Of rows that are drawn of plain values: nothing that a page asks of them makes a form for each."""

    def __iter__(self):
        return iter(())

    @property
    def media(self):
        return self.opts.media + self.formset.media

    @classmethod
    def of(cls, other: InlineAdminFormSet) -> "DrawnRows":
        drawn = cls.__new__(cls)
        drawn.__dict__.update(other.__dict__)
        return drawn
