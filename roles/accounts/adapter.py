import logging
import unicodedata

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.internal import ratelimit
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse

from roles.audit import record_lock

from .backend import accounts_of
from .devices import known_device, remember_device
from .mailboxes import ADDRESS_LIMIT, mailbox_of, name_from

log = logging.getLogger(__name__)

# What anybody can have sent to anybody, by typing an address.
ASKED_FOR = {
    f"account/email/{name}"
    for name in (
        "account_already_exists",
        "email_confirmation",
        "email_confirmation_signup",
        "password_reset_key",
        "unknown_account",
    )
}
GUESSES = {"app": "allauth.account", "action": "login_failed"}


class AccountAdapter(DefaultAccountAdapter):
    def clean_email(self, email):
        # A longer one would be stored cut short, perhaps as somebody else's, or be an error of the database.
        if len(email) > ADDRESS_LIMIT:
            raise ValidationError(f"An address has at most {ADDRESS_LIMIT} characters.")
        return super().clean_email(email)

    def get_email_verification_redirect_url(self, email_address):
        """Lead on with what the address was proved for: a posting to publish."""
        if self.request.user.is_authenticated:
            return reverse("posting_list")
        return super().get_email_verification_redirect_url(email_address)

    def get_login_redirect_url(self, request):
        """Who keeps the content goes to the workshop; where else they were going comes before."""
        return reverse("admin:index") if request.user.is_staff else super().get_login_redirect_url(request)

    def populate_username(self, request, user):
        """Make the user name from the address; of two sign-ups with one address at once, only one gets it, since the
        name is unique in the database. An account that has moved on to another address keeps its name."""
        user.username = name_from(user.email)
        if get_user_model().objects.filter(username=user.username).exists():
            user.username = ""
            super().populate_username(request, user)

    def send_confirmation_mail(self, request, emailconfirmation, signup):
        """Ask to confirm the address; of one that another account has proved to be its own, say that instead."""
        address = emailconfirmation.email_address
        if address.can_set_verified():
            super().send_confirmation_mail(request, emailconfirmation, signup)
        else:
            self.send_account_already_exists_mail(address.email)

    def can_delete_email(self, email_address):
        return not email_address.primary  # the account's own is only ever replaced

    def send_mail(self, template_prefix, email, context):
        """Send it, unless too much was asked for: the page answers alike, and the mailbox is left in peace."""
        if template_prefix in ASKED_FOR and not ratelimit.consume(
            self.request, app="allauth.account", action="mail", key=mailbox_of(email), limit_get=True
        ):
            log.warning("An email was not sent, because its mailbox or sender has had too many: %s", template_prefix)
            return
        super().send_mail(template_prefix, email, context)

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """Tell the account's verified address: one that nobody has proved may be somebody else's, whom it only bothers.

        A change of address is reported to the old one, which is given as `email`.
        """
        if email or EmailAddress.objects.filter(user=user, email=user.email.lower(), verified=True).exists():
            super().send_notification_mail(template_prefix, user, context, email)

    def pre_authenticate(self, request, username="", email="", **credentials):
        """Count the attempt for each account it is an attempt at, whatever it was called and wherever it was sent.

        A device that the account has signed in from has a counter of its own. An account whose counter is full is not
        tried (`AccountBackend`); the attempt is refused when none is left.
        """
        login = username or email
        keys = {user.pk: _guesses_at(request, user) for user in accounts_of(login)}
        if not keys:
            keys = {None: f"text-{unicodedata.normalize('NFKC', login).casefold()}"}
        used = {pk: ratelimit.consume(request, key=key, **GUESSES) for pk, key in keys.items()}
        for pk in (pk for pk, usage in used.items() if not usage):
            record_lock(login, pk)
        self._guesses = [usage for usage in used.values() if usage]
        if not self._guesses:
            raise self.validation_error("too_many_login_attempts")
        request.refused_accounts = {pk for pk, usage in used.items() if not usage}

    def _rollback_login_failed_rl_usage(self):
        for usage in self._guesses:
            usage.rollback()

    def _delete_login_attempts_cached_email(self, request, email):
        for user in accounts_of(email):
            ratelimit.clear(request, key=_guesses_at(request, user), **GUESSES)

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        remember_device(request, response, user)
        return response

    def is_safe_url(self, url):
        try:
            return super().is_safe_url(url)
        except ValueError:  # http://[::1 is no address at all
            return False


def _guesses_at(request, user):
    device = known_device(request, user)
    return f"device-{user.pk}-{device}" if device else f"account-{user.pk}"
