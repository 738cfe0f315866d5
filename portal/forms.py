from allauth.account.forms import LoginForm
from django.forms import CharField, TextInput

ADDRESS_LIMIT = 254  # the longest address there is


class SignInForm(LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Without a limit a long enough name is an error of the database: “pattern too complex”.
        self.fields["login"] = CharField(
            label="User name or e-mail address",
            max_length=ADDRESS_LIMIT,
            widget=TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        )
        self.fields["remember"].label = "Stay signed in on this device"
        self.order_fields(["login", "password", "remember"])
