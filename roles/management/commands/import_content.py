from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from roles.audit import Kind, record_event
from roles.core.content import ContentError
from roles.core.content.archive import read_folder, read_zip
from roles.core.content.yaml_file import SIZE_LIMIT
from roles.core.diff import written
from roles.import_export.importing import import_contents


class Command(BaseCommand):
    help = (
        "Make the drafts, the title finder, the comparison and the posting law say what YAML files say: "
        "one file, a folder of files, or a zip of them."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only show what would change")

    def handle(self, *, path, dry_run, **options):
        try:
            files = self.read(path)
            with transaction.atomic():
                imported = import_contents(files, dry_run=dry_run)
                self.record(imported, dry_run=dry_run)
        except ContentError as error:
            raise CommandError(f"Nothing was changed.\n{error}") from error
        for item in imported.roles:
            state = "new" if item.new else "changes" if item.comparison else "unchanged"
            self.stdout.write(f"{item.role}: {state}")
            for line in written(item.comparison):
                self.stdout.write(f"  {line}")
        for file in imported.files:
            self.stdout.write(f"{file.name}: changes")
            for line in file.lines:
                self.stdout.write(f"  {line}")
        if dry_run:
            self.stdout.write("A dry run: nothing was changed.")

    def record(self, imported, *, dry_run):
        """As an import in the admin, but that nobody is signed in."""
        if not dry_run:
            for subject in (
                *(f"role {item.role.slug}" for item in imported.changed_roles),
                *(file.name for file in imported.files),
            ):
                record_event(Kind.IMPORTED, subject, by="import_content")

    def read(self, path):
        if path.is_dir():
            return read_folder(path)
        try:
            with path.open("rb") as stream:
                raw = stream.read(SIZE_LIMIT * 3)
        except OSError as error:
            raise ContentError([f"{path}: cannot be read ({error.strerror})."]) from error
        return read_zip(path.name, raw) if path.suffix == ".zip" else {path.name: raw}
