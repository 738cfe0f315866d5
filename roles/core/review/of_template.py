"""The review of a template: the owners' own review of every line it can make, before any owner gets it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from roles.core.compose import compose
from roles.core.compose.brief import Brief
from roles.core.compose.readings import readings
from roles.core.compose.template import RoleTemplate, Section, Statement
from roles.core.document import (
    Document,
    EmploymentType,
    Facts,
    Focus,
    Item,
    Promise,
    Provenance,
    SectionKind,
    Source,
    Workplace,
)
from roles.core.document import Section as DocumentSection
from roles.core.limits import Purpose

from .context import Rules
from .engine import review
from .finding import Finding, Level

# A line of a template is read for a business that has answered nothing of itself.
_NOBODY = Facts(
    hiring_organization="",
    job_location="",
    workplace=Workplace.ON_SITE,
    employment_type=EmploymentType.FULL_TIME,
    reports_to="",
)
_EVEN = Promise(focus=Focus.STRATEGIC, least=0, most=100)
# What the answers decide, and not the template.
_OF_ANSWERS = ("posting_law.", "pay_range.", "complete.pay", "contradictions.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """A finding on a line of a template: `statement` is None where it is the heading's or the whole section's, and
    `business` names the example it was found for, "" where it is found for any."""

    section: str
    statement: str | None
    finding: Finding
    business: str = ""


def line_findings(text: str, section: Section | None, rules: Rules, today: date) -> list[Finding]:
    """Return what the review finds in the words of one statement, whoever answers; what must be fixed first.

    `text` is the statement as it is kept, with its placeholders; `section` is where it is. Findings on a whole
    posting or section are left out: one line is none.
    """
    purpose, kind = (section.purpose, section.kind) if section else (Purpose.OTHER, SectionKind.BULLETS)
    return list(_line_findings(text, purpose, kind, rules.switched_off, today))


@lru_cache(maxsize=8192)  # a draft is looked at many times while one line of it changes
def _line_findings(
    text: str, purpose: Purpose, kind: SectionKind, switched_off: frozenset[str], today: date
) -> tuple[Finding, ...]:
    found: dict[tuple[str, str], Finding] = {}
    rules = Rules(switched_off=switched_off)  # a law is about a posting, never about a line
    for reading in readings(text):
        for finding in review(_alone(reading, purpose, kind), None, rules, today):
            if finding.place.item is not None:
                found.setdefault((finding.id, finding.words), finding)
    return tuple(sorted(found.values(), key=lambda finding: list(Level).index(finding.level)))


def _alone(text: str, purpose: Purpose, kind: SectionKind) -> Document:
    item = Item(key="line", text=text, focus=Focus.SHARED, provenance=Provenance(source=Source.STATEMENT), reason="")
    return Document(
        role="",
        version=0,
        title="",
        promise=_EVEN,
        facts=_NOBODY,
        sections=(DocumentSection(key="section", heading="", kind=kind, items=(item,), purpose=purpose),),
    )


def must_fix(template: RoleTemplate, businesses: Mapping[str, Brief], rules: Rules, today: date) -> list[Flaw]:
    """Return what an owner would be asked to fix that is the template's own: in each line, picked or not, and in the
    posting of each of the `businesses`, by name. Each flaw once, in the template's order.

    The template must be without problems (`template_problems`).
    """
    found: dict[tuple[str, str | None, str, str], Flaw] = {}
    in_postings = _in_postings(template, tuple(businesses.items()), rules, today)
    for flaw in (*_in_lines(template, rules, today), *in_postings):
        found.setdefault((flaw.section, flaw.statement, flaw.finding.id, flaw.finding.words), flaw)
    places = {section.key: number for number, section in enumerate(template.sections)}
    return sorted(found.values(), key=lambda flaw: places.get(flaw.section, -1))


def _in_lines(template: RoleTemplate, rules: Rules, today: date) -> Iterator[Flaw]:
    for section in template.sections:
        for statement in section.statements:
            yield from _flaws(section, statement, line_findings(statement.text, section, rules, today))


def _flaws(section: Section, statement: Statement, findings: Iterable[Finding]) -> Iterator[Flaw]:
    for finding in findings:
        if finding.level is Level.MUST_FIX:
            yield Flaw(section=section.key, statement=statement.key, finding=finding)


@lru_cache(maxsize=8)  # a draft is shown, asked for and published without a change
def _in_postings(
    template: RoleTemplate, businesses: tuple[tuple[str, Brief], ...], rules: Rules, today: date
) -> tuple[Flaw, ...]:
    return tuple(_flaws_in_postings(template, businesses, rules, today))


def _flaws_in_postings(
    template: RoleTemplate, businesses: Iterable[tuple[str, Brief]], rules: Rules, today: date
) -> Iterator[Flaw]:
    for name, brief in businesses:
        document = compose(template, brief, version=1)
        items = {section.key: section.items for section in document.sections}
        for finding in review(document, brief, rules, today):
            if finding.level is not Level.MUST_FIX or finding.id.startswith(_OF_ANSWERS):
                continue
            place = finding.place
            item = items[place.section][place.item] if place.section and place.item is not None else None
            if item is not None and item.provenance.source is not Source.STATEMENT:
                continue
            key = item.provenance.name if item else None
            finding = replace(finding, words=finding.words or finding.message)
            yield Flaw(section=place.section or "", statement=key, finding=finding, business=name)
