import itertools

from django.core.management.base import BaseCommand, CommandError

from roles.core import content
from roles.core.content.report import Row, rows, rows_of_any_needs, shortfalls


class Command(BaseCommand):
    help = "Compose the shipped content for every combination, print counts and balances, fail on what falls outside."

    def add_arguments(self, parser):
        parser.add_argument("--quiet", action="store_true", help="only what falls outside, and the summary")

    def handle(self, *, quiet, **options):
        try:
            found = list(rows())
            of_any_needs = list(rows_of_any_needs())
        except content.ContentError as error:
            raise CommandError(str(error)) from error
        if not quiet:
            self.stdout.write(Row.heading())
            for row in found:
                self.stdout.write(str(row))
        every = [*found, *of_any_needs]
        outside = list(itertools.chain(*(row.problems for row in every), shortfalls(found)))
        words = [row.words for row in every]
        self.stdout.write(f"{len(every)} postings of {min(words)} to {max(words)} words; {len(outside)} problems")
        if outside:
            raise CommandError("\n".join(outside))
