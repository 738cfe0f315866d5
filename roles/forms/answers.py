"""The fields and choices that more than one form asks the same question with."""

import re

from django import forms
from django.core.exceptions import ValidationError

from roles.core.compose.brief import OTHER_INDUSTRY, OUT_OF_BOUNDS
from roles.core.compose.typed_count import read_count
from roles.core.limits import HEADCOUNT_MAX, SITES_MAX

PAY_HELP = "As you would say it, best as a range: £48,000–56,000, 60-70k, 20 an hour."
REPORTS_TO_HELP = "What comes after “reports to”: the owner, our managing director, the board."
_FIGURES = re.compile(r"\d[\d.,]*")


def phrases(enum):
    return [(member.value, member.phrase.capitalize()) for member in enum]


def choice_field(form: forms.BaseForm, name: str) -> forms.ChoiceField:
    """A form's field of that name, which has choices."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101
    return field


def industry_choices(template):
    """The template's industries, and one for every business that is in none of them."""
    industries = {industry.key: industry.name for industry in template.industries} if template else {}
    industries.setdefault(OTHER_INDUSTRY, "Another industry")
    return [("", "Choose one"), *industries.items()]


class CountField(forms.IntegerField):
    """A whole number between two others, as one may say it; outside them the message is the brief's own."""

    def __init__(self, *, answer, **kwargs):
        # A box for numbers alone would empty itself of “about 15”.
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "numeric"}), **kwargs)
        self.answer = answer
        self.error_messages |= dict.fromkeys(("invalid", "min_value", "max_value"), OUT_OF_BOUNDS[answer])

    def to_python(self, value):
        read = read_count(self.answer, value) if isinstance(value, str) else None
        if read is None and isinstance(value, str) and len(_FIGURES.findall(value)) > 1:
            raise ValidationError(f"There is more than one number here. {OUT_OF_BOUNDS[self.answer]}", code="several")
        return super().to_python(read.number if read else value)


class HeadcountField(CountField):
    def __init__(self, **kwargs):
        super().__init__(
            answer="headcount",
            label="How many people work there?",
            min_value=1,
            max_value=HEADCOUNT_MAX,
            **{"help_text": "Everyone on the payroll, you included. A rough number will do."} | kwargs,
        )


class SitesField(CountField):
    def __init__(self) -> None:
        super().__init__(
            answer="sites",
            label="How many locations?",
            min_value=1,
            max_value=SITES_MAX,
            initial=1,
            help_text="Fully remote? Leave it at 1.",
        )
