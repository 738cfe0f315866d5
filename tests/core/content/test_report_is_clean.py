from functools import cache
from itertools import combinations

import pytest

from roles.core import content
from roles.core.compose.brief import problems
from roles.core.content import report
from roles.core.content.report import NEED_SETS
from roles.core.limits import HEADCOUNT_BANDS
from tests.profiles import sets_of_three


@cache
def rows():
    return list(report.rows())


def test_every_kind_of_business_is_measured():
    industries = len(content.read_industries()) + 1  # and another one
    expected = len(content.role_slugs()) * industries * len(HEADCOUNT_BANDS) * len(NEED_SETS) * 2
    assert len(rows()) == expected >= 480


def test_no_row_has_problems():
    found = [problem for row in rows() for problem in row.problems]
    assert not found, "\n".join([f"{len(found)} problems", *found])


def test_any_three_needs_outside_the_industries_have_no_problems():
    sets = sets_of_three([need.key for need in content.read_needs()])
    found = list(report.rows_of_any_needs(sets))
    assert len(found) == len({(row.role, row.need_set) for row in found}) == len(content.role_slugs()) * len(sets)
    assert len({row.headcount for row in found}) == len(HEADCOUNT_BANDS)
    problems = [problem for row in found for problem in row.problems]
    assert not problems, "\n".join([f"{len(problems)} problems", *problems[:20]])


def test_without_sets_given_every_three_needs_are_measured(monkeypatch):
    monkeypatch.setattr(report, "_row", lambda template, brief, need_set, answers: (template.slug, brief.needs))
    needs = [need.key for need in content.read_needs()]
    assert list(report.rows_of_any_needs()) == [
        (slug, three) for slug in content.role_slugs() for three in combinations(needs, 3)
    ]


def test_no_two_postings_that_should_differ_are_alike():
    found = list(report.shortfalls(rows()))
    assert not found, "\n".join([f"{len(found)} shortfalls", *found])


def test_the_report_tries_needs_that_exist_and_share_none():
    known = {need.key for need in content.read_needs()}
    tried = [need for needs in NEED_SETS.values() for need in needs]
    assert len(set(tried)) == len(tried)
    assert set(tried) <= known


@pytest.mark.parametrize("name", content.example_briefs())
def test_every_example_business_is_one_an_owner_could_describe(name):
    brief = content.example_briefs()[name]
    assert problems(brief) == {}
    assert brief.industry in {industry.key for industry in content.read_industries()}
    assert set(brief.needs) <= {need.key for need in content.read_needs()}


def test_the_examples_cover_every_headcount_band():
    people = [brief.headcount for brief in content.example_briefs().values()]
    assert all(any(low <= number <= high for number in people) for low, high in HEADCOUNT_BANDS)
