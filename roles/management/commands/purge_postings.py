from django.core.management.base import BaseCommand

from roles.models import Posting
from roles.models.posting_queryset import PURGE_AFTER
from roles.operation.daily import remove


class Command(BaseCommand):
    help = f"Remove for good what owners deleted more than {PURGE_AFTER.days} days ago. `daily` does it too."

    def handle(self, **options):
        self.stdout.write(f"{remove(Posting.objects.to_purge)} removed for good")
