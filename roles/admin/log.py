"""The log in words: what a field said before and after; and the log itself, for administrators to read."""

from contextlib import contextmanager

from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry

from roles.core.diff.order import moved

SHORT = 60
MESSAGE_LIMIT = 2_000


def short(text):
    text = " ".join(str(text).split())
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"


def record(request, obj, message):
    """Write what was done beside the form of `obj` into its history."""
    LogEntry.objects.log_actions(request.user.pk, [obj], CHANGE, change_message=message, single_object=True)


@contextmanager
def moves_recorded(request, rows):
    """Write into the history of each of `rows`, a QuerySet in their order, what place it was given within the block."""
    before = list(rows.values_list("pk", flat=True))
    yield
    after = list(rows.all())
    gone = moved([str(pk) for pk in before], [str(row.pk) for row in after])
    for place, row in enumerate(after, start=1):
        if str(row.pk) in gone and row.pk in before:
            record(request, row, f"Moved from place {before.index(row.pk) + 1} to {place}.")


class MovesRecordedMixin:
    """For the admin of a list that is sorted by dragging its rows, or by moving them to another page."""

    def update_order(self, request):
        with moves_recorded(request, self.model.objects.all()):
            return super().update_order(request)

    def _bulk_move(self, request, queryset, method):
        with moves_recorded(request, self.model.objects.all()):
            return super()._bulk_move(request, queryset, method)


def change_message(form, formsets):
    """Return what a saved page, or a row saved in a list, changed: field by field and row by row."""
    parts = [f"{change}." for change in _fields(form, form.changed_data)]
    for formset in formsets or ():
        parts += _rows(formset)
    text = " ".join(parts) or "Nothing was changed."
    return text if len(text) <= MESSAGE_LIMIT else f"{text[: MESSAGE_LIMIT - 12]}… and more."


def _rows(formset):
    order = formset.default_order_field
    deleted = [form.instance for form in formset.deleted_forms]
    for form in formset.initial_forms:
        row = form.instance
        if row in deleted:
            yield f"Deleted {row.key}: “{short(row)}”."
        elif changes := list(_fields(form, [name for name in form.changed_data if name != order])):
            yield f"{row.key}: {', '.join(changes)}."
    for row in formset.new_objects:
        yield f"Added {row.key}: “{short(row)}”."
    kept = [form for form in formset.initial_forms if form.instance not in deleted]
    before = [form.instance.key for form in sorted(kept, key=lambda form: form.initial[order])]
    after = [form.instance.key for form in sorted(kept, key=lambda form: getattr(form.instance, order))]
    keys = moved(before, after)
    for place, key in enumerate(after, start=1):
        if key in keys:
            yield f"Moved {key} from place {before.index(key) + 1} to {place}."


def _fields(form, names):
    for name in names:
        field = form.fields[name]
        before, after = (_said(field, value) for value in (form.initial.get(name), form.cleaned_data.get(name)))
        yield f"{name.replace('_', ' ')} {before} → {after}"


def _said(field, value):
    if value in (None, "", []) or (hasattr(value, "exists") and not value):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)) or hasattr(value, "exists"):
        names = {str(key): label for key, label in getattr(field, "choices", ())}
        return f"“{short(', '.join(str(names.get(str(getattr(item, 'pk', item)), item)) for item in value))}”"
    choices = dict(getattr(field, "choices", ()) or ())
    return f"“{short(choices.get(value, value))}”"


@admin.register(LogEntry)
class LogEntryAdmin(admin.ModelAdmin):
    list_display = ["action_time", "user", "content_type", "object_repr", "message"]
    list_display_links = None
    list_filter = ["action_time", "content_type", "user"]
    list_select_related = ["user", "content_type"]
    search_fields = ["object_repr", "change_message"]
    fields = readonly_fields = ["action_time", "user", "content_type", "object_repr", "message"]

    @admin.display(description="what changed")
    def message(self, entry):
        return entry.get_change_message() or entry.get_action_flag_display()

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
