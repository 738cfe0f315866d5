"""Posting law: what the places a posting touches ask it to carry. Not legal advice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roles.core.compose.brief import Brief
from roles.core.dates import format_date
from roles.core.document import Document, Workplace
from roles.core.money import CURRENCY_OF
from roles.core.places import NORTH_AMERICA, PlaceReading, Places, places_named, read_place

from .. import expressions, pay_in_text
from ..context import Context, Rules
from ..finding import Finding, Level
from ..pay_in_text import Pay
from ..posting_parts import BOTH_ENDS, NAMES, absent, at_most, lacking, range_fault
from ..posting_rules import Application, Part, PostingRule, Status, applicable, capital
from ..rule import Rule

MISSING = "posting_law.missing"
_EXCLUDED = re.compile(
    r"\b(?:excluding|except(?: in| for)?|not (?:available|open|possible) (?:in|to)|outside(?: of)?)\b"
)
_EXCLUDED_REACH = 120
_COUNTRY_OF_MONEY = {CURRENCY_OF[country]: country for country in NORTH_AMERICA}
_PLACE_SHOWN = 60
PLACE_SOURCE = "schema.org JobPosting, jobLocation: addressRegion and addressCountry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """How one rule applies to a posting: a row of "Posting laws that were looked at".

    `missing` names, in words, what the rule asks for and the posting has not got, whatever the
    status, except that a rule that is not required asks for nothing. `why` is the reason of the
    status, `starts` the day of a rule yet to come.
    """

    rule: PostingRule
    status: Status
    missing: tuple[str, ...]
    why: str
    starts: date | None = None

    @property
    def asks(self) -> str:
        """What the rule asks a posting to carry: "the pay range; a range with both ends"."""
        rule = self.rule
        parts = [NAMES[part] for part in rule.carries]
        if rule.no_open_ended:
            parts.append(BOTH_ENDS)
        if rule.max_range_width is not None:
            parts.append(at_most(rule.max_range_width))
        return "; ".join(parts)

    @property
    def result(self) -> str:
        """The status in words: "Required; missing: the pay range"."""
        if self.status is Status.NOT_REQUIRED:
            return "Not required"
        if self.starts:
            asked = f"Starts on {format_date(self.starts)}"
        else:
            asked = "Perhaps required" if self.status is Status.PERHAPS else "Required"
        return f"{asked}; missing: {'; '.join(self.missing)}" if self.missing else f"{asked}; the posting has it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Laws:
    """The rules about a posting's places, in the order of the table; `note` is why there are none."""

    rows: tuple[Looked, ...]
    note: str = ""


def laws_looked_at(document: Document, brief: Brief | None, rules: Rules, today: date) -> Laws:
    """Return how each posting rule about the places of a document applies, met or not.

    Takes what `review` takes; pure, never raises. Rules of other places have no row. None of
    it is legal advice, which the page that shows it has to state.
    """
    if "posting_law" in rules.switched_off:
        return Laws(rows=(), note="No posting law was looked at: that rule of the review is switched off.")
    context = Context(document, brief, rules, today)
    pay = pay_in_text.pay_of(context)
    rows = tuple(
        Looked(
            rule=application.rule,
            status=application.status,
            missing=() if application.status is Status.NOT_REQUIRED else tuple(lacking(context, pay, application.rule)),
            why=application.why,
            starts=application.starts,
        )
        for application in _applications(context, pay)
        if application.touches
    )
    if rows:
        return Laws(rows=rows)
    if not document.facts.job_location.strip():
        return Laws(rows=(), note="The posting names no place, so no posting law was looked at.")
    unsure = "We could not tell which place is meant, so no posting law was looked at. Write it in full."
    note = _unread(context, pay) or (unsure if _reading(context, pay).choices else "")
    note = note or "Our table has no posting law of this place."
    return Laws(rows=(), note=note)


def find(context: Context) -> Iterator[Finding]:
    """Yield what each rule about the posting's places asks for and it has not got; none of it is legal advice.

    "Must fix" only where a checked rule surely applies today; without rules nothing is found.
    """
    if not context.rules.posting_rules:
        return
    pay = pay_in_text.pay_of(context)
    if unread := _unread(context, pay):
        yield context.finding(
            "posting_law.place",
            Level.SHOULD_FIX,
            unread,
            why="Which posting law a business is under depends on the state; job boards ask for it, too.",
            source=PLACE_SOURCE,
        )
    for application in _asking(context, pay):
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
        yield from _missing(context, pay, application)
        yield from _range(context, pay, application)


def parts_missed(context: Context) -> dict[Part, Level]:
    """Return the parts `find` reports as missing, with the highest level of such a finding."""
    if context.rules.switched_off & {RULE.id, MISSING}:
        return {}
    pay = pay_in_text.pay_of(context)
    asked = [(_level(found), absent(context, pay, found.rule)) for found in _asking(context, pay)]
    surely = {part: level for level, parts in asked for part in parts if level is Level.MUST_FIX}
    return {part: level for level, parts in asked for part in parts} | surely


def _asking(context: Context, pay: Pay | None) -> list[Application]:
    return [found for found in _applications(context, pay) if found.status is not Status.NOT_REQUIRED]


def _applications(context: Context, pay: Pay | None) -> list[Application]:
    remote = _remote(context)
    brief = context.brief
    return applicable(
        context.rules.posting_rules,
        _places(context, pay),
        brief.headcount if brief else None,
        remote,
        context.today,
        excluded=_excluded(context, pay) if remote else "",
        # Of a pasted text nobody was asked how many sites the business has.
        sites=brief.sites if brief and not context.pasted else None,
    )


def _remote(context: Context) -> bool:
    return expressions.workplace(context) is Workplace.REMOTE


def _reading(context: Context, pay: Pay | None) -> PlaceReading:
    """Return what the posting's line about its place says; the money it pays in decides between a code's meanings."""
    home = _COUNTRY_OF_MONEY.get(pay.currency, "") if pay and pay.currency else ""
    return read_place(context.document.facts.job_location, home=home)


def _places(context: Context, pay: Pay | None) -> Places:
    """Return the places of the posting; of a remote one that names none, the country whose money it pays in."""
    places = places_named(_reading(context, pay))
    if _remote(context) and places.unread and pay:
        country = _COUNTRY_OF_MONEY.get(pay.currency) if pay.currency else None
        if country:
            return Places(cities=places.cities, countries=frozenset({country}))
    return places


def _unread(context: Context, pay: Pay | None) -> str:
    """Return the sentence for a place that could not be read, "" where it could or matters to no rule."""
    written = context.document.facts.job_location.strip()
    remote = _remote(context)
    places = _places(context, pay)
    if not written or places.regions or places.elsewhere or (remote and places.countries):
        return ""
    if pay and pay.currency not in _COUNTRY_OF_MONEY:
        return ""
    if remote:
        return (
            "We could not tell in which country or states this may be done, so no posting law was checked. "
            "Say it as “Remote, US” or “Remote, Colorado”."
        )
    place = written if len(written) <= _PLACE_SHOWN else f"{written[:_PLACE_SHOWN]}…"
    where, elsewhere = ("state", "") if places.countries else ("state or country", " or “Leeds, UK”")
    instead = f"“City, ST”, such as “Denver, CO”{elsewhere}"
    if choices := [f"“{choice.in_full}”" for choice in _reading(context, pay).choices]:
        instead = " or ".join(filter(None, (", ".join(choices[:-1]), choices[-1])))
    return f"We could not tell which {where} “{place}” is in, so no posting law was checked. Say it as {instead}."


def _excluded(context: Context, pay: Pay | None) -> str:
    """Return what a remote post cannot be done from, as folded text: the words after "excluding", "except in" and the
    like, and the names of the places its line about the place leaves out by their codes."""
    text = f"{context.folded}\n{context.document.facts.job_location.lower()}"
    named = [place.region_name.lower() for place in _reading(context, pay).excluded]
    words = (text[match.end() : match.end() + _EXCLUDED_REACH].split(".")[0] for match in _EXCLUDED.finditer(text))
    return " ".join([*named, *words])


def _missing(context: Context, pay: Pay | None, application: Application) -> Iterator[Finding]:
    rule = application.rule
    missing = absent(context, pay, rule)
    unsure = [part for part in missing if part == "other_pay"]  # not stating any may be true: there may be none
    surely = [part for part in missing if part not in unsure]
    for parts, level in ((surely, _level(application)), (unsure, Level.CONSIDER)):
        if parts:
            named = "; ".join(NAMES[part] for part in parts)
            them = "them" if len(parts) > 1 or parts == ["benefits"] else "it"
            yield context.finding(
                MISSING,
                level,
                f"{_asks(application)} {named}. This posting has not got {them}.",
                why=_why(context, application),
                source=rule.source,
            )


def _range(context: Context, pay: Pay | None, application: Application) -> Iterator[Finding]:
    if fault := range_fault(pay, application.rule):
        yield context.finding(
            fault.id,
            _level(application),
            f"{_asks(application)} {fault.asked}. {fault.instead}",
            why=_why(context, application),
            source=application.rule.source,
        )


def _level(application: Application) -> Level:
    surely = application.status is Status.REQUIRED and application.rule.verified
    return Level.MUST_FIX if surely else Level.CONSIDER


def _asks(application: Application) -> str:
    place = capital(application.rule.place)
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


RULE = Rule("posting_law", "What posting laws ask for", find)
