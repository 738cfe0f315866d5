from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose import compose
from roles.core.compose.selection import fits
from roles.core.document import Focus
from tests.core.compose.build import brief, names, posting, section, statement, template
from tests.strategies import role_templates

TURNS = (
    statement("plain-1"),
    statement("people-1", headcount_min=11),
    statement("budget-1", needs=("budget",)),
    statement("retail-1", industries=("retail",)),
    statement("plain-2"),
    statement("people-2", headcount_max=50),
    statement("budget-2", needs=("budget",)),
    statement("retail-2", industries=("retail",)),
    statement("budget-3", needs=("budget",)),
    statement("retail-3", industries=("retail",)),
)
ORDER = [
    "retail-1", "budget-1", "retail-2", "budget-2", "people-1",
    "retail-3", "budget-3", "people-2",
    "plain-1", "plain-2",
]  # fmt: skip


def in_template_order(keys, statements=TURNS):
    return [item.key for item in statements if item.key in keys]


@pytest.mark.parametrize("pick", range(1, 11))
def test_turns_go_to_industry_and_need_then_headcount_then_order(pick):
    assert names(posting(*TURNS, pick=pick, needs=("budget",))) == in_template_order(ORDER[:pick])


def test_more_places_than_statements_take_them_all():
    assert names(posting(*TURNS, pick=99, needs=("budget",))) == in_template_order(ORDER)


def test_no_pick_takes_all_that_fit():
    assert names(posting(*TURNS, industry="logistics", headcount=5)) == [
        "plain-1", "budget-1", "plain-2", "people-2", "budget-2", "budget-3"
    ]  # fmt: skip


def test_required_statements_come_before_every_turn():
    last = statement("must", required=True)
    assert names(posting(*TURNS, last, pick=1, needs=("budget",))) == ["must"]
    assert names(posting(*TURNS, last, pick=2, needs=("budget",))) == ["retail-1", "must"]


def test_required_statements_stay_even_beyond_pick():
    must = [statement(f"must-{number}", required=True) for number in range(4)]
    assert names(posting(statement("other"), *must, pick=2)) == ["must-0", "must-1", "must-2", "must-3"]


def test_a_required_statement_for_another_industry_never_appears():
    there = statement("there", required=True, industries=("logistics",))
    assert names(posting(there, statement("here"), pick=2)) == ["here"]


def test_a_statement_without_its_facts_leaves_its_place_to_the_next():
    statements = (statement("goal", "Reach {{ goal }}.", required=True), statement("one"), statement("two"))
    assert names(posting(*statements, pick=1)) == ["one"]
    assert names(posting(*statements, pick=1, goal="more")) == ["goal"]


def test_a_need_nobody_named_gives_no_turn():
    assert names(posting(statement("plain"), statement("asked", needs=("budget",)), pick=1)) == ["plain"]


def test_the_need_answered_least_gets_the_turn():
    statements = (
        statement("direction-1", needs=("direction",), required=True),
        statement("direction-2", needs=("direction",)),
        statement("budget-1", needs=("budget",)),
        statement("budget-2", needs=("budget",)),
    )
    chosen = [names(posting(*statements, pick=pick, needs=("direction", "budget"))) for pick in (2, 3, 4)]
    assert chosen == [
        ["direction-1", "budget-1"],
        ["direction-1", "direction-2", "budget-1"],
        ["direction-1", "direction-2", "budget-1", "budget-2"],
    ]


def test_an_answer_counts_for_every_need_it_names_wherever_it_was_chosen():
    statements = (
        statement("both", needs=("direction", "budget"), industries=("retail",)),
        statement("direction-1", needs=("direction",)),
        statement("budget-1", needs=("budget",)),
        statement("slips-1", needs=("slips",)),
    )
    assert names(posting(*statements, pick=2, needs=("direction", "budget", "slips"))) == ["both", "slips-1"]


def test_a_need_without_statements_left_passes_its_turn_to_the_next():
    statements = (statement("plain"), statement("slips-1", needs=("slips",)), statement("slips-2", needs=("slips",)))
    assert names(posting(*statements, pick=2, needs=("direction", "slips"))) == ["slips-1", "slips-2"]


@pytest.mark.parametrize("needs", list(permutations(("direction", "budget", "slips"))))
def test_the_order_the_owner_names_needs_in_does_not_matter(needs):
    statements = [statement(f"{need}-{number}", needs=(need,)) for number in (1, 2) for need in sorted(needs)]
    assert names(posting(*statements, pick=2, needs=needs)) == ["budget-1", "direction-1"]


@pytest.mark.parametrize(
    ("low", "high", "people", "fitting"),
    [
        (11, 50, 10, False), (11, 50, 11, True), (11, 50, 50, True), (11, 50, 51, False),
        (None, 10, 1, True), (None, 10, 10, True), (None, 10, 11, False),
        (201, None, 200, False), (201, None, 201, True), (201, None, 500, True),
        (None, None, 1, True), (None, None, 500, True), (7, 7, 7, True), (7, 7, 8, False),
        (None, 0, 1, False), (0, 0, 1, False),
    ],
)  # fmt: skip
def test_headcount_bounds_are_exact(low, high, people, fitting):
    assert fits(statement("one", headcount_min=low, headcount_max=high), brief(headcount=people)) is fitting


@pytest.mark.parametrize(
    ("industries", "fitting"),
    [((), True), (("retail",), True), (("logistics",), False), (("logistics", "retail"), True), (("Retail",), False)],
)
def test_an_industry_is_bound_by_its_exact_key(industries, fitting):
    assert fits(statement("one", industries=industries), brief(industry="retail")) is fitting


def test_both_bounds_must_hold():
    both = statement("one", industries=("retail",), headcount_min=11)
    assert fits(both, brief(headcount=11))
    assert not fits(both, brief(headcount=10))
    assert not fits(both, brief(headcount=11, industry="logistics"))


@given(
    role_templates(), st.permutations(["direction", "budget", "slips"]), st.sampled_from(["retail", "other"]), st.data()
)
def test_any_template_keeps_the_rules(value, needs, industry, data):
    owner = brief(needs=tuple(needs), industry=industry, headcount=data.draw(st.integers(1, 500)))
    document = compose(value, owner, version=1)
    assert document == compose(value, replace(owner, needs=tuple(sorted(needs))), version=1)
    chosen = {item.provenance.name for item in document.items()}
    for part in value.sections:
        keys = [item.key for item in part.statements if item.key in chosen]
        by_key = {item.key: item for item in part.statements}
        assert all(fits(by_key[key], owner) for key in keys)
        required = sum(by_key[key].required for key in keys)
        assert part.pick is None or len(keys) <= max(part.pick, required)


def test_the_same_answers_choose_the_same_statements():
    whole = template(section(*TURNS, pick=5))
    assert len({compose(whole, brief(needs=("budget",)), version=1) for _ in range(20)}) == 1


def test_a_statement_for_another_need_waits_for_who_names_it():
    statements = (
        statement("plan-budget", needs=("direction", "budget")),
        statement("direction-1", needs=("direction",)),
        statement("plain"),
    )
    assert names(posting(*statements, pick=2, needs=("direction",))) == ["direction-1", "plain"]
    assert names(posting(*statements, pick=2, needs=("direction", "budget"))) == ["plan-budget", "direction-1"]
    assert names(posting(*statements, pick=3, needs=())) == ["plan-budget", "direction-1", "plain"]


def test_an_answered_need_leans_no_section_beyond_the_promise():
    budget = [statement(f"plan-{number}", needs=("budget",), focus=Focus.STRATEGIC) for number in range(3)]
    does = [statement(f"do-{number}", focus=Focus.OPERATIONAL) for number in range(3)]
    assert names(posting(*budget, *does, pick=3, needs=("budget",))) == ["plan-0", "do-0", "do-1"]


def test_the_last_places_lead_back_to_the_balance_the_title_promises():
    does = [statement(f"do-{number}", focus=Focus.OPERATIONAL) for number in range(9)]
    plan = statement("plan", focus=Focus.STRATEGIC)
    assert names(posting(*does, plan, pick=2)) == ["do-0", "plan"]
    assert names(posting(*does[:1], statement("either"), plan, pick=1)) == ["do-0"]
    assert names(posting(plan, *does, pick=3)) == ["plan", "do-0", "do-1"]
