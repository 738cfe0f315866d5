"""What the shipped content makes of every kind of business, measured.

Each title is composed for each kind of business and for one that is in none of them, for five sizes, for
those who may be led at each size, and for three owners: one who gives six answers, one who names needs, traits
and targets, and one who brings lines of her own and answers everything. The areas they star move through all
there are, so that each is starred by somebody.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from roles.core import content
from roles.core.compose import balance, compose
from roles.core.compose.brief import OTHER_INDUSTRY, Brief
from roles.core.compose.leads import Leads
from roles.core.compose.scope import Answered, Target
from roles.core.compose.template import RoleTemplate, Statement
from roles.core.content.asserting import AssertingWords, asserted
from roles.core.document import Document, Source
from roles.core.exports import text
from roles.core.folding import fold
from roles.core.limits import DUTIES, STARS_MAX, WORDS, Purpose
from roles.core.money import BaseSalary, Currency
from roles.core.review import Level, Rules, review
from roles.core.review.measures import count, reading

# People in the business, and whom a post may lead there; None: the owner has not answered.
SIZES: dict[int, tuple[Leads | None, ...]] = {
    6: (None, Leads.NOBODY, Leads.SUPERVISORS),
    25: (None, Leads.SUPERVISORS, Leads.MANAGERS),
    60: (None, Leads.SUPERVISORS, Leads.MANAGERS, Leads.CONTRACTORS),
    140: (None, Leads.MANAGERS, Leads.SITE_MANAGERS),
    300: (None, Leads.MANAGERS, Leads.SITE_MANAGERS, Leads.CONTRACTORS),
}
OWNERS = ("six answers", "needs", "own lines")
GRADE_MAX = 13
OWN_LINES = {
    "own_duties": "Open the second place by October, and close the old store.\nSit in on Friday calls with our bank.",
    "own_required": "run a place like ours\nworked with a family that owns the firm",
    "own_preferred": "You have used our till system.",
    "why_now": "The owner is stepping back from the day after eleven years.",
    "culture": "On the last Friday of the month everybody eats together.",
    "about": "We have done this since 1998 and most of our people have stayed for years.",
}
EVERYTHING: dict[str, Any] = {
    "decides": "schedules, repairs and small refunds",
    "also_typed": "the yard, calls from the bank",
    "keeps": "prices and leases",
    "spending_limit": "$5,000",
    "budget": "$1.2 million a year",
    "bonus": "8% of salary, paid each January",
    "schedule": "Monday to Friday, one day from home",
    "travel_pattern": "two days a month",
    "start": "April 2027",
    "apply_with": "a résumé and one result, with the figure",
    "benefits": "Health insurance with 70% of the premium paid\nRetirement plan with a 3% match\n15 days of paid leave",
    "hiring_steps": "A call of 30 minutes\nA paid work sample\nA day with the team",
    "right_to_work": True,
}


@dataclass(frozen=True)
class Row:
    """One composed posting with its counts, and what is wrong with it."""

    role: str
    brief: Brief
    owner: str
    document: Document
    template: RoleTemplate
    asserting: tuple[AssertingWords, ...] = ()

    @staticmethod
    def heading() -> str:
        """Return the table's first line."""
        return (
            f"{'role':24}{'business':22}{'people':>6} {'leads':14}{'owner':12}words duties strategic operational grade"
        )

    def __str__(self) -> str:
        counts = balance(self.document)
        return (
            f"{self.role:24}{self.brief.industry:22}{self.brief.headcount:>6} {self.brief.leads_kind or '-':14}"
            f"{self.owner:12}{self.words:5}{self.duties:7}{counts.strategic:10}{counts.operational:12}{self.grade:6.1f}"
        )

    @cached_property
    def words(self) -> int:
        """Words of the whole text, each fact with its label, but for the owner's own lines."""
        facts = (f"{label} {value}" for label, value in self.document.facts.lines())
        return sum(map(_words, (self.document.title, *facts, *text.sections(self.document)))) - self.hers

    @cached_property
    def hers(self) -> int:
        """Words of the owner's own lines. Beside them ours hold back, so that they count towards the least."""
        lines = tuple(OWN_LINES)
        return sum(_words(item.text) for item in self.document.items() if item.provenance.name.startswith(lines))

    @cached_property
    def duties(self) -> int:
        """What the post does, the owner's own lines with it."""
        return sum(len(part.items) for part in self.document.sections if part.purpose is Purpose.DUTIES)

    @cached_property
    def grade(self) -> float:
        """The reading grade of our lines."""
        return reading(count(fold(item.text)) for item in self.ours).grade

    @cached_property
    def ours(self) -> list[Any]:
        """The items that come from a statement."""
        return [item for item in self.document.items() if item.provenance.source is Source.STATEMENT]

    def problems(self, rules: Rules, today: date) -> Iterator[str]:
        """Yield what falls outside of what every posting promises."""
        place = (
            f"{self.role}, {self.brief.industry}, {self.brief.headcount} people, "
            f"leads {self.brief.leads_kind or 'not said'}, {self.owner}"
        )
        counts = balance(self.document)
        for name, value, (low, high) in (
            ("words", self.words, (WORDS[0] - self.hers, WORDS[1])),
            ("duties", self.duties, DUTIES),
            ("own focus", counts.share(self.template.focus), (self.template.balance_min, self.template.balance_max)),
            ("grade", round(self.grade, 1), (0, GRADE_MAX)),
        ):
            if not low <= value <= high:
                yield f"{place}: {name} is {value}, outside {low} to {high}"
        plain = text.write(self.document)
        yield from (f"{place}: holds “{mark}”" for mark in ("{{", "{%", "__", "None", "  ", "..") if mark in plain)
        by_key = {statement.key: statement for statement in self.template.statements()}
        for part in self.document.sections:
            for item in part.items:
                if item.provenance.source is Source.STATEMENT:
                    yield from (
                        f"{place}: {words}" for words in self._unfit(part.purpose, by_key[item.provenance.name])
                    )
        for finding in review(self.document, self.brief, rules, today):
            if finding.level in (Level.MUST_FIX, Level.SHOULD_FIX):
                yield f"{place}: {finding.level}: {finding.id}: {finding.message}"

    def _unfit(self, purpose: Purpose, statement: Statement) -> Iterator[str]:
        """Yield what a statement asserts that this owner has not stated."""
        if purpose is Purpose.MEASURES:
            yield f"{statement.key} is a measure without a number of the owner"
        if purpose is Purpose.DUTIES:
            yield from (
                f"{statement.key} asserts “{word}”, which no area, trait or industry here makes true"
                for word, entry in asserted(statement.text, self.asserting)
                if not entry.are_true(areas=self._areas, traits=self.brief.traits, industry=self.brief.industry)
            )
        if missing := set(statement.traits) - set(self.brief.traits):
            yield f"{statement.key} asserts {', '.join(sorted(missing))}"
        if statement.leads and self.brief.leads_kind not in statement.leads:
            yield f"{statement.key} is for a post that leads {', '.join(statement.leads)}"

    @cached_property
    def _areas(self) -> frozenset[str]:
        """The areas the post answers for, and those that all of her trade have."""
        usual = next((item.areas for item in self.template.industries if item.key == self.brief.industry), ())
        return frozenset((*usual, *(item.area for item in self.brief.scope)))


def rows(part: int = 1) -> Iterator[Row]:
    """Yield every posting of the grid, or one in `part` of them."""
    number = itertools.count()
    asserting = content.read_asserting_words()
    for slug in content.role_slugs():
        template = content.read_role(slug)
        industries = [*(industry.key for industry in template.industries), OTHER_INDUSTRY]
        for industry, (size, leads), owner in itertools.product(industries, _sizes(), OWNERS):
            if (place := next(number)) % part == 0:
                brief = _brief(template, industry, size, leads, owner, place)
                yield Row(slug, brief, owner, compose(template, brief, version=1), template, asserting)


def _sizes() -> list[tuple[int, Leads | None]]:
    return [(size, leads) for size, kinds in SIZES.items() for leads in kinds]


def _brief(template: RoleTemplate, industry: str, size: int, leads: Leads | None, owner: str, place: int) -> Brief:
    trade = next((item for item in template.industries if item.key == industry), None)
    usual = trade.areas if trade else ()
    everything = [area.key for area in template.areas]
    first = place * 3 % len(everything)
    moved = [*everything[first:], *everything[:first]]
    areas = list(dict.fromkeys([*usual, *moved] if owner == OWNERS[0] else [*moved[:2], *usual, *moved]))
    scope = tuple(
        Answered(area=area, starred=number < STARS_MAX, target=_TARGETS[number] if owner != OWNERS[0] else Target())
        for number, area in enumerate(areas[: STARS_MAX + 2])
    )
    needs = [need.key for need in template.needs]
    answers: dict[str, Any] = {"apply_to": "jobs@example.com"}
    if owner == OWNERS[1]:
        answers |= {
            "needs": tuple(needs[(place + step) % len(needs)] for step in (0, 5, 11)),
            "traits": trade.traits[:3] if trade else (),
        }
    if owner == OWNERS[2]:
        answers |= OWN_LINES | EVERYTHING
    return Brief(
        company="Alder Works",
        industry=industry,
        headcount=size,
        place=("Columbus, Ohio", "Leeds, UK", "Halifax, Nova Scotia")[place % 3],
        sites=1 + place % 3,
        leads_kind=leads,
        scope=scope,
        base_salary=BaseSalary(
            min_value=Decimal(95000),
            max_value=Decimal(110000),
            currency=(Currency.USD, Currency.GBP, Currency.CAD)[place % 3],
        ),
        **answers,
    )


_TARGETS = (
    Target(kpi="Work finished on time", today="82%", goal="93%", by="June 2028"),
    Target(kpi="Overdue actions", today="", goal="5", by="March 2028"),
    Target(outcome="The owner takes two weeks off and nobody rings."),
    Target(),
    Target(),
)


def _words(plain: str) -> int:
    return sum(any(char.isalnum() for char in word) for word in plain.split())
