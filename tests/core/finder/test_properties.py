"""Whatever is answered, and whatever weights consultants give, a result keeps its word."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from roles.core import content
from roles.core.finder import Answer, Flag, Passage, PassageKind, Question, TitleFinder, Verdict, find
from roles.core.finder.questions import finder_problems
from roles.core.finder.result import _verdict

FINDER = content.read_title_finder()
QUESTIONS = FINDER.questions
NEEDS = [need.key for need in content.read_needs()]

answer_sheets = st.fixed_dictionaries(
    {}, optional={item.key: st.sampled_from([answer.key for answer in item.answers]) for item in QUESTIONS}
)
any_text = st.text(max_size=20)


@st.composite
def questionnaires(draw):
    """Questions as consultants may make them."""
    answers = st.builds(
        Answer,
        key=st.just(""),
        text=st.just("Text"),
        weight=st.integers(-3, 3),
        needs=st.lists(st.sampled_from(NEEDS), max_size=2, unique=True).map(tuple),
        flag=st.none() | st.sampled_from(Flag),
    )
    return tuple(
        Question(
            key=f"q{number}",
            text="Text",
            why="Why",
            tie_breaker=draw(st.booleans()),
            answers=tuple(
                replace(answer, key=f"a{place}")
                for place, answer in enumerate(draw(st.lists(answers, min_size=2, max_size=4)))
            ),
        )
        for number in range(draw(st.integers(1, 6)))
    )


@st.composite
def cases(draw):
    questions = draw(st.just(QUESTIONS) | questionnaires())
    sheet = {
        question.key: draw(st.sampled_from(["unsure", *(answer.key for answer in question.answers)]))
        for question in questions
    }
    return questions, sheet


@given(st.dictionaries(st.sampled_from([item.key for item in QUESTIONS]) | any_text, any_text))
def test_any_text_at_all_gives_a_verdict(answers):
    result = find(QUESTIONS, answers)

    assert result.verdict in Verdict
    assert result.lowest <= result.score <= result.highest


@given(cases())
def test_the_score_is_the_sum_of_what_was_chosen_and_lies_on_the_scale(case):
    questions, sheet = case
    result = find(questions, sheet)

    assert result.score == sum(
        answer.weight for question in questions for answer in question.answers if sheet[question.key] == answer.key
    )
    assert result.lowest <= result.score <= result.highest
    assert set(result.titles) == {Verdict.OPERATIONS_DIRECTOR, Verdict.DIRECTOR_OF_OPERATIONS}


@given(cases())
def test_the_named_answers_are_the_heaviest(case):
    questions, sheet = case
    result = find(questions, sheet)

    others = [item for item in result.chosen if item not in result.reasons]
    least = min((abs(item.answer.weight) for item in result.reasons), default=0)
    assert all(item.answer.weight for item in result.reasons)
    assert all(abs(item.answer.weight) <= least or not item.answer.weight for item in others)
    assert len(result.reasons) == min(3, sum(1 for item in result.chosen if item.answer.weight))


@given(cases())
def test_what_would_change_it_changes_it_and_nothing_smaller_does(case):
    questions, sheet = case
    result = find(questions, sheet)

    steps = {}
    for question in questions:
        given_answer = {answer.key: answer.weight for answer in question.answers}.get(sheet[question.key], 0)
        for answer in question.answers:
            then = find(questions, sheet | {question.key: answer.key})
            if then.verdict != result.verdict:
                steps[question.key, answer.key] = abs(answer.weight - given_answer)
    if result.change is None:
        assert not steps or result.verdict is Verdict.OPEN
        return
    then = find(questions, sheet | {result.change.question.key: result.change.answer.key})
    assert (then.verdict, then.score) == (result.change.verdict, result.change.score)
    assert then.verdict != result.verdict
    moving = [step for step in steps.values() if step]
    assert result.change.moves == (min(moving) if moving else 0)


@given(cases())
def test_the_needs_are_implied_by_answers_and_none_left_out_is_heavier(case):
    questions, sheet = case
    result = find(questions, sheet)

    weight = {}
    for item in result.chosen:
        for need in item.answer.needs:
            weight[need] = max(weight.get(need, 0), abs(item.answer.weight))
    assert set(result.needs) <= set(weight)
    assert len(result.needs) == min(3, len(weight))
    left_out = [weight[need] for need in weight if need not in result.needs]
    assert max(left_out, default=0) <= min((weight[need] for need in result.needs), default=0)


@given(answer_sheets)
def test_the_order_of_the_answers_does_not_matter(sheet):
    assert find(QUESTIONS, sheet) == find(QUESTIONS, dict(reversed(sheet.items())))


@given(cases())
def test_a_branch_names_the_answers_that_took_it(case):
    result = find(*case)

    if result.verdict in (Verdict.NEITHER, Verdict.FRACTIONAL, Verdict.BOTH):
        without = tuple(item for item in result.chosen if item not in result.decided_by)
        assert result.decided_by
        assert _verdict(without, enough=0) != result.verdict
    else:
        assert result.decided_by == ()


def test_each_verdict_has_its_passage():
    explained = {passage.key for passage in FINDER.passages if passage.kind is PassageKind.VERDICT}

    assert explained == set(Verdict)


slugs = st.sampled_from(["", "a", "b", "c"])
kinds = st.sampled_from([*PassageKind])


@given(st.lists(st.tuples(kinds, slugs)), st.sets(slugs) | st.none())
def test_exactly_the_passages_whose_role_is_not_on_offer_are_named(drawn, offered):
    passages = [
        Passage(key=f"p{number}", kind=kind, heading="H", text="T", role=role)
        for number, (kind, role) in enumerate(drawn)
    ]
    finder = TitleFinder(questions=(), passages=tuple(passages))
    wrong = {
        number
        for number, (kind, role) in enumerate(drawn)
        if role and (kind == "caveat" or (offered is not None and role not in offered))
    }
    assert {problem.path for problem in finder_problems(finder, set(), offered)} == {
        ("passages", number, "role") for number in wrong
    }
