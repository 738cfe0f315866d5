"""The role template: what a consultant maintains, as one value.

A published version is exactly one of these, so it carries the needs and industries
its statements name, too: a posting can be composed from it alone.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from roles.core.codec import Problem, Schema
from roles.core.document import Focus, Promise, SectionKind
from roles.core.limits import SectionKey

from .brief import OTHER_INDUSTRY, Brief, hidden_character
from .mistakes import mistakes

MILESTONE_DAYS = (30, 60, 90, 365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something an owner's business lacks, in the owner's words, and the work that answers it."""

    key: str
    phrase: str
    focus: Focus


@dataclass(frozen=True, slots=True, kw_only=True)
class Industry:
    """`name` is for lists; `phrase` reads after "in": "experience in construction"."""

    key: str
    name: str
    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence or bullet, and what it is for.

    Bound to `industries` or to a headcount (people, both ends included, None for open),
    it never appears elsewhere; `needs` only decide when it should be preferred. `question`,
    `evidence` and the milestone with its day serve the interview and the first year.
    """

    key: str
    text: str
    focus: Focus
    required: bool = False
    needs: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    headcount_min: int | None = None
    headcount_max: int | None = None
    question: str = ""
    evidence: str = ""
    milestone: str = ""
    milestone_day: Literal[30, 60, 90, 365] | None = None

    @property
    def bound_to_headcount(self) -> bool:
        return self.headcount_min is not None or self.headcount_max is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a role's template. `pick` is how many statements a posting takes, None for all."""

    key: str
    heading: str
    kind: SectionKind
    pick: int | None = None
    locked: bool = False
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTemplate:
    """A whole role: the title, the balance it promises (per cent), its sections in order."""

    schema: Schema = 1
    slug: str
    title: str
    focus: Literal[Focus.STRATEGIC, Focus.OPERATIONAL]
    tagline: str
    description: str
    balance_min: int
    balance_max: int
    needs: tuple[Need, ...]
    industries: tuple[Industry, ...]
    sections: tuple[Section, ...]

    @property
    def promise(self) -> Promise:
        return Promise(focus=self.focus, least=self.balance_min, most=self.balance_max)

    def statements(self) -> Iterator[Statement]:
        for section in self.sections:
            yield from section.statements


def unknown_keys(template: RoleTemplate, brief: Brief) -> dict[str, str]:
    """Return, by the name of the answer, which industry or needs of a brief the template does not know."""
    found = {}
    industries = [*(item.key for item in template.industries), OTHER_INDUSTRY]
    if brief.industry not in industries:
        found["industry"] = (
            f"“{brief.industry}” is not an industry of {template.title}. Known: {', '.join(industries)} "
            f"(with {OTHER_INDUSTRY}, industry_name may say how the posting names it)."
        )
    needs = [item.key for item in template.needs]
    if unknown := [key for key in brief.needs if key not in needs]:
        named = ", ".join(f"“{key}”" for key in unknown)
        found["needs"] = f"{named}: not among the needs of {template.title}. Known: {', '.join(needs)}."
    return found


def in_order(template: RoleTemplate) -> RoleTemplate:
    """Return the same template with each statement's needs and industries in the template's order.

    Their order means nothing; in one order, equal templates are equal values. Keys the
    template does not know come last.
    """
    needs = {need.key: place for place, need in enumerate(template.needs)}
    industries = {industry.key: place for place, industry in enumerate(template.industries)}

    def ordered(keys: tuple[str, ...], places: dict[str, int]) -> tuple[str, ...]:
        return tuple(sorted(keys, key=lambda key: (places.get(key, len(places)), key)))

    sections = tuple(
        replace(
            section,
            statements=tuple(
                replace(
                    statement,
                    needs=ordered(statement.needs, needs),
                    industries=ordered(statement.industries, industries),
                )
                for statement in section.statements
            ),
        )
        for section in template.sections
    )
    return replace(template, sections=sections)


def template_problems(template: RoleTemplate) -> Iterator[Problem]:
    """Yield what keeps a template from being published.

    A problem's path is (section key, statement key, field), as far down as it goes.
    """
    yield from template_mistakes(template)
    yield from template_omissions(template)


def template_mistakes(template: RoleTemplate) -> Iterator[Problem]:
    """Yield what is wrong: no draft may hold it."""
    if not 0 <= template.balance_min <= template.balance_max <= 100:
        yield Problem(("balance_min",), "and balance_max should be per cents, the smaller first")
    for key, times in Counter(section.key for section in template.sections).items():
        if times > 1:
            yield Problem((key,), "is the key of more than one section")
    for field in ("title", "tagline", "description"):
        if message := words_problem(getattr(template, field)):
            yield Problem((field,), message)
    needs = {need.key for need in template.needs}
    industries = {industry.key for industry in template.industries}
    known: set[str] = set()
    for section in template.sections:
        if message := words_problem(section.heading):
            yield Problem((section.key, "heading"), message)
        if section.pick is not None and section.pick < 1:
            yield Problem((section.key, "pick"), "should be 1 or more, or left out for all")
        for statement in section.statements:
            if statement.key in known:
                yield Problem((section.key, statement.key, "key"), "is the key of more than one statement")
            known.add(statement.key)
            for field, message in statement_problems(statement, needs, industries):
                yield Problem((section.key, statement.key, field), message)


def template_omissions(template: RoleTemplate) -> Iterator[Problem]:
    """Yield what is still to be done: a draft may wait for it, owners may not."""
    if not template.sections:
        yield Problem(("sections",), "should hold at least one section")
    for section in template.sections:
        if not section.statements:
            yield Problem((section.key,), "has no statement")
        for statement in section.statements if section.key == SectionKey.RESPONSIBILITIES else ():
            if statement.focus is Focus.SHARED:
                yield Problem(
                    (section.key, statement.key, "focus"), "should be strategic or operational: it is a responsibility"
                )


def words_problem(text: str) -> str | None:
    """Return what is wrong with a title or heading, which is one line of plain words, or None."""
    if not text.strip():
        return "is empty"
    if "\n" in text or hidden_character(text) is not None:
        return "should be one line without characters that do not show"
    return None


def statement_problems(statement: Statement, needs: set[str], industries: set[str]) -> Iterator[tuple[str, str]]:
    """Yield (field, message) for what keeps one statement from being published."""
    for mistake in mistakes(statement.text):
        yield "text", str(mistake)
    for key in statement.needs:
        if key not in needs:
            yield "needs", f"names the unknown need “{key}”"
    for key in statement.industries:
        if key not in industries:
            yield "industries", f"names the unknown industry “{key}”"
    for field, keys in (("needs", statement.needs), ("industries", statement.industries)):
        if len(set(keys)) < len(keys):
            yield field, "names one of them twice"
    low, high = statement.headcount_min, statement.headcount_max
    if low is not None and high is not None and low > high:
        yield "headcount_min", "is above headcount_max"
    if bool(statement.milestone) != bool(statement.milestone_day):
        yield "milestone", "and milestone_day belong together"
