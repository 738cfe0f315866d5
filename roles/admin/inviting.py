"""Inviting a consultant or an administrator: an address, and an email in which they choose their own password."""

import re
from smtplib import SMTPException

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse

CONSULTANTS = "Consultants"
# Rights given to such an account could be a stranger's, who knows its password.
UNPROVED = (
    "Somebody has made an account with this address, and nobody has proved that it is theirs. Give it no rights. "
    "Delete that account first, then send the invitation; or let them verify the address."
)
KINDS = [
    ("consultant", "Consultant: keeps the content, and publishes it"),
    ("administrator", "Administrator: keeps the accounts, too"),
]


class InvitationForm(forms.ModelForm):
    email = forms.EmailField(
        label="Email address", max_length=254, help_text="We send an invitation there. Nobody else sees their password."
    )
    kind = forms.ChoiceField(label="They are a", choices=KINDS, initial="consultant", widget=forms.RadioSelect)

    class Meta:
        model = get_user_model()
        fields = ["email"]

    def clean_email(self):
        email = get_adapter().clean_email(self.cleaned_data["email"]).lower()
        if get_user_model().objects.filter(email__iexact=email).exists():
            if not EmailAddress.objects.filter(email__iexact=email, verified=True).exists():
                raise ValidationError(UNPROVED)
            raise ValidationError("There is an account with this address. Find it in the list, and change its groups.")
        return email

    def save(self, commit=True):
        user = super().save(commit=False)
        # A name that colleagues know; one that is taken gets a number of its own.
        user.username = re.sub(r"[^\w.-]", "", user.email.partition("@")[0])[:30]
        if not user.username or get_user_model().objects.filter(username__iexact=user.username).exists():
            get_adapter().populate_username(None, user)
        user.is_staff, user.is_superuser = True, self.cleaned_data["kind"] == "administrator"
        user.set_unusable_password()
        if commit:
            user.save()
        return user


def invite(request, user) -> None:
    """Let the new account do what it is for, and send it the email in which its password is chosen."""
    EmailAddress.objects.create(user=user, email=user.email, primary=True)
    if not user.is_superuser:
        user.groups.add(Group.objects.get(name=CONSULTANTS))
    adapter, uid = get_adapter(), user_pk_to_url_str(user)
    url = adapter.get_reset_password_from_key_url(f"{uid}-{default_token_generator.make_token(user)}")
    try:
        context = {"request": request, "user": user, "url": url}
        context["workshop"] = request.build_absolute_uri(reverse("admin:index"))
        adapter.send_mail("account/email/invitation", user.email, context)
    except (OSError, SMTPException):
        messages.warning(
            request,
            "The account is there, but the invitation could not be sent. They can ask for a new password "
            "on the page to sign in, with this address.",
        )
    else:
        messages.info(request, f"An invitation is on its way to {user.email}. Its link works for three days.")
