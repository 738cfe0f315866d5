"""Posting law: what the places a posting touches ask it to carry. Not legal advice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from roles.core.compose.brief import Brief
from roles.core.compose.naming import listed
from roles.core.dates import format_date
from roles.core.document import Document

from .. import pay_in_text, posting_place
from ..context import Context, Rules
from ..finding import Finding, Level
from ..pay_in_text import Pay
from ..posting_parts import (
    BARRED,
    BOTH_ENDS,
    NAMES,
    NOT_SURELY_MISSING,
    absent,
    at_most,
    barred,
    lacking,
    range_fault,
)
from ..posting_rules import Application, Ban, Part, PostingRule, Status, applicable, capital
from ..reviewed import ReviewedItem, Span
from ..rule import Rule

MISSING = "posting_law.missing"
NOT_LOOKED = "We know of no posting law here. There may still be one."
_ASKING = frozenset({Status.REQUIRED, Status.PERHAPS, Status.STARTS})
# Of many places that do not allow the same words.
_NAMED = 3
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
        """What the rule asks a posting to carry: "the pay range; a range with both ends"; "" for nothing."""
        rule = self.rule
        parts = [NAMES[part] for part in rule.carries]
        parts.extend(f"no {BARRED[ban].removeprefix('a ')}" for ban in rule.forbids)
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
        if self.status is Status.NO_DUTY:
            return "We know of no law here on what a posting must say"
        if self.starts:
            asked = f"Starts on {format_date(self.starts)}"
        else:
            asked = "May apply" if self.status is Status.PERHAPS else "Required"
        return f"{asked}; missing: {'; '.join(self.missing)}" if self.missing else f"{asked}; covered"


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
        return Laws(rows=(), note="No posting law was checked: that rule of the review is switched off.")
    context = Context(document, brief, rules, today)
    pay = pay_in_text.pay_of(context)
    rows = tuple(
        Looked(
            rule=application.rule,
            status=application.status,
            missing=tuple(lacking(context, pay, application.rule)) if application.status in _ASKING else (),
            why=application.why,
            starts=application.starts,
        )
        for application in context.once(_applications)
        if application.touches
    )
    if rows:
        return Laws(rows=rows)
    if not document.facts.job_location.strip():
        return Laws(rows=(), note="The posting names no place, so no posting law was checked.")
    unsure = "We could not tell which place is meant, so no posting law was checked. Write it in full."
    note = posting_place.unread(context, pay) or (unsure if posting_place.reading(context, pay).choices else "")
    note = note or NOT_LOOKED
    return Laws(rows=(), note=note)


def find(context: Context) -> Iterator[Finding]:
    """Yield what each rule about the posting's places asks for and it has not got; none of it is legal advice.

    "Must fix" only where a checked rule surely applies today; without rules nothing is found.
    """
    if not context.rules.posting_rules:
        return
    pay = pay_in_text.pay_of(context)
    if unread := posting_place.unread(context, pay):
        yield context.finding(
            "posting_law.place",
            Level.SHOULD_FIX,
            unread,
            why="Which posting law a business is under depends on the state; job boards ask for it, too.",
            source=PLACE_SOURCE,
        )
    forbidding = []
    for application in _asking(context):
        rule = application.rule
        if rule.out_of_date(context.today):
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
        if not _binds_all(application.rule):
            forbidding.append(application)
    for application in _applications_of(
        context, tuple(map(_of_any_size, filter(_binds_all, context.rules.posting_rules)))
    ):
        if application.touches and application.status in _ASKING:
            forbidding.append(application)
    yield from _barred(context, forbidding)


def _binds_all(rule: PostingRule) -> bool:
    """Whether what a rule forbids binds employers of any size: a state has a law of its own on past pay."""
    return "pay_history" in rule.forbids and not rule.city_names


def parts_missed(context: Context) -> dict[Part, Level]:
    """Return the parts `find` reports as missing, with the highest level of such a finding."""
    if context.rules.switched_off & {RULE.id, MISSING}:
        return {}
    pay = pay_in_text.pay_of(context)
    asked = [(_level(found), absent(context, pay, found.rule)) for found in _asking(context)]
    surely = {part: level for level, parts in asked for part in parts if level is Level.MUST_FIX}
    return {part: level for level, parts in asked for part in parts} | surely


def _asking(context: Context) -> list[Application]:
    return [found for found in context.once(_applications) if found.touches and found.status in _ASKING]


def _applications(context: Context) -> list[Application]:
    return _applications_of(context, context.rules.posting_rules)


def _of_any_size(rule: PostingRule) -> PostingRule:
    return replace(rule, min_employees=1, min_in_place=None, counts="", note="", cure="")


def _applications_of(context: Context, rules: tuple[PostingRule, ...]) -> list[Application]:
    pay = pay_in_text.pay_of(context)
    remote = posting_place.is_remote(context)
    brief, stated = context.brief, context.stated if context.pasted else None
    headcount = brief.headcount if brief else None
    if headcount is None and stated and stated.headcount:
        headcount = stated.headcount.value
    sites = 1 if stated and stated.in_one_place else None
    return applicable(
        rules,
        posting_place.places(context, pay),
        headcount,
        remote,
        context.today,
        excluded=posting_place.excluded(context, pay) if remote else frozenset(),
        staffed=posting_place.staffed(context) if remote else frozenset(),
        only_in=posting_place.only_in_its_states(context, pay),
        # Of a pasted text nobody was asked how many sites the business has; it may state that there is one.
        sites=brief.sites if brief and not context.pasted else sites,
    )


def _missing(context: Context, pay: Pay | None, application: Application) -> Iterator[Finding]:
    rule = application.rule
    missing = absent(context, pay, rule)
    missing = [part for part in missing if part != "how_to_apply"]  # "complete" asks every posting for it
    # Where the rule itself is no more than a thought, all of it is one.
    unsure = [part for part in missing if part in NOT_SURELY_MISSING] if _level(application) is Level.MUST_FIX else []
    surely = [part for part in missing if part not in unsure]
    for parts, level in ((surely, _level(application)), (unsure, Level.CONSIDER)):
        if parts:
            named = "; ".join(NAMES[part] for part in parts)
            them = "them" if len(parts) > 1 or parts == ["benefits"] else "it"
            yield context.finding(
                MISSING,
                level,
                f"{application.asks} {named}. This posting is missing {them}.",
                why=_why(context, application),
                source=rule.source,
            )


def _range(context: Context, pay: Pay | None, application: Application) -> Iterator[Finding]:
    if fault := range_fault(pay, application.rule):
        yield context.finding(
            fault.id,
            _level(application),
            f"{application.asks} {fault.asked}. {fault.instead}",
            why=_why(context, application),
            source=application.rule.source,
        )


def _barred(context: Context, applications: Iterable[Application]) -> Iterator[Finding]:
    """Yield one finding for words that one place or several do not allow: a post done from anywhere has many."""
    found: dict[tuple[Ban, str, int | None, Span], tuple[ReviewedItem, list[Application]]] = {}
    for application in applications:
        for ban, item, span in barred(context, application.rule):
            found.setdefault((ban, item.section.key, item.index, span), (item, []))[1].append(application)
    for (ban, _, _, span), (item, of_places) in found.items():
        sure = [each for each in of_places if _level(each) is Level.MUST_FIX]
        # Those in force before those to come, and each by its own date.
        now = [each for each in sure or of_places if each.starts is None]
        named = (now or of_places[:1])[:_NAMED]
        allows = ("do" if len(now) > 1 else "does") if sure else "may"
        words = item.text[slice(*span)]
        yield item.finding(
            "posting_law.barred",
            Level.MUST_FIX if sure else Level.SHOULD_FIX,
            f"“{words}”: {_places(now)} {allows} not allow {BARRED[ban]} in a posting. Ask for what the work needs."
            if now
            else f"“{words}”: {_places(named)} does not allow {BARRED[ban]} from {_starts(named[0])}.",
            why=_why(context, named[0]),
            source="; ".join(dict.fromkeys(each.rule.source for each in named)),
            span=span,
        )


def _places(applications: Sequence[Application]) -> str:
    """The names of the places, of many the first: "California, Colorado, Illinois and 9 other places"."""
    names = [each.rule.place for each in applications]
    if len(names) > _NAMED + 1:
        names[_NAMED:] = [f"{len(names) - _NAMED} other places"]
    return capital(listed(names))


def _starts(application: Application) -> str:
    return format_date(application.starts) if application.starts else ""


def _level(application: Application) -> Level:
    surely = application.status is Status.REQUIRED and application.rule.verified
    return Level.MUST_FIX if surely else Level.CONSIDER


def _why(context: Context, application: Application) -> str:
    rule = application.rule
    parts = [application.why, rule.note]
    if rule.counts:
        parts.append(f"Who counts: {rule.counts}")
    if rule.enforced_from and context.today < rule.enforced_from:
        parts.append(f"It is enforced from {format_date(rule.enforced_from)}.")
    if cure := rule.cure_on(context.today):
        until = f" Until {format_date(rule.cure_until)}." if rule.cure_until else ""
        parts.append(f"If it is not so: {cure[:1].lower()}{cure[1:]}{until}")
    parts.append(f"Checked on {format_date(rule.checked_on)}, {rule.seen.phrase}. This is not legal advice.")
    return " ".join(part for part in parts if part)


RULE = Rule("posting_law", "What posting laws ask for", find)
