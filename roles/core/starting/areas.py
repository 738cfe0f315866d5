"""What a post answers for, recognised in an old text by the cues that consultants keep for each area."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from roles.core.compose.scope import Answered
from roles.core.compose.vocabulary import Area, Industry
from roles.core.folding import fold
from roles.core.limits import AREAS_MAX, STARS_MAX

# Where the main verb of a line and what it is about are: among its first words.
_FIRST = 4
# Words that many lines name beside what they are about: alone they make no area.
_WEAK = frozenset(
    {
        *("maintenance", "equipment", "quotes", "renewals", "vendors", "suppliers", "contractors", "projects"),
        *("overtime", "production", "manufacturing", "marketing", "materials", "training", "incidents", "sales"),
    }
)
_MENTIONS_LEAST = 5
# Of so many lines at least half must be about an area.
_MANY = 5


@dataclass(frozen=True, slots=True)
class Recognised:
    """An area, and the cues of it that are in the text, each as written there."""

    area: str
    cues: tuple[str, ...]


def recognised(areas: Sequence[Area], duties: Iterable[str]) -> tuple[Recognised, ...]:
    """Return the areas that lines on what a post does are about, those of most lines first, then as they come.

    It takes two different cues of an area, or one that a line begins with: "Own the P&L". A word that is beside
    anything, such as maintenance, is none of these. At most `AREAS_MAX`.
    """
    expressions = [(area.key, expression) for area in areas if (expression := _cues(area.cues))]
    scores: dict[str, int] = {}
    begun: set[str] = set()
    firsts: dict[str, int] = {}
    cues: dict[str, dict[str, None]] = {}
    texts = list(duties)
    claimed: list[set[str]] = [set() for _ in texts]
    for place, text in enumerate(texts):
        found = []
        for key, expression in expressions:
            matches = list(expression.finditer(_plain(text)))
            if matches:
                plain = _plain(text)
                found.append((matches[0].start(), -len(matches[0][0]), key))
                if any(match[0] not in _WEAK and len(plain[: match.start()].split()) < _FIRST for match in matches):
                    begun.add(key)
                cues.setdefault(key, {}).update(dict.fromkeys(match[0] for match in matches))
        claimed[place] = {key for _, _, key in found}
        for number, (_, _, key) in enumerate(sorted(found)):
            scores[key] = scores.get(key, 0) + 1
            firsts[key] = firsts.get(key, 0) + (not number)
    sure = [key for key in scores if key in begun or (len(cues[key]) > 1 and not cues[key].keys() <= _WEAK)]
    few = len(sure) < STARS_MAX or sum(not keys.isdisjoint(sure) for keys in claimed) * 2 < len(texts)
    if len(texts) >= _MANY and few:
        return ()  # what a few lines name is not what the role is about
    order = sorted(sure, key=lambda key: (-scores[key], -firsts[key]))
    return tuple(Recognised(key, tuple(cues[key])) for key in order)[:AREAS_MAX]


def as_scope(areas: Iterable[str]) -> tuple[Answered, ...]:
    """Return the areas as answers, the first few of them starred."""
    return tuple(Answered(area=key, starred=number < STARS_MAX) for number, key in enumerate(dict.fromkeys(areas)))


def industry_named(industries: Iterable[Industry], title: str, texts: Iterable[str]) -> str:
    """Return the key of the one kind of business whose names the text has most often, "" where none leads.

    A name in the title or in that of the business counts as three; without one it takes several elsewhere. What is
    not clear, another kind having half as many, is left open.
    """
    head, rest = _plain(title), _plain("\n".join(texts))
    scores = []
    for industry in industries:
        expression = _cues((industry.name, *industry.aliases))
        if expression:
            named, mentioned = len(expression.findall(head)), len(expression.findall(rest))
            if named or mentioned >= _MENTIONS_LEAST:
                scores.append((3 * named + mentioned, industry.key))
    scores.sort(reverse=True)
    (first, key), (second, _) = (*scores, (0, ""), (0, ""))[:2]
    return key if first > 2 * second else ""


@lru_cache(maxsize=512)
def _cues(cues: tuple[str, ...]) -> re.Pattern[str] | None:
    words = sorted({_plain(cue).strip() for cue in cues if cue.strip()}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)") if words else None


def _plain(text: str) -> str:
    """The text in small letters, "day-to-day" as "day to day"."""
    return fold(text).replace("-", " ")
