"""Two people at one page: the second save shows both texts, and overwrites nothing unasked.

A page carries, signed, what its fields said when it was made; those of a role and a section,
which also change with what is not on them, carry a revision, too. When somebody has saved in
between, a field that only one of the two changed keeps that change; a field that both changed
stays as the second typed it, with the other's text shown beside.
"""

from dataclasses import dataclass, field

from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import BooleanField
from django.forms import ModelForm
from django.forms.formsets import DELETION_FIELD_NAME

from roles.models import Role

from .deleting import back_up_deleted
from .log import change_message
from .problems import page_problems
from .reordering import by_numbers

STALE = "Somebody saved this page after you opened it. Nothing of yours is saved yet: look below, then save again."
ROWS_LIMIT = 500
ROWS_READ = 700  # those beyond the limit come back with a message; a number from nowhere costs no more than this


@dataclass(frozen=True)
class Conflict:
    """A field both changed: the text that is saved, and the one typed here."""

    place: str
    anchor: str
    label: str
    theirs: str
    yours: str


@dataclass
class Stale:
    """A save that came second: who was first, what both changed, and what else there is to say."""

    entry: LogEntry | None
    conflicts: list[Conflict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class StaleForm(ModelForm):
    is_stale = False
    stale_rows = frozenset()  # of a list: the keys of the rows that are

    def clean(self):
        if self.is_stale or self.instance.pk in self.stale_rows:
            raise ValidationError(STALE, code="stale")
        return super().clean()


class StaleSaveMixin:
    """For the admin of a model, with one inline or none, whose form is a StaleForm."""

    form = StaleForm
    makes_keys = False

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST" or object_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            saved = self.get_object(request, unquote(object_id))
            if saved is not None and self.has_change_permission(request, saved):
                self.lock(saved)
                if saved := self.get_object(request, unquote(object_id)):  # as it is now, if it still is
                    self.settle(request, saved)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def lock(self, saved):
        self.model._default_manager.select_for_update().filter(pk=saved.pk).first()

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.is_stale = getattr(request, "stale", None) is not None
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and obj is not None:
            context["stale"] = getattr(request, "stale", None)
            if request.method == "POST":
                formsets = [inline.formset for inline in context["inline_admin_formsets"]]
                context["problems"] = list(page_problems(context["adminform"].form, formsets))
                context["opened"] = request.POST.get("opened", "")
            else:
                rows = [form.instance for formset in context["inline_admin_formsets"] for form in formset.formset]
                context["opened"] = self.sign(obj, self.state(obj, rows))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def construct_change_message(self, request, form, formsets, add=False):
        return super().construct_change_message(request, form, formsets, add) if add else change_message(form, formsets)

    # What a page says, as its form would send it.

    def fields_of(self, obj):
        readonly = self.get_readonly_fields(None, obj)
        return [name for name in flatten_fieldsets(self.get_fieldsets(None, obj)) if name not in readonly]

    @property
    def rows_of(self):
        return self.inlines[0] if self.inlines else None

    def state(self, obj, rows):
        return {
            "": {name: self.raw(obj, name) for name in self.fields_of(obj)},
            **{str(row.pk): {name: self.raw(row, name) for name in self.rows_of.fields} for row in rows if row.pk},
        }

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
        rows = []
        if self.rows_of:
            rows = list(self.rows_of.model.objects.filter(**{self.parent_field: saved}).prefetch_related(*self.many))
        now = self.state(saved, rows)
        sent = request.POST
        if self.is_current(saved, sent, now):
            request.POST = self._filled_in(sent, now)
            return
        request.stale = stale = Stale(last_entry(self.model, [saved.pk]))
        request.POST = self._settled(sent, saved, rows, now, stale)

    def is_current(self, saved, sent, now):
        return self.unsign(saved, sent.get("opened", "")) == now

    @property
    def parent_field(self):
        return self.opts.model_name

    @property
    def prefix(self):
        return self.rows_of.model._meta.get_field(self.parent_field).remote_field.related_name

    @property
    def many(self):
        return [item.name for item in self.rows_of.model._meta.many_to_many if item.name in self.rows_of.fields]

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
        this = f"this {self.opts.verbose_name}"
        for name, theirs in now[""].items():
            yours = as_read(sent, name, theirs)
            put(data, name, settled_field(saved, name, opened.get("", {}).get(name), theirs, yours, this, "", stale))
        if self.rows_of:
            self._settle_rows(data, rows, opened, now, stale)
        return data

    def _settle_rows(self, data, rows, opened, now, stale):
        sent_rows, new_rows = self._take_rows(data)
        settled = []
        reordered = any(
            mine.get("position", "") != opened.get(pk, {}).get("position", now[pk]["position"])
            for pk, mine in sent_rows.items()
            if pk in now
        )
        for row in rows:
            pk = str(row.pk)
            yours, was = sent_rows.pop(pk, None), opened.get(pk, {})
            if yours is None:
                settled.append({"id": pk, **now[pk]})
                if pk not in opened:
                    stale.notes.append(f"Added in the meantime: “{row}”")
                continue
            values = {"id": pk}
            for name, theirs in now[pk].items():
                mine = yours.get(name, was.get(name, theirs))
                if name == "position":
                    values[name] = mine if reordered else theirs
                    continue
                anchor = f"{row._meta.model_name}-{row.key}"
                values[name] = settled_field(row, name, was.get(name), theirs, mine, str(row), anchor, stale)
            if DELETION_FIELD_NAME in yours:
                if now[pk] == was:
                    values[DELETION_FIELD_NAME] = "on"
                else:
                    stale.notes.append(f"Not deleted, because it was changed in the meantime: “{row}”")
            settled.append(values)
        for pk, yours in sent_rows.items():
            was = opened.get(pk, {})
            if all(value == was.get(name) for name, value in yours.items() if name in was and name != "position"):
                stale.notes.append("A row you had not changed was deleted or moved in the meantime.")
            else:
                stale.notes.append(
                    "A row you changed was deleted or moved in the meantime. Yours is kept as a new one."
                )
                new_rows.append(yours | {"position": ""} | ({"key": ""} if self.makes_keys else {}))
        if reordered:
            settled = _numbered(settled, opened)
        if _order_changed(now, opened):
            whose = ", too. Yours is shown." if reordered else ": theirs is shown, and kept when you save."
            stale.notes.append(f"The order was changed in the meantime{whose}")
        data[f"{self.prefix}-INITIAL_FORMS"] = str(len(settled))
        data[f"{self.prefix}-TOTAL_FORMS"] = str(len(settled) + len(new_rows))
        for number, values in enumerate([*settled, *new_rows]):
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


class RevisedMixin(StaleSaveMixin):
    """For the admin of a model with a `revision`: a page that shows what other pages change, too.

    `role_of` names the role whose row to lock.
    """

    makes_keys = True  # of new rows that come without one

    def lock(self, saved):
        Role.objects.select_for_update().filter(pk=self.role_of(saved)).first()

    def is_current(self, saved, sent, now):
        return sent.get("revision") == str(saved.revision)

    def _settled(self, sent, saved, rows, now, stale):
        data = super()._settled(sent, saved, rows, now, stale)
        data["revision"] = str(saved.revision)
        return data

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and obj is not None:
            revision = request.POST.get("revision") if request.method == "POST" else obj.revision
            context |= {"title": str(obj), "subtitle": None, "revision": revision}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        if change:
            obj.revision += 1
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        if formset.deleted_forms:
            back_up_deleted(request, [row.instance for row in formset.deleted_forms if row.instance.pk])
        super().save_formset(request, form, formset, change)


def last_entry(model, pks):
    """Who saved one of the rows last."""
    entries = LogEntry.objects.filter(object_id__in=[str(pk) for pk in pks], content_type__model=model._meta.model_name)
    return entries.select_related("user").order_by("-action_time").first()


def settled_field(obj, name, was, theirs, yours, place, anchor, stale):
    """What a field says now that two may have changed it; noted in `stale` where both did."""
    if yours in (theirs, was) and was is not None:
        return theirs
    if theirs not in (was, yours):
        label = str(obj._meta.get_field(name).verbose_name)
        stale.conflicts.append(Conflict(place, anchor, label, _said(obj, name, theirs), _said(obj, name, yours)))
    return yours


def _numbered(rows, opened):
    """The rows as they are drawn: in the order of the numbers typed beside them, and counted again."""
    entries = []
    for row in rows:
        was = as_number(opened.get(row["id"], row)["position"])
        entries.append((row, as_number(row["position"], was), was))
    return [row | {"position": str(number)} for number, row in enumerate(by_numbers(entries), start=1)]


def as_number(text, otherwise=0):
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _order_changed(now, opened):
    """Whether the rows still there stood in another order when the page was opened."""
    before = [as_number(opened[pk]["position"]) for pk in now if pk and pk in opened]
    return before != sorted(before)


def as_read(sent, name, like):
    if isinstance(like, list):
        return sorted(sent.getlist(name))
    return sent.get(name, "").replace("\r\n", "\n")


def put(data, name, value):
    if isinstance(value, list):
        data.setlist(name, value)
    else:
        data[name] = value


def _said(obj, name, raw):
    """A value as people read it."""
    model_field = obj._meta.get_field(name)
    if model_field.many_to_many:
        chosen = [str(other) for other in model_field.related_model.objects.all() if str(other.pk) in raw]
        return ", ".join(chosen) or "none"
    if model_field.choices:
        return str({str(key): label for key, label in model_field.flatchoices}.get(raw, raw)) or "empty"
    if model_field.get_internal_type() == "BooleanField":
        return "yes" if raw else "no"
    return (", ".join(raw) if isinstance(raw, list) else raw) or "empty"
