"""Contradictions: two statements of the posting that cannot both be so."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from roles.core.dates import format_date
from roles.core.document import EmploymentType, Workplace
from roles.core.money import CURRENCY_OF, Currency, plausible
from roles.core.money.words import MEANINGS, SIGNED_NUMBER
from roles.core.places import NORTH_AMERICA, country_at_end, places_of

from .. import expressions
from ..context import Context
from ..finding import AnswerFix, Finding, Level
from ..pay_in_text import all_written, finding, pay_of
from ..rule import Rule

SOURCE = "Our judgement"
WHY = "A reader who finds one contradiction looks for the next, or stops."
TRAVEL = (25, 50)

_PLACE = (
    r"(?:on[ -]?site|in[ -](?:the )?office|in[ -]person|"
    r"(?:at|visits?(?: to)?) (?:the|our) (?:plant|warehouse|store|office|shop|site|clinic))"
)
_EVERY_DAY = (
    r"(?:daily|every (?:working |business )?day|each day|five days|5 days|full[ -]time|"
    r"monday (?:to|through|-|until) friday|mon ?- ?fri)"
)
_DAILY_ON_SITE = re.compile(rf"\b{_PLACE}[^.;:\n]{{0,40}}\b{_EVERY_DAY}\b|\b{_EVERY_DAY}[^.;:\n]{{0,40}}\b{_PLACE}\b")
_FULL_AVAILABILITY = re.compile(
    r"\b(?:full availability|fully available|open availability|available (?:at all times|around the clock|24/7)|"
    r"24/7 (?:availability|on[ -]call)|"
    r"on[ -]call (?:24/7|around the clock|at all times)|40\+? hours (?:a|per|each) week|50\+? hours (?:a|per|"
    r"each) week|full[ -]time (?:hours|availability))"
)
_NOT = re.compile(r"\b(?:no|not|never|without|nobody|instead of|rather than)\b|n't\b")
_NOT_REACH = 60
_TRAVEL = re.compile(
    r"\btravel\b[^.;\n%]{0,40}?\b(\d{1,3}) ?(?:%|per ?cent)|\b(\d{1,3}) ?(?:%|per ?cent)(?: of (?:the |"
    r"working )?time)? travel\b"
)


def find(context: Context) -> Iterator[Finding]:
    """Yield what the facts or the text's own words rule out: a day gone by, daily work on site of a remote post.

    Travel is in per cent of working time; pay is measured by the limits of its period and currency.
    """
    workplace = expressions.workplace(context)
    if workplace is Workplace.REMOTE:
        yield from _marked(
            context,
            _DAILY_ON_SITE,
            "contradictions.remote_on_site",
            "The role is remote, but this asks for every day on site.",
        )
        yield from _travel(context)
    if expressions.employment(context) is EmploymentType.PART_TIME:
        yield from _marked(
            context,
            _FULL_AVAILABILITY,
            "contradictions.part_time",
            "The role is part-time, but this asks for all of a week.",
        )
    yield from _period(context)
    yield from _currency(context)
    yield from _closing(context)


def _marked(context: Context, words: re.Pattern[str], id: str, message: str) -> Iterator[Finding]:
    for item in context.items:
        for match in item.matches(words):
            start, _ = item.sentence_at(match.start())
            if not _NOT.search(item.folded, max(start, match.start() - _NOT_REACH), match.start()):
                yield item.finding(id, Level.SHOULD_FIX, message, why=WHY, source=SOURCE, span=match.span())


def _travel(context: Context) -> Iterator[Finding]:
    for item in context.items:
        for match in _TRAVEL.finditer(item.folded):
            share = int(match[1] or match[2])
            if TRAVEL[0] <= share <= 100:
                yield item.finding(
                    "contradictions.travel",
                    Level.SHOULD_FIX if share >= TRAVEL[1] else Level.CONSIDER,
                    f"The role is remote, but {share}% of the time is travel. Say where to, and how often.",
                    why=WHY,
                    source=SOURCE,
                    span=match.span(),
                )


def _period(context: Context) -> Iterator[Finding]:
    pay = pay_of(context)
    if pay is None or not pay.period_written or pay.currency is None:
        return
    low, high = plausible(pay.salary)
    amounts = [value for value in (pay.salary.min_value, pay.salary.max_value) if value is not None]
    if all(Decimal(low) <= value <= Decimal(high) for value in amounts):
        return
    message = f"{pay.salary} looks like a slip: check the amount and the period."
    yield finding(context, pay, "contradictions.pay_period", Level.MUST_FIX, message, why=WHY, source=SOURCE)


def _currency(context: Context) -> Iterator[Finding]:
    """Pay in another currency than the place's, or than other amounts: the choice that was never made."""
    pay = pay_of(context)
    if pay is None or pay.currency is None:
        return
    meant = frozenset({pay.currency})
    if pay.item:
        sign = SIGNED_NUMBER.search(pay.words)
        if sign is None:
            return
        meant = MEANINGS[sign[1]]  # "$" is the dollar of the place
    place = context.document.facts.job_location
    usual = _currency_of(place)
    if usual and usual not in meant and expressions.workplace(context) is not Workplace.REMOTE:
        message = (
            f"Pay is in {pay.currency}, but work in {place} is paid in {usual}. Change it, or tell candidates why."
        )
        found = finding(context, pay, "contradictions.currency", Level.MUST_FIX, message, why=WHY, source=SOURCE)
        if pay.item is None and context.brief and context.brief.base_salary:
            fix = AnswerFix(field="base_salary.currency", value=usual, label=f"Change to {usual}")
            found = replace(found, answer_fix=fix)
        yield found
        return
    if len({each.currency for each in all_written(context) if each.currency}) > 1:
        return  # "£62,000 in the UK, $88,000 in the US"
    for item in context.items:
        for match in SIGNED_NUMBER.finditer(item.folded):
            if not meant & MEANINGS[match[1]]:
                yield item.finding(
                    "contradictions.currency",
                    Level.CONSIDER,
                    f"Pay is in {pay.currency}, and this amount in another currency. Is that meant?",
                    why=WHY,
                    source=SOURCE,
                    span=match.span(),
                )


def _currency_of(place: str) -> Currency | None:
    """The currency of the country the address ends in, where that is plain."""
    read = places_of(place)
    if read.countries and not read.elsewhere:
        return CURRENCY_OF[min(read.countries)] if len(read.countries) == 1 else None
    country = country_at_end(place)
    return None if country in NORTH_AMERICA else CURRENCY_OF.get(country)


def _closing(context: Context) -> Iterator[Finding]:
    closing, posted = expressions.closing_day(context), expressions.day_posted(context)
    if closing is None:
        return
    if posted and closing < posted:
        message = f"The last day to apply, {format_date(closing)}, is before the day of posting, {format_date(posted)}."
    elif closing < context.today:
        message = f"The last day to apply, {format_date(closing)}, has passed."
    else:
        return
    # An older text is pasted to be used again: its day is out of date, and not yet a mistake.
    level = Level.SHOULD_FIX if context.pasted else Level.MUST_FIX
    yield context.finding("contradictions.closing_date", level, message, why=WHY, source=SOURCE)


RULE = Rule("contradictions", "Things that cannot both be so", find)
