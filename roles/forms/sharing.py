"""What is asked of those who share a posting, and of those it is shared with."""

from django import forms
from django.core.exceptions import ValidationError

from roles.core.compose.brief import hidden_character, text_problem, tidy
from roles.core.publishing import words_of
from roles.models.comments import COMMENT_MAX
from roles.models.posting_states import STATE_NAME_MAX
from roles.models.sharing import LABEL_MAX, VISITOR_NAME_MAX, SharedLink

# What the pages call the owner and consultants; a guest of that name could not be distinguished from them.
TAKEN = {"you", "owner", "the owner", "consultant", "a consultant", "the consultant", "operations desk"}
LASTS = [("", "Until I withdraw it"), ("7", "7 days"), ("30", "30 days"), ("90", "90 days")]


class LineField(forms.CharField):
    """One line of words: tidied, and without invisible characters."""

    def clean(self, value):
        text = tidy(super().clean(value))
        if self.required and not text:
            raise ValidationError(self.error_messages["required"], code="required")
        # Its length is the validators' business.
        if hidden_character(text) is not None:
            raise ValidationError(text_problem(text, limit=len(text)) or "", code="hidden_character")
        return text


class ShareForm(forms.Form):
    label = LineField(
        label="Who is it for?",
        max_length=LABEL_MAX,
        error_messages={"required": "Say who the link is for, for example “Priya, our accountant”."},
        help_text="A name or a team. It appears beside what they change.",
    )
    kind = forms.ChoiceField(
        label="What may they do?",
        choices=SharedLink.Kind.choices,
        initial=SharedLink.Kind.COMMENT,
        widget=forms.RadioSelect,
        help_text="Whoever edits can also read the history: all that the posting said before.",
        error_messages={"required": "Choose what they may do."},
    )
    lasts_days = forms.TypedChoiceField(
        label="How long does it work?", choices=LASTS, coerce=int, empty_value=None, required=False
    )


class CommentForm(forms.Form):
    text = forms.CharField(
        label="Your comment",
        max_length=COMMENT_MAX,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={"required": "Write your comment first."},
    )

    def clean_text(self):
        text = tidy(self.cleaned_data["text"], lines=True)
        if problem := text_problem(text, limit=COMMENT_MAX):
            raise ValidationError(problem)
        return text


class StateNameForm(forms.Form):
    name = LineField(
        label="Name of this state",
        max_length=STATE_NAME_MAX,
        error_messages={"required": "Give it a name, for example “As sent to the board”."},
    )


class VisitorForm(forms.Form):
    """The name of somebody who came through a link, and need not have an account."""

    name = LineField(
        label="Your name",
        max_length=VISITOR_NAME_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Give your name, so that others know whose comments they read."},
        help_text="It appears beside your comments and changes.",
    )

    def clean_name(self):
        name = self.cleaned_data["name"]
        if " ".join(words_of(name)) in TAKEN:
            raise ValidationError("Give your own name: with this one you would be taken for somebody else.")
        return name
