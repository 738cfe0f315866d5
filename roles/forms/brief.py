"""The brief as a form."""

import re
from contextlib import suppress
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError

from roles.core.compose.brief import OTHER_INDUSTRY, TEXT_FIELDS, Brief, problems
from roles.core.compose.house_words import UNSAID
from roles.core.compose.leads import Leads
from roles.core.compose.stronger import stronger
from roles.core.compose.typed_pay import PayConflictError, pay_typed
from roles.core.document import EmploymentType, Focus, Workplace
from roles.core.limits import HEADCOUNT_MAX, NEEDS_MAX, SITES_MAX
from roles.core.money import Currency, PayPeriod
from roles.today import today_where

from .answers import REPORTS_TO_HELP, AmountField, CountField, HeadcountField, choice_field, industry_choices, phrases
from .brief_layout import layout_of
from .business import WORD_FIELDS, BusinessForm, initial_words, words_of
from .scope import ScopeForm, forgotten, initial_scope, scope_of


def _lines(label: str, help_text: str) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, widget=forms.Textarea(attrs={"rows": 3, "data-grow": ""}), help_text=help_text
    )


class BriefForm(BusinessForm, ScopeForm):
    """The owner's answers. Choices come from the published template, so that each one can match."""

    company = forms.CharField(label="Name of the business")
    industry = forms.ChoiceField(label="Industry", choices=industry_choices(None))
    industry_name = forms.CharField(
        label="How should the posting name it?",
        required=False,
        help_text="As it follows “works in …”: veterinary care. Left empty, the posting does not name it.",
    )
    headcount = HeadcountField()
    place = forms.CharField(label="Where is the job?", help_text="City and region, such as Leeds, UK.")
    sites = CountField(answer="sites", label="How many locations?", min_value=1, max_value=SITES_MAX, initial=1)
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
    reports_to = forms.CharField(label="Reports to", required=False, initial="the owner", help_text=REPORTS_TO_HELP)
    leads = forms.CharField(label="Leads", required=False, help_text="Such as: two shift leads and the office manager.")
    spending_limit = forms.CharField(
        label="May spend alone, up to", required=False, help_text="Such as $5,000. Good people look for this."
    )
    budget = forms.CharField(label="Budget the post owns", required=False, help_text="Such as $1.2 million a year.")
    workplace = forms.ChoiceField(label="Where is the work done?", choices=phrases(Workplace))
    employment_type = forms.ChoiceField(label="Employment", choices=phrases(EmploymentType))
    travel = CountField(
        answer="travel",
        label="Travel, per cent",
        required=False,
        min_value=0,
        max_value=100,
        help_text="Of working time, such as 10.",
    )
    pay_min = AmountField(label="Pay from", required=False)
    pay_max = AmountField(label="Pay to", required=False)
    currency = forms.ChoiceField(label="Currency", choices=[(item.value, item.value) for item in Currency])
    pay_period = forms.ChoiceField(label="Per", choices=[(item.value, item.value) for item in PayPeriod])
    # What the two choices above showed at first: one that still shows it was not made.
    currency_shown = forms.Field(required=False, widget=forms.HiddenInput)
    period_shown = forms.Field(required=False, widget=forms.HiddenInput)
    benefits = forms.CharField(
        label="Benefits, one a line",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Such as: Health insurance with 70% of the premium paid.",
    )
    apply_to = forms.CharField(
        label="Where do people apply?", required=False, help_text="An email address, or a web address with https://."
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

    leads_kind = forms.ChoiceField(
        label="Who reports to the role?", required=False, choices=[("", "Choose, if you know"), *phrases(Leads)]
    )
    own_duties = _lines(
        "What this person will do, one a line",
        "Printed as you type it, before ours: Sit down with both supermarkets each spring.",
    )
    own_required = _lines("What they must already have done, one a line", "You have … run a kitchen of this size.")
    own_preferred = _lines("What would be nice, one a line", "You have … moved a firm off spreadsheets.")
    why_now = _lines(
        "Why now, and why would somebody good want it?", "Say what is open, honestly: The owner is leaving the day."
    )
    culture = _lines("How you work, as something you do", "Every manager works one early shift a month.")
    partner = forms.CharField(
        label="Works beside", required=False, help_text="Who holds the other half: the Commercial Director."
    )
    decides = forms.CharField(
        label="Decides alone", required=False, help_text="Such as: staff hours, overtime and small repairs."
    )
    keeps = forms.CharField(
        label="What stays with you", required=False, help_text="Such as: prices and hiring managers."
    )
    schedule = forms.CharField(
        label="Pattern of work", required=False, help_text="Such as: Monday to Friday, one day from home."
    )
    travel_pattern = forms.CharField(
        label="Travel, in your words", required=False, help_text="Such as: two days a week to the other branches."
    )
    start = forms.CharField(label="Start", required=False, help_text="Such as: April 2027.")
    bonus = forms.CharField(
        label="Bonus", required=False, help_text="What it is paid on, and when: 8% of salary, paid each January."
    )
    conditions = _lines("Hours and conditions", "On-call weeks, own vehicle and who pays, licences, checks.")
    right_to_work = forms.BooleanField(label="Say that the right to work is checked", required=False)
    apply_with = forms.CharField(
        label="What should they send?", required=False, help_text="Such as: a CV and one result, with the figure."
    )
    answer_by = forms.CharField(label="When do you answer?", required=False, help_text="Such as: 12 March 2027.")
    equal_opportunity = _lines("Your own equal-opportunity text", "Left empty, the one usual in the country is used.")

    # Where an answer's problem is shown, if not at the field of the same name.
    SHOWN_AT = {
        "base_salary": "pay_min",
        "min_value": "pay_min",
        "max_value": "pay_max",
        "scope": "star1_area",
        "house_words": "word_customers",
    }
    REMEMBERED = {
        *("company", "industry", "industry_name", "headcount", "place", "sites", "about"),
        *("reports_to", "currency", "apply_to", "benefits"),
        *("traits", "culture", "conditions", "equal_opportunity", "right_to_work"),
        *WORD_FIELDS,
    }

    def __init__(self, *args, template, **kwargs):
        super().__init__(*args, **kwargs)
        self.template = template
        for field in self.fields.values():
            field.error_messages["required"] = "Please fill this in."
        choice_field(self, "industry").choices = industry_choices(template)
        for name, shown in (("currency", "currency_shown"), ("pay_period", "period_shown")):
            self.fields[shown].initial = self.get_initial_for_field(self.fields[name], name) or self._first(name)
        choice_field(self, "needs").choices = [(need.key, need.phrase) for need in template.needs]
        self.need_groups = [
            (title, [need.key for need in template.needs if need.focus in focuses])
            for title, focuses in (
                ("Where the business is going", (Focus.STRATEGIC, Focus.SHARED)),
                ("How the days run", (Focus.OPERATIONAL,)),
            )
        ]
        industry = self["industry"].value() or ""
        self.offer_areas(template, industry)
        self.offer_words(template, industry)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True  # the page has its own token
        self.helper.layout = layout_of(template.schema)

    @classmethod
    def initial_from(cls, brief):
        """What the form shows for a brief that exists."""
        initial = {name: getattr(brief, name) for name in cls.base_fields if hasattr(brief, name)}
        initial |= initial_scope(brief.scope) | {"leads_kind": brief.leads_kind or "", "traits": list(brief.traits)}
        initial |= initial_words(brief.house_words)
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
        super().clean()
        data = self.cleaned_data
        if self.errors:
            # The other answers are still checked, so that the owner sees everything at once.
            stand_ins = {"company": "-", "industry": OTHER_INDUSTRY, "headcount": 1, "place": "-", "sites": 1}
            data = {**data, **{name: stand_ins[name] for name in self.errors if name in stand_ins}}
        try:
            self._pay(data)
        except PayConflictError as conflict:
            self.add_error(self.SHOWN_AT[conflict.end], str(conflict))
            data = {**data, "pay_min": None, "pay_max": None}
        for field, words in forgotten(data):
            self.add_error(field, words)
        brief = self._brief(data)
        for name, message in problems(brief, today=today_where(brief.place)).items():
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
        initial: dict[str, Any] = {"needs": needs} if needs else {}
        if query.get("industry") in {OTHER_INDUSTRY, *(industry.key for industry in template.industries)}:
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
        return {name: value for name, value in self._answers(data).items() if value not in (None, "", (), UNSAID)}

    def open_answers(self):
        """What would make the posting stronger: (the field it is asked at, words), the most telling first."""
        found = stronger(self.template, self.answers_so_far())
        return [(self[self.SHOWN_AT.get(name, name)], words) for name, words in found]

    def forgive_holes(self):
        """Take back what is said about answers that were left empty: a preview is not the place to ask for them."""
        for name, errors in list(self.errors.as_data().items()):
            if all(error.code == "required" for error in errors):
                del self.errors[name]

    def _brief(self, data):
        return Brief(**self._answers(data))

    def _answers(self, data):
        return {
            "headcount": data.get("headcount"),
            "sites": data.get("sites"),
            "needs": tuple(data.get("needs") or ()),
            "workplace": Workplace(data.get("workplace") or Workplace.ON_SITE),
            "employment_type": EmploymentType(data.get("employment_type") or EmploymentType.FULL_TIME),
            "travel": data.get("travel"),
            "base_salary": self._pay(data),
            "valid_through": data.get("valid_through"),
            "scope": scope_of(data),
            "leads_kind": Leads(data["leads_kind"]) if data.get("leads_kind") else None,
            "traits": tuple(data.get("traits") or ()),
            "house_words": words_of(data),
            "right_to_work": bool(data.get("right_to_work")),
            **{name: data.get(name) or "" for name in TEXT_FIELDS},
        }

    def _pay(self, data):
        """The pay range of both boxes and what is chosen beside them. Raises PayConflictError."""
        currency = data.get("currency") or self._first("currency")
        period = data.get("pay_period") or self._first("pay_period")
        return pay_typed(
            data.get("pay_min"),
            data.get("pay_max"),
            currency=Currency(currency),
            currency_chosen=currency != (data.get("currency_shown") or self._first("currency")),
            period=PayPeriod(period),
            period_chosen=period != (data.get("period_shown") or self._first("pay_period")),
        )

    def _first(self, name):
        choices: Any = choice_field(self, name).choices
        return choices[0][0]


def typed_answers(data):
    """Yield (label, text) for each answer in what a form sent, whether it is right or not."""
    for name, field in BriefForm.base_fields.items():
        known = dict(getattr(field, "choices", ()))
        texts = [str(known.get(text, text)) for text in data.getlist(name) if text.strip()]
        if texts and not field.widget.is_hidden:
            yield field.label, ", ".join(texts)


def _plain(amount):
    return "" if amount is None else f"{amount:f}"
