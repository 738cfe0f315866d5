"""The brief as a form. The form reads what was typed; what is right is said in one place, `brief.problems`."""

import re
from contextlib import suppress
from decimal import Decimal

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from roles.compose.brief import HEADCOUNT_MAX, NEEDS_MAX, SITES_MAX, TEXT_FIELDS, Brief, problems, text_problem, tidy
from roles.document import BaseSalary, Currency, EmploymentType, Focus, PayPeriod, Workplace
from roles.models.postings import NAME_MAX

_GROUPED = re.compile(r"\d{1,3}(?:[,.' \u00a0\u202f]\d{3})+")
_BREAKS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_PLAIN = re.compile(r"\d{1,12}(?:[.,]\d{1,2})?")

PASTED_LIMIT = 20_000


def _phrases(enum):
    return [(member.value, member.phrase.capitalize()) for member in enum]


class AmountField(forms.CharField):
    """Money as people write it: 95000, 95,000, $95 000, 95k, 42.50."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value):
        text = super().to_python(value)
        if text in self.empty_values:
            return None
        bare = re.sub(r"^(?:[A-Z]{0,3}[$£€]|[A-Z]{3})\s*", "", text)
        thousands = bare[-1:] in ("k", "K")
        bare = bare.rstrip("kK").strip()
        if _GROUPED.fullmatch(bare):
            amount = Decimal(re.sub(r"\D", "", bare))
        elif _PLAIN.fullmatch(bare):
            amount = Decimal(bare.replace(",", "."))
        else:
            raise ValidationError("Write an amount such as 95,000 or 42.50.", code="invalid")
        return amount * 1000 if thousands else amount


class BriefForm(forms.Form):
    """The owner's answers. Choices come from the published template, so that each one can match."""

    company = forms.CharField(label="Name of the business")
    industry = forms.ChoiceField(label="Industry")
    headcount = forms.IntegerField(
        label="How many people work there?",
        min_value=1,
        max_value=HEADCOUNT_MAX,
        help_text="Everyone on the payroll, you included.",
    )
    place = forms.CharField(label="Where is the job?", help_text="City and region, such as Leeds, UK.")
    sites = forms.IntegerField(label="How many locations?", min_value=1, max_value=SITES_MAX, initial=1)
    about = forms.CharField(
        label="What does the business do?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One or two sentences, such as: We bake bread overnight for forty cafés.",
    )
    needs = forms.MultipleChoiceField(
        label=f"What do you lack most? Choose up to {NEEDS_MAX}.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    goal = forms.CharField(
        label="The one result you want in twelve months",
        required=False,
        help_text="With a number, such as: orders leave on time 97% of the time, up from 91%.",
    )
    reports_to = forms.CharField(label="Reports to", required=False, initial="the owner")
    leads = forms.CharField(label="Leads", required=False, help_text="Such as: two shift leads and the office manager.")
    spending_limit = forms.CharField(
        label="May spend alone, up to", required=False, help_text="Such as $5,000. Good people look for this."
    )
    budget = forms.CharField(label="Budget the post owns", required=False, help_text="Such as $1.2 million a year.")
    workplace = forms.ChoiceField(label="Where is the work done?", choices=_phrases(Workplace))
    employment_type = forms.ChoiceField(label="Employment", choices=_phrases(EmploymentType))
    travel = forms.IntegerField(
        label="Travel, per cent", required=False, min_value=0, max_value=100, help_text="Of working time, such as 10."
    )
    pay_min = AmountField(label="Pay from", required=False)
    pay_max = AmountField(label="Pay to", required=False)
    currency = forms.ChoiceField(label="Currency", choices=[(item.value, item.value) for item in Currency])
    pay_period = forms.ChoiceField(label="Per", choices=[(item.value, item.value) for item in PayPeriod])
    benefits = forms.CharField(
        label="Benefits, one a line",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Such as: Health insurance with 70% of the premium paid.",
    )
    apply_to = forms.CharField(
        label="Where do people apply?", required=False, help_text="An e-mail address, or a web address with https://."
    )
    hiring_steps = forms.CharField(
        label="Steps of hiring, one a line",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Such as: A call of 30 minutes with the owner.",
    )
    valid_through = forms.DateField(
        label="Last day to apply", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    # Where an answer's problem is shown, if not at the field of the same name.
    SHOWN_AT = {"base_salary": "pay_min"}
    REMEMBERED = {
        *("company", "industry", "headcount", "place", "sites", "about"),
        *("reports_to", "currency", "apply_to", "benefits"),
    }

    def __init__(self, *args, template, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = "Please fill this in."
        self.fields["industry"].choices = [
            ("", "Choose one"),
            *((industry.key, industry.name) for industry in template.industries),
        ]
        self.fields["needs"].choices = [(need.key, need.phrase) for need in template.needs]
        self.need_groups = [
            (title, [need.key for need in template.needs if need.focus in focuses])
            for title, focuses in (
                ("Where the business is going", (Focus.STRATEGIC, Focus.SHARED)),
                ("How the days run", (Focus.OPERATIONAL,)),
            )
        ]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True  # the page has its own token
        self.helper.layout = Layout(
            Fieldset(
                "Your business",
                "company",
                Div(Field("industry"), Field("headcount"), css_class="field-row"),
                Div(Field("place"), Field("sites"), css_class="field-row"),
                "about",
            ),
            Fieldset(
                "What the post is for",
                Field("needs", template="roles/_needs.html"),
                "goal",
                Div(Field("reports_to"), Field("leads"), css_class="field-row"),
                Div(Field("spending_limit"), Field("budget"), css_class="field-row"),
            ),
            Fieldset(
                "Terms",
                Div(Field("workplace"), Field("employment_type"), Field("travel"), css_class="field-row"),
                Div(
                    Field("pay_min"),
                    Field("pay_max"),
                    Field("currency"),
                    Field("pay_period"),
                    css_class="field-row field-row-pay",
                ),
                "benefits",
            ),
            Fieldset(
                "How to apply",
                Div(Field("apply_to"), Field("valid_through"), css_class="field-row"),
                "hiring_steps",
            ),
        )

    @classmethod
    def initial_from(cls, brief):
        """What the form shows for a brief that exists."""
        initial = {name: getattr(brief, name) for name in cls.base_fields if hasattr(brief, name)}
        if pay := brief.base_salary:
            initial |= {
                "pay_min": _plain(pay.min_value),
                "pay_max": _plain(pay.max_value),
                "currency": pay.currency.value,
                "pay_period": pay.unit_text.value,
            }
        return initial

    @classmethod
    def remembered_from(cls, brief):
        """What a new brief begins with: the business as the last one described it, not the post."""
        return {name: value for name, value in cls.initial_from(brief).items() if name in cls.REMEMBERED}

    def clean(self):
        data = super().clean()
        if self.errors:
            # The other answers are still checked, so that the owner sees everything at once.
            stand_ins = {"company": "-", "industry": "-", "headcount": 1, "place": "-", "sites": 1}
            data = {**data, **{name: stand_ins[name] for name in self.errors if name in stand_ins}}
        brief = self._brief(data)
        for name, message in problems(brief, today=timezone.localdate()).items():
            field = self.SHOWN_AT.get(name, name)
            if field not in self.errors:
                self.add_error(field, message)
        self.brief = brief
        return self.cleaned_data

    @classmethod
    def initial_from_query(cls, query, template):
        """What a link to the brief fills in: needs, an industry, a headcount. What is not known is left out."""
        known = {need.key for need in template.needs}
        needs = [key for key in dict.fromkeys(query.getlist("need")) if key in known][:NEEDS_MAX]
        initial = {"needs": needs} if needs else {}
        if query.get("industry") in {industry.key for industry in template.industries}:
            initial["industry"] = query["industry"]
        if re.fullmatch(r"[0-9]{1,3}", query.get("headcount", "")) and 1 <= int(query["headcount"]) <= HEADCOUNT_MAX:
            initial["headcount"] = int(query["headcount"])
        return initial

    def answers_so_far(self):
        """What is filled in and right, by the fields of a Brief; of a form nobody has sent, what it shows first."""
        if self.is_bound:
            data = {name: value for name, value in self.cleaned_data.items() if name not in self.errors}
            if "pay_min" in self.errors or "pay_max" in self.errors:
                data |= {"pay_min": None, "pay_max": None}
        else:
            data = {}
            for name, field in self.fields.items():
                with suppress(ValidationError):  # nothing there yet, or no longer a choice
                    data[name] = field.clean(self.get_initial_for_field(field, name))
        return {name: value for name, value in self._answers(data).items() if value not in (None, "", ())}

    def forgive_holes(self):
        """Take back what is said about answers that were left empty: a preview is not the place to ask for them."""
        for name, errors in list(self.errors.as_data().items()):
            if all(error.code == "required" for error in errors):
                del self.errors[name]

    def _brief(self, data):
        return Brief(**self._answers(data))

    def _answers(self, data):
        amounts = {"min_value": data.get("pay_min"), "max_value": data.get("pay_max")}
        pay = None
        if any(value is not None for value in amounts.values()):
            pay = BaseSalary(
                **amounts,
                currency=Currency(data.get("currency") or Currency.USD),
                unit_text=PayPeriod(data.get("pay_period") or PayPeriod.YEAR),
            )
        return {
            "headcount": data.get("headcount"),
            "sites": data.get("sites"),
            "needs": tuple(data.get("needs") or ()),
            "workplace": Workplace(data.get("workplace") or Workplace.ON_SITE),
            "employment_type": EmploymentType(data.get("employment_type") or EmploymentType.FULL_TIME),
            "travel": data.get("travel"),
            "base_salary": pay,
            "valid_through": data.get("valid_through"),
            **{name: data.get(name) or "" for name in TEXT_FIELDS},
        }


def _industries(template):
    industries = template.industries if template else ()
    return [("", "Choose one"), *((industry.key, industry.name) for industry in industries)]


class PastedField(forms.CharField):
    """A whole text: the kinds of line break and tabs that programs make of it are made one."""

    def __init__(self, **kwargs):
        super().__init__(strip=False, **kwargs)

    def to_python(self, value):
        return _BREAKS.sub("\n", super().to_python(value)).replace("\t", "  ")

    def validate(self, value):
        super().validate(value)
        if message := text_problem(value, limit=PASTED_LIMIT):
            raise ValidationError(message)
        if not value.strip():
            raise ValidationError(self.error_messages["required"], code="required")


class ReviewForm(forms.Form):
    """A posting somebody already has, and what its review is better for knowing."""

    text = PastedField(
        label="The text of the posting",
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=f"Up to {PASTED_LIMIT:,} characters, from wherever it stands. Headings and bullets are recognised.",
        error_messages={"required": "Paste the text of a posting first."},
    )
    headcount = forms.IntegerField(
        label="How many people work there?",
        required=False,
        min_value=1,
        max_value=HEADCOUNT_MAX,
        help_text="Some posting laws begin at a number of employees.",
    )
    industry = forms.ChoiceField(label="Industry", required=False)

    def __init__(self, *args, template=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["industry"].choices = _industries(template)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout("text", Div(Field("headcount"), Field("industry"), css_class="field-row"))


class CarryForm(forms.Form):
    """What a draft needs besides the pasted text, in one form with it. Nothing a text does not state is filled in."""

    role = forms.ChoiceField(label="Which title?")
    company = forms.CharField(label="Name of the business")
    place = forms.CharField(label="Where is the job?", help_text="City and region, such as Leeds, UK.")
    industry = forms.ChoiceField(label="Industry")
    headcount = forms.IntegerField(
        label="How many people work there?",
        min_value=1,
        max_value=HEADCOUNT_MAX,
        help_text="Everyone on the payroll, you included.",
    )
    workplace = forms.ChoiceField(label="Where is the work done?", choices=[("", "Choose one"), *_phrases(Workplace)])
    employment_type = forms.ChoiceField(label="Employment", choices=[("", "Choose one"), *_phrases(EmploymentType)])
    reports_to = forms.CharField(label="Reports to")

    prefix = "draft"

    def __init__(self, *args, versions=(), **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = "Please fill this in."
        self.versions = {version.template.slug: version for version in versions}
        template = next((version.template for version in versions), None)
        self.fields["industry"].choices = _industries(template)
        self.fields["role"].choices = [
            ("", "Choose one"),
            *((slug, version.template.title) for slug, version in self.versions.items()),
        ]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            "role",
            Div(Field("company"), Field("industry"), css_class="field-row"),
            Div(Field("place"), Field("headcount"), css_class="field-row"),
            Div(Field("workplace"), Field("employment_type"), Field("reports_to"), css_class="field-row"),
        )

    @classmethod
    def typed(cls, data):
        """What was written into its fields, as it stands in a form that is sent for something else."""
        typed = {name: data.get(f"{cls.prefix}-{name}") for name in cls.base_fields}
        return {name: value for name, value in typed.items() if value}

    @property
    def version(self):
        return self.versions[self.cleaned_data["role"]]

    def clean(self):
        data = super().clean()
        stand_ins = {"company": "-", "industry": "-", "headcount": 1, "place": "-", "reports_to": "-"}
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
        label="Your e-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="Used for this one e-mail and not kept.",
    )


def _plain(amount):
    return "" if amount is None else f"{amount:f}"
