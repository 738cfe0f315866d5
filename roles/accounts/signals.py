from allauth.account.models import EmailAddress
from allauth.account.signals import password_reset
from allauth.core import context
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from . import factors
from .sessions import begin, end_sessions


@receiver(password_reset)
def leave_the_account_to_whoever_reads_its_mail(user, **kwargs):
    """End what somebody who never read the mail of the address may have prepared; the sessions end with the password.

    The link of a reset goes to the account's own address alone (`PasswordResetForm`), so it proves that one.
    """
    with transaction.atomic():
        own, _ = EmailAddress.objects.select_for_update().get_or_create(user=user, email=user.email.lower())
        EmailAddress.objects.filter(user=user).exclude(pk=own.pk).delete()
        if not own.verified:
            # Of staff an administrator takes it away: else a mailbox alone would open the admin.
            if not user.is_staff:
                Authenticator.objects.filter(user=user).delete()
            own.primary = True
            own.verified = own.can_set_verified()
            own.save(update_fields=["primary", "verified"])


@receiver(user_logged_in)
def note_when_the_session_began(request, **kwargs):
    begin(request.session)


@receiver(post_save, sender=get_user_model())
def end_the_sessions_of_a_disabled_account(instance, update_fields, raw=False, **kwargs):
    """For good: enabled again, it has to sign in again."""
    if not instance.is_active and not raw and (update_fields is None or "is_active" in update_fields):
        end_sessions(instance)


@receiver(post_save, sender=get_user_model())
def ask_staff_for_a_second_factor(instance, update_fields, raw=False, **kwargs):
    """From the day somebody becomes staff, or else from the first sign-in, which saves the account, too."""
    if not raw and (update_fields is None or {"is_staff", "last_login"} & set(update_fields)):
        factors.ask(instance)


@receiver(post_save, sender=Authenticator)
def end_sessions_without_the_new_factor(instance, created, **kwargs):
    """Whoever knew only the password is out; the session it was set up in goes on."""
    request = context.request
    if created and instance.type == Authenticator.Type.TOTP and request and request.user == instance.user:
        end_sessions(instance.user, but=request.session)
