from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from roles.core import content
from roles.core.content.report import Row, rows
from roles.core.review import Rules


class Command(BaseCommand):
    help = "Compose the shipped content for every kind of business, print counts, fail on what falls outside."

    def add_arguments(self, parser):
        parser.add_argument("--quiet", action="store_true", help="only what falls outside, and the summary")

    def handle(self, *, quiet, **options):
        try:
            rules = Rules(posting_rules=content.read_posting_rules())
            found = list(rows())
        except content.ContentError as error:
            raise CommandError(str(error)) from error
        if not quiet:
            self.stdout.write(Row.heading())
            for row in found:
                self.stdout.write(str(row))
        today = timezone.localdate()
        outside = [problem for row in found for problem in row.problems(rules, today)]
        words = [row.words for row in found]
        self.stdout.write(f"{len(found)} postings of {min(words)} to {max(words)} words; {len(outside)} problems")
        if outside:
            raise CommandError("\n".join(outside))
