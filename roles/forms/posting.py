"""Small forms about a posting as a whole."""

from django import forms
from django.core.exceptions import ValidationError

from roles.core.compose.brief import text_problem, tidy
from roles.models.postings import NAME_MAX


class RenameForm(forms.Form):
    """The owner's own name for a posting, in their list and nowhere else."""

    name = forms.CharField(
        label="Name in your list",
        required=False,
        max_length=NAME_MAX,
        help_text="Only you see it. Leave it empty for the title and the company.",
    )

    def clean_name(self):
        name = tidy(self.cleaned_data["name"])
        if message := text_problem(name, limit=NAME_MAX):
            raise ValidationError(message)
        return name


class EmailLinkForm(forms.Form):
    email = forms.EmailField(
        label="Your email address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="Used for this one email and not kept.",
    )
