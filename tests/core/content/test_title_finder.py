from dataclasses import replace

import pytest

from roles.core import content
from roles.core.content import reading
from roles.core.content.yaml_file import YamlFile
from roles.core.finder import Answer, PassageKind, Question
from roles.core.finder.questions import finder_problems

FINDER = content.read_title_finder()
NEEDS = {need.key for need in content.read_needs()}


def test_the_shipped_finder_has_its_questions_tie_breakers_and_caveats():
    assert len(FINDER.questions) == 13
    assert [item.key for item in FINDER.questions if item.tie_breaker] == ["missing", "decisions", "objectives"]
    assert sum(passage.kind is PassageKind.CAVEAT for passage in FINDER.passages) == 5


def test_every_question_states_why_it_is_asked_and_can_be_read_at_a_glance():
    for question in FINDER.questions:
        assert question.why.endswith(".")
        assert all(len(answer.text) <= 60 for answer in question.answers)
    words = sum(len(f"{q.text} {' '.join(a.text for a in q.answers)}".split()) for q in FINDER.questions)
    assert words <= 400  # two minutes at 200 words a minute


def test_a_need_points_the_way_its_answer_does():
    focus = {need.key: need.focus for need in content.read_needs()}
    for question in FINDER.questions:
        for answer in question.answers:
            for need in answer.needs:
                assert focus[need] == ("strategic" if answer.weight > 0 else "operational")


def answer(key, **rest):
    return Answer(key=key, text=key, **rest)


def question(*answers, key="q"):
    return Question(key=key, text="Q", why="W", answers=answers)


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ([question(answer("a"))], "questions.0.answers should hold at least two"),
        ([question(answer("a"), answer("a"))], "questions.0.answers.0.key should be another"),
        ([question(answer("a"), answer("unsure"))], "questions.0.answers.1.key should be another"),
        ([question(answer("a"), answer("b", weight=4))], "questions.0.answers.1.weight should be from -3 to 3"),
        ([question(answer("a"), answer("b", needs=("no",)))], "names the unknown need “no”"),
        ([question(answer("a"), answer("b"))] * 2, "the key “q” more than once"),
    ],
)
def test_a_finder_that_cannot_work_is_reported(asked, problem):
    found = [str(item) for item in finder_problems(replace(FINDER, questions=tuple(asked)), NEEDS)]

    assert any(problem in item for item in found), found


def test_a_mistake_in_the_file_is_named_with_its_line(monkeypatch, tmp_path):
    path = tmp_path / "title-finder.yaml"
    path.write_text(
        "questions:\n  - key: q\n    text: Q\n    why: W\n    answers:\n      - {key: a, text: A, weight: 9}\n"
        "      - {key: b, text: B}\npassages: []\n"
    )
    needs = content.read_needs()
    monkeypatch.setattr(reading, "ROOT", tmp_path)
    monkeypatch.setattr(reading, "read_needs", lambda: needs)

    with pytest.raises(content.ContentError, match=r"title-finder.yaml:6: question 1, answer 1, weight should be from"):
        content.read_title_finder()
    assert YamlFile.read(path).data["passages"] == []
