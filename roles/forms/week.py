"""Full-time or part-time, which a pattern of work may contradict: asked beside the field, never refused."""

from django import forms

from roles.core.compose.typed_week import unlike
from roles.core.document import EmploymentType
from roles.core.places import forms_at

from .around import place_and_more
from .readings import Reading, typed_pay

_FULL, _PART = EmploymentType.FULL_TIME, EmploymentType.PART_TIME
# The answers in which a week may be stated, besides what is written around the place and beside the pay.
_STATED_IN = ("schedule", "conditions")


def employment_meant(form: forms.Form) -> str:
    """Return the employment that is chosen, or the one that was picked where the week asks which it is."""
    chosen, picked = _chosen(form), _picked(form)
    return picked if picked and _unlike(form, chosen) else chosen


def read_employment(form: forms.Form) -> Reading:
    """Return the question that a week asks, which stays once it is answered: the answer may be taken back."""
    chosen, picked = _chosen(form), _picked(form)
    if chosen not in (_FULL, _PART) or not (_unlike(form, chosen) or (picked and form.is_bound)):
        return Reading()
    short = _unlike(form, _FULL)
    words = short or _unlike(form, _PART)
    if not words:
        return Reading()
    question = f"“{words}”: is this {(_PART if short else _FULL).phrase}?"
    choices = tuple((kind.value, kind.phrase.capitalize()) for kind in (_PART, _FULL))
    return Reading("", question, "employment_choice", choices, employment_meant(form) if picked else "")


def _chosen(form: forms.Form) -> str:
    return str(form["employment_type"].value() or _FULL)


def _picked(form: forms.Form) -> str:
    """The answer that was picked; what is saved was answered once."""
    name = "employment_choice" if form.is_bound else "employment_type"
    value = str((form.data if form.is_bound else form.initial).get(name) or "")
    return value if value in (_FULL, _PART) else ""


def _unlike(form: forms.Form, kind: str) -> str:
    """The words of a week that is not of this kind."""
    if kind not in (_FULL, _PART):
        return ""
    place = form.place_meant  # type: ignore[attr-defined]
    texts = [str(form[name].value() or "") for name in _STATED_IN]
    texts += [place_and_more(form)[1], typed_pay(str(form["pay"].value() or ""), place).beside]
    return unlike(EmploymentType(kind), texts, forms_at(place).full_time_hours)
