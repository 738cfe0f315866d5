from django.core.management.base import BaseCommand

from roles.models import Posting
from roles.models.posting_queryset import PURGE_AFTER


class Command(BaseCommand):
    help = f"Remove for good what owners deleted more than {PURGE_AFTER.days} days ago. Run it once a day."

    def handle(self, **options):
        count, _ = Posting.objects.to_purge().delete()
        self.stdout.write(f"{count} removed for good")
