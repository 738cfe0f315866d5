import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KINDS = [
    ("needs", "Needs"),
    ("industries", "Industries"),
    ("areas", "Areas"),
    ("traits", "Traits"),
    ("finder", "Title finder"),
    ("comparison", "Comparison"),
    ("laws", "Posting laws"),
]


def somebody():
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.SET_NULL,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
    )


def release(name):
    return models.ForeignKey(
        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name=name, to="roles.release"
    )


class Migration(migrations.Migration):
    """What is public beside the roles as editions; several drafts released at one moment, now or planned."""

    dependencies = [
        ("roles", "0017_sharing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="roleversion",
            name="public_from",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.CharField(blank=True, max_length=300)),
                ("public_from", models.DateTimeField()),
                ("contents", models.JSONField(default=list)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("made_by", somebody()),
                ("withdrawn_by", somebody()),
            ],
            options={"ordering": ["-made_at", "-id"], "default_permissions": []},
        ),
        migrations.AddField(model_name="roleversion", name="release", field=release("versions")),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=KINDS, max_length=20)),
                ("number", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                ("note", models.CharField(blank=True, max_length=300)),
                ("published_at", models.DateTimeField(auto_now_add=True)),
                ("public_from", models.DateTimeField(blank=True, null=True)),
                ("published_by", somebody()),
                ("release", release("editions")),
            ],
            options={
                "ordering": ["kind", "-number"],
                "default_permissions": [],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "number"), name="edition_number_once_a_kind"),
                    models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="edition_number_from_one"),
                ],
            },
        ),
    ]
