"""A preview: the posting the answers make so far, with a marked blank where a required one is missing.

Only ever shown, never saved: a saved posting has no blanks, for a Brief is whole.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Self

from roles.core.document import Document

from .brief import OTHER_INDUSTRY, Brief
from .composition import compose
from .template import RoleTemplate

# The words in brackets on the preview for a required answer that is missing.
BLANKS = {
    "company": "name of the business",
    "industry": "your industry",
    "headcount": "how many",
    "place": "city and region",
}


class _Unknown(int):
    """A number of people that is not known: a plain number where a text compares it, a blank where one prints it."""

    label: str

    @classmethod
    def of(cls, number: int, label: str) -> Self:
        unknown = cls(number)
        unknown.label = label
        return unknown

    def __str__(self) -> str:
        return self.label


# Between the bands of a one-person firm and one with managers; no statement bound to a headcount is shown for it.
_SOME_PEOPLE = 30


def preview(template: RoleTemplate, answers: Mapping[str, Any], *, version: int) -> Document:
    """Return the posting of the answers given so far, by the fields of a Brief.

    Each answer must be one a Brief without problems may hold; any may be absent. Statements
    bound to a headcount wait until the headcount is known.
    """
    return compose(*with_blanks(template, answers), version=version)


def with_blanks(template: RoleTemplate, answers: Mapping[str, Any]) -> tuple[RoleTemplate, Brief]:
    """Return what a preview is composed of: the statements that can be filled yet, and a brief with blanks."""
    blanks: dict[str, Any] = {name: f"[{label}]" for name, label in BLANKS.items() if name not in answers}
    if "headcount" in blanks:
        blanks["headcount"] = _Unknown.of(_SOME_PEOPLE, blanks["headcount"])
        template = _for_any_headcount(template)
    if "industry" in blanks:
        blanks |= {"industry": OTHER_INDUSTRY, "industry_name": blanks["industry"]}
    return template, Brief(**{**answers, **blanks})


def _for_any_headcount(template: RoleTemplate) -> RoleTemplate:
    sections = tuple(
        replace(
            section,
            statements=tuple(statement for statement in section.statements if not statement.bound_to_headcount),
        )
        for section in template.sections
    )
    return replace(template, sections=sections)
