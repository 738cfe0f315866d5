"""What the shipped content makes of every kind of business, measured.

Each title is composed for each industry and for one in none of them, for each headcount band
and three sets of needs, with an owner who answers everything and one who answers only what
must be answered. For an industry that no statement is written for, needs fill the places:
there every set of three is composed, the headcount bands taking turns.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from roles.core import content
from roles.core.compose import balance, compose
from roles.core.compose.brief import OTHER_INDUSTRY, Brief
from roles.core.compose.template import RoleTemplate
from roles.core.document import Document, Source
from roles.core.exports import text
from roles.core.limits import DUTIES, HEADCOUNT_BANDS, NEEDS_MAX, WORDS, SectionKey
from roles.core.money import BaseSalary

NEED_SETS = {
    "strategic": ("direction", "choose-numbers", "recurring-problems"),
    "operational": ("daily-decisions", "compliance", "budget"),
    "mixed": ("policies", "front-line", "outgrown"),
}
SHARED_BETWEEN_INDUSTRIES = 0.60
DIFFERENT_BETWEEN_NEEDS = 2

FULL_ANSWERS: dict[str, Any] = {
    "about": "We make and repair wooden doors for builders and home owners in the region.",
    "goal": "orders leave on time 97% of the time, up from 91%",
    "leads": "three team leads and the office manager",
    "spending_limit": "$5,000",
    "budget": "$1.2 million a year",
    "travel": 10,
    "base_salary": BaseSalary(min_value=Decimal(95000), max_value=Decimal(120000)),
    "benefits": "Health insurance with 70% of the premium paid\nRetirement plan with a 3% match\n15 days of paid leave",
    "apply_to": "jobs@example.com",
    "hiring_steps": "A call of 30 minutes\nA paid work sample\nA day on site",
    "sites": 2,
}


@dataclass(frozen=True)
class Row:
    """One composed posting and its counts."""

    role: str
    industry: str
    headcount: int
    need_set: str
    answers: str
    words: int
    responsibilities: int
    success: int
    strategic: int
    operational: int
    own_share: int
    document: Document
    problems: tuple[str, ...]

    @staticmethod
    def heading() -> str:
        """Return the table's first line."""
        return f"{'role':24}{'industry':23}{'people':>6}  {'needs':12}{'answers':9}words resp succ  str  ope  own%"

    def __str__(self) -> str:
        return (
            f"{self.role:24}{self.industry:23}{self.headcount:>6}  {self.need_set:12}{self.answers:9}"
            f"{self.words:5}{self.responsibilities:5}{self.success:5}{self.strategic:5}{self.operational:5}"
            f"{self.own_share:5}%{'  !' if self.problems else ''}"
        )

    def keys(self, *sections: str) -> set[str]:
        """Return the keys of the statements in the named sections."""
        return {
            item.provenance.name
            for section in self.document.sections
            if section.key in sections
            for item in section.items
            if item.provenance.source is Source.STATEMENT
        }


def rows() -> Iterator[Row]:
    """Yield a row for each role, industry, headcount band, set of needs and way of answering."""
    for slug in content.role_slugs():
        template = content.read_role(slug)
        yield from _rows(template)


def _rows(template: RoleTemplate) -> Iterator[Row]:
    for industry, band, need_set, answers in itertools.product(
        [*(industry.key for industry in template.industries), OTHER_INDUSTRY],
        HEADCOUNT_BANDS,
        NEED_SETS,
        ("full", "minimal"),
    ):
        brief = Brief(
            company="Alder Works",
            industry=industry,
            industry_name="veterinary care" if (industry, answers) == (OTHER_INDUSTRY, "full") else "",
            headcount=(band[0] + band[1]) // 2,
            place="Springfield, Ohio",
            needs=NEED_SETS[need_set],
            **(FULL_ANSWERS if answers == "full" else {}),
        )
        yield _row(template, brief, need_set, answers)


def rows_of_any_needs(need_sets: Sequence[tuple[str, ...]] | None = None) -> Iterator[Row]:
    """Yield a row for each role and set of needs of a business in none of the industries.

    Without `need_sets` these are all sets of three.
    """
    for slug in content.role_slugs():
        template = content.read_role(slug)
        sets = need_sets or itertools.combinations([need.key for need in template.needs], NEEDS_MAX)
        for needs, (low, high) in zip(sets, itertools.cycle(HEADCOUNT_BANDS), strict=False):
            brief = Brief(
                company="Alder Works",
                industry=OTHER_INDUSTRY,
                headcount=(low + high) // 2,
                place="Springfield, Ohio",
                needs=needs,
            )
            yield _row(template, brief, " ".join(needs), "minimal")


def _row(template: RoleTemplate, brief: Brief, need_set: str, answers: str) -> Row:
    document = compose(template, brief, version=1)
    counts = balance(document)
    sections = {section.key: section for section in document.sections}
    plain = text.write(document)
    row = {
        "words": sum(any(char.isalnum() for char in word) for word in plain.split()),
        SectionKey.RESPONSIBILITIES: len(sections[SectionKey.RESPONSIBILITIES].items),
        SectionKey.SUCCESS: len(sections[SectionKey.SUCCESS].items),
        "own_share": counts.share(template.focus),
    }
    place = f"{template.slug}, {brief.industry}, {brief.headcount} people, {need_set} needs, {answers} answers"
    limits = {
        "words": WORDS,
        SectionKey.RESPONSIBILITIES: DUTIES,
        "own_share": (template.balance_min, template.balance_max),
    }
    problems = [
        f"{place}: {name} is {row[name]}, outside {low} to {high}"
        for name, (low, high) in limits.items()
        if not low <= row[name] <= high
    ]
    problems += [f"{place}: holds “{mark}”" for mark in ("{{", "{%", "__", "None", "  ") if mark in plain]
    return Row(
        role=template.slug,
        industry=brief.industry,
        headcount=brief.headcount,
        need_set=need_set,
        answers=answers,
        strategic=counts.strategic,
        operational=counts.operational,
        document=document,
        problems=tuple(problems),
        **row,
    )


def shortfalls(found: list[Row]) -> Iterator[str]:
    """Yield what two postings that should differ have too much in common.

    One for another industry holds no statement written for one, and so much of what the rest holds.
    """
    for one, other in itertools.combinations(found, 2):
        if (one.role, one.headcount, one.answers) != (other.role, other.headcount, other.answers):
            continue
        pair = f"{one.role}, {one.headcount} people, {one.answers} answers: "
        if one.need_set == other.need_set:
            if OTHER_INDUSTRY in (one.industry, other.industry):
                continue
            mine, theirs = (row.keys(SectionKey.RESPONSIBILITIES, SectionKey.SUCCESS) for row in (one, other))
            share = len(mine & theirs) / min(len(mine), len(theirs))
            if share >= SHARED_BETWEEN_INDUSTRIES:
                yield f"{pair}{one.industry} and {other.industry} with {one.need_set} needs share {share:.0%}"
        elif one.industry == other.industry:
            different = len(one.keys(SectionKey.RESPONSIBILITIES) - other.keys(SectionKey.RESPONSIBILITIES))
            if different < DIFFERENT_BETWEEN_NEEDS:
                yield f"{pair}{one.industry}, {one.need_set} and {other.need_set} needs differ in {different}"
