"""The four businesses that were scored by hand before there was code."""

import pytest

from roles.core import content
from roles.core.finder import Verdict, find

QUESTIONS = content.read_title_finder().questions

HEATING_FIRM = {  # 18 people, the owner dispatches daily, a safety finding, no plan, no policies
    "missing": "running",
    "plan": "needed",
    "decisions": "me",
    "hurt": "slips",
    "standards": "none",
    "compliance": "open",
    "money": "budget",
    "numbers": "choose",
    "change": "no",
    "managers": "one-or-none",
    "headcount": "11-50",
    "objectives": "deliver",
}
FOOD_MAKER = {  # 140 people, capable plant managers, a second site planned, costs creeping
    "missing": "direction",
    "plan": "needed",
    "decisions": "managers",
    "hurt": "structure",
    "compliance": "under-control",
    "money": "resources",
    "numbers": "choose",
    "change": "yes",
    "managers": "three-or-more",
    "headcount": "51-200",
    "objectives": "set",
}
LOGISTICS = {  # 70 people, a good plan nobody carries out
    "missing": "running",
    "plan": "not-carried-out",
    "hurt": "slips",
    "standards": "not-followed",
    "compliance": "open",
    "money": "budget",
    "numbers": "hit",
    "change": "no",
    "managers": "two",
    "headcount": "51-200",
    "objectives": "jointly",
}
WEB_SHOP = {  # 6 people
    "missing": "running",
    "plan": "needed",
    "decisions": "me",
    "hurt": "slips",
    "standards": "none",
    "compliance": "under-control",
    "money": "budget",
    "numbers": "choose",
    "change": "no",
    "managers": "one-or-none",
    "headcount": "1-10",
    "objectives": "deliver",
}


@pytest.mark.parametrize(
    ("answers", "score", "verdict"),
    [
        (HEATING_FIRM, -11, Verdict.DIRECTOR_OF_OPERATIONS),
        (FOOD_MAKER, 20, Verdict.OPERATIONS_DIRECTOR),
        (LOGISTICS, -16, Verdict.DIRECTOR_OF_OPERATIONS),
        (WEB_SHOP, -10, Verdict.DIRECTOR_OF_OPERATIONS),
        (WEB_SHOP | {"pay": "below"}, -10, Verdict.NEITHER),
    ],
    ids=["heating", "food", "logistics", "web-shop", "web-shop-below-the-floor"],
)
def test_the_finder_scores_as_the_hand_did(answers, score, verdict):
    result = find(QUESTIONS, answers)

    assert (result.score, result.verdict) == (score, verdict)


def test_the_range_is_what_the_weights_allow():
    result = find(QUESTIONS, {})

    assert (result.lowest, result.highest) == (-25, 22)


def test_the_heating_firm_hears_the_three_heaviest_answers_and_its_needs():
    result = find(QUESTIONS, HEATING_FIRM)

    assert [item.question.key for item in result.reasons] == ["missing", "decisions", "plan"]
    assert result.needs == ("daily-decisions", "operating-plan", "slips")
    assert result.titles[0] == Verdict.DIRECTOR_OF_OPERATIONS
