"""How an answer was read, beside its field: words, and choices where it may mean several things."""

from dataclasses import dataclass

from django import forms

from roles.core.compose import answers
from roles.core.compose.brief import OTHER_INDUSTRY
from roles.core.compose.kinds import FoundKind
from roles.core.compose.typed_pay import TypedPay
from roles.core.dates import days_meant, format_date
from roles.core.folding import fold
from roles.core.places import place_answer

from .last_day import WHICH_DAY

ANOTHER = "Another industry"
# Fields that are read without another.
READ_ALONE = ("apply_to", "valid_through")
WHICH_KIND = "Which of these is it?"


@dataclass(frozen=True, slots=True)
class Reading:
    """What is shown beside a field. Each of `choices` is (value, label) of the field called `name`, and `picked` the
    value chosen; without a `question` they only correct the reading. `another`: the business is in no industry."""

    words: str = ""
    question: str = ""
    name: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    picked: str = ""
    another: bool = False


def read_kind(typed: str, found: FoundKind, names: dict[str, str], picked: str, named: str) -> Reading:
    """Return the reading of an industry; `names` are those of the template by key, `named` what another is called."""
    choices = tuple((choice.key, choice.name) for choice in found.choices)
    question = WHICH_KIND if choices else ""
    if choices:
        choices = (*choices, (OTHER_INDUSTRY, ANOTHER))
    words, another = "", found.key == OTHER_INDUSTRY
    if another and named:
        words = f"Not on our list. The posting will say “in {answers.industry(named)}”."
    elif found.key in names and fold(typed) not in (found.key, fold(names[found.key])) and not choices:
        words = f"Read as {names[found.key]}."
    return Reading(words, question, "industry_choice", choices, picked, another)


def read_where(typed: str, picked: str) -> Reading:
    """Return the reading of a place."""
    answer = place_answer(typed)
    choices = tuple((choice.becomes, choice.name) for choice in answer.choices)
    if picked in dict(choices):
        return Reading(f"Read as {dict(choices)[picked]}.", answer.question, "place_choice", choices, picked)
    return Reading(answer.shown, answer.question, "place_choice", choices)


def read_salary(pay: TypedPay, law: str, *, refused: bool) -> Reading:
    """Return the reading of the pay with what a law asks; one that was `refused` has its problem at the field."""
    words = "" if refused else pay.question if pay.salary and pay.question else pay.shown
    return Reading(" ".join(part for part in (words, law) if part))


def read_last_day(typed: str) -> Reading:
    """Return the reading of the last day to apply: the two that figures may mean, as values of its own field."""
    meant = days_meant(typed)
    choices = tuple((day.isoformat(), format_date(day)) for day in meant) if len(meant) > 1 else ()
    return Reading(question=WHICH_DAY if choices else "", name="valid_through", choices=choices)


def read_apply_to(typed: str, becomes: str) -> Reading:
    """Return the reading of where people apply: what it became, if that is not what was typed."""
    return Reading(f"Read as {becomes}" if becomes != typed.strip() else "")


class KindInput(forms.TextInput):
    """A text box for an industry, with the names on the list as suggestions; a key shows as its name."""

    names: dict[str, str] = {}

    def format_value(self, value):
        return self.names.get(value, super().format_value(value))
