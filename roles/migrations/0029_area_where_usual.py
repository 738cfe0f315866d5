"""Areas of what many businesses have none of are marked as such: code names none any more."""

from django.db import migrations, models

WHERE_USUAL = ("inventory", "fulfilment", "field", "partners", "programmes")


def mark(apps, schema_editor):
    apps.get_model("roles", "Area").objects.filter(key__in=WHERE_USUAL).update(where_usual=True)


class Migration(migrations.Migration):
    dependencies = [("roles", "0028_passage_role")]

    operations = [
        migrations.AddField(
            model_name="area",
            name="where_usual",
            field=models.BooleanField(
                default=False,
                help_text="Many businesses have none of it: its duties wait for an owner or a trade that has it.",
                verbose_name="only where it is usual",
            ),
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
