"""The sentences of one paragraph of hers: whether they are the lines of a list, and which of them need one another."""

import re

from roles.core.folding import fold
from roles.core.limits import Purpose
from roles.core.reading import LineKind

from .account import Became
from .deciding import Decision
from .pieces import Part
from .words import phrases_of, words_of

_WISHES = frozenset({Part.WISHED, Part.WISH, Part.NICE})
# A short sentence that closes what is before it in a paragraph says nothing alone: "That's the job."
_CLOSES = re.compile(r"(?:that|this|it|so|which)\b", re.IGNORECASE)
# What begins a sentence that speaks of the one before it.
_REFERS = re.compile(
    r"(?:that|this|it|those|these|both|so|but|and|yes|no|not|which|or|instead|then|if so|neither|nor)\b", re.IGNORECASE
)
# A sentence that is no line of a list: of somebody, or of the one before it.
_SPEAKS = re.compile(
    r"(?:you|we|i|he|she|they|it|this|that|these|those|there|our|your|us|and|but|so|or|because|which|who|then|also|if|"
    r"when|not|no|maybe)$"
)
_FIRST = re.compile(r"[^\W_][\w'’-]*")
_DOES = frozenset(
    {"oversee", "ensure", "responsible", "liaise", "participate", "assist", "coordinate", "any", "accountable"}
)
_LEAST, _LINE, _SHORT = 3, 170, 7


def states_a_duty(text: str) -> bool:
    """Return whether a line begins with what somebody is to do."""
    match = _FIRST.search(text)
    first = match[0].lower() if match else ""
    return first in words_of("verbs") or first in _DOES


def reads_as_list(kept: list[Decision], purpose: Purpose) -> bool:
    """Whether the sentences of one paragraph are the lines of a list: each on its own, none on the one before it.

    Sentences on what is to be done begin with what one does; those on what is asked for speak of no person.
    """
    texts = [decision.piece.text for decision in kept if decision.piece.part is not Part.WISH]
    asked = purpose in (Purpose.REQUIRED, Purpose.PREFERRED)
    if len(texts) < _LEAST - asked or kept[0].piece.bullet or max(map(len, texts)) > _LINE:
        return False
    if any(decision.became is Became.ANSWER or decision.piece.part is Part.SEGMENT for decision in kept):
        return False
    firsts = [match[0].lower() if (match := _FIRST.search(text)) else "" for text in texts]
    if asked:
        return not any(_SPEAKS.match(first) for first in firsts)
    does = sum(map(states_a_duty, texts))
    return (
        does >= _LEAST
        and (purpose is Purpose.DUTIES or does == len(firsts))
        and not any(_SPEAKS.match(first) for first in firsts)
    )


def is_needed(decision: Decision, behind: list[Decision], kept: str) -> bool:
    """Whether a sentence that says nothing alone is spoken of by another, or closes what is before it."""
    following = next((one.piece.text for one in behind if one.became is not Became.LEFT_OUT), "")
    folded = fold(decision.piece.text)
    return bool(
        (_CLOSES.match(decision.piece.text) and len(decision.piece.text.split()) <= _SHORT)
        or _REFERS.match(following)
        or any(phrase in folded and phrase in kept for phrase in phrases_of("hollow"))
    )


def is_wish(decision: Decision, *, splits: bool) -> bool:
    """Return whether words only wish for something: they say so, or her text does not set its wishes apart itself."""
    return decision.piece.part in _WISHES or (not splits and decision.piece.asked is LineKind.PREFERRED)
