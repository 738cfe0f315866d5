"""Two people at one page: the second save shows both texts, and overwrites nothing unasked.

A page carries, signed, the values its fields had when it was made; those of a role and a section,
which also change with what is not on them, carry a revision, too. When somebody has saved in
between, a field that only one of the two changed keeps that change; a field that both changed
stays as the second typed it, with the other's text shown beside.
"""

from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import BooleanField
from django.forms import ModelForm
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import HttpResponseBadRequest
from django.urls import reverse
from django.utils.html import format_html

from roles.admin_input import AdminMixin
from roles.core.merge import Conflict, merge, merge_rows
from roles.models.kinds import kind_of

from .keys import KeysField
from .log import change_message
from .problems import page_problems
from .reordering import by_numbers

STALE = "Somebody saved this page after you opened it. Nothing of yours is saved yet: look below, then save again."
NO_REQUEST: Any = None  # a list of fields that is asked for without one: it is the same for everybody
ROWS_LIMIT = 500
DIGITS_MAX = 9
ROWS_READ = 700  # those beyond the limit come back with a message; a number from nowhere costs no more than this


@dataclass(frozen=True)
class Place:
    """Where a field is: on the page itself or in one of its rows, with the row's anchor."""

    name: str
    anchor: str
    label: str


@dataclass
class Stale:
    """A save that came second: who was first, what both changed, and notes on the rest."""

    entry: LogEntry | None
    conflicts: list[Conflict[Place, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class StaleForm(ModelForm):
    is_stale = False
    stale_rows: frozenset[Any] = frozenset()  # of a list: the keys of the rows that are

    def clean(self):
        if self.is_stale or self.instance.pk in self.stale_rows:
            raise ValidationError(STALE, code="stale")
        return super().clean()


class StaleSaveMixin(AdminMixin):
    """For the admin of a model, with one inline or none, whose form is a StaleForm."""

    form: type[ModelForm] = StaleForm
    makes_keys = False

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and self.has_rows_without_end(request.POST):
            return HttpResponseBadRequest("This page was sent with too many rows.", content_type="text/plain")
        if request.method != "POST" or object_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            saved = self.get_object(request, unquote(object_id))
            if saved is not None and self.has_change_permission(request, saved):
                self.lock(request, saved)
                if saved := self.get_object(request, unquote(object_id)):  # as it is now, if it still is
                    self.settle(request, saved)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def has_rows_without_end(self, sent):
        """Whether it names more rows than are read: no page has so many, and none is drawn."""
        if not self.rows_of:
            return False
        named = sent.get(f"{self.prefix}-TOTAL_FORMS", "")
        return named.isdecimal() and (len(named) > DIGITS_MAX or int(named) > ROWS_READ)

    def response_post_save_change(self, request, obj):
        self.state_what_is_public(request, obj)
        return super().response_post_save_change(request, obj)

    def response_post_save_add(self, request, obj):
        self.state_what_is_public(request, obj)
        return super().response_post_save_add(request, obj)

    def state_what_is_public(self, request, obj):
        if kind := kind_of(self.model):
            words = 'What you saved is a draft: visitors see it once it is published. <a href="{}">Publish {}</a>'
            page = reverse("admin:roles_edition_publish", args=[kind])
            messages.info(request, format_html(words, page, kind.label.lower()))

    def lock(self, request, saved):
        self.model._default_manager.select_for_update().filter(pk=saved.pk).first()

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.is_stale = getattr(request, "stale", None) is not None
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and obj is not None:
            context["stale"] = getattr(request, "stale", None)
            if context["stale"]:
                context["errors"] = None  # nothing of hers is wrong: the page states who was first
            if request.method == "POST":
                formsets = [inline.formset for inline in context["inline_admin_formsets"]]
                context["problems"] = list(page_problems(context["adminform"].form, formsets))
                context["opened"] = request.POST.get("opened", "")
            else:
                rows = [row for rows in context["inline_admin_formsets"] for row in rows.formset.get_queryset()]
                context["opened"] = self.sign(obj, self.state(obj, rows))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def construct_change_message(self, request, form, formsets, add=False):
        return super().construct_change_message(request, form, formsets, add) if add else change_message(form, formsets)

    # What a page holds, as its form would send it.

    def fields_of(self, obj):
        readonly = self.get_readonly_fields(NO_REQUEST, obj)
        return [name for name in flatten_fieldsets(self.get_fieldsets(NO_REQUEST, obj)) if name not in readonly]

    @property
    def rows_of(self):
        return self.inlines[0] if self.inlines else None

    def state(self, obj, rows):
        return {
            "": {name: self.raw(obj, name) for name in self.fields_of(obj)},
            **{
                str(row.pk): {name: self.raw_of_row(row, name) for name in self.rows_of.fields}
                for row in rows
                if row.pk
            },
        }

    def raw_of_row(self, row, name):
        return self.raw(row, name)

    def raw(self, obj, name):
        """A field's value as a browser sends it; a tick not set is empty."""
        if obj._meta.get_field(name).many_to_many:
            return sorted(str(other.pk) for other in getattr(obj, name).all())
        value = getattr(obj, name)
        if isinstance(value, list):
            return sorted(value)
        if value is True:
            return "on"
        return "" if value is None or value is False else str(value).replace("\r\n", "\n")

    def salt(self, obj):
        return f"{obj._meta.label}:{obj.pk}"

    def sign(self, obj, state):
        return signing.dumps(state, salt=self.salt(obj), compress=True)

    def unsign(self, obj, opened):
        try:
            return signing.loads(opened, salt=self.salt(obj))
        except signing.BadSignature:
            return {}

    # Settling what was sent with what is saved.

    def settle(self, request, saved):
        """Fill in rows sent without their fields; after a save in between, also settle each field."""
        rows = list(self.rows_now(saved)) if self.rows_of else []
        now = self.state(saved, rows)
        sent = request.POST
        if self.is_current(saved, sent, now):
            request.POST = self._filled_in(sent, now)
            return
        request.stale = stale = Stale(last_entry(self.model, [saved.pk]))
        request.POST = self._settled(sent, saved, rows, now, stale)

    def rows_now(self, saved):
        return self.rows_of.model.objects.filter(**{self.parent_field: saved}).prefetch_related(*self.related)

    def is_current(self, saved, sent, now):
        return self.unsign(saved, sent.get("opened", "")) == now

    @property
    def parent_field(self):
        return self.opts.model_name

    @property
    def prefix(self):
        return self.rows_of.model._meta.get_field(self.parent_field).remote_field.related_name

    @property
    def related(self):
        return [item.name for item in self.rows_of.model._meta.many_to_many if item.name in self.rows_of.fields]

    @property
    def many(self):
        """The fields of a row that are sent as several values: those of ticks, not those of keys in one line."""
        declared = self.rows_of.form.declared_fields
        return [name for name in self.related if not isinstance(declared.get(name), KeysField)]

    @property
    def ticks(self):
        fields = self.rows_of.model._meta.fields
        return [item.name for item in fields if isinstance(item, BooleanField) and item.name in self.rows_of.fields]

    def _numbers(self, sent):
        return range(min(as_number(sent.get(f"{self.prefix}-TOTAL_FORMS", "")), ROWS_READ))

    def _filled_in(self, sent, now):
        """With the fields of rows that were sent by id and position alone: the page's script leaves out what
        nobody touched, or a long section would exceed the number of fields a request may have."""
        data = sent.copy()
        if not self.rows_of:
            return data
        for number in self._numbers(sent):
            pk = sent.get(f"{self.prefix}-{number}-id", "")
            if pk in now and f"{self.prefix}-{number}-{self.rows_of.fields[0]}" not in sent:
                for name, value in now[pk].items():
                    if name != "position":
                        put(data, f"{self.prefix}-{number}-{name}", value)
        return data

    def _settled(self, sent, saved, rows, now, stale):
        data, opened = sent.copy(), self.unsign(saved, sent.get("opened", ""))
        data["opened"] = self.sign(saved, now)
        yours = {name: as_read(sent, name, value) for name, value in now[""].items()}
        merged = merge(opened.get("", {}), now[""], yours)
        for name, value in merged.value.items():
            put(data, name, value)
        stale.conflicts += [shown(saved, conflict, f"this {self.opts.verbose_name}") for conflict in merged.conflicts]
        if self.rows_of:
            before, after = ({pk: row for pk, row in state.items() if pk} for state in (opened, now))
            self._settle_rows(data, rows, before, after, stale)
        return data

    def _settle_rows(self, data, rows, opened, now, stale):
        sent, new = self._take_rows(data)
        removed = {pk for pk, row in sent.items() if DELETION_FIELD_NAME in row}
        # The order is merged by the numbers typed, so a row's own number is none of the fields it was sent with.
        names = [name for name in self.rows_of.fields if name != "position"]
        merged = merge_rows(
            # Of a page that does not prove what it was shown with, nothing is known of any row.
            in_order(opened, like=now) if opened else {pk: {} for pk in now},
            now,
            {pk: {name: row[name] for name in names if name in row} for pk, row in sent.items()},
            removed=removed,
            order=typed_order(sent, opened, now),
        )
        stale.notes += row_notes(merged, rows, sent, opened, removed)
        for row in rows:
            anchor, conflicts = f"{row._meta.model_name}-{row.key}", merged.rows[str(row.pk)].conflicts
            stale.conflicts += [shown(row, conflict, str(row), anchor) for conflict in conflicts]
        settled = []
        for number, (pk, row) in enumerate(merged.rows.items(), start=1):
            place = {"position": str(number)} if merged.yours_moved else {}
            delete = {DELETION_FIELD_NAME: "on"} if pk in merged.removed else {}
            settled.append({"id": pk, **row.value, **place, **delete})
        new += [sent[pk] | {"position": ""} | ({"key": ""} if self.makes_keys else {}) for pk in merged.kept]
        data[f"{self.prefix}-INITIAL_FORMS"] = str(len(settled))
        data[f"{self.prefix}-TOTAL_FORMS"] = str(len(settled) + len(new))
        for number, values in enumerate([*settled, *new]):
            for name, value in values.items():
                put(data, f"{self.prefix}-{number}-{name}", value)

    def _take_rows(self, data):
        """Remove the rows from `data`; return those with an id, by id, and the new ones."""
        by_id, new = {}, []
        for number in self._numbers(data):
            start = f"{self.prefix}-{number}-"
            names = [key for key in data if key.startswith(start)]
            row = {key.removeprefix(start): as_read(data, key, None) for key in names}
            if self.rows_of.fields[0] in row:  # sent whole: what is not there was not chosen
                row |= {name: sorted(data.getlist(f"{start}{name}")) for name in self.many}
                row |= {name: row.get(name, "") for name in self.ticks}
            for key in names:
                del data[key]
            row.pop(self.parent_field, None)
            pk = row.pop("id", "")
            if pk:
                by_id[pk] = row
            else:
                new.append(row)
        return by_id, new


def last_entry(model, pks):
    """Who saved one of the rows last."""
    entries = LogEntry.objects.filter(object_id__in=[str(pk) for pk in pks], content_type__model=model._meta.model_name)
    return entries.select_related("user").order_by("-action_time").first()


def shown(obj, conflict, place, anchor=""):
    """The conflict of a field as people read it."""
    label = str(obj._meta.get_field(conflict.of).verbose_name)
    theirs, yours = (readable(obj, conflict.of, raw) for raw in (conflict.theirs, conflict.yours))
    return Conflict(Place(place, anchor, label), theirs, yours)


def row_notes(merged, rows, sent, opened, removed):
    """Yield what else happened to the rows of a page since it was opened."""
    for row in rows:
        pk = str(row.pk)
        if pk in removed and pk not in merged.removed:
            yield f"Not deleted, because it was changed in the meantime: “{row}”"
        elif pk not in sent and pk not in opened:
            yield f"Added in the meantime: “{row}”"
    for pk in sent:
        if pk in merged.dropped:
            yield "A row you had not changed was deleted or moved in the meantime."
        elif pk in merged.kept:
            yield "A row you changed was deleted or moved in the meantime. Yours is kept as a new one."
    if merged.theirs_moved:
        whose = ", too. Yours is shown." if merged.yours_moved else ": theirs is shown, and kept when you save."
        yield f"The order was changed in the meantime{whose}"


def in_order(rows, *, like):
    """The rows in the order of their numbers; those with one number as they are in `like`."""
    keys = [*(pk for pk in like if pk in rows), *(pk for pk in rows if pk not in like)]
    return {pk: rows[pk] for pk in sorted(keys, key=lambda pk: as_number(rows[pk]["position"]))}


def typed_order(sent, opened, now):
    """The rows that are there in the order of the numbers typed beside them."""
    entries = []
    for pk, row in now.items():
        was = opened.get(pk, {}).get("position", row["position"])
        typed = sent.get(pk, {}).get("position", was)
        before = as_number(opened.get(pk, {}).get("position", typed))
        entries.append((pk, as_number(typed, before), before))
    return by_numbers(entries)


def as_number(text, otherwise=0):
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def as_read(sent, name, like):
    if isinstance(like, list):
        return sorted(sent.getlist(name))
    return sent.get(name, "").replace("\r\n", "\n")


def put(data, name, value):
    if isinstance(value, list):
        data.setlist(name, value)
    else:
        data[name] = value


def readable(obj, name, raw):
    """A value as people read it."""
    model_field = obj._meta.get_field(name)
    if model_field.many_to_many:
        sent = raw.split(", ") if isinstance(raw, str) else raw or ()
        chosen = [str(row) for row in model_field.related_model.objects.all() if {row.key, str(row.pk)} & {*sent}]
        return ", ".join(chosen) or "none"
    if model_field.choices:
        return str({str(key): label for key, label in model_field.flatchoices}.get(raw, raw)) or "empty"
    if model_field.get_internal_type() == "BooleanField":
        return "yes" if raw else "no"
    return (", ".join(raw) if isinstance(raw, list) else raw) or "empty"
