"""Which questions come first, and whether their answers decide.

Five questions are asked first: those whose answers can decide whatever the score (the local
pay, the number of people), those that break a tie, then those whose answers lie furthest
apart. They decide a title when it would stay the recommended one even if the questions left
out went against it by half of all they could, a margin that is our own judgement: with all
of it every owner would be asked every question. The full verdict may then be the title or
"between the two", with the same title first. What no score moves, a budget below the floor,
is certain.
"""

from collections.abc import Iterable, Mapping

from .questions import Flag, Question
from .result import ANSWERED_MIN, Verdict, find

MARGIN = 0.5
_OVERRULING = {Flag.BELOW_FLOOR, Flag.UP_TO_TEN}


def first_questions(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the `ANSWERED_MIN` most telling questions, in the order of `questions`."""
    asked = tuple(questions)
    telling = sorted(asked, key=lambda item: (not _flags(item) & _OVERRULING, not item.tie_breaker, -_spread(item)))
    first = telling[:ANSWERED_MIN]
    return tuple(question for question in asked if question in first)


def decided(questions: Iterable[Question], answers: Mapping[str, str]) -> bool:
    """Return whether the title recommended stays, within the margin, however the other questions are answered.

    A question counts as asked when it has an entry in `answers`, also an unknown one (unsure).
    """
    asked = tuple(questions)
    result = find(asked, answers)
    left = [question for question in asked if question.key not in answers]
    if result.verdict is Verdict.NEITHER or not left:
        return result.verdict is not Verdict.OPEN
    if any(question.tie_breaker or _flags(question) & _OVERRULING for question in left):
        return False
    tie = sum(item.answer.weight for item in result.chosen if item.question.tie_breaker)
    lowest = result.score + MARGIN * sum(min(_weights(question)) for question in left)
    highest = result.score + MARGIN * sum(max(_weights(question)) for question in left)
    if result.verdict is Verdict.DIRECTOR_OF_OPERATIONS:
        return tie <= 0 and highest < 0
    if result.verdict is Verdict.OPERATIONS_DIRECTOR:
        return tie >= 0 and lowest > 0
    return result.verdict is Verdict.FRACTIONAL and lowest > 0


def _flags(question: Question) -> set[Flag]:
    return {answer.flag for answer in question.answers if answer.flag}


def _weights(question: Question) -> list[int]:
    """The weights a question can have, that of being unsure among them."""
    return [0, *(answer.weight for answer in question.answers)]


def _spread(question: Question) -> int:
    weights = _weights(question)
    return max(weights) - min(weights)
