"""How the brief is laid out: what most owners answer in view, the rest in parts that open."""

from crispy_forms.layout import Div, Field, Fieldset, Layout

from .answered import ANSWERS_SHOWN, in_short


class Read(Field):
    """A field with how its answer was read below it."""

    template = "roles/_read_field.html"

    def render(self, form, context, template_pack=None, **kwargs):
        context["reading"] = form.readings[self.fields[0]]
        return super().render(form, context, **({"template_pack": template_pack} if template_pack else {}), **kwargs)


_NEEDS = Field("needs", template="roles/_needs.html")
_BUSINESS = Fieldset(
    "Your business",
    "company",
    Div(Read("industry"), Field("headcount"), css_class="field-row"),
    Field("industry_name", wrapper_class="only-other"),
    Div(Read("place"), Field("sites"), css_class="field-row"),
    "about",
)
_WHERE = Div(Field("workplace"), Field("employment_type"), Field("travel"), css_class="field-row field-row-three")
_APPLY = Div(Read("apply_to"), Field("valid_through"), css_class="field-row")


class Details(Fieldset):
    """A part of the form that opens, and says closed what is answered in it; open from the start where it has errors.

    Where a link leads to one of its fields, the browser opens it.
    """

    template = "roles/_details.html"

    def __init__(self, legend, *fields, hint="", **kwargs):
        super().__init__(legend, *fields, **kwargs)
        self.hint = hint

    def render(self, form, context, template_pack=None, **kwargs):
        fields = [form[pointer.name] for pointer in self.get_field_names()]
        answered = [words for field in fields if (words := in_short(field))]
        context["is_open"] = any(field.errors for field in fields)
        context["hint"] = self.hint
        context["answered"], context["more"] = answered[:ANSWERS_SHOWN], len(answered[ANSWERS_SHOWN:])
        return super().render(form, context, **({"template_pack": template_pack} if template_pack else {}), **kwargs)


def _part(legend: str, hint: str, *fields) -> Details:
    return Details(legend, *fields, hint=hint)


_FIRST = Layout(
    _BUSINESS,
    Fieldset(
        "What the role is for",
        _NEEDS,
        "goal",
        Div(Field("reports_to"), Field("leads"), css_class="field-row"),
        Div(Field("spending_limit"), Field("budget"), css_class="field-row"),
    ),
    Fieldset("Terms", _WHERE, Read("pay"), "benefits"),
    Fieldset("How to apply", _APPLY, "hiring_steps"),
)

_SECOND = Layout(
    _BUSINESS,
    Fieldset(
        "What this person answers for",
        Div(Field("reports_to"), Field("leads"), css_class="field-row"),
        "leads_kind",
        Field("star1_area", template="roles/_stars.html"),
        Field("also", template="roles/_areas.html"),
    ),
    Fieldset("Pay", Read("pay")),
    Fieldset("How to apply", Read("apply_to")),
    _part(
        "In your own words",
        "Your lines come first, as you type them. Ours fill the places that are left.",
        "own_duties",
        "own_required",
        "own_preferred",
        "why_now",
        "culture",
    ),
    _part(
        "What is true of your business",
        "A line about the business appears only when you have confirmed it.",
        Field("traits", template="roles/_traits.html"),
        _NEEDS,
        Div(Field("word_customers"), Field("word_firm"), css_class="field-row"),
        Div(Field("word_branch"), Field("word_branches"), css_class="field-row"),
        Div(Field("word_job"), Field("word_jobs"), css_class="field-row"),
        Div(Field("word_staff"), Field("word_supervisors"), css_class="field-row"),
    ),
    _part(
        "Who decides what",
        "Strong candidates read this first.",
        "decides",
        "keeps",
        Div(Field("spending_limit"), Field("budget"), css_class="field-row"),
        "partner",
        "goal",
    ),
    _part(
        "Terms",
        "Hours, place, travel, bonus and benefits.",
        _WHERE,
        Div(Field("schedule"), Field("travel_pattern"), css_class="field-row"),
        Div(Field("start"), Field("bonus"), css_class="field-row"),
        "benefits",
        "conditions",
        "right_to_work",
    ),
    _part(
        "What happens when people apply",
        "The last day, what they send, what happens then.",
        Div(Field("valid_through"), Field("answer_by"), css_class="field-row"),
        "apply_with",
        "hiring_steps",
        "equal_opportunity",
    ),
)


def layout_of(schema: int) -> Layout:
    """Return the layout for templates of this schema."""
    return _SECOND if schema == 2 else _FIRST
