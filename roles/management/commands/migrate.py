"""Django's command, which asks before it takes back what holds owners' postings."""

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import AmbiguityError

ASKED = (
    "This takes back {count} migrations, the last of them {last}, with all that only they hold.{all} "
    "Make a backup first: manage.py backup FOLDER.\nType “yes” to go on: "
)
ALL = " Every role, every posting and every security event is deleted."


class Command(migrate.Command):
    def handle(self, *args, **options):
        if options["interactive"] and not (options["plan"] or options["check_unapplied"] or options["fake"]):
            self.ask(options)
        return super().handle(*args, **options)

    def ask(self, options):
        target = options["migration_name"]
        if options["app_label"] != "roles" or not target:
            return
        executor = MigrationExecutor(connections[options["database"]])
        try:
            name = None if target == "zero" else executor.loader.get_migration_by_prefix("roles", target).name
        except (AmbiguityError, KeyError):
            return  # Django's own command prints what is wrong
        backwards = [step for step, back in executor.migration_plan([("roles", name)]) if back]
        if not backwards:
            return
        asked = ASKED.format(count=len(backwards), last=backwards[-1].name, all=ALL if name is None else "")
        try:
            answer = input(asked)
        except EOFError:
            answer = ""
        if answer.strip().lower() != "yes":
            raise CommandError("Nothing was changed.")
