"""What a post answers for, recognised in an old text by the cues that consultants keep for each area."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roles.core.compose.scope import Answered
from roles.core.compose.vocabulary import Area, Industry
from roles.core.folding import fold
from roles.core.limits import AREAS_MAX, STARS_MAX

# A cue in what the post does tells more than one anywhere else.
_IN_A_DUTY = 3


@dataclass(frozen=True, slots=True)
class Recognised:
    """An area, and the cues of it that are in the text, each as written there."""

    area: str
    cues: tuple[str, ...]


def recognised(areas: Sequence[Area], duties: Iterable[str], others: Iterable[str]) -> tuple[Recognised, ...]:
    """Return the areas whose cues are in what the post does, those that most of it is about first.

    Of a text without duties all lines count alike. At most `AREAS_MAX`.
    """
    done, beside = [fold(text) for text in duties], [fold(text) for text in others]
    found = []
    for place, area in enumerate(areas):
        expression = _cues(area.cues)
        if expression is None:
            continue
        in_duties, hits = _hits(expression, done)
        in_others, more = _hits(expression, beside)
        if in_duties or (in_others and not done):
            score = _IN_A_DUTY * in_duties + in_others
            found.append((-score, place, Recognised(area.key, tuple(dict.fromkeys((*hits, *more))))))
    return tuple(one for _, _, one in sorted(found, key=lambda entry: entry[:2]))[:AREAS_MAX]


def as_scope(areas: Iterable[str]) -> tuple[Answered, ...]:
    """Return the areas as answers, the first few of them starred."""
    return tuple(Answered(area=key, starred=number < STARS_MAX) for number, key in enumerate(dict.fromkeys(areas)))


def industry_named(industries: Iterable[Industry], title: str, texts: Iterable[str]) -> str:
    """Return the key of the one kind of business whose names the text has most often, "" where none leads.

    A name in the title or the name of the business counts as three, and one alone elsewhere is not enough.
    """
    first, rest = fold(title), fold("\n".join(texts))
    scores = []
    for industry in industries:
        expression = _cues((industry.name, *industry.aliases))
        if expression:
            score = 3 * len(expression.findall(first)) + len(expression.findall(rest))
            scores.append((score, industry.key))
    scores.sort(reverse=True)
    if not scores or scores[0][0] < 2 or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return ""
    return scores[0][1]


def _cues(cues: Iterable[str]) -> re.Pattern[str] | None:
    words = sorted({fold(cue).strip() for cue in cues if cue.strip()}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)") if words else None


def _hits(expression: re.Pattern[str], texts: Iterable[str]) -> tuple[int, list[str]]:
    """Return how many of the texts have a cue, and the cues."""
    found = [expression.findall(text) for text in texts]
    return sum(bool(hits) for hits in found), [cue for hits in found for cue in hits]
