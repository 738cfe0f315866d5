"""What her lines are: a duty, a wish, lines of a list or sentences of a paragraph; and what a section is for."""

import re

from roles.core.limits import Purpose
from roles.core.reading import LineKind

from .account import Became
from .deciding import Decision
from .pieces import Part
from .placing import CULTURE, NATURAL
from .regrouped import LOOSE
from .words import words_of

_WISHES = frozenset({Part.WISHED, Part.WISH, Part.NICE})
# A sentence that is no line of a list: of somebody, or of the one before it.
_SPEAKS = re.compile(
    r"(?:you|we|i|he|she|they|it|this|that|these|those|there|our|your|us|and|but|so|or|because|which|who|then|also|if|"
    r"when|not|no|maybe)$"
)
# A sentence of hers that states what the post does, as one of ours opens with.
_OPENS = re.compile(
    r"\byou(?: will|.ll| would|.d)? (?:also )?(?:own|run|lead|manage|decide|head|set|answer|look after|take|be)\b|"
    r"\b(?:director|role|position|post|manager)(?: of operations)?(?: will)? (?:be )?"
    r"(?:is )?(?:own|run|lead|answer|oversee|manage|direct|head|provide|responsible|accountable|reports? to)s?\b|"
    r"\b(?:looking for|seeking|hiring|appoint|need|want) (?:an?|one|some|the)\s?(?:[\w-]+ ){0,4}"
    r"(?:director|manager|leader|person|body|one)\b|"
    r"\bis the right hand\b|\boverall responsibility\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"[^\W_][\w'’-]*")
_DOES = frozenset(
    {"oversee", "ensure", "responsible", "liaise", "participate", "assist", "coordinate", "any", "accountable"}
)
_LEAST, _LINE = 3, 170


def states_a_duty(text: str) -> bool:
    """Return whether a line begins with what somebody is to do."""
    match = _FIRST.search(text)
    first = match[0].lower() if match else ""
    return first in words_of("verbs") or first in _DOES


def states_the_post(text: str) -> bool:
    """Return whether a sentence states what the post does, as one of ours opens with."""
    return bool(_OPENS.search(text))


def reads_as_list(kept: list[Decision], purpose: Purpose) -> bool:
    """Whether the sentences of one paragraph are the lines of a list: each on its own, none on the one before it.

    Sentences on what is to be done begin with what one does; those on what is asked for speak of no person.
    """
    texts = [decision.piece.text for decision in kept if decision.piece.part is not Part.WISH]
    if any(text.endswith(";") or not _FIRST.search(text) for text in texts):
        return False  # "Bachelor's degree required; master's preferred." and "Please share! 🙏" are one line each
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


def is_wish(decision: Decision, *, splits: bool) -> bool:
    """Return whether words only wish for something: they state so, or her text does not set its wishes apart itself."""
    return decision.piece.part in _WISHES or (not splits and decision.piece.asked is LineKind.PREFERRED)


def purpose_of(decision: Decision) -> Purpose:
    """Return what the section of a piece is for: as its heading has it, without one as its own words."""
    piece = decision.piece
    if piece.heading and piece.section not in (LOOSE, "section"):
        return NATURAL.get(piece.section, Purpose.OTHER)
    if piece.heading:
        return Purpose.CULTURE if CULTURE.search(piece.heading) else Purpose.OTHER
    if decision.purpose in (Purpose.APPLY, Purpose.STEPS):
        return Purpose.APPLY
    if decision.purpose in (Purpose.EQUAL_OPPORTUNITY, Purpose.COMPANY):
        return decision.purpose
    return Purpose.SUMMARY if piece.number <= 0 else Purpose.OTHER
