from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from roles.backup import restore
from roles.backup.reporting import failing_plainly


class Command(BaseCommand):
    help = (
        "Put a backup in the place of the database and the uploaded media, in one transaction, and end every session. "
        "Exits 0 when it is done; 3 when something is there and --overwrite is not, or the backup does not fit this "
        "portal; 4 when the file is damaged; 1 otherwise. Unless it exits 0, nothing was changed."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="what manage.py backup has made")
        parser.add_argument("--overwrite", action="store_true", help="replace what the database and the media hold")

    def handle(self, *, file, overwrite, **options):
        with failing_plainly("Nothing was changed."):
            manifest = restore(connection, file, overwrite=overwrite)
        rows = sum(table["rows"] for table in manifest["tables"].values())
        self.stdout.write(
            f"{file}: restored {rows} rows as of {manifest['made_at']}, made by portal {manifest['portal']}. "
            "Everybody is signed out."
        )
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("It is older than this portal: run `manage.py migrate` before you serve it.")
