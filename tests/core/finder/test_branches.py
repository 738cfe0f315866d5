import pytest

from roles.core import content
from roles.core.finder import Flag, Verdict, find

QUESTIONS = content.read_title_finder().questions
# Direction, a plan, structure, standards, numbers, change: +3 +2 +2 +2 +2 +2.
UPWARD = {
    "missing": "direction",
    "plan": "needed",
    "hurt": "structure",
    "standards": "none",
    "numbers": "choose",
    "change": "yes",
}
# Answered, and without weight: enough for a verdict, and it is the other answers'.
WEIGHTLESS = {"plan": "on-track", "compliance": "under-control", "managers": "two", "pay": "yes"}
DOWNWARD = {"missing": "running", "plan": "not-carried-out", "hurt": "slips", "numbers": "hit"}


def look(answers):
    return find(QUESTIONS, WEIGHTLESS | answers)


def verdict(answers):
    return look(answers).verdict


@pytest.mark.parametrize(
    "answers",
    [
        {},
        WEIGHTLESS,
        {"missing": "both", "headcount": "51-200"},
        {"missing": "running", "decisions": "me", "plan": "not-carried-out", "hurt": "slips"},
        WEIGHTLESS | {"missing": "unsure"},
    ],
)
def test_fewer_than_five_answers_name_no_title(answers):
    result = find(QUESTIONS, answers)

    assert (result.verdict, result.change) == (Verdict.OPEN, None)


def test_five_answers_are_enough_even_without_weight():
    assert look({"missing": "both"}).verdict == Verdict.BETWEEN


def test_a_short_questionnaire_is_answered_when_all_of_it_is():
    (question,) = (question for question in QUESTIONS if question.key == "missing")

    assert find([question], {"missing": "running"}).verdict == Verdict.BETWEEN
    assert find([question], {}).verdict == Verdict.OPEN


@pytest.mark.parametrize(
    ("answers", "score", "expected"),
    [
        ({"missing": "direction", "plan": "needed", "change": "yes", "headcount": "11-50"}, 6, "operations-director"),
        ({"missing": "direction", "plan": "needed"}, 5, "between"),
        ({"missing": "running", "decisions": "me"}, -6, "director-of-operations"),
        ({"missing": "running", "hurt": "slips"}, -5, "between"),
        ({"missing": "both"}, 0, "between"),
    ],
)
def test_six_is_the_threshold_on_either_side(answers, score, expected):
    result = look(answers)

    assert (result.score, result.verdict) == (score, expected)


def test_a_pay_below_the_floor_is_neither_title_whatever_the_score():
    for answers in ({}, UPWARD, DOWNWARD, UPWARD | {"headcount": "1-10"}):
        assert verdict(answers | {"pay": "below"}) == Verdict.NEITHER
        assert verdict(answers | {"pay": "yes"}) != Verdict.NEITHER


def test_the_budget_has_no_weight_but_shows_the_nearer_title():
    result = find(QUESTIONS, UPWARD | {"pay": "below"})

    assert result.score == find(QUESTIONS, UPWARD).score
    assert result.titles[0] == Verdict.OPERATIONS_DIRECTOR
    assert [item.answer.flag for item in result.decided_by] == [Flag.BELOW_FLOOR]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (UPWARD | {"headcount": "1-10"}, "fractional"),
        ({"missing": "direction", "headcount": "1-10"}, "fractional"),
        ({"plan": "needed", "headcount": "1-10"}, "between"),  # a score of 0 is not above it
        (DOWNWARD | {"headcount": "1-10"}, "director-of-operations"),
        (UPWARD | {"headcount": "11-50"}, "operations-director"),
    ],
)
def test_ten_people_and_a_score_above_zero_are_a_fractional_post(answers, expected):
    assert verdict(answers) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"missing": "both", "headcount": "51-200"}, "both"),
        ({"missing": "both", "headcount": "201-500"}, "both"),
        ({"missing": "both", "headcount": "51-200", "change": "no", "money": "budget"}, "both"),
        ({"missing": "both", "headcount": "51-200", "plan": "needed"}, "between"),  # +3
        ({"missing": "both", "headcount": "11-50"}, "between"),
        ({"missing": "both"}, "between"),
        ({"headcount": "51-200"}, "between"),
    ],
)
def test_an_even_score_with_both_missing_above_fifty_people_is_a_pair(answers, expected):
    assert verdict(answers) == expected


def test_between_the_thresholds_tie_breakers_choose_the_first_title():
    upward = {"decisions": "managers", "hurt": "slips", "plan": "not-carried-out"}  # -3, tie-breakers +2
    result = look(upward)

    assert (result.score, result.verdict) == (-3, Verdict.BETWEEN)
    assert result.titles[0] == Verdict.OPERATIONS_DIRECTOR
    assert [question.key for question in result.open_tie_breakers] == ["missing", "objectives"]


def test_where_nothing_speaks_for_either_it_shows_it():
    result = find(QUESTIONS, {"missing": "both"})

    assert not result.leaning
    assert result.titles == (Verdict.OPERATIONS_DIRECTOR, Verdict.DIRECTOR_OF_OPERATIONS)
    assert result.reasons == ()


@pytest.mark.parametrize(
    "answers", [{"missing": "x" * 9999}, {"nonsense": "direction"}, {"missing": "unsure"}, {"": ""}]
)
def test_what_it_does_not_know_counts_as_unsure(answers):
    assert find(QUESTIONS, answers) == find(QUESTIONS, {})


def test_what_would_change_it_is_the_smallest_step():
    change = look({"missing": "running", "decisions": "me"}).change  # -6

    # Two managers instead of none would not do; splitting resources is +2; jointly set objectives are -1 further.
    assert (change.moves, change.verdict, change.score) == (1, Verdict.BETWEEN, -5)
    assert (change.question.key, change.answer.key) == ("headcount", "51-200")


def test_only_the_budget_would_change_a_very_clear_result():
    answers = {
        question.key: min(question.answers, key=lambda answer: answer.weight).key
        for question in QUESTIONS
        if question.key != "pay"
    }
    result = find(QUESTIONS, answers)

    assert result.score == -25
    assert result.change.moves == 0
    assert result.change.verdict == Verdict.NEITHER
