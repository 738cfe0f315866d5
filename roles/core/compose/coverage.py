"""Coverage: how many statements a template has for each area, altitude and kind of business, section by section."""

from collections.abc import Callable
from dataclasses import dataclass

from .leads import Leads
from .template import RoleTemplate, Statement


@dataclass(frozen=True, slots=True)
class Covered:
    """What is counted: `kind` is "areas", "leads" or "industries"; `counts` has a number for each section, in order."""

    kind: str
    key: str
    name: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


def coverage(template: RoleTemplate) -> tuple[Covered, ...]:
    """Return the counts of the statements written for each area, for each altitude and for each kind of business.

    A statement for everybody counts for none of them: what is counted is what somebody wrote for that one.
    """
    entries = [
        *(("areas", area.key, area.name, _in("areas", area.key)) for area in template.areas),
        *(("leads", kind.value, f"leads {kind.phrase}", _in("leads", kind)) for kind in Leads),
        *(("industries", item.key, item.name, _in("industries", item.key)) for item in template.industries),
    ]
    return tuple(
        Covered(kind, key, name, tuple(sum(map(counts, section.statements)) for section in template.sections))
        for kind, key, name, counts in entries
    )


def _in(field: str, key: str) -> Callable[[Statement], bool]:
    def holds(statement: Statement) -> bool:
        return key in getattr(statement, field)

    return holds
