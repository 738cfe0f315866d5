"""What the log shows of a change: each field before and after, each row added, deleted or reordered."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType

from roles.core.diff.order import moved
from roles.models.kinds import ROWS

SHORT = 60
NOTHING = "nothing"
UNCHANGED = "Nothing was changed."
IN_SECTION = "In “"  # begins what a role's history holds of its sections' own
MESSAGE_LIMIT = 200_000  # far more than a page of 500 statements, each reworded, and less than a row can hold


def short(text: object) -> str:
    text = " ".join(str(text).split())
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"


def whole(text: object) -> str:
    """A text in one line, none of it left out: the log is where somebody looks for what was there before."""
    return " ".join(str(text).split())


def content_log():
    """What was done to the content, by anybody; nothing of owners or accounts."""
    return LogEntry.objects.filter(content_type__app_label="roles").exclude(content_type__model="posting")


def record(request, obj, message):
    """Add what was done without the form of `obj` to its history."""
    LogEntry.objects.log_actions(request.user.pk, [obj], CHANGE, change_message=message, single_object=True)


def record_kind(request, kind, message):
    """Add what was done to all rows of a kind of shared content to the log."""
    model = ROWS[kind][0]
    LogEntry.objects.create(
        user_id=request.user.pk,
        content_type=ContentType.objects.get_for_model(model),
        object_repr=kind.label,
        action_flag=CHANGE,
        change_message=message,
    )


def deletion_message(row) -> str:
    """Return what the log states of a deletion: the kind of row, its key, and all its words."""
    key = f" {row.key}" if getattr(row, "key", "") else ""
    return f"Deleted the {row._meta.verbose_name}{key}: “{whole(_text(row))}”."


def change_message(form, formsets) -> str:
    """Return what a saved page, or a row saved in a list, changed: field by field and row by row."""
    parts = [f"{change}." for change in _fields(form, form.changed_data)]
    for formset in formsets or ():
        parts += _rows(formset)
    text = " ".join(parts) or UNCHANGED
    return text if len(text) <= MESSAGE_LIMIT else f"{text[: MESSAGE_LIMIT - 12]}… and more."


def _rows(formset):
    order = formset.default_order_field
    deleted = [form.instance for form in formset.deleted_forms]
    for form in formset.initial_forms:
        row = form.instance
        if row in deleted:
            yield f"Deleted {row.key}: “{whole(_text(row))}”."
        elif changes := list(_fields(form, [name for name in form.changed_data if name != order])):
            yield f"{row.key}: {', '.join(changes)}."
    for row in formset.new_objects:
        yield f"Added {row.key}: “{whole(_text(row))}”."
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
        yield _change_in_words(name, before, after)


# What a statement does with what it is tied to.
VERBS = {
    "needs": "answers",
    "industries": "is only for",
    "areas": "is about",
    "traits": "is only with",
    "leads": "is only where the role leads",
    "countries": "is only in",
}


def _change_in_words(name: str, before: str, after: str) -> str:
    verb = VERBS.get(name)
    if verb and before == NOTHING:
        return f"now {verb} {after}"
    if verb and after == NOTHING:
        return f"no longer {verb} {before}"
    return f"{name.replace('_', ' ')} {before} → {after}"


def _text(row) -> str:
    """The whole of a row's words: of a statement its text, which its name cuts short."""
    return getattr(row, "text", "") or str(row)


def _readable(field, value):
    if value in (None, "", []) or (hasattr(value, "exists") and not value):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)) or hasattr(value, "exists"):
        names = {str(key): label for key, label in getattr(field, "choices", ())}
        return f"“{whole(', '.join(str(names.get(str(getattr(item, 'pk', item)), item)) for item in value))}”"
    choices = dict(getattr(field, "choices", ()) or ())
    return f"“{whole(choices.get(value, value))}”"
