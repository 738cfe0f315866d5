"""Consultants keep areas and traits as they keep needs."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

CODENAMES = [f"{verb}_{model}" for model in ("area", "trait") for verb in ("view", "add", "change", "delete")]


def grant(apps, schema_editor):
    # Permissions are made after the last migration; the group needs them now.
    config = apps.get_app_config("roles")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    config.models_module = None
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Consultants")
    group.permissions.add(
        *apps.get_model("auth", "Permission").objects.filter(content_type__app_label="roles", codename__in=CODENAMES)
    )


class Migration(migrations.Migration):
    dependencies = [("roles", "0007_scope")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
