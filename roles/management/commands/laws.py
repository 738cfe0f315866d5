from django.core.management.base import BaseCommand
from django.utils import timezone

from roles.core.dates import format_date
from roles.models import PostingRule


class Command(BaseCommand):
    help = "List the posting laws with their sources and when each was checked; with --check those to read again."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check",
            action="store_true",
            help="list only those nobody has read for six months; the exit code is 1 where there is one",
        )

    def handle(self, *, check, **options):
        today = timezone.localdate()
        rows = PostingRule.objects.due_for_check(today) if check else PostingRule.objects.all()
        values = sorted(rows.to_values(), key=lambda rule: rule.checked_on) if check else rows.to_values()
        for rule in values:
            duty = "no duty known" if rule.asks_nothing else "asks"
            self.stdout.write(
                f"{rule.key}: {rule.place}, {duty}, checked on {format_date(rule.checked_on)} {rule.seen.phrase}: "
                f"{rule.source}"
            )
        if check:
            self.stdout.write(f"{len(values)} of {PostingRule.objects.count()} posting laws to read again.")
            if values:
                raise SystemExit(1)
