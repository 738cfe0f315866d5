"""System checks of the set-up. Those of the database run with `check --database default`."""

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core import checks
from django.core.checks import Error, Info, Tags, register
from django.db import DatabaseError

LOAD = "Run `manage.py load_content --publish`."


@register(Tags.database)
def sqlite_takes_its_lock_first(app_configs, databases=None, **kwargs):
    found = []
    for alias, database in settings.DATABASES.items():
        if database["ENGINE"] != "django.db.backends.sqlite3":
            continue
        options = database.get("OPTIONS", {})
        if options.get("transaction_mode") != "IMMEDIATE":
            found.append(
                Error(
                    f"The SQLite database “{alias}” does not open its transactions with IMMEDIATE.",
                    hint='Set OPTIONS["transaction_mode"] = "IMMEDIATE": without it, two writers end in '
                    "“database is locked”.",
                    id="roles.E001",
                )
            )
        if "synchronous=full" not in options.get("init_command", "").lower():
            found.append(
                Error(
                    f"The SQLite database “{alias}” does not ask for synchronous=FULL.",
                    hint='Add "PRAGMA synchronous=FULL;" to OPTIONS["init_command"]: with less, a power cut can '
                    "lose saved postings.",
                    id="roles.E002",
                )
            )
    return found


@register(Tags.staticfiles)
def bootstrap_is_installed(app_configs, **kwargs):
    if finders.find("bootstrap/css/bootstrap.min.css"):
        return []
    return [
        Error(
            "Bootstrap's style sheet is not found among the static files.",
            hint="Install the requirements: pip install -r requirements.txt.",
            id="roles.E003",
        )
    ]


@register(Tags.staticfiles, deploy=True)
def static_files_are_collected(app_configs, **kwargs):
    """Without their manifest pages are errors, while the probes answer 200. No error of a checkout that serves none."""
    manifest = getattr(staticfiles_storage, "manifest_storage", None)
    if manifest is None or manifest.exists(ManifestFilesMixin.manifest_name):
        return []
    return [
        Info(
            "The static files are not collected: pages would be errors.",
            hint="Run `manage.py collectstatic --noinput`, and restart what was started before.",
            id="roles.I001",
        )
    ]


@register(Tags.database)
def a_version_is_published(app_configs, databases=None, **kwargs):
    from roles.models import Role

    if not databases or "default" not in databases:
        return []
    try:
        unpublished = list(Role.objects.filter(versions=None).values_list("title", flat=True))
        empty = not Role.objects.exists()
    except DatabaseError:
        return []  # before the first migration there is nothing to check
    if empty:
        return [
            checks.Warning("There is no role yet.", hint="Run `manage.py load_content --publish`.", id="roles.W001")
        ]
    return [
        checks.Warning(
            f"“{title}” has no published version: owners cannot choose it.",
            hint=f"Publish it in the admin. {LOAD}",
            id="roles.W002",
        )
        for title in unpublished
    ]
