"""Gaps: what a template that can be published still lacks, for its consultants to fill."""

from dataclasses import dataclass

from .placeholders import own_words
from .template import RoleTemplate, Statement, holds_duties
from .vocabulary import Area, Industry, Need

INDUSTRY_LEAST = 3


@dataclass(frozen=True, slots=True)
class Gaps:
    """`industries` come with the number of responsibilities written for them alone; `areas` have no statement."""

    without_question: tuple[Statement, ...]
    needs: tuple[Need, ...]
    industries: tuple[tuple[Industry, int], ...]
    areas: tuple[Area, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.without_question or self.needs or self.industries or self.areas)


def gaps(template: RoleTemplate) -> Gaps:
    """Return responsibilities without an interview question, needs that no statement answers,
    areas that none is about where they are asked for,
    and industries with fewer than `INDUSTRY_LEAST` responsibilities of their own."""
    responsibilities = [
        statement
        for section in template.sections
        if holds_duties(section)
        for statement in section.statements
        if not own_words(statement.text)
    ]
    answered = {key for statement in template.statements() for key in statement.needs}
    about = {key for statement in template.statements() for key in statement.areas}
    written = {
        industry.key: sum(industry.key in statement.industries for statement in responsibilities)
        for industry in template.industries
    }
    return Gaps(
        without_question=tuple(statement for statement in responsibilities if not statement.question),
        needs=tuple(need for need in template.needs if need.key not in answered),
        industries=tuple(
            (industry, written[industry.key])
            for industry in template.industries
            if written[industry.key] < INDUSTRY_LEAST
        ),
        areas=tuple(area for area in template.areas if area.key not in about) if template.asks_for_areas else (),
    )
