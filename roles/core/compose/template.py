"""The role template: what a consultant maintains, as one value.

A published version is exactly one of these, so it carries the needs and industries
its statements name, too: a posting can be composed from it alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from roles.core.codec import schema_of
from roles.core.document import Focus, Promise, SectionKind
from roles.core.limits import Purpose, purpose_of_key

from .leads import Leads
from .vocabulary import Area, Industry, Need, Trait, Vocabulary

MILESTONE_DAYS = (30, 60, 90, 365)
# Sections that may go on where the one before them ends, without a heading.
UNHEADED = (Purpose.ALSO, Purpose.STEPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence or bullet, and what it is for.

    Bound to `industries` or to a headcount (people, both ends included, None for open),
    it never appears elsewhere; `needs` and `areas` only decide when it should be preferred. What it
    asserts about the business is named in `traits`: it appears where the owner has confirmed all of
    them. `leads` is whom a post must lead for it (none: anybody, or nobody). `question`, `evidence`
    and the milestone with its day serve the interview and the first year.
    """

    key: str
    text: str
    focus: Focus
    required: bool = False
    needs: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    headcount_min: int | None = None
    headcount_max: int | None = None
    areas: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    leads: tuple[Leads, ...] = ()
    countries: tuple[str, ...] = ()
    question: str = ""
    evidence: str = ""
    evidence_weak: str = ""
    milestone: str = ""
    milestone_day: Literal[30, 60, 90, 365] | None = None

    @property
    def bound_to_headcount(self) -> bool:
        return self.headcount_min is not None or self.headcount_max is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a role's template. `pick` is how many statements a posting takes, None for all.

    A heading may be empty: the section goes on where the one before it ends. What a section is for is
    its purpose; versions published before there was one have the purpose that their key meant.
    """

    key: str
    heading: str
    kind: SectionKind
    purpose: Purpose = None  # type: ignore[assignment]  # set below where none is given
    pick: int | None = None
    locked: bool = False
    statements: tuple[Statement, ...]

    def __post_init__(self) -> None:
        if self.purpose is None:
            object.__setattr__(self, "purpose", purpose_of_key(self.key))


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTemplate:
    """A whole role: the title, the balance it promises (per cent), its sections in order.

    `schema` 1 chooses statements by need, industry and headcount (`selection`); 2 by what the owner
    states this post answers for (`tailoring`).
    """

    schema: Annotated[int, schema_of(1, 2)] = 1
    slug: str
    title: str
    focus: Literal[Focus.STRATEGIC, Focus.OPERATIONAL]
    tagline: str
    description: str
    balance_min: int
    balance_max: int
    needs: tuple[Need, ...]
    industries: tuple[Industry, ...]
    areas: tuple[Area, ...] = ()
    traits: tuple[Trait, ...] = ()
    sections: tuple[Section, ...]

    def __hash__(self) -> int:
        """Of what names it: to look through all its words would take longer than most that is kept under it."""
        return hash((self.slug, self.title, len(self.sections)))

    @property
    def promise(self) -> Promise:
        return Promise(focus=self.focus, least=self.balance_min, most=self.balance_max)

    @property
    def asks_for_areas(self) -> bool:
        """Whether its statements are chosen by what the post answers for."""
        return self.schema == 2

    @property
    def vocabulary(self) -> Vocabulary:
        """The lists the roles share, as this one holds them."""
        return Vocabulary(needs=self.needs, industries=self.industries, areas=self.areas, traits=self.traits)

    def statements(self) -> Iterator[Statement]:
        for section in self.sections:
            yield from section.statements


def nothing_yet(template: RoleTemplate) -> RoleTemplate:
    """Return a role before its first version: with no section."""
    return replace(template, sections=())


def in_order(template: RoleTemplate) -> RoleTemplate:
    """Return the same template with each statement's needs, industries, areas and traits in its own order.

    Their order means nothing; in one order, equal templates are equal values. Keys the
    template does not know come last.
    """
    needs = {need.key: place for place, need in enumerate(template.needs)}
    industries = {industry.key: place for place, industry in enumerate(template.industries)}
    areas = {area.key: place for place, area in enumerate(template.areas)}
    traits = {trait.key: place for place, trait in enumerate(template.traits)}

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
                    areas=ordered(statement.areas, areas),
                    traits=ordered(statement.traits, traits),
                )
                for statement in section.statements
            ),
        )
        for section in template.sections
    )
    return replace(template, sections=sections)


def holds_duties(section: Section) -> bool:
    """Return whether the statements of the section are what the post does."""
    return section.purpose is Purpose.DUTIES
