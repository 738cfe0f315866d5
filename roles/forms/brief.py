"""The brief as a form."""

from contextlib import suppress
from functools import cached_property
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError

from roles.core.compose.apply_to import completed
from roles.core.compose.brief import OTHER_INDUSTRY, TEXT_FIELDS, Brief, problems, tidy
from roles.core.compose.house_words import UNSAID
from roles.core.compose.kinds import FoundKind, find_kind
from roles.core.compose.leads import Leads
from roles.core.compose.stronger import stronger
from roles.core.compose.typed_pay import NO_FIGURE, WHICH_CURRENCY, TypedPay, as_typed, read_pay
from roles.core.document import EmploymentType, Focus, Workplace
from roles.core.limits import AREAS_MAX, NEEDS_MAX
from roles.core.places import forms_at
from roles.core.review.pay_law import pay_asked
from roles.today import today_where

from .answers import (
    PAY_HELP,
    REPORTS_TO_HELP,
    CountField,
    HeadcountField,
    SitesField,
    choice_field,
    industry_choices,
    phrases,
)
from .around import place_and_more, superior_and_more, with_more
from .brief_layout import layout_of
from .business import WORD_FIELDS, BusinessForm, initial_words, words_of
from .last_day import LastDayField
from .read_answers import readings_of
from .readings import KindInput, Reading, pay_as_picked, place_in, remote_as_typed, site_in, typed_pay, way_answered
from .scope import ScopeForm, forgotten, initial_scope, scope_of
from .week import employment_meant


def _lines(label: str, help_text: str) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, widget=forms.Textarea(attrs={"rows": 3, "data-grow": ""}), help_text=help_text
    )


def _picked() -> forms.CharField:
    """The value of a choice beside another field, which asks what is meant there."""
    return forms.CharField(required=False, widget=forms.HiddenInput)


class BriefForm(BusinessForm, ScopeForm):
    """The owner's answers. Choices come from the published template, so that each one can match."""

    company = forms.CharField(label="Name of the business")
    industry = forms.CharField(
        label="Industry",
        widget=KindInput(attrs={"list": "kinds"}),
        help_text="Type what you are: plumber, dentist, café.",
    )
    industry_choice = _picked()
    industry_name = forms.CharField(
        label="How should the posting name it?",
        required=False,
        help_text="What comes after “works in”: veterinary care. Left empty, the posting does not name it.",
    )
    headcount = HeadcountField()
    place = forms.CharField(label="Where is the job?", help_text="City and region, such as Leeds, UK.")
    place_choice = _picked()
    sites = SitesField()
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
        help_text="Printed as you type it, best with a number: orders leave on time 97% of the time.",
    )
    reports_to = forms.CharField(label="Reports to", required=False, initial="the owner", help_text=REPORTS_TO_HELP)
    leads = forms.CharField(label="Leads", required=False, help_text="Such as: two shift leads and the office manager.")
    spending_limit = forms.CharField(
        label="Spending limit without approval", required=False, help_text="Such as $5,000. Good people look for this."
    )
    budget = forms.CharField(label="Budget the role owns", required=False, help_text="Such as $1.2 million a year.")
    workplace = forms.ChoiceField(label="Where is the work done?", choices=phrases(Workplace))
    employment_type = forms.ChoiceField(label="Employment", choices=phrases(EmploymentType))
    employment_choice = _picked()
    travel = CountField(
        answer="travel",
        label="Travel, per cent",
        required=False,
        min_value=0,
        max_value=100,
        help_text="Of working time, such as 10.",
    )
    pay = forms.CharField(
        label="Pay",
        required=False,
        help_text=PAY_HELP,
    )
    pay_choice = _picked()
    benefits = _lines("Benefits, one per line", "Such as: Health insurance with 70% of the premium paid.")
    apply_to = forms.CharField(
        label="Where do people apply?",
        required=False,
        help_text="An email or web address or a phone number, alone or in a sentence. Needed before you publish.",
    )
    hiring_steps = forms.CharField(
        label="Hiring steps, one per line",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Such as: A call of 30 minutes with the owner.",
    )
    valid_through = LastDayField(label="Last day to apply", required=False)

    leads_kind = forms.ChoiceField(
        label="Who reports to the role?",
        required=False,
        choices=[("", "Choose, if you know"), *phrases(Leads)],
        help_text="Our lines are chosen by it. Left open, we go by “Leads”.",
    )
    own_duties = _lines(
        "What this person will do, one per line",
        "Your lines come first, just as you type them; where they are few, we add some of ours. "
        "Such as: Visit both supermarkets each spring.",
    )
    own_required = _lines("What they must have done or hold, one per line", "Such as: You have run a kitchen of ten.")
    own_preferred = _lines("What would be nice, one per line", "Such as: You have moved a firm off spreadsheets.")
    why_now = _lines(
        "Why is this job open now?",
        "What changed, and who did the work until now. Part of the opening. "
        "Such as: Last spring 19 boats went in late.",
    )
    culture = _lines("How you work, with an example", "Such as: Every manager works one early shift a month.")
    partner = forms.CharField(
        label="Works beside",
        required=False,
        help_text="Who runs the other half of the business, such as: the Commercial Director.",
    )
    decides = forms.CharField(
        label="Decides alone", required=False, help_text="Such as: staff hours, overtime and small repairs."
    )
    keeps = forms.CharField(
        label="What stays with you",
        required=False,
        help_text="Decisions you keep, such as: prices, and who becomes a manager.",
    )
    schedule = forms.CharField(
        label="Pattern of work", required=False, help_text="Such as: Monday to Friday, one day from home."
    )
    travel_pattern = forms.CharField(
        label="Travel, in your words", required=False, help_text="Such as: two days a week to the other branches."
    )
    start = forms.CharField(label="Start", required=False, help_text="Such as: April 2027.")
    bonus = forms.CharField(
        label="Bonus",
        required=False,
        help_text="How much, for what and when: 8% of salary if targets are met, paid each January.",
    )
    conditions = _lines("Hours and conditions", "Such as: 45 hours, early starts in summer, one week in four on call.")
    right_to_work = forms.BooleanField(label="Say that you check the right to work", required=False)
    apply_with = forms.CharField(
        label="What should they send?", required=False, help_text="Such as: a CV and one result, with the figure."
    )
    answer_by = forms.CharField(label="When do you answer?", required=False, help_text="Such as: 12 March 2027.")
    equal_opportunity = _lines("Your own equal-opportunity text", "Left empty, the one usual in the country is used.")

    # Where an answer's problem is shown, if not at the field of the same name.
    SHOWN_AT = {
        "base_salary": "pay",
        "scope": "star1_area",
        "house_words": "word_customers",
    }
    REMEMBERED = {
        *("company", "industry", "industry_name", "headcount", "place", "sites", "about"),
        *("reports_to", "apply_to", "benefits"),
        *("traits", "culture", "conditions", "equal_opportunity", "right_to_work"),
        *WORD_FIELDS,
    }

    def __init__(self, *args, template, region="", **kwargs):
        super().__init__(*args, **kwargs)
        self.template, self.region = template, region
        self.data: Any = remote_as_typed(self.data)
        for field in self.fields.values():
            field.error_messages["required"] = "Please fill this in."
        self.kinds = {key: name for key, name in industry_choices(template) if key}
        self.fields["industry"].widget.names = self.kinds
        if not self.is_bound and self.get_initial_for_field(self.fields["industry"], "industry") not in self.kinds:
            self.initial.pop("industry", None)  # of a template that has another list
        self.law = ""
        choice_field(self, "needs").choices = [(need.key, need.phrase) for need in template.needs]
        self.need_groups = [
            (title, [need.key for need in template.needs if need.focus in focuses])
            for title, focuses in (
                ("Where the business is going", (Focus.STRATEGIC, Focus.SHARED)),
                ("How the days run", (Focus.OPERATIONAL,)),
            )
        ]
        self.offer_areas(template, self.kind.key)
        self.offer_words(template, self.kind.key)
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
            currency = forms_at(brief.place, brief.country).currency
            if read_pay(brief.pay, currency=currency).salary != pay:
                initial["pay"] = as_typed(pay, currency=currency)
        return initial

    @classmethod
    def remembered_from(cls, brief):
        """What a new brief begins with: the business as the last one described it, not the role."""
        return {name: value for name, value in cls.initial_from(brief).items() if name in cls.REMEMBERED}

    @classmethod
    def facts_needed(cls) -> list[str]:
        """The names of what no posting begins without, and the form cannot choose by itself."""
        return [
            name
            for name, field in cls.base_fields.items()
            if field.required and not isinstance(field, forms.ChoiceField)
        ]

    @cached_property
    def kind(self) -> FoundKind:
        """The industry that what is typed means, as far as that is known."""
        picked = str(self["industry_choice"].value() or "")
        return find_kind(str(self["industry"].value() or ""), self.template.industries, picked=picked)

    def clean_industry(self):
        if not self.kind.key:
            raise ValidationError("Choose one of these below, or say it in other words.")
        return self.kind.key

    @cached_property
    def place_meant(self) -> str:
        """The place as it is typed, or as another answer or the browser's region decides which of a name it is."""
        return place_in(self, self.region)

    def clean_place(self):
        return self.place_meant

    def clean_reports_to(self):
        return superior_and_more(self)[0]

    def clean_culture(self):
        return with_more(self.cleaned_data["culture"], superior_and_more(self)[1])

    def clean_conditions(self):
        return with_more(self.cleaned_data["conditions"], place_and_more(self)[1])

    def clean_employment_type(self):
        return employment_meant(self)

    def clean_pay(self):
        place = self.cleaned_data.get("place") or ""
        return pay_as_picked(self.cleaned_data["pay"], self["pay_choice"].value() or "", place)

    def clean_apply_to(self):
        return site_in(self) or completed(tidy(self.cleaned_data["apply_to"]))

    def clean(self):
        super().clean()
        data = self.cleaned_data
        data |= way_answered(data)
        shown_at = dict(self.SHOWN_AT)
        if data.get("industry") == OTHER_INDUSTRY and not data.get("industry_name") and (named := self.other_kind()):
            data["industry_name"] = named
            shown_at["industry_name"] = "industry"
        self.name_the_firm(self.other_kind(), self.kind.key)
        if (question := self._typed_pay(data).question) and question != NO_FIGURE:
            nowhere = question == WHICH_CURRENCY and not data.get("place")
            self.add_error("pay", ValidationError(question, code="required" if nowhere else "invalid"))
        if self.errors:
            # The other answers are still checked, so that the owner sees everything at once.
            stand_ins = {"company": "-", "industry": OTHER_INDUSTRY, "headcount": 1, "place": "-", "sites": 1}
            data = {**data, **{name: stand_ins[name] for name in self.errors if name in stand_ins}}
        for field, words in forgotten(data):
            self.add_error(field, words)
        brief = Brief(**self._answers(data))
        if len(brief.scope) > AREAS_MAX:
            shown_at["scope"] = "also"
        for name, message in problems(brief, today=today_where(brief.place)).items():
            field = shown_at.get(name, name)
            if field not in self.errors:
                self.add_error(field, message)
        self.brief = brief
        return self.cleaned_data

    def other_kind(self) -> str:
        """The words typed for a business in none of the industries, "" for what names none."""
        typed = tidy(str(self["industry"].value() or ""))
        no_name = typed.lower() in ("other", "another", "none of these") or typed in self.kinds.values()
        return "" if no_name or typed in self.kinds else typed

    def _typed_pay(self, data) -> TypedPay:
        return typed_pay(data.get("pay") or "", data.get("place") or "")

    def ask_laws(self, rules, today) -> None:
        """Look up what the posting laws of the place ask of the pay, for the words beside it."""
        data = self.cleaned_data
        pay = self._typed_pay(data)
        if self.errors.get("pay") or pay.question not in ("", NO_FIGURE):
            return
        self.law = pay_asked(
            rules,
            data.get("place") or "",
            pay.salary,
            today,
            headcount=data.get("headcount"),
            sites=data.get("sites"),
            remote=data.get("workplace") == Workplace.REMOTE,
        )

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """How the answers were read that an owner types as she likes, by field."""
        return readings_of(self)

    def answers_so_far(self):
        """What is filled in and right, by the fields of a Brief; of a form nobody has sent, what it shows first.

        Of too many needs or areas, those that a posting may have.
        """
        if self.is_bound:
            data = {name: value for name, value in self.cleaned_data.items() if name not in self.errors}
            for name in ("needs", "also"):
                if name in self.errors:
                    known = [key for key, _ in self.fields[name].choices]
                    data[name] = [key for key in dict.fromkeys(self[name].value() or ()) if key in known]
            data["needs"] = (data.get("needs") or [])[:NEEDS_MAX]
        else:
            data = {}
            for name, field in self.fields.items():
                with suppress(ValidationError):  # nothing there yet, or no longer a choice
                    data[name] = field.clean(self.get_initial_for_field(field, name))
        answers = self._answers(data)
        if "industry" in self.errors and (named := self.other_kind()):
            answers |= {"industry": OTHER_INDUSTRY, "industry_name": named}  # until she picks one of the kinds
        answers["scope"] = answers["scope"][:AREAS_MAX]
        return {name: value for name, value in answers.items() if value not in (None, "", (), UNSAID)}

    def open_answers(self):
        """What would make the posting stronger: (the field it is asked at, words), the most telling first."""
        found = stronger(self.template, self.answers_so_far())
        return [(self[self.SHOWN_AT.get(name, name)], words) for name, words in found]

    def forgive_holes(self):
        """Take back the messages about answers that were left empty: a preview is not the place to ask for them."""
        for name, errors in list(self.errors.as_data().items()):
            if all(error.code == "required" for error in errors):
                del self.errors[name]

    def _answers(self, data):
        return {
            "headcount": data.get("headcount"),
            "sites": data.get("sites"),
            "needs": tuple(data.get("needs") or ()),
            "workplace": Workplace(data.get("workplace") or Workplace.ON_SITE),
            "employment_type": EmploymentType(data.get("employment_type") or EmploymentType.FULL_TIME),
            "travel": data.get("travel"),
            "base_salary": None if (pay := self._typed_pay(data)).question else pay.salary,
            "valid_through": data.get("valid_through"),
            "scope": scope_of(data),
            "leads_kind": Leads(data["leads_kind"]) if data.get("leads_kind") else None,
            "traits": tuple(data.get("traits") or ()),
            "house_words": words_of(data),
            "right_to_work": bool(data.get("right_to_work")),
            **{name: data.get(name) or "" for name in TEXT_FIELDS},
        }


def typed_answers(data):
    """Yield (label, text) for each answer in what a form sent, whether it is right or not."""
    for name, field in BriefForm.base_fields.items():
        known = dict(getattr(field, "choices", ()))
        texts = [str(known.get(text, text)) for text in data.getlist(name) if text.strip()]
        if texts and not (field.widget.is_hidden or field.initial is True):  # a box ticked from the start
            yield field.label, ", ".join(texts)
