"""Which statements an editor offers to an owner first."""

from .brief import Brief
from .template import RoleTemplate


def suggested(template: RoleTemplate, brief: Brief) -> frozenset[str]:
    """Return the keys of the statements worth offering to an owner: those about the areas she ticked or that are
    usual in her kind of business, her needs and her traits, and those about no area at all."""
    usual = next((item.areas for item in template.industries if item.key == brief.industry), ())
    areas = {*usual, *(item.area for item in brief.scope)}
    return frozenset(
        item.key
        for item in template.statements()
        if not item.areas
        or areas.intersection(item.areas)
        or set(brief.needs).intersection(item.needs)
        or item.industries
        or item.traits
    )
