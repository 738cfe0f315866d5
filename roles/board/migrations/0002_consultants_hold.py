"""Consultants see what is published and what readers report, and may hold a publication back."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

CODENAMES = ["view_publication", "change_publication", "view_report"]


def grant(apps, schema_editor):
    # Permissions are made after the last migration; the group needs them now.
    config = apps.get_app_config("board")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    config.models_module = None
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Consultants")
    group.permissions.add(
        *apps.get_model("auth", "Permission").objects.filter(content_type__app_label="board", codename__in=CODENAMES)
    )


class Migration(migrations.Migration):
    dependencies = [("board", "0001_publications"), ("roles", "0008_consultants_keep_areas")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
