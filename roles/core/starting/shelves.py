"""Which section of a template serves a purpose, and what an owner knows it by."""

from collections.abc import Sequence

from roles.core.compose.template import RoleTemplate, Section
from roles.core.limits import Purpose


def section_for(template: RoleTemplate, purpose: Purpose) -> Section:
    """Return the template's section for a purpose; of none, that of the summary, or the first."""
    for section in template.sections:
        if section.purpose is purpose:
            return section
    if purpose is not Purpose.SUMMARY:
        return section_for(template, Purpose.SUMMARY)
    return template.sections[0]


def heading_above(template: RoleTemplate, section: Section) -> str:
    """Return the heading of a section, or the one that a section without one goes on below."""
    headings: Sequence[str] = [
        other.heading for other in template.sections[: template.sections.index(section) + 1] if other.heading
    ]
    return headings[-1] if headings else ""
