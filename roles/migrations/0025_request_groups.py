from django.db import migrations, models


class Migration(migrations.Migration):
    """Requests to publish that are decided together."""

    dependencies = [("roles", "0024_posting_steps")]

    operations = [
        migrations.AddField(
            model_name="publishrequest", name="group", field=models.UUIDField(blank=True, db_index=True, null=True)
        ),
    ]
