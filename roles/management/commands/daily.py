from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from roles.models import LastRun
from roles.operation.daily import tasks


class Command(BaseCommand):
    help = (
        "Remove what is over: postings deleted a month ago, drafts nobody has touched, expired sessions, old files of "
        "the cache. Once a day; safe to run twice, or never."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only count what would go")

    def handle(self, *, dry_run, **options):
        done, failed = {}, []
        for task in tasks():
            try:
                done[task.name] = task.do(dry_run)
            except (DatabaseError, OSError) as error:  # the others are worth doing all the same
                failed.append(f"{task.text}: {error}")
                continue
            self.stdout.write(f"{done[task.name]} {task.text}: {'would go' if dry_run else 'removed'}")
        if failed:
            raise CommandError("Not done: " + "; ".join(failed))
        if not dry_run:
            LastRun.objects.note(LastRun.DAILY, **done)
