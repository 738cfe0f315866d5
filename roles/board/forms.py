"""What an owner decides about a publication, and what a reader reports."""

import hashlib

from django import forms
from django.core.exceptions import ValidationError

from roles.core.compose.brief import text_problem, tidy
from roles.core.publishing import Terms, day_problem

from .models import Report
from .models.publications import REASON_MAX


class LastDayForm(forms.Form):
    """Until when it is open. `document` is the text that is published, `today` the day at its place."""

    last_day = forms.DateField(
        label="Last day to apply",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="The page closes by itself when this day ends at the place of the job.",
        error_messages={
            "required": "Choose the last day to apply.",
            "invalid": "Give the day as year, month and day, such as 2027-03-01.",
        },
    )

    def __init__(self, *args, document, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.document, self.today = document, today

    def clean_last_day(self):
        day = self.cleaned_data["last_day"]
        if message := day_problem(self.document, day, self.today):
            raise ValidationError(message)
        return day


class PublishForm(LastDayForm):
    """The terms of a publication; a `reason` where the review states that something must be fixed."""

    listed = forms.BooleanField(
        label="Show it in the list of open roles, and let job searches find it",
        required=False,
        help_text="Without this, only those who have the link find the page.",
    )
    reason = forms.CharField(
        label="Why publish it as it is?",
        max_length=REASON_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The review says that something must be fixed. Your reason is kept with the publication.",
        error_messages={"required": "Fix what the review names, or say why you publish it as it is."},
    )

    def __init__(self, *args, needs_reason, **kwargs):
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["reason"]

    def clean_reason(self):
        reason = tidy(self.cleaned_data["reason"])
        if message := text_problem(reason, limit=REASON_MAX):
            raise ValidationError(message)
        if not reason:
            raise ValidationError(self.fields["reason"].error_messages["required"])
        return reason

    @property
    def terms(self) -> Terms:
        data = self.cleaned_data
        return Terms(last_day=data["last_day"], listed=data["listed"], reason=data.get("reason", ""))


class ReportForm(forms.Form):
    kind = forms.ChoiceField(
        label="What is wrong with it?",
        choices=Report.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is wrong with it."},
    )
    words = forms.CharField(
        label="What should we look at?",
        required=False,
        max_length=Report.WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="We do not ask who you are, and keep nothing that tells. So we cannot answer either.",
    )

    def clean_words(self):
        words = tidy(self.cleaned_data["words"])
        if message := text_problem(words, limit=Report.WORDS_MAX):
            raise ValidationError(message)
        return words

    def clean(self):
        data = self.cleaned_data
        if data.get("kind") == Report.Kind.OTHER and "words" in data and not data["words"]:
            self.add_error("words", "Say in a few words what is wrong.")
        return data

    def file(self, publication) -> None:
        """Save the report; the same one sent twice is one."""
        kind, words = self.cleaned_data["kind"], self.cleaned_data["words"]
        digest = hashlib.sha256(f"{kind}\n{words}".encode()).hexdigest()[:32]
        Report.objects.get_or_create(publication=publication, digest=digest, defaults={"kind": kind, "words": words})
