"""What the owner's needs do to the responsibilities, over the sets of needs an owner can name."""

from functools import cache
from itertools import combinations

import pytest

from roles.core import content
from roles.core.compose import placeholders
from roles.core.compose.selection import fits, select, speakers
from roles.core.limits import NEEDS_MAX
from tests.core.compose.build import brief, facts_of, shipped
from tests.profiles import sets_of_three

NEEDS = [need.key for need in content.read_needs()]
SETS = [
    frozenset(needs)
    for needs in [*(needs for size in range(NEEDS_MAX) for needs in combinations(NEEDS, size)), *sets_of_three(NEEDS)]
]

every_role = pytest.mark.parametrize("slug", content.role_slugs())
three_industries = pytest.mark.parametrize("industry", ["retail", "e-commerce", "non-profit"])


@cache
def responsibilities(slug, industry):
    """Return the keys of the responsibilities chosen for each set of needs, by the set."""
    template = shipped(slug)
    section = next(part for part in template.sections if part.key == "responsibilities")
    facts = facts_of(brief(industry=industry), industry=industry)
    candidates = [
        item
        for item in section.statements
        if fits(item, brief(industry=industry)) and placeholders.fill(item.text, facts)
    ]
    return {
        needs: frozenset(
            choice.statement.key
            for choice in select(template, section, candidates, brief(industry=industry, needs=tuple(needs)))
        )
        for needs in SETS
    }


@every_role
@three_industries
def test_two_sets_of_needs_make_different_responsibilities(slug, industry):
    chosen = responsibilities(slug, industry)
    assert len(set(chosen.values())) == len(SETS)


@every_role
@three_industries
def test_a_need_only_one_owner_names_gives_a_responsibility_of_its_own(slug, industry):
    chosen = responsibilities(slug, industry)
    alike = [
        f"{sorted(mine)} and {sorted(theirs)} differ in {len(chosen[mine] - chosen[theirs])}"
        for mine, theirs in combinations(SETS, 2)
        if len(chosen[mine] - chosen[theirs]) < max(len(mine - theirs), len(theirs - mine))
    ]
    assert not alike, f"{len(alike)} pairs, such as {alike[:3]}"


@every_role
def test_each_need_has_a_statement_that_speaks_for_it_alone(slug):
    section = next(part for part in shipped(slug).sections if part.key == "responsibilities")
    anywhere = [item for item in section.statements if not item.industries and not item.bound_to_headcount]
    assert set(speakers(shipped(slug), anywhere)) == set(NEEDS)


@pytest.mark.parametrize(
    ("slug", "need", "key"),
    [
        ("operations-director", "operating-plan", "od-written-plan"),
        ("operations-director", "policies", "od-policies"),
        ("operations-director", "recurring-problems", "od-process-redesign"),
        ("operations-director", "hit-numbers", "od-kpi-targets"),
        ("operations-director", "front-line", "od-time-at-the-work"),
        ("director-of-operations", "standards-not-followed", "do-standards-in-use"),
        ("director-of-operations", "front-line", "do-at-the-work"),
        ("director-of-operations", "operating-plan", "do-test-the-plan"),
        ("director-of-operations", "hit-numbers", "do-follow-metrics"),
    ],
)
def test_a_need_brings_the_statement_written_for_it(slug, need, key):
    for industry in ("retail", "e-commerce", "non-profit"):
        chosen = responsibilities(slug, industry)
        assert all((key in chosen[needs]) == (need in needs) for needs in SETS)


@every_role
def test_each_named_need_is_answered(slug):
    tags = {item.key: set(item.needs) for item in shipped(slug).statements()}
    for needs, chosen in responsibilities(slug, "retail").items():
        assert needs <= set().union(*(tags[key] for key in chosen))
