from allauth.account.models import EmailAddress
from allauth.account.signals import password_reset
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.dispatch import receiver


@receiver(password_reset)
def leave_the_account_to_whoever_reads_its_mail(user, **kwargs):
    """End what somebody who never read the mail of the address may have prepared; the sessions end with the password.

    The link of a reset goes to the account's own address alone (`PasswordResetForm`), so it proves that one.
    """
    with transaction.atomic():
        own, _ = EmailAddress.objects.select_for_update().get_or_create(user=user, email=user.email.lower())
        EmailAddress.objects.filter(user=user).exclude(pk=own.pk).delete()
        if not own.verified:
            Authenticator.objects.filter(user=user).delete()
            own.primary = True
            own.verified = own.can_set_verified()
            own.save(update_fields=["primary", "verified"])
