from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from roles.audit import Kind, record_event
from roles.core.content import ContentError
from roles.import_export.exporting import export_contents
from roles.models import Role


class Command(BaseCommand):
    help = "Write all content, or the draft of one role, as the YAML files of roles/content/ into a folder."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="is made when it is not there; other files in it stay")
        parser.add_argument("--role", metavar="SLUG", help="this role's file only")

    def handle(self, *, folder, role, **options):
        roles = Role.objects.filter(slug=role) if role else Role.objects.all()
        if not roles:
            known = ", ".join(Role.objects.values_list("slug", flat=True)) or "none"
            raise CommandError(f"There is no role {role!r}. Roles: {known}." if role else "There is no role yet.")
        try:
            files = export_contents(roles)
            if role:
                files = {f"{role}.yaml": files[f"{role}.yaml"]}
            self.write(folder, files)
            record_event(Kind.EXPORTED, f"role {role}" if role else "all content", by="export_content")
        except ContentError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{folder}: cannot be written ({error.strerror}).") from error

    def write(self, folder, files):
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            # Beside it first, then in its place: a full disk leaves the old file whole.
            beside = folder / f".{name}.new"
            beside.write_text(text, encoding="utf-8", newline="\n")
            beside.replace(folder / name)
            self.stdout.write(str(folder / name))
