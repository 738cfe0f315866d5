from datetime import timedelta

from allauth.account.forms import (
    AddEmailForm,
    ChangePasswordForm,
    LoginForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
    SignupForm,
)
from allauth.account.internal.flows.email_verification import send_verification_email_to_address
from allauth.account.models import EmailAddress
from allauth.account.utils import user_email
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.forms import CharField, TextInput
from django.utils import timezone

from .mailboxes import ADDRESS_LIMIT, name_from

ONE_MOMENT = timedelta(minutes=1)


RULES = "At least 12 characters. Not a common password, and not just figures, your address or the name of this portal."


class _LabelledOnce:
    """Fields whose labels are not repeated inside them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # type: ignore[attr-defined]
            field.widget.attrs.pop("placeholder", None)


class SignInForm(_LabelledOnce, LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Without a limit a long enough name is an error of the database: “pattern too complex”.
        self.fields["login"] = CharField(
            label="User name or email address",
            max_length=ADDRESS_LIMIT,
            widget=TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        )
        self.fields["remember"].label = "Stay signed in on this device"
        self.order_fields(["login", "password", "remember"])


class _RulesInOneSentence(_LabelledOnce):
    """The rules for a new password."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = RULES  # type: ignore[attr-defined]


class FirstPasswordForm(_RulesInOneSentence, SetPasswordForm):
    pass


class NewPasswordForm(_RulesInOneSentence, ResetPasswordKeyForm):
    pass


class OtherPasswordForm(_RulesInOneSentence, ChangePasswordForm):
    pass


class SignUpForm(_RulesInOneSentence, SignupForm):
    def try_save(self, request):
        """Make the account, whether there is one with this address or not: the answer does not show which.

        The rest goes out by email (`AccountAdapter.send_confirmation_mail`).
        """
        if user := self._made_this_moment():
            return user, None
        try:
            with transaction.atomic():
                saved = super().try_save(request)
                # The name was free when it was looked up first, and taken when it was chosen.
                named = saved[0] is None or saved[0].username == name_from(saved[0].email)
                first = None if named else self._made_this_moment()
                transaction.set_rollback(first is not None)
            return (first, None) if first else saved
        except IntegrityError:  # of two at once, the other one was first with the name
            if user := self._made_this_moment():
                return user, None
            with transaction.atomic():
                return super().try_save(request)

    def _made_this_moment(self):
        """Return the account that this form has made already, as of a double click, or None."""
        email, password = self.cleaned_data["email"], self.cleaned_data["password1"]
        just_now = timezone.now() - ONE_MOMENT
        made = get_user_model().objects.filter(username=name_from(email), email__iexact=email, date_joined__gt=just_now)
        return next((user for user in made if user.check_password(password)), None)


class ChangeAddressForm(_LabelledOnce, AddEmailForm):
    def save(self, request):
        """Keep a verified address until the new one is; replace one that is not, and whatever came with it.

        An account never has a second address beside one that nobody has proved to be theirs.
        """
        if EmailAddress.objects.get_verified(self.user):
            return super().save(request)
        with transaction.atomic():
            EmailAddress.objects.filter(user=self.user).delete()
            address = EmailAddress.objects.create(user=self.user, email=self.cleaned_data["email"], primary=True)
            user_email(self.user, address.email, commit=True)
        send_verification_email_to_address(request, address)
        return address


class PasswordResetForm(_LabelledOnce, ResetPasswordForm):
    def clean_email(self):
        """Find the accounts whose own address it is, and none that only asks for it or once added it."""
        email = super().clean_email()
        self.users = [user for user in self.users if user.email.lower() == email.lower()]  # type: ignore[has-type]
        return email
