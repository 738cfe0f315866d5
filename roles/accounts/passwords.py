import re

from django.core.exceptions import ValidationError

# Words of this portal that a guess would begin with; what is left beside them has to be a password by itself.
NAMES = re.compile(r"operations|director|consultants?|administrator|admin|harbour ?lane|desk|portal|posting")
LEFT_MIN = 6


class PortalNamesValidator:
    """Refuse a password that is little more than names of this portal."""

    def validate(self, password, user=None):
        left = NAMES.sub("", password.lower())
        if NAMES.search(password.lower()) and sum(character.isalnum() for character in left) < LEFT_MIN:
            raise ValidationError("This password is little more than names of this portal.", code="portal_names")

    def get_help_text(self):
        return "Your password can’t be just the name of this portal."
