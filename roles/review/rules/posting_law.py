"""Posting law: what the places a posting touches ask it to carry. Not legal advice."""

import re
from collections.abc import Iterator

from roles.document import BaseSalary, Currency, PayPeriod, Workplace, format_date

from .. import money, told
from ..context import Context
from ..finding import Finding, Level
from ..places import Places, places_of
from ..posting_rules import Application, Status, applicable
from ..rule import Rule

NAMES = {
    "range": "the pay range",
    "benefits": "the benefits",
    "other_pay": "other pay, such as a bonus, or that there is none",
    "closing_date": "the last day to apply, or that applications stay open",
    "job_description": "the job description",
    "ai_statement": "a statement whether artificial intelligence is used to choose applicants",
    "vacancy_statement": "a statement whether the vacancy exists now",
}
_EXCLUDED = re.compile(
    r"\b(?:excluding|except(?: in| for)?|not (?:available|open|possible) (?:in|to)|outside(?: of)?)\b"
)
_EXCLUDED_REACH = 120


def find(context: Context) -> Iterator[Finding]:
    facts = context.document.facts
    remote = told.workplace(context) is Workplace.REMOTE
    places = _places(context, remote)
    headcount = context.brief.headcount if context.brief else None
    excluded = _excluded(context) if remote else ""
    rules = context.rules.posting_rules
    for application in applicable(rules, places, headcount, remote, context.today, excluded=excluded):
        if application.status is Status.NOT_REQUIRED:
            continue
        rule = application.rule
        if rule.due_for_check(context.today):
            yield context.finding(
                "posting_law.unchecked",
                Level.CONSIDER,
                f"Our note of the rule of {rule.place} was last checked on {format_date(rule.checked_on)}. Read "
                "the source.",
                why="Posting rules change every year. This is not legal advice.",
                source=rule.source,
            )
        yield from _missing(context, application)
        yield from _range(context, application, facts.base_salary)


def _places(context: Context, remote: bool) -> Places:
    facts = context.document.facts
    places = places_of(facts.job_location)
    if remote and not places.countries and not places.elsewhere and facts.base_salary:
        country = {Currency.USD: "US", Currency.CAD: "CA"}.get(facts.base_salary.currency)
        if country:
            return Places(places.regions, places.cities, frozenset({country}))
    return places


def _excluded(context: Context) -> str:
    """Return the words after "excluding", "except in" and the like, as folded text."""
    text = f"{context.folded}\n{context.document.facts.job_location.lower()}"
    return " ".join(
        text[match.end() : match.end() + _EXCLUDED_REACH].split(".")[0] for match in _EXCLUDED.finditer(text)
    )


def _missing(context: Context, application: Application) -> Iterator[Finding]:
    rule = application.rule
    missing = [part for part in rule.carries if not _carries(context, part)]
    if not missing:
        return
    unsure = [part for part in missing if part == "other_pay"]  # not stating any may be true: there may be none
    surely = [part for part in missing if part not in unsure]
    for parts, level in ((surely, _level(application)), (unsure, Level.CONSIDER)):
        if parts:
            named = "; ".join(NAMES[part] for part in parts)
            yield context.finding(
                "posting_law.missing",
                level,
                f"{_asks(application)} {named}. This posting has not got it.",
                why=_why(context, application),
                source=rule.source,
            )


def _range(context: Context, application: Application, known: BaseSalary | None) -> Iterator[Finding]:
    pay = money.pay_of(context)
    rule = application.rule
    if pay is None or "range" not in rule.carries:
        return
    low, high = pay.salary.min_value, pay.salary.max_value
    if low is None or high is None:
        if rule.no_open_ended:
            yield context.finding(
                "posting_law.open_ended",
                _level(application),
                f"{_asks(application)} a range with both ends. This one is open.",
                why=_why(context, application),
                source=rule.source,
            )
        return
    too_wide = rule.max_range_width is not None and high - low > rule.max_range_width
    free = rule.width_free_above is not None and high > rule.width_free_above
    if too_wide and not free and pay.salary.unit_text is PayPeriod.YEAR:
        yield context.finding(
            "posting_law.width",
            _level(application),
            f"{_asks(application)} a range at most {rule.max_range_width:,} wide. This one is {high - low:,.0f} wide.",
            why=_why(context, application),
            source=rule.source,
        )


def _level(application: Application) -> Level:
    surely = application.status is Status.REQUIRED and application.rule.verified
    return Level.MUST_FIX if surely else Level.CONSIDER


def _asks(application: Application) -> str:
    place = application.rule.place
    place = place[:1].upper() + place[1:]
    if application.starts:
        return f"{place} asks from {format_date(application.starts)} for"
    if application.status is Status.PERHAPS:
        return f"{place} may ask for"
    return f"{place} asks for"


def _why(context: Context, application: Application) -> str:
    rule = application.rule
    parts = [application.why, rule.note]
    if rule.counts:
        parts.append(f"Who counts: {rule.counts}")
    if rule.enforced_from and context.today < rule.enforced_from:
        parts.append(f"It is enforced from {format_date(rule.enforced_from)}.")
    parts.append(f"Checked on {format_date(rule.checked_on)}. This is not legal advice.")
    return " ".join(part for part in parts if part)


def _carries(context: Context, part: str) -> bool:
    if part == "range":
        return money.pay_of(context) is not None
    if part == "benefits":
        given = any(p.item.provenance.name == "benefits" for p in context.passages)
        return given or context.says(told.BENEFITS) or context.says(told.NO_BENEFITS)
    if part == "other_pay":
        return context.says(told.OTHER_PAY)
    if part == "closing_date":
        return told.closing_day(context) is not None or context.says(told.CLOSES)
    if part == "job_description":
        return any(section.items for section in context.sections("responsibilities"))
    if part == "ai_statement":
        return told.ai_statement(context)
    return context.says(told.VACANCY)


RULE = Rule("posting_law", "What posting laws ask for", find)
