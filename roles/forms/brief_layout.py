"""How the brief is laid out: what most owners answer in view, the rest in parts that open."""

from typing import NamedTuple

from crispy_forms.layout import HTML, Div, Field, Fieldset, Layout
from django.forms import BoundField
from django.utils.text import slugify

from .answered import ANSWERS_SHOWN, in_short
from .kept_fields import Kept


class Read(Field):
    """A field with how its answer was read below it."""

    template = "roles/_read_field.html"

    def render(self, form, context, template_pack=None, **kwargs):
        context["reading"] = form.readings[self.fields[0]]
        return super().render(form, context, **({"template_pack": template_pack} if template_pack else {}), **kwargs)


_NEEDS = Field("needs", template="roles/_needs.html")
_BUSINESS = Fieldset(
    "Your business",
    Kept("company"),
    Div(Read("industry"), Read("headcount"), css_class="field-row"),
    Kept("industry_name", wrapper_class="only-other"),
    Div(Read("place"), Read("sites"), css_class="field-row"),
    Kept("about"),
)
_WHERE = Div(Kept("workplace"), Read("employment_type"), css_class="field-row")


class Summary(NamedTuple):
    """What a part holds while it is closed: its first answers in short and how many more, or else a hint."""

    key: str
    hint: str
    answered: list[str]
    more: int


class Details(Fieldset):
    """A part of the form that opens, and shows closed what is answered in it; open from the start where it has errors.

    Where a link leads to one of its fields, the browser opens it.
    """

    template = "roles/_details.html"

    def __init__(self, legend, *fields, hint="", **kwargs):
        super().__init__(legend, *fields, **kwargs)
        self.hint = hint

    def bound(self, form) -> list[BoundField]:
        return [form[pointer.name] for pointer in self.get_field_names()]

    def summary(self, form) -> Summary:
        answered = [words for field in self.bound(form) if (words := in_short(field))]
        key = f"{slugify(self.legend)}-summary"
        return Summary(key, self.hint, answered[:ANSWERS_SHOWN], len(answered[ANSWERS_SHOWN:]))

    def render(self, form, context, template_pack=None, **kwargs):
        context["is_open"] = any(field.errors for field in self.bound(form))
        context["summary"] = self.summary(form)
        return super().render(form, context, **({"template_pack": template_pack} if template_pack else {}), **kwargs)


def _part(legend: str, hint: str, *fields) -> Details:
    return Details(legend, *fields, hint=hint)


_FIRST = Layout(
    _BUSINESS,
    Fieldset(
        "What the role is for",
        _NEEDS,
        Kept("goal"),
        Div(Read("reports_to"), Kept("leads"), css_class="field-row"),
        Div(Kept("spending_limit"), Kept("budget"), css_class="field-row"),
    ),
    Fieldset("Pay", Read("pay")),
    Fieldset("How to apply", Read("apply_to")),
    _part("Terms", "Place, hours, travel and benefits.", _WHERE, Read("travel"), Kept("benefits")),
    _part(
        "What happens when people apply",
        "The last day, and what happens then.",
        Read("valid_through"),
        Kept("hiring_steps"),
    ),
)

_SECOND = Layout(
    _BUSINESS,
    Fieldset(
        "What this person answers for",
        Kept("why_now"),
        Kept("own_duties"),
        Div(Read("reports_to"), Kept("leads"), css_class="field-row"),
        Kept("leads_kind"),
        Field("star1_area", template="roles/_stars.html"),
        Field("also", template="roles/_areas.html"),
        Kept("also_typed"),
    ),
    # Before the closed parts: an owner in a hurry leaves those, and candidates are chosen by what they must have done.
    Fieldset("Who you are looking for", Kept("own_required"), Kept("own_preferred")),
    # The hours are asked beside the kind of employment: "30 hrs" beside full-time is a question there.
    Fieldset("Pay and hours", Read("pay"), _WHERE, Kept("conditions")),
    Fieldset("How to apply", Read("apply_to")),
    _part(
        "What is true of your business",
        "How you work, what you lack, what you call things.",
        Kept("culture"),
        Field("traits", template="roles/_traits.html"),
        _NEEDS,
        HTML('<p class="needs-title">Your own words for these. Left empty, the posting uses the word in grey.</p>'),
        Div(Kept("word_customers"), Kept("word_firm"), css_class="field-row"),
        Div(Kept("word_branch"), Kept("word_branches"), css_class="field-row"),
        Div(Kept("word_job"), Kept("word_jobs"), css_class="field-row"),
        Div(Kept("word_staff"), Kept("word_supervisors"), css_class="field-row"),
    ),
    _part(
        "Who decides what",
        "Strong candidates read this first.",
        Kept("decides"),
        Kept("keeps"),
        Div(Kept("spending_limit"), Kept("budget"), css_class="field-row"),
        Kept("partner"),
        Kept("goal"),
    ),
    _part(
        "Terms",
        "Schedule, travel, bonus and benefits.",
        Kept("schedule"),
        Div(Read("travel"), Kept("travel_pattern"), css_class="field-row"),
        Div(Kept("start"), Kept("bonus"), css_class="field-row"),
        Kept("benefits"),
        Kept("right_to_work"),
    ),
    _part(
        "What happens when people apply",
        "The last day, what they send, what happens then.",
        Div(Read("valid_through"), Kept("answer_by"), css_class="field-row"),
        Kept("apply_with"),
        Kept("hiring_steps"),
        Kept("equal_opportunity"),
    ),
)


def layout_of(schema: int) -> Layout:
    """Return the layout for templates of this schema."""
    return _SECOND if schema == 2 else _FIRST


def summaries_of(form) -> list[Summary]:
    """Return what the parts of the form hold while they are closed."""
    return [part.summary(form) for part in form.helper.layout if isinstance(part, Details)]
