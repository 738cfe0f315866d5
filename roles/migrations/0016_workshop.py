import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Why a version was published despite the review; what was done at once, to be undone at once; retired roles."""

    dependencies = [
        ("roles", "0015_last_runs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *(
            migrations.AddField(
                model_name=model,
                name="despite",
                field=models.CharField(blank=True, max_length=300, verbose_name="published despite the review"),
            )
            for model in ("roleversion", "publishrequest")
        ),
        migrations.CreateModel(
            name="Act",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=200)),
                ("taken", models.JSONField(default=list)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ["-made_at", "-id"], "default_permissions": []},
        ),
        migrations.AddField(
            model_name="draftbackup",
            name="act",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="backups",
                to="roles.act",
            ),
        ),
        migrations.AddField(
            model_name="draftbackup",
            name="undone_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="role",
            name="retired",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AlterModelOptions(
            name="passage",
            options={
                "ordering": ["position", "id"],
                "verbose_name": "title finder result or note",
                "verbose_name_plural": "title finder results and notes",
            },
        ),
        migrations.AlterModelOptions(
            name="postingrule",
            options={"ordering": ["position", "id"], "verbose_name": "posting law"},
        ),
        migrations.AlterModelOptions(
            name="reviewruleswitch",
            options={"ordering": ["rule"], "verbose_name": "writing check"},
        ),
        migrations.AlterField(
            model_name="role",
            name="balance_max",
            field=models.PositiveSmallIntegerField(
                default=90,
                help_text="And at most: the two titles share work, there is no wall.",
                verbose_name="share of own-focus lines: to, %",
            ),
        ),
        migrations.AlterField(
            model_name="role",
            name="balance_min",
            field=models.PositiveSmallIntegerField(
                default=60,
                help_text="Per cent of a posting's strategic and operational statements that carry its own focus, at least.",
                verbose_name="share of own-focus lines: from, %",
            ),
        ),
    ]
