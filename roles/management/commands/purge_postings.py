from django.core.management.base import BaseCommand

from roles.models import Posting


class Command(BaseCommand):
    help = "Remove for good the postings their owners deleted more than 30 days ago. Run it once a day."

    def handle(self, **options):
        count, _ = Posting.objects.to_purge().delete()
        self.stdout.write(f"{count} removed for good")
