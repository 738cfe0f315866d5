from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError

from .forms import ADDRESS_LIMIT


class AccountAdapter(DefaultAccountAdapter):
    def clean_email(self, email):
        # A longer one would be stored cut short, perhaps as somebody else's, or be an error of the database.
        if len(email) > ADDRESS_LIMIT:
            raise ValidationError(f"An address has at most {ADDRESS_LIMIT} characters.")
        return super().clean_email(email)

    def is_safe_url(self, url):
        try:
            return super().is_safe_url(url)
        except ValueError:  # http://[::1 is no address at all
            return False
