"""Forms for a posting somebody already has: its review, and its way into a draft."""

import re
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout
from django import forms
from django.core.exceptions import ValidationError

from roles.core.compose.brief import Brief, problems, text_problem
from roles.core.document import EmploymentType, Workplace
from roles.core.reading import plain_text

from .answers import REPORTS_TO_HELP, HeadcountField, choice_field, industry_choices, phrases
from .brief_layout import Read
from .readings import Reading, read_number

PASTED_LIMIT = 20_000
_BREAKS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class PastedField(forms.CharField):
    """A whole text: its kinds of line break are made one; of the source of a page, what it shows.

    Tabs become blanks, unless the cells of a table are to be told apart by them (`keeps_tabs`).
    """

    def __init__(self, *, keeps_tabs=False, **kwargs):
        super().__init__(strip=False, **kwargs)
        self.tab = "\t" if keeps_tabs else "  "

    def to_python(self, value):
        return plain_text(_BREAKS.sub("\n", super().to_python(value) or "")).replace("\t", self.tab)

    def validate(self, value):
        super().validate(value)
        if message := self.problem(value):
            raise ValidationError(message)
        if self.required and not value.strip():
            raise ValidationError(self.error_messages["required"], code="required")

    @staticmethod
    def problem(text: str) -> str | None:
        """What is wrong with the length or the characters of a text, of which a tab is none."""
        return text_problem(text.replace("\t", " "), limit=PASTED_LIMIT)


class SizedForm(forms.Form):
    """A form that asks how many people there are."""

    @property
    def readings(self) -> dict[str, Reading]:
        return {"headcount": read_number(self["headcount"])}


class ReviewForm(SizedForm):
    """A posting somebody already has, and what its review is better for knowing."""

    text = PastedField(
        label="The text of the posting",
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=f"Up to {PASTED_LIMIT:,} characters, from anywhere. Headings and bullets are recognised.",
        error_messages={"required": "Paste the text of a posting first."},
    )
    headcount = HeadcountField(required=False, help_text="Some posting laws begin at a number of employees.")
    industry = forms.ChoiceField(label="Industry", required=False)

    def __init__(self, *args, template=None, **kwargs):
        super().__init__(*args, **kwargs)
        choice_field(self, "industry").choices = industry_choices(template)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout("text", Div(Read("headcount"), Field("industry"), css_class="field-row"))


class CarryForm(SizedForm):
    """What a draft needs besides the pasted text, in one form with it. Nothing a text does not state is filled in."""

    role = forms.ChoiceField(label="Which title?")
    company = forms.CharField(label="Name of the business")
    place = forms.CharField(label="Where is the job?", help_text="City and region, such as Leeds, UK.")
    industry = forms.ChoiceField(label="Industry")
    headcount = HeadcountField()
    workplace = forms.ChoiceField(label="Where is the work done?", choices=[("", "Choose one"), *phrases(Workplace)])
    employment_type = forms.ChoiceField(label="Employment", choices=[("", "Choose one"), *phrases(EmploymentType)])
    reports_to = forms.CharField(label="Reports to", help_text=REPORTS_TO_HELP)

    prefix = "draft"

    def __init__(self, *args, versions=(), **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            choice = isinstance(field, forms.ChoiceField)
            field.error_messages["required"] = "Please choose one." if choice else "Please fill this in."
        self.versions = {version.template.slug: version for version in versions}
        template = next((version.template for version in versions), None)
        choice_field(self, "industry").choices = industry_choices(template)
        choice_field(self, "role").choices = [
            ("", "Choose one"),
            *((slug, version.template.title) for slug, version in self.versions.items()),
        ]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            "role",
            Div(Field("company"), Field("industry"), css_class="field-row"),
            Div(Field("place"), Read("headcount"), css_class="field-row"),
            Div(Field("workplace"), Field("employment_type"), Field("reports_to"), css_class="field-row"),
        )

    @classmethod
    def typed(cls, data):
        """What was written into its fields, as it is in a form that is sent for something else."""
        typed = {name: data.get(f"{cls.prefix}-{name}") for name in cls.base_fields}
        return {name: value for name, value in typed.items() if value}

    @property
    def version(self):
        return self.versions[self.cleaned_data["role"]]

    def clean(self):
        super().clean()
        data = self.cleaned_data
        stand_ins: dict[str, Any] = {"company": "-", "industry": "-", "headcount": 1, "place": "-", "reports_to": "-"}
        known = {name: value for name, value in data.items() if name in stand_ins}
        brief = Brief(
            **(stand_ins | known),
            workplace=Workplace(data.get("workplace") or Workplace.ON_SITE),
            employment_type=EmploymentType(data.get("employment_type") or EmploymentType.FULL_TIME),
        )
        for name, message in problems(brief).items():
            if name not in self.errors:
                self.add_error(name, message)
        self.brief = brief
        return data
