"""Five questions come first; what they decide is what all of them would say, within the margin."""

from hypothesis import assume, given
from hypothesis import strategies as st

from roles.core.finder import Flag, Verdict, decided, find, first_questions
from roles.core.finder.asking import MARGIN

from .test_hand_scored_cases import FOOD_MAKER, HEATING_FIRM, LOGISTICS, WEB_SHOP
from .test_properties import QUESTIONS, cases

FIRST = [question.key for question in first_questions(QUESTIONS)]


def weights(question):
    return [0, *(answer.weight for answer in question.answers)]


@given(cases(), st.data())
def test_what_is_decided_early_holds_with_all_answers(case, data):
    questions, sheet = case
    asked = data.draw(st.sets(st.sampled_from(sorted(sheet))) | st.just(set(FIRST) & set(sheet)))
    early = {key: answer for key, answer in sheet.items() if key in asked}
    assume(decided(questions, early))
    first, full = find(questions, early), find(questions, sheet)
    moved = full.score - first.score
    left = [weights(question) for question in questions if question.key not in early]
    lowest, highest = (MARGIN * sum(end(row) for row in left) for end in (min, max))
    if first.verdict is Verdict.NEITHER:
        assert full.verdict is Verdict.NEITHER
    elif lowest <= moved <= highest:
        assert full.titles[0] == first.titles[0]
        assert full.verdict in (first.verdict, Verdict.BETWEEN, Verdict.BOTH)


def test_it_is_five_and_those_that_overrule_or_break_a_tie_are_among_them():
    assert len(FIRST) == 5
    for question in QUESTIONS:
        overrules = any(answer.flag in (Flag.BELOW_FLOOR, Flag.UP_TO_TEN) for answer in question.answers)
        assert question.key in FIRST or not (overrules or question.tie_breaker)


@st.composite
def orders(draw):
    return draw(st.permutations(QUESTIONS))


@given(orders())
def test_what_is_asked_first_follows_the_order_they_are_kept_in(questions):
    keys = [question.key for question in questions]
    first = [question.key for question in first_questions(questions)]
    assert first == sorted(first, key=keys.index)


def test_two_of_four_judged_businesses_need_no_more_than_five():
    early = [
        decided(QUESTIONS, {key: sheet.get(key, "yes") for key in FIRST})
        for sheet in (HEATING_FIRM, FOOD_MAKER, LOGISTICS, WEB_SHOP)
    ]
    assert early.count(True) >= 2


def test_an_owner_who_is_unsure_goes_on():
    assert not decided(QUESTIONS, dict.fromkeys(FIRST, "unsure"))


def test_who_is_unsure_of_the_budget_alone_is_asked_no_more():
    work = {"missing": "running", "decisions": "me", "headcount": "11-50", "objectives": "deliver"}
    assert set(work) | {"pay"} == set(FIRST)
    assert decided(QUESTIONS, work | {"pay": "unsure"})
    assert find(QUESTIONS, work | {"pay": "unsure"}).verdict is Verdict.DIRECTOR_OF_OPERATIONS
    assert not decided(QUESTIONS, work | {"pay": "unsure", "headcount": "unsure"})
    assert find(QUESTIONS, {"pay": "unsure"}).verdict is Verdict.OPEN
