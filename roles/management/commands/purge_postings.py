from django.core.management.base import BaseCommand

from roles.models import Posting
from roles.models.postings import KEPT_AFTER_DELETION


class Command(BaseCommand):
    help = f"Remove for good what owners deleted more than {KEPT_AFTER_DELETION.days} days ago. Run it once a day."

    def handle(self, **options):
        count, _ = Posting.objects.to_purge().delete()
        self.stdout.write(f"{count} removed for good")
