from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from roles.accounts.encryption import UnreadableSecretError, renewed


class Command(BaseCommand):
    help = (
        "Encrypt the secrets of second factors with the present SECRET_KEY: those stored plainly, and those of an "
        "earlier key in SECRET_KEY_FALLBACKS. Run it after a change of the key, before the earlier one is taken out."
    )

    def handle(self, **options):
        done, unreadable = 0, []
        numbers = list(Authenticator.objects.order_by("pk").values_list("pk", flat=True))
        for number in numbers:
            try:
                done += self.renew(number)
            except UnreadableSecretError:
                unreadable.append(number)
        self.stdout.write(f"{done} encrypted, {len(numbers) - done - len(unreadable)} left as they were.")
        if unreadable:
            which = ", ".join(str(number) for number in unreadable)
            raise CommandError(
                f"Not readable with any key there is: {which}. Put the earlier key into SECRET_KEY_FALLBACKS and run "
                "this again, or take these authenticators away in the admin; their accounts then set up new ones."
            )

    @transaction.atomic
    def renew(self, number):
        """Return whether the factor had to be encrypted. Its row is locked: a recovery code may be used meanwhile."""
        factor = Authenticator.objects.select_for_update().filter(pk=number).first()
        if factor is None or (data := renewed(factor.data)) == factor.data:
            return False
        factor.data = data
        factor.save(update_fields=["data"])
        return True
