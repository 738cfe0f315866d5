"""What the log shows of a change: each field before and after, each row added, deleted or reordered."""

from django.contrib.admin.models import CHANGE, LogEntry

from roles.core.diff.order import moved

SHORT = 60
MESSAGE_LIMIT = 2_000


def short(text: object) -> str:
    text = " ".join(str(text).split())
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"


def record(request, obj, message):
    """Add what was done without the form of `obj` to its history."""
    LogEntry.objects.log_actions(request.user.pk, [obj], CHANGE, change_message=message, single_object=True)


def change_message(form, formsets) -> str:
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
        before, after = (_readable(field, value) for value in (form.initial.get(name), form.cleaned_data.get(name)))
        yield f"{name.replace('_', ' ')} {before} → {after}"


def _readable(field, value):
    if value in (None, "", []) or (hasattr(value, "exists") and not value):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)) or hasattr(value, "exists"):
        names = {str(key): label for key, label in getattr(field, "choices", ())}
        return f"“{short(', '.join(str(names.get(str(getattr(item, 'pk', item)), item)) for item in value))}”"
    choices = dict(getattr(field, "choices", ()) or ())
    return f"“{short(choices.get(value, value))}”"
