import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def without_those_of_kinds(apps, schema_editor):
    """On the way back: such a request has no role, which an earlier portal cannot hold."""
    apps.get_model("roles", "PublishRequest").objects.exclude(kind="").delete()


class Migration(migrations.Migration):
    """Requests to publish shared content, a chosen reviewer, a moment, and each change with what is said of it."""

    dependencies = [
        ("roles", "0020_acts_on_rows"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LineComment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=1000)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["id"],
                "default_permissions": [],
            },
        ),
        migrations.CreateModel(
            name="RequestLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200)),
                ("mark", models.CharField(max_length=32)),
                ("name", models.CharField(max_length=200)),
                (
                    "decision",
                    models.CharField(
                        blank=True, choices=[("accepted", "Accepted"), ("sent_back", "Sent Back")], max_length=20
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["id"],
                "default_permissions": [],
            },
        ),
        migrations.AddField(
            model_name="publishrequest",
            name="edition",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="request",
                to="roles.edition",
            ),
        ),
        migrations.AddField(
            model_name="publishrequest",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("needs", "Needs"),
                    ("industries", "Industries"),
                    ("areas", "Areas"),
                    ("traits", "Traits"),
                    ("finder", "Title finder"),
                    ("comparison", "Comparison"),
                    ("laws", "Posting laws"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="publishrequest",
            name="public_from",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="publishrequest",
            name="reviewer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="publishrequest",
            name="role",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="publish_requests",
                to="roles.role",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "open"), models.Q(("kind", ""), _negated=True)),
                fields=("kind",),
                name="publish_request_open_once_a_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", ""), ("role__isnull", False)),
                    models.Q(("role__isnull", True), models.Q(("kind", ""), _negated=True)),
                    _connector="OR",
                ),
                name="publish_request_of_a_role_or_a_kind",
            ),
        ),
        migrations.AddField(
            model_name="linecomment",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="requestline",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="requestline",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="roles.publishrequest"
            ),
        ),
        migrations.AddField(
            model_name="linecomment",
            name="line",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="comments", to="roles.requestline"
            ),
        ),
        migrations.AddConstraint(
            model_name="requestline",
            constraint=models.UniqueConstraint(fields=("request", "key"), name="request_line_once_an_entry"),
        ),
        migrations.RunPython(migrations.RunPython.noop, without_those_of_kinds),
    ]
