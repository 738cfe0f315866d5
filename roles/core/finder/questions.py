"""What the title finder asks and answers: questions with weighted answers, and passages.

The questions, the weights and the branches are our own design, derived from the key
differences of the article the portal teaches ("Operations Director vs Director of
Operations"); they are to be validated with consultants and real owners.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from roles.core.codec import Problem

WEIGHT_MAX = 3
UNSURE = "unsure"
OPEN = "open"  # the result of too few answers


class Flag(StrEnum):
    """What an answer means beside its weight; the branches of a result read it."""

    BOTH = "both"
    UP_TO_TEN = "up_to_ten"
    ABOVE_FIFTY = "above_fifty"
    BELOW_FLOOR = "below_floor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer an owner can choose.

    `weight` is from -3 to 3: above 0 it points to an Operations Director, below 0 to a
    Director of Operations. `needs` are the keys of the needs it implies.
    """

    key: str
    text: str
    weight: int = 0
    needs: tuple[str, ...] = ()
    flag: Flag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question to an owner. To be unsure is always possible, never listed, and weighs 0."""

    key: str
    text: str
    why: str
    tie_breaker: bool = False
    answers: tuple[Answer, ...]


class PassageKind(StrEnum):
    """What a passage is for: what a verdict means, another role it could be, or a caveat."""

    VERDICT = "verdict"
    OTHER = "other"
    CAVEAT = "caveat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of the result page. The key of a `VERDICT` passage is the verdict it explains.

    `role` is the slug of the role that it names, which the page then offers first; empty,
    the score alone chooses between the two titles.
    """

    key: str
    kind: PassageKind
    heading: str
    text: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleFinder:
    """All the finder asks and answers, in order."""

    questions: tuple[Question, ...]
    passages: tuple[Passage, ...]


def finder_problems(finder: TitleFinder, needs: set[str], roles: Collection[str] | None = None) -> Iterator[Problem]:
    """Yield what keeps a finder from being used; a path counts questions, answers and passages from 0.

    `roles` are the slugs a passage may name, None where they are not known.
    """
    for name, items in (("questions", finder.questions), ("passages", finder.passages)):
        for key, times in Counter(item.key for item in items).items():
            if times > 1:
                yield Problem((name,), f"has the key “{key}” more than once")
    for number, passage in enumerate(finder.passages):
        if message := role_problem(passage.kind, passage.key, passage.role, roles):
            yield Problem(("passages", number, "role"), message)
    for number, question in enumerate(finder.questions):
        if len(question.answers) < 2:
            yield Problem(("questions", number, "answers"), "should hold at least two")
        for place, answer in enumerate(question.answers):
            for name, message in _answer_problems(answer, question, needs):
                yield Problem(("questions", number, "answers", place, name), message)


def _answer_problems(answer: Answer, question: Question, needs: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the fields of an answer that are wrong, with what is."""
    if answer.key == UNSURE or sum(other.key == answer.key for other in question.answers) > 1:
        yield "key", "should be another: it is taken"
    if abs(answer.weight) > WEIGHT_MAX:
        yield "weight", f"should be from -{WEIGHT_MAX} to {WEIGHT_MAX}"
    for need in answer.needs:
        if need not in needs:
            yield "needs", f"names the unknown need “{need}”"


def role_problem(kind: str, key: str, role: str, roles: Collection[str] | None = None) -> str:
    """Return what is wrong with the role that a passage of this kind and key names, "" for nothing.

    `roles` are as in `finder_problems`.
    """
    if role and kind == PassageKind.CAVEAT:
        return "should be empty: a caveat names no role"
    if role and kind == PassageKind.VERDICT and key == OPEN:
        return "should be empty: with too few answers no role is named"
    if role and roles is not None and role not in roles:
        return f"names “{role}”, which owners cannot choose (not there, not published, or retired)"
    return ""
