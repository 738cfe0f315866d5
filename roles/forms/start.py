"""Forms for starting from what an owner has: a text or a file, and the few facts a posting needs besides."""

from typing import Any

from crispy_forms.layout import Div, Field, Layout
from django import forms
from django.core.exceptions import ValidationError

from roles.core.compose.brief import TEXT_FIELDS, text_problem, tidy
from roles.core.compose.typed_pay import as_typed, read_pay
from roles.core.editing.parts import TITLE_LIMIT
from roles.core.money import PayPeriod
from roles.core.places import forms_at
from roles.core.starting import Start
from roles.core.starting.upload import UnreadableFileError, text_of

from .answers import PAY_HELP, choice_field
from .brief_layout import Read
from .pasted import PASTED_LIMIT, CarryForm, PastedField
from .readings import place_as_picked

TOO_LONG = f"There are more than {PASTED_LIMIT:,} characters in this file. Paste the part that is the posting."


class StartForm(forms.Form):
    """An old posting, a description or notes, pasted or in a file; `cleaned_data["text"]` is its text either way."""

    text = PastedField(
        label="Paste it here",
        required=False,
        keeps_tabs=True,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=f"A posting, a job description or your own notes, up to {PASTED_LIMIT:,} characters.",
    )
    file = forms.FileField(
        label="Or choose a file",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx,.txt,.pdf"}),
        help_text="Word (save an older .doc as .docx), text (.txt) or PDF, up to 2 MB. It is read and not kept.",
    )
    title = forms.ChoiceField(
        label="Which title is it for?",
        required=False,
        help_text="Left to the text, it is the title named there, or else the one that its duties fit best.",
    )

    def __init__(self, *args, versions=(), reads_file=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.reads_file = reads_file
        choice_field(self, "title").choices = [
            ("", "Let the text decide"),
            *((version.template.slug, version.template.title) for version in versions),
        ]

    def clean(self):
        super().clean()
        text, file = self.cleaned_data.get("text", ""), self.cleaned_data.get("file")
        if self.errors:
            return self.cleaned_data
        if file and text.strip():
            self.add_error("file", "There is text in the box as well. Empty the box, or leave out the file.")
        elif file and not self.reads_file:
            pass  # the view has its reason, and shows it
        elif file:
            try:
                self.cleaned_data["text"] = self._read(file)
            except ValidationError as error:
                self.add_error("file", error)
        elif not text.strip():
            self.add_error("text", "Paste a text here, or choose a file.")
        return self.cleaned_data

    def _read(self, file) -> str:
        try:
            text = str(self.fields["text"].to_python(text_of(file.read())))
        except UnreadableFileError as error:
            raise ValidationError(str(error), code="file") from error
        if len(text) > PASTED_LIMIT:
            raise ValidationError(TOO_LONG, code="file")
        if message := PastedField.problem(text):
            raise ValidationError(message, code="file")
        return text


class StartFactsForm(CarryForm):
    """What a posting needs besides a text: prefilled with what the text states, empty where it does not."""

    printed_title = forms.CharField(
        label="Title on the posting",
        required=False,
        max_length=TITLE_LIMIT,
        help_text="As your text has it. Left empty, it is the one chosen above.",
    )
    pay = forms.CharField(
        label="Pay",
        required=False,
        max_length=TEXT_FIELDS["pay"]["limit"],
        help_text=PAY_HELP,
    )
    areas = forms.MultipleChoiceField(
        label="What this person answers for", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        template = next((version.template for version in self.versions.values()), None)
        choice_field(self, "areas").choices = [(area.key, area.name) for area in (template.areas if template else ())]
        # A posting of her own text need not say it; nothing is printed in its place.
        self.fields["reports_to"].required = False
        self.helper.layout = Layout(
            Div(Field("role"), Field("printed_title"), css_class="field-row"),
            Div(Field("company"), Field("industry"), css_class="field-row"),
            Div(Field("place"), Read("headcount"), css_class="field-row"),
            Div(Field("workplace"), Field("employment_type"), Field("reports_to"), css_class="field-row"),
            "pay",
        )

    @classmethod
    def typed(cls, data):
        """What was written into its fields, as it is in a form that is sent for something else."""
        areas = f"{cls.prefix}-areas"
        return super().typed(data) | ({"areas": data.getlist(areas)} if areas in data else {})

    @staticmethod
    def initial_from(start: Start, stated_pay) -> dict[str, Any]:
        """What the fields begin with: what the text states; pay without its currency or its period in her words."""
        names = ("company", "place", "headcount", "industry", "reports_to")
        initial = {name: start.answers[name] for name in names if name in start.answers}
        initial |= {
            name: start.answers[name].value for name in ("workplace", "employment_type") if name in start.answers
        }
        if pay := start.answers.get("base_salary"):
            currency = forms_at(initial.get("place", "")).currency
            in_full = stated_pay is None or (stated_pay.value.currency_written and stated_pay.value.period_written)
            words = stated_pay.words if stated_pay else ""
            if words and stated_pay.value.period_written and pay.unit_text is not PayPeriod.YEAR:
                words = " ".join((words, *str(pay).rsplit(" ", 2)[1:]))  # "a month", which is apart from the amounts
            initial["pay"] = as_typed(pay, currency=currency) if in_full else words
            if stated_pay and pay.currency is not stated_pay.value.salary.currency:
                # The dollar of the place, which the text did not name.
                initial["pay"] = str(pay) if in_full else f"{pay.currency} {words}"
        return initial | {"areas": [one.area for one in start.areas]}

    def clean_place(self):
        return place_as_picked(self.cleaned_data["place"], "", self["pay"].value() or "")

    def clean(self):
        data = super().clean()
        self.base_salary = None
        if title := tidy(data.get("printed_title") or ""):
            if message := text_problem(title, limit=TITLE_LIMIT):
                self.add_error("printed_title", message)
            data["printed_title"] = title
        if "pay" not in self.errors and (typed := data.get("pay")):
            pay = read_pay(typed, currency=forms_at(data.get("place") or "").currency)
            if pay.question:
                self.add_error("pay", pay.question)
            else:
                self.base_salary = pay.salary
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """The answers by the fields of a Brief, instead of those the text gave."""
        names = ("company", "industry", "headcount", "place", "reports_to", "workplace", "employment_type")
        return {name: getattr(self.brief, name) for name in names} | {"base_salary": self.base_salary}

    @property
    def given(self) -> frozenset[str]:
        """The names of the answers that were not left empty."""
        return frozenset(name for name in self.answers if self.cleaned_data.get(name))

    def add_problems(self, problems):
        """Show what is wrong with a brief at the field it is about, or above all of them."""
        shown_at = {"base_salary": "pay", "scope": "areas"}
        for name, message in problems.items():
            field = shown_at.get(name, name)
            self.add_error(field if field in self.fields else None, message)
