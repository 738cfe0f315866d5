from itertools import combinations

import pytest

from roles import content
from roles.compose import placeholders
from roles.compose.selection import fits, select
from tests.compose.build import brief, shipped

NEEDS = [need.key for need in content.read_needs()]


def responsibilities(slug, **answers):
    """Return the keys of the responsibilities chosen for each set of needs of the size, by the set."""
    template = shipped(slug)
    section = next(part for part in template.sections if part.key == "responsibilities")
    facts = placeholders.facts_of(brief(**answers), industry="retail")
    candidates = [
        item for item in section.statements if fits(item, brief(**answers)) and placeholders.fill(item.text, facts)
    ]

    def chosen(needs):
        choices = select(template, section, candidates, brief(needs=needs, **answers))
        return frozenset(choice.statement.key for choice in choices)

    return chosen


@pytest.mark.parametrize("slug", content.role_slugs())
@pytest.mark.parametrize(("size", "difference"), [(1, 1), (2, 1), (3, 2)])
def test_owners_with_no_need_in_common_read_different_responsibilities(slug, size, difference):
    chosen = responsibilities(slug, industry="retail")
    postings = [(set(needs), chosen(needs)) for needs in combinations(NEEDS, size)]
    alike = [
        f"{sorted(mine)} and {sorted(theirs)} differ in {len(ours - others)}"
        for (mine, ours), (theirs, others) in combinations(postings, 2)
        if not mine & theirs and len(ours - others) < difference
    ]
    assert not alike, f"{len(alike)} pairs, such as {alike[:3]}"


@pytest.mark.parametrize("slug", content.role_slugs())
@pytest.mark.parametrize("needs", list(combinations(NEEDS, 3))[::17])
def test_each_named_need_is_answered(slug, needs):
    chosen = responsibilities(slug, industry="retail")(needs)
    answered = {need for item in shipped(slug).statements() if item.key in chosen for need in item.needs}
    assert set(needs) <= answered
