"""The result: a score, the verdict it gives, why, and what would change it.

The score is the sum of the weights. From +6 it is Operations Director, down to -6
Director of Operations; 6 is about a quarter of the shipped range of -25 to +22. Before
that, in this order, as the rules of the finder have it:

1. a budget below the local range of a Director of Operations: neither title, whatever
   the score, for money decides what can be hired at all;
2. fewer than five questions answered (our judgement): too little to name a title yet. To be unsure where no
   answer moves the score, as of the budget, leaves nothing open that could name it, and counts;
3. up to ten people and a score above 0: a fractional Operations Director or an advisor,
   with a hands-on operations manager;
4. a score from -2 to +2, more than fifty people, and both asked for: both titles.

Between the thresholds the questions marked as tie-breakers decide which title comes first.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from roles.core.limits import NEEDS_MAX

from .questions import OPEN as UNDECIDED
from .questions import Answer, Flag, Question

THRESHOLD = 6
EVEN = 2
ANSWERED_MIN = 5
REASONS_MAX = 3


class Verdict(StrEnum):
    """What the finder can answer. The first two are also the slugs of the roles."""

    OPERATIONS_DIRECTOR = "operations-director"
    DIRECTOR_OF_OPERATIONS = "director-of-operations"
    BETWEEN = "between"
    BOTH = "both"
    FRACTIONAL = "fractional"
    NEITHER = "neither"
    OPEN = UNDECIDED


@dataclass(frozen=True, slots=True)
class Chosen:
    """A question, and the answer the owner chose."""

    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True)
class Alternative:
    """One other answer to one question, and the verdict and score it would give.

    `instead_of` is None where the owner was unsure.
    """

    question: Question
    instead_of: Answer | None
    answer: Answer
    verdict: Verdict
    score: int

    @property
    def moves(self) -> int:
        """How far the score moves, without its sign."""
        return abs(self.answer.weight - (self.instead_of.weight if self.instead_of else 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the answers amount to.

    `lowest` and `highest` are the ends of the scale these questions span. `titles` are
    both roles' slugs, the recommended first; `leaning` is False when nothing points to
    either. `reasons` moved the score most, `decided_by` are the answers that took a branch
    whatever the score, `change` is None where no single answer would change the verdict or
    it is still open, `needs` are the keys of the heaviest needs found.
    """

    score: int
    lowest: int
    highest: int
    verdict: Verdict
    titles: tuple[Verdict, Verdict]
    leaning: bool
    chosen: tuple[Chosen, ...]
    reasons: tuple[Chosen, ...]
    decided_by: tuple[Chosen, ...]
    open_tie_breakers: tuple[Question, ...]
    change: Alternative | None
    needs: tuple[str, ...]


def find(questions: Iterable[Question], answers: Mapping[str, str]) -> Result:
    """Return what `answers`, from question key to answer key, amount to.

    A key that is not known, of a question or an answer, counts as unsure.
    """
    asked = tuple(questions)
    chosen = tuple(_chosen(asked, answers))
    score = _score(chosen)
    enough = max(1, min(ANSWERED_MIN, len(asked)) - _unsure_without_weight(asked, answers))
    verdict = _verdict(chosen, enough)
    lean = _lean(chosen, verdict)
    director, of_operations = Verdict.OPERATIONS_DIRECTOR, Verdict.DIRECTOR_OF_OPERATIONS
    weights = [[0, *(answer.weight for answer in question.answers)] for question in asked]
    answered = {item.question.key for item in chosen}
    return Result(
        score=score,
        lowest=sum(min(row) for row in weights),
        highest=sum(max(row) for row in weights),
        verdict=verdict,
        titles=(of_operations, director) if lean < 0 else (director, of_operations),
        leaning=lean != 0,
        chosen=chosen,
        reasons=_heaviest(chosen)[:REASONS_MAX],
        decided_by=tuple(item for item in chosen if item.answer.flag in _DECIDES.get(verdict, ())),
        open_tie_breakers=tuple(item for item in asked if item.tie_breaker and item.key not in answered),
        change=None if verdict is Verdict.OPEN else _smallest_change(asked, chosen, verdict, enough),
        needs=_needs(chosen),
    )


_DECIDES = {
    Verdict.NEITHER: {Flag.BELOW_FLOOR},
    Verdict.FRACTIONAL: {Flag.UP_TO_TEN},
    Verdict.BOTH: {Flag.BOTH, Flag.ABOVE_FIFTY},
}


def _chosen(questions: tuple[Question, ...], answers: Mapping[str, str]) -> Iterator[Chosen]:
    for question in questions:
        key = answers.get(question.key)
        for answer in question.answers:
            if answer.key == key:
                yield Chosen(question, answer)


def _unsure_without_weight(questions: tuple[Question, ...], answers: Mapping[str, str]) -> int:
    """How many questions that move no score were asked and left unsure."""
    return sum(
        question.key in answers
        and all(answer.weight == 0 and answer.key != answers[question.key] for answer in question.answers)
        for question in questions
    )


def _score(chosen: Iterable[Chosen]) -> int:
    return sum(item.answer.weight for item in chosen)


def _verdict(chosen: tuple[Chosen, ...], enough: int) -> Verdict:
    score = _score(chosen)
    flags = {item.answer.flag for item in chosen}
    if Flag.BELOW_FLOOR in flags:
        return Verdict.NEITHER
    if len(chosen) < enough:
        return Verdict.OPEN
    if Flag.UP_TO_TEN in flags and score > 0:
        return Verdict.FRACTIONAL
    if score >= THRESHOLD:
        return Verdict.OPERATIONS_DIRECTOR
    if score <= -THRESHOLD:
        return Verdict.DIRECTOR_OF_OPERATIONS
    if abs(score) <= EVEN and {Flag.ABOVE_FIFTY, Flag.BOTH} <= flags:
        return Verdict.BOTH
    return Verdict.BETWEEN


def _lean(chosen: tuple[Chosen, ...], verdict: Verdict) -> int:
    """Return a number above 0 for an Operations Director, below 0 for the other, 0 for no leaning."""
    score = _score(chosen)
    if verdict in (Verdict.BETWEEN, Verdict.BOTH, Verdict.OPEN):
        return _score(item for item in chosen if item.question.tie_breaker) or score
    return score


def _heaviest(chosen: Iterable[Chosen]) -> tuple[Chosen, ...]:
    """Return the answers that carry weight, the heaviest first; equal ones as they were asked."""
    weighty = [item for item in chosen if item.answer.weight]
    return tuple(sorted(weighty, key=lambda item: -abs(item.answer.weight)))


def _needs(chosen: Iterable[Chosen]) -> tuple[str, ...]:
    by_weight = sorted(chosen, key=lambda item: -abs(item.answer.weight))
    found = dict.fromkeys(need for item in by_weight for need in item.answer.needs)
    return tuple(found)[:NEEDS_MAX]


def _smallest_change(
    questions: tuple[Question, ...], chosen: tuple[Chosen, ...], verdict: Verdict, enough: int
) -> Alternative | None:
    """Return the change of one answer that moves the score least and still changes the verdict.

    An answer that does not move the score at all (the budget) comes last: it means nothing
    about the work. Among equals the first asked counts. Nobody becomes unsure.
    """
    given = {item.question.key: item.answer for item in chosen}
    changes = []
    for question in questions:
        others = tuple(item for item in chosen if item.question != question)
        for answer in question.answers:
            if answer == given.get(question.key):
                continue
            then = (*others, Chosen(question, answer))
            if (other := _verdict(then, enough)) is not verdict:
                changes.append(Alternative(question, given.get(question.key), answer, other, _score(then)))
    return min(changes, key=lambda change: change.moves or float("inf"), default=None)
