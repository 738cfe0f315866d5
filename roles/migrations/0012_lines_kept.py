from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("roles", "0011_posting_law_rows"),
    ]

    operations = [
        migrations.AddField(
            model_name="posting",
            name="lines_kept",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
