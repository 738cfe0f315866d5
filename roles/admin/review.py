"""The posting law, and the switches of the review's rules."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone

from roles.core.compose.brief import tidy
from roles.core.places import COUNTRIES, COUNTRY_OF
from roles.core.review.posting_rules import Ban, Part
from roles.models import PostingRule, ReviewRuleSwitch

from .locking import StaleForm, StaleSaveMixin
from .read_only import ReadOnlyAdmin
from .stale_list import StaleListMixin

# What the form calls each part of a posting that a law may require.
REQUIRED_PARTS: dict[Part, str] = {
    "range": "the pay range",
    "minimum_pay": "the minimum pay, as an amount",
    "collective_agreement": "the collective agreement",
    "benefits": "the benefits",
    "other_pay": "other pay, such as a bonus",
    "closing_date": "the closing date",
    "how_to_apply": "how to apply",
    "job_description": "a description of the duties",
    "ai_statement": "that artificial intelligence sifts applications, if it does",
    "vacancy_statement": "whether there is a vacancy now",
}
FORBIDDEN: dict[Ban, str] = {
    "canadian_experience": "a requirement of Canadian experience",
    "blanket_record_ban": "words that turn away everybody with a record",
    "pay_history": "a question about past pay",
}


class NamesField(forms.CharField):
    """Names with commas between, as a list."""

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return [name for part in (value or "").split(",") if (name := tidy(part).lower())]

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)

    def run_validators(self, value):
        super().run_validators(", ".join(value))


class PostingRuleForm(StaleForm):
    carries = forms.MultipleChoiceField(
        label="A posting must have",
        choices=REQUIRED_PARTS.items(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="With nothing here nor below, the row says that somebody has looked and knows of no duty.",
    )
    forbids = forms.MultipleChoiceField(
        label="A posting may not have",
        choices=FORBIDDEN.items(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    city_names = NamesField(
        label="Towns",
        required=False,
        max_length=900,
        help_text="In lower case, with commas between; empty where it holds for the whole state, province or country.",
    )

    class Meta:
        labels = {
            "region": "State, province or country",
            "enforced_from": "Fines from",
            "cure_until": "Can be put right until",
            "source": "Where it is written",
            "seen": "What was read of it",
        }

    def clean_region(self):
        region = tidy(self.cleaned_data["region"]).lower()
        if region not in COUNTRY_OF and region not in COUNTRIES:
            raise ValidationError("We do not know this place. Write its full name, such as “new york” or “austria”.")
        return region


class CheckedFilter(admin.SimpleListFilter):
    title = "when it was checked"
    parameter_name = "checked"

    def lookups(self, request, model_admin):
        return [("due", "Not checked for six months"), ("fresh", "Checked within six months")]

    def queryset(self, request, queryset):
        due = PostingRule.objects.due_for_check(timezone.localdate())
        if self.value() == "due":
            return queryset.filter(pk__in=due.values("pk"))
        if self.value() == "fresh":
            return queryset.exclude(pk__in=due.values("pk"))
        return queryset


@admin.register(PostingRule)
class PostingRuleAdmin(StaleSaveMixin, admin.ModelAdmin):
    form = PostingRuleForm
    list_display = ["place", "key", "min_employees", "effective_from", "effective_until", "checked_on", "verified"]
    list_filter = [CheckedFilter, "verified", "place"]
    search_fields = ["place", "region", "key", "note"]
    fieldsets = [
        ("Where", {"fields": ["place", "key", "region", "city_names", "remote_reach", "exclusion_ignored"]}),
        ("Whom", {"fields": ["min_employees", "min_in_place", "counts"]}),
        ("What", {"fields": ["carries", "forbids", "no_open_ended", "max_range_width", "width_free_above"]}),
        ("When", {"fields": ["effective_from", "effective_until", "enforced_from", "cure", "cure_until"]}),
        ("On whose word", {"fields": ["source", "seen", "checked_on", "verified", "note"]}),
    ]

    def raw(self, obj, name):
        return NamesField().prepare_value(obj.city_names) if name == "city_names" else super().raw(obj, name)


class SwitchForm(StaleForm):
    """A row of the list: a label names the rule, for those who do not see the row."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs |= {"aria-label": f"{name.replace('_', ' ').capitalize()}: {self.instance}", "title": ""}


@admin.register(ReviewRuleSwitch)
class ReviewRuleSwitchAdmin(StaleListMixin, StaleSaveMixin, ReadOnlyAdmin):
    """Every rule there is. None can be added or deleted: rules are code."""

    may_change = True

    list_display = ["title", "rule", "switched_off", "reason"]
    list_editable = ["switched_off", "reason"]
    list_filter = ["switched_off"]
    fields = ["title", "rule", "switched_off", "reason"]
    readonly_fields = ["title", "rule"]

    def get_changelist_form(self, request, **kwargs):
        return super().get_changelist_form(request, form=SwitchForm, **kwargs)
