from django.db import migrations, models


class Migration(migrations.Migration):
    """The rows of a kind are replaced as a whole where an edition is restored, and this is undone like other acts."""

    dependencies = [("roles", "0019_first_editions")]

    operations = [
        migrations.AddField(model_name="act", name="rows", field=models.JSONField(default=dict)),
    ]
