from collections import Counter

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from roles.core.content import ContentError
from roles.import_export.loading import SHIPPED, load_shipped
from roles.models import Role


class Command(BaseCommand):
    help = "Bring the shipped roles, needs and industries into the database. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--overwrite", action="store_true", help="also replace what consultants have edited")
        parser.add_argument("--publish", action="store_true", help="publish what was added or updated")

    def handle(self, *, overwrite, publish, **options):
        try:
            report = load_shipped(overwrite=overwrite, publish=publish)
        except ContentError as error:
            raise CommandError(str(error)) from error
        for outcome, count in sorted(Counter(loaded.outcome for loaded in report).items()):
            self.stdout.write(f"{count:4} {outcome}")
        for loaded in report:
            if loaded.outcome == "kept":
                self.stdout.write(f"{loaded.name}: edited here, left as it is (--overwrite would replace it)")
            if loaded.outcome == "waiting":
                self.stdout.write(f"{loaded.name}: a draft with changes made here, publish it in the admin")
        if publish:
            changed = {loaded.name for loaded in report if loaded.outcome in ("added", "updated")}
            self.publish(changed)

    def publish(self, changed):
        for role in Role.objects.all():
            if f"role {role.slug}" not in changed and role.versions.exists():
                continue
            try:
                version = role.publish(note=SHIPPED)
            except ValidationError as error:
                raise CommandError(f"{role} cannot be published:\n" + "\n".join(error.messages)) from error
            self.stdout.write(f"{role}: published as version {version.number}")
