"""Drafts written before sections had a purpose get the one that their keys meant: code reads no key any more."""

from django.db import migrations

PURPOSES = {
    "responsibilities": "duties",
    "success": "measures",
    **{
        name: name
        for name in (
            *("company", "summary", "also", "required", "preferred", "skills", "culture", "pay", "conditions"),
            *("apply", "steps", "equal-opportunity"),
        )
    },
}


def give_purposes(apps, schema_editor):
    sections = apps.get_model("roles", "Section").objects.filter(purpose="other", role__schema=1)
    for key, purpose in PURPOSES.items():
        sections.filter(key=key).update(purpose=purpose)


class Migration(migrations.Migration):
    dependencies = [("roles", "0025_request_groups")]

    operations = [migrations.RunPython(give_purposes, migrations.RunPython.noop)]
