"""Convert the states of postings, a few at a time: it may be interrupted and run again."""

from django.db import migrations, transaction

BATCH = 100


def compress(apps, schema_editor):
    for states in _batches(apps, schema_editor, data=None):
        for state in states:
            state.data = {"brief": state.brief_data, "document": state.document_data}
            state.brief_data = state.document_data = None
        _save(states)


def expand(apps, schema_editor):
    for states in _batches(apps, schema_editor, data__isnull=False):
        for state in states:
            state.brief_data, state.document_data = state.data["brief"], state.data["document"]
            state.data = None
        _save(states)


def _batches(apps, schema_editor, **left):
    """Yield locked states until none is left to convert."""
    states = apps.get_model("roles", "PostingState").objects.using(schema_editor.connection.alias)
    while True:
        with transaction.atomic(using=schema_editor.connection.alias):
            batch = list(states.select_for_update().filter(**left).order_by("pk")[:BATCH])
            if not batch:
                return
            yield batch


def _save(states):
    for state in states:
        state.save(update_fields=["data", "brief_data", "document_data"])


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("roles", "0004_compressed_states")]

    operations = [migrations.RunPython(compress, expand)]
