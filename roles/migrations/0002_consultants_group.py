"""The group whose members keep the templates. They see neither owners' postings nor users."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

CONSULTANTS = "Consultants"
KEPT = (
    *("role", "section", "statement", "need", "industry"),
    *("question", "answer", "passage", "comparisonrow", "postingrule"),
)
CODENAMES = [
    *(f"{verb}_{model}" for model in KEPT for verb in ("view", "add", "change", "delete")),
    *("view_roleversion", "view_reviewruleswitch", "change_reviewruleswitch"),
]


def make_group(apps, schema_editor):
    # Permissions are made after the last migration; the group needs them now.
    config = apps.get_app_config("roles")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    config.models_module = None
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=CONSULTANTS)
    permissions = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="roles", codename__in=CODENAMES
    )
    group.permissions.add(*permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("roles", "0001_initial"),
    ]

    operations = [
        # Backwards the group stays, and with it who belongs to it.
        migrations.RunPython(make_group, migrations.RunPython.noop),
    ]
