"""Gaps: what a template that can be published still lacks, for its consultants to fill."""

from dataclasses import dataclass

from roles.core.limits import SectionKey

from .placeholders import own_words
from .template import RoleTemplate, Statement
from .vocabulary import Industry, Need

INDUSTRY_LEAST = 3


@dataclass(frozen=True, slots=True)
class Gaps:
    """`industries` come with the number of responsibilities written for them alone."""

    without_question: tuple[Statement, ...]
    needs: tuple[Need, ...]
    industries: tuple[tuple[Industry, int], ...]

    def __bool__(self) -> bool:
        return bool(self.without_question or self.needs or self.industries)


def gaps(template: RoleTemplate) -> Gaps:
    """Return responsibilities without an interview question, needs that no statement answers,
    and industries with fewer than `INDUSTRY_LEAST` responsibilities of their own."""
    responsibilities = [
        statement
        for section in template.sections
        if section.key == SectionKey.RESPONSIBILITIES
        for statement in section.statements
        if not own_words(statement.text)
    ]
    answered = {key for statement in template.statements() for key in statement.needs}
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
    )
