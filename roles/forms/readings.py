"""How an answer was read, beside its field: words, and choices where it may mean several things."""

from dataclasses import dataclass
from typing import Any

from django import forms

from roles.core.compose import answers, own_site
from roles.core.compose.answers import finished
from roles.core.compose.apply_to import address_in, as_sentence, completed, is_address
from roles.core.compose.brief import OTHER_INDUSTRY, TEXT_FIELDS, tidy
from roles.core.compose.kinds import FoundKind
from roles.core.compose.naming import reads_after_in
from roles.core.compose.superiors import is_open, of_oneself
from roles.core.compose.typed_count import read_count
from roles.core.compose.typed_pay import TypedPay, read_pay, ways_on
from roles.core.dates import days_meant, format_date
from roles.core.document import Workplace
from roles.core.folding import fold
from roles.core.money import Currency
from roles.core.money.words import DOLLARS, only_dollars
from roles.core.places import forms_at, place_answer, place_beside_remote, read_place
from roles.core.places.country_words import country_of_words

from .around import place_and_more
from .last_day import WHICH_DAY

ANOTHER = "Another industry"
READ_OF = (
    *("industry", "industry_choice", "industry_name", "place", "place_choice", "pay", "pay_choice", "apply_to"),
    *("valid_through", "reports_to"),
)
WHICH_KIND = "Which of these is it?"
WHICH_PAY = "Which of these is the pay?"
COUNTED = {
    "headcount": ("person", "people"),
    "sites": ("location", "locations"),
    "travel": ("per cent of working time", "per cent of working time"),
}
CURRENCIES_SHOWN = 5  # of the list of them, the most usual first


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


def remote_as_typed(data):
    """Return the answers that were sent, remote chosen where the place states so: the first choice is nobody's own.

    A town beside it may be where the days on site are: there the first choice stays.
    """
    beside = place_beside_remote(data.get("place") or "")
    if data.get("workplace") != Workplace.ON_SITE or beside is None:
        return data
    places = read_place(beside).places
    if beside and (not places or any(place.town for place in places)):
        return data
    data = data.copy()
    data["workplace"] = Workplace.REMOTE.value
    return data


def read_kind(typed: str, found: FoundKind, names: dict[str, str], picked: str, named: str) -> Reading:
    """Return the reading of an industry; `names` are those of the template by key, `named` what another is called."""
    choices = tuple((choice.key, choice.name) for choice in found.choices)
    question = WHICH_KIND if choices else ""
    if choices:
        choices = (*choices, (OTHER_INDUSTRY, ANOTHER))
    words, another = "", found.key == OTHER_INDUSTRY
    if another and named:
        trade = answers.industry(named)
        words = f"Not on our list. The posting will say “{'in ' if reads_after_in(trade) else ''}{trade}”."
    elif found.key in names and fold(typed) not in (found.key, fold(names[found.key])) and not choices:
        words = f"Read as {names[found.key]}."
    return Reading(words, question, "industry_choice", choices, picked, another)


def place_as_picked(typed: str, picked: str, pay: str, texts: str = "", region: str = "") -> str:
    """Return the place that was picked of those that may be meant, or else the only one of them that the rest means.

    That is the money of the pay (“Bristol” with “£48,000” is in England), then what only one country has in the words
    of all answers (`texts`), such as a telephone number, then the `region` of the browser, a code of ISO 3166. Any
    other place is as it was typed.
    """
    answer = place_answer(typed)
    meant = [choice.becomes for choice in answer.choices]
    if picked in meant or not answer.question:
        return picked if picked in meant else typed
    paid = read_pay(pay) if len(pay) <= TEXT_FIELDS["pay"]["limit"] else TypedPay(None)
    if paid.salary and paid.currency_written:
        in_dollars = only_dollars(fold(pay))
        currencies = DOLLARS if in_dollars else {paid.salary.currency}
        paid_there = [place for place in meant if forms_at(place).currency in currencies]
        if len(paid_there) == 1 and not in_dollars:
            return paid_there[0]
        meant = paid_there or meant
    for country in (country_of_words(fold(texts)), region):
        there = [place for place in meant if country and read_place(place).country == country]
        if len(there) == 1:
            return there[0]
    return typed


def place_in(form: forms.Form, region: str) -> str:
    """Return the place of a form, by all its answers that are text; `region` as in `place_as_picked`.

    What is written around the place is none of it: `take_out_place`.
    """
    typed = {name: str(form[name].value() or "") for name in (*READ_OF, *TEXT_FIELDS) if name in form.fields}
    place = place_and_more(form)[0].strip()
    pay = pay_as_picked(typed["pay"], typed["pay_choice"], place)
    return place_as_picked(place, typed["place_choice"], pay, "\n".join(typed.values()), region)


def read_number(bound: forms.BoundField) -> Reading:
    """Return the reading of a number that was typed in other words; of one that is refused, none."""
    answer = bound.field.answer  # type: ignore[attr-defined]
    read = read_count(answer, str(bound.value() or ""))
    if bound.errors or read is None or read.exact:
        return Reading()
    one, several = COUNTED[answer]
    words = f"Read as {read.number} {one if read.number == 1 else several}"
    return Reading(f"{words}, the higher of the two. To change it, type one number." if read.of_two else f"{words}.")


def read_where(place: str, around: str, picked: str) -> Reading:
    """Return the reading of a place, and where what is written around it is printed."""
    answer = place_answer(place)
    choices = tuple((choice.becomes, choice.name) for choice in answer.choices)
    if picked not in dict(choices):
        picked = ""
    words = f"Read as {dict(choices)[picked]}." if picked else answer.shown
    if around:
        words = f"{words} “{around}” will be in the posting, with the hours and conditions.".strip()
    return Reading(words, answer.question, "place_choice", choices, picked)


def typed_pay(typed: str, place: str) -> TypedPay:
    """Return the reading of a box for pay; of one that is too long, which is refused, none."""
    if len(typed) > TEXT_FIELDS["pay"]["limit"]:
        return TypedPay(None)
    return read_pay(typed, currency=money_of(place))


def money_of(place: str) -> Currency | None:
    """Return the currency of a place; of one that may be several, the one that all of them have."""
    if currency := forms_at(place).currency:
        return currency
    answer = place_answer(place)
    paid = {forms_at(choice.becomes).currency for choice in answer.choices} if answer.question else set()
    return paid.pop() if len(paid) == 1 else None


def read_salary(typed: str, picked: str, place: str, law: str, *, refused: bool) -> Reading:
    """Return the reading of the pay with what a law asks; one that was `refused` has its problem at the field."""
    pay = typed_pay(pay_as_picked(typed, picked, place), place)
    words = "" if refused else pay.question if pay.salary and pay.question else pay.shown
    choices = tuple((way, _way_in_words(way)) for way in ways_of_pay(typed, place))
    return Reading(" ".join(part for part in (words, law) if part), WHICH_PAY, "pay_choice", choices, picked)


def ways_of_pay(typed: str, place: str) -> tuple[str, ...]:
    """Return the ways to answer what is asked of the pay: in the currencies of where the job may be, or in those that
    most postings have."""
    if len(typed) > TEXT_FIELDS["pay"]["limit"]:
        return ()
    where = [forms_at(choice.becomes).currency for choice in place_answer(place).choices]
    currencies = [currency for currency in where if currency] or list(Currency)[:CURRENCIES_SHOWN]
    return ways_on(typed, currencies, currency=forms_at(place).currency)


def pay_as_picked(typed: str, picked: str, place: str) -> str:
    """Return the pay with the way that was picked written behind it; as it was typed where that is none of its ways."""
    return f"{typed} {picked}" if picked and picked in ways_of_pay(typed, place) else typed


def _way_in_words(way: str) -> str:
    currency = next((each for each in Currency if each.value == way), None)
    if currency is None:
        return way.capitalize()
    symbol = currency.symbol.strip()
    return way if symbol == way else f"{way} ({symbol})"


def read_last_day(typed: str) -> Reading:
    """Return the reading of the last day to apply: the two that figures may mean, as values of its own field."""
    meant = days_meant(typed)
    choices = tuple((day.isoformat(), format_date(day)) for day in meant) if len(meant) > 1 else ()
    return Reading(question=WHICH_DAY if choices else "", name="valid_through", choices=choices)


def read_reports_to(typed: str, more: str) -> Reading:
    """Return the reading of whom a post reports to: what “me” is for strangers, what is left open, and where a
    sentence behind it (`more`) is printed."""
    text = tidy(typed)
    if more:
        return Reading(f"“{more}” will be in the posting, with how you work.")
    if text and is_open(text):
        return Reading("Left open: the posting does not say whom this person reports to.")
    whom = of_oneself(text)
    return Reading(f"Readers do not know you yet, so the posting says “{whom}”." if whom and whom != text else "")


def read_apply_to(typed: str, named: str) -> Reading:
    """Return the reading of where people apply: what it became, if that is not what was typed.

    Of a whole sentence the address is read, and the posting prints the sentence; “our website” is the address that
    other answers name (`named`), or asks for it.
    """
    text = tidy(typed)
    if address := address_in(text):
        return Reading(f"Read as {address}. Your sentence will be in the posting too.")
    if own_site.is_own(text):
        return Reading(f"Read as {named}, the address you gave above." if named else own_site.WHICH)
    becomes = completed(text)
    return Reading(f"Read as {becomes}" if becomes != typed.strip() else "")


def site_in(form: forms.Form) -> str:
    """Return the address of the business's own site, where people apply there and another answer names it."""
    if not own_site.is_own(str(form["apply_to"].value() or "")):
        return ""
    texts = "\n".join(str(form[name].value() or "") for name in ("company", "about", "why_now"))
    address = completed(own_site.named(texts))
    return address if is_address(address) else ""


def way_answered(data: dict[str, Any]) -> dict[str, str]:
    """Return the answers on how to apply of a sentence that has an address in it; nothing of any other answer."""
    if not (address := address_in(sentence := data.get("apply_to") or "")):
        return {}
    return {
        "apply_to": address,
        "apply_with": f"{finished(as_sentence(sentence))} {data.get('apply_with') or ''}".strip(),
    }


class KindInput(forms.TextInput):
    """A text box for an industry, with the names on the list as suggestions; a key shows as its name."""

    names: dict[str, str] = {}

    def format_value(self, value):
        return self.names.get(value, super().format_value(value))
