"""How the brief is laid out: what most owners answer in view, the rest in parts that open."""

from crispy_forms.layout import Div, Field, Fieldset, Layout


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
    """A part of the form that opens; open from the start where one of `names` is answered, or anything in it wrong."""

    template = "roles/_details.html"

    def __init__(self, legend, *fields, hint="", names=(), **kwargs):
        super().__init__(legend, *fields, **kwargs)
        self.hint, self.names = hint, names

    def render(self, form, context, template_pack=None, **kwargs):
        answered = any(form[name].value() not in (None, "", [], False) for name in self.names)
        context["is_open"] = answered or any(pointer.name in form.errors for pointer in self.get_field_names())
        context["hint"] = self.hint
        return super().render(form, context, **({"template_pack": template_pack} if template_pack else {}), **kwargs)


def _part(legend: str, hint: str, *fields, names: tuple[str, ...]) -> Details:
    return Details(legend, *fields, hint=hint, names=names)


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
    _part(
        "In your own words",
        "Your lines come first, as you type them. Ours fill the places that are left.",
        "own_duties",
        "own_required",
        "own_preferred",
        "why_now",
        "culture",
        names=("own_duties", "own_required", "own_preferred", "why_now", "culture"),
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
        names=("traits", "needs"),
    ),
    _part(
        "Who decides what",
        "Strong candidates read this first.",
        "decides",
        "keeps",
        Div(Field("spending_limit"), Field("budget"), css_class="field-row"),
        "partner",
        "goal",
        names=("decides", "keeps", "spending_limit", "budget", "partner", "goal"),
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
        names=("schedule", "travel_pattern", "start", "bonus", "benefits", "conditions", "travel"),
    ),
    _part(
        "How to apply",
        "Where people write to, what they send, what happens then.",
        _APPLY,
        Div(Field("apply_with"), Field("answer_by"), css_class="field-row"),
        "hiring_steps",
        "equal_opportunity",
        names=("apply_to", "valid_through", "apply_with", "answer_by", "hiring_steps", "equal_opportunity"),
    ),
)


def layout_of(schema: int) -> Layout:
    """Return the layout for templates of this schema."""
    return _SECOND if schema == 2 else _FIRST
