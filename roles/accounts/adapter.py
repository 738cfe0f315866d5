import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.text import slugify

from .forms import ADDRESS_LIMIT


class AccountAdapter(DefaultAccountAdapter):
    def clean_email(self, email):
        # A longer one would be stored cut short, perhaps as somebody else's, or be an error of the database.
        if len(email) > ADDRESS_LIMIT:
            raise ValidationError(f"An address has at most {ADDRESS_LIMIT} characters.")
        return super().clean_email(email)

    def populate_username(self, request, user):
        """Make the user name from the address: of two sign-ups with one address at once, the second is refused.

        Only the name is unique in the database. An account that has moved on to another address keeps its name.
        """
        address = user.email.lower()
        name, digest = slugify(address.partition("@")[0])[:40], hashlib.sha256(address.encode()).hexdigest()[:12]
        user.username = f"{name or 'owner'}-{digest}"
        if get_user_model().objects.filter(username=user.username).exclude(email__iexact=address).exists():
            user.username = ""
            super().populate_username(request, user)

    def can_delete_email(self, email_address):
        return not email_address.primary  # the account's own is only ever replaced

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """Tell the account's verified address: one that nobody has proved may be somebody else's, whom it only bothers.

        A change of address is told to the old one, which is given as `email`.
        """
        if email or EmailAddress.objects.filter(user=user, email=user.email.lower(), verified=True).exists():
            super().send_notification_mail(template_prefix, user, context, email)

    def is_safe_url(self, url):
        try:
            return super().is_safe_url(url)
        except ValueError:  # http://[::1 is no address at all
            return False
