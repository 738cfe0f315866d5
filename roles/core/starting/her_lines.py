"""What her lines are: a duty, a wish, lines of a list or sentences of a paragraph; and what a section is for."""

import re
from dataclasses import replace
from itertools import groupby

from roles.core.limits import Purpose
from roles.core.reading import LineKind

from .account import Became
from .deciding import HOLLOW, REPEATED, Decision
from .head import AT_HEAD
from .pieces import Part
from .placing import CULTURE, NATURAL
from .regrouped import LOOSE
from .words import words_of

_OF_ITS_OWN = frozenset({Purpose.APPLY, Purpose.CONDITIONS, Purpose.PAY})
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
    r"\b(?:looking for|seeking|hiring|appoint|need|want|after) (?:an?|one|some|the)\s?(?:[\w-]+ ){0,4}"
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
    verbs = words_of("verbs")
    bare = first.removesuffix("ing")  # "Running", "Pricing", "Planning"
    doing = bare != first and not verbs.isdisjoint((bare, f"{bare}e", bare[:-1]))
    return doing or first in verbs or first in _DOES


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
    if asked and any(decision.purpose in _OF_ITS_OWN for decision in kept):
        return False  # "Call Jo after 4. Dont text." below what she asks for
    found = (_FIRST.search(text) for text in texts)
    firsts = [match[0].lower().replace("’", "'").partition("'")[0] if match else "" for match in found]
    if asked:
        return not any(_SPEAKS.match(first) for first in firsts)
    does = sum(map(states_a_duty, texts))
    return (
        does >= _LEAST
        and (purpose is Purpose.DUTIES or does == len(firsts))
        and not any(_SPEAKS.match(first) for first in firsts)
    )


def with_wishes_kept(decided: list[Decision]) -> list[Decision]:
    """Return what was decided, lines of her requirements that only wish for something as they are, in their place."""
    grouped = (list(group) for _, group in groupby(decided, key=lambda decision: decision.piece.item))
    lines = [line for line in grouped if line[0].piece.kind is not LineKind.HEADING]
    stay = {line[0].piece.item for line in lines if _is_wished(line)}
    return [_asked_for(decision) if decision.piece.item in stay else decision for decision in decided]


def _is_wished(line: list[Decision]) -> bool:
    kept = [decision for decision in line if decision.became is not Became.LEFT_OUT]
    asked = bool(kept) and purpose_of(kept[0]) is Purpose.REQUIRED
    return asked and all(one.piece.part in _WISHES or one.piece.asked is LineKind.PREFERRED for one in kept)


def _asked_for(decision: Decision) -> Decision:
    piece = replace(decision.piece, part=Part.WORDS, asked=None)
    stays = decision.became in (Became.MOVED, Became.HEADING)
    return replace(
        decision,
        piece=piece,
        became=Became.KEPT if stays else decision.became,
        field="own_required",
        purpose=Purpose.REQUIRED,
        reason="" if stays else decision.reason,
    )


def is_barred(line: list[Decision]) -> bool:
    """Return whether a line is left out, in part or as a whole, for what it says."""
    return any(one.became is Became.LEFT_OUT and one.reason not in (HOLLOW, REPEATED) for one in line)


def answers_alone(line: list[Decision]) -> bool:
    """Return whether a line gives answers that the head of a posting prints, and nothing else."""
    answers = [decision for decision in line if decision.became is Became.ANSWER]
    left = all(decision.became in (Became.ANSWER, Became.LEFT_OUT) for decision in line)
    return left and bool(answers) and all(AT_HEAD.issuperset(decision.answered) for decision in answers)


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
