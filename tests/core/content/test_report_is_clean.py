"""A part of the grid; CI's gate composes all of it."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from roles.core import content
from roles.core.compose import compose
from roles.core.compose.brief import problems
from roles.core.content import report
from roles.core.content.asserting import AssertingWords
from roles.core.document import Focus
from roles.core.limits import HEADCOUNT_MAX
from roles.core.review import Rules
from tests import shipped

TODAY = date(2026, 11, 28)
GRID = 3_000
PART = 23  # a prime, so that each kind of business comes up


@cache
def rows():
    return list(report.rows(PART))


@cache
def rules():
    return Rules(posting_rules=content.read_posting_rules())


def test_the_grid_is_large_and_every_kind_of_business_is_in_it():
    industries = {industry.key for industry in content.read_industries()}
    sizes = sum(len(kinds) for kinds in report.SIZES.values())
    assert 2 * (len(industries) + 1) * sizes * len(report.OWNERS) >= GRID
    assert {row.brief.industry for row in rows()} >= industries
    assert {row.owner for row in rows()} == set(report.OWNERS)


def test_no_posting_of_the_part_falls_outside():
    found = [problem for row in rows() for problem in row.problems(rules(), TODAY)]
    assert not found, "\n".join([f"{len(found)} problems", *found[:20]])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda row: replace(row, brief=replace(row.brief, traits=())), "asserts"),
        (lambda row: replace(row, template=replace(row.template, balance_max=61)), "own focus is"),
        (lambda row: replace(row, asserting=(AssertingWords(words=("the",)),)), "asserts “the”"),
        (lambda row: replace(row, document=without_duties(row.document)), "duties is 0"),
        (lambda row: replace(row, document=all_shared(row.document)), "own focus is 0"),
    ],
    ids=["a trait not confirmed", "another balance", "an asserting word", "no duties", "no focus"],
)
def test_what_falls_outside_is_stated(change, said):
    row = next(row for row in rows() if any(part.key == "required" for part in row.document.sections)
               and row.brief.traits and asserts(row))  # fmt: skip
    assert any(said in problem for problem in change(row).problems(rules(), TODAY))


def asserts(row):
    by_key = {statement.key: statement for statement in row.template.statements()}
    return any(by_key[item.provenance.name].traits for item in row.ours)


def without_duties(document):
    return replace(document, sections=tuple(part for part in document.sections if part.key != "responsibilities"))


def all_shared(document):
    sections = tuple(
        replace(part, items=tuple(replace(item, focus=Focus.SHARED) for item in part.items))
        for part in document.sections
    )
    return replace(document, sections=sections)


@pytest.mark.parametrize("slug", content.role_slugs())
def test_every_need_brings_a_duty_that_answers_it(slug):
    template = shipped.role(slug)
    answers = {statement.key: statement.needs for statement in template.statements()}
    for need in template.needs:
        row = rows()[0]
        brief = replace(row.brief, needs=(need.key,), own_duties="")
        composed = compose(template, brief, version=1)
        duties = next(part for part in composed.sections if part.key == "responsibilities")
        assert any(need.key in answers[item.provenance.name] for item in duties.items), need.key


@pytest.mark.parametrize("name", content.example_briefs())
def test_every_example_business_is_one_an_owner_could_describe(name):
    brief = shipped.brief(name)
    assert problems(brief) == {}
    assert brief.industry in {industry.key for industry in content.read_industries()}
    assert set(brief.needs) <= {need.key for need in content.read_needs()}


def test_the_examples_cover_every_headcount_band():
    people = [brief.headcount for brief in content.example_briefs().values()]
    bands = ((1, 10), (11, 50), (51, 200), (201, HEADCOUNT_MAX))
    assert all(any(low <= number <= high for number in people) for low, high in bands)
