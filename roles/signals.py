from allauth.account.signals import user_logged_in
from django.contrib import messages
from django.dispatch import receiver
from django.template.defaultfilters import pluralize

from .access import claim_drafts


@receiver(user_logged_in)
def bring_drafts_along(request, user, **kwargs):
    """At sign-in, and at sign-up, which ends in one: what this browser wrote becomes the account's."""
    if claimed := claim_drafts(request, user):
        messages.success(request, f"{claimed} draft{pluralize(claimed)} of this browser moved to your account.")
