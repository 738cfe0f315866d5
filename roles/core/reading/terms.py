"""Where one works, as a posting states it of its own post: on site, hybrid or remote.

Words about customers, nurses or other people at work state nothing about the post: a term counts where a label, a part
of a line of its own, or the sentence's subject makes it the post's.
"""

import re
from collections.abc import Iterable, Sequence

from roles.core.document import Workplace
from roles.core.folding import fold

from .folded_lines import FoldedLine
from .labels import Labelled
from .posting import Stated
from .workplace_more import MORE_HYBRID_PHRASE, MORE_ON_SITE_PHRASE, MORE_REMOTE_PHRASE
from .workplace_phrases import (
    ASKED,
    AT_A_PLACE,
    HOME_DAYS,
    HYBRID_ALONE,
    HYBRID_PHRASES,
    MORE_ON_SITE,
    ON_SITE_PHRASE,
    ON_THE_ROAD,
    REMOTE_PHRASE,
    SITE_ALONE,
)
from .workplace_terms import (
    ANY_WAY,
    AT_SITE,
    BESIDE,
    BETWEEN,
    EITHER,
    HOURS,
    HYBRID_OTHER,
    NEGATED,
    NO,
    OTHERS,
    REMOTE_OTHER,
    SOME_DAYS,
    WHOLE,
)

_LEAST, _SHORT, _MANY, _LONG = 6, 90, 200, 1_000


def workplace_stated(
    folded_lines: Sequence[FoldedLine], labels: Iterable[Labelled], beside_place: str
) -> Stated[Workplace] | None:
    """Return where the work is done as the text states it; `beside_place` are words found with the place."""
    for each in labels:
        if each.fact == "workplace" and each.value:
            answer = fold(each.value).strip(" .")
            if re.match(r"(?:no|none|not|false|n/a)\b", answer):
                if each.label not in ("on-site", "onsite", "hybrid"):
                    return Stated(Workplace.ON_SITE, each.value)
            elif re.match(r"(?:yes|true)\b", answer):
                if kind := _whole(each.label.rstrip("?")):
                    return Stated(kind, each.value)
            elif kind := _whole(answer):
                return Stated(kind, each.value)
            elif SOME_DAYS.match(answer):
                return Stated(Workplace.HYBRID, each.value)
            elif SITE_ALONE.fullmatch(answer):
                return Stated(Workplace.ON_SITE, each.value)
    if beside_place and (kind := _whole(fold(beside_place)) or _at_a_site(beside_place)):
        beside = (each.folded for each in folded_lines if fold(beside_place) in each.folded)
        if kind is not Workplace.REMOTE or not any(map(HYBRID_ALONE.search, beside)):
            return Stated(kind, beside_place)
    if any(ON_THE_ROAD.search(each.folded) and not HOME_DAYS.search(each.folded) for each in folded_lines):
        return None
    found: dict[Workplace, str] = {}
    for folded_line in folded_lines:
        folded = folded_line.folded
        if folded_line.heading or not ANY_WAY.search(folded):
            continue
        for start, end in folded_line.sentences:
            if negated := NEGATED.search(folded, start, end):
                return (found.get(Workplace.HYBRID) and Stated(Workplace.HYBRID, found[Workplace.HYBRID])) or Stated(
                    Workplace.ON_SITE, folded_line.text[slice(*negated.span())]
                )
            for kind, span in _in_sentence(folded, start, end):
                found.setdefault(kind, folded_line.text[slice(*span)])
    for kind in (Workplace.HYBRID, Workplace.REMOTE, Workplace.ON_SITE):
        if kind in found:
            return Stated(kind, found[kind])
    return _in_sentences(folded_lines) or _of_a_site(labels)


def _of_a_site(labels: Iterable[Labelled]) -> Stated[Workplace] | None:
    """On site, where the place behind a label is a site and nothing else is stated: "Work site: Easton warehouse"."""
    found = (each.value for each in labels if each.fact == "job_location" and AT_A_PLACE.search(each.value))
    return next((Stated(Workplace.ON_SITE, value) for value in found), None)


# Each way with the words it is stated in, likeliest first; all of a group have to be in one sentence.
_PHRASES = (
    (Workplace.HYBRID, HYBRID_PHRASES),
    (Workplace.HYBRID, (HYBRID_ALONE,)),
    (Workplace.ON_SITE, (ON_SITE_PHRASE,)),
    (Workplace.ON_SITE, (MORE_ON_SITE,)),
    (Workplace.REMOTE, (REMOTE_PHRASE,)),
)
# Those that are looked for last, in a text that is no longer than a posting.
_LAST = (
    (Workplace.HYBRID, (MORE_HYBRID_PHRASE,)),
    (Workplace.REMOTE, (MORE_REMOTE_PHRASE,)),
    (Workplace.ON_SITE, (MORE_ON_SITE_PHRASE,)),
)

_LATE = frozenset(expression for _, (expression,) in _LAST)


def _in_sentences(folded_lines: Sequence[FoldedLine]) -> Stated[Workplace] | None:
    """The way of a sentence on the post's hours, work or days that has none of the terms; not other people's."""
    for folded_line in folded_lines:
        if asked := ASKED.search(folded_line.folded):
            return Stated(Workplace.ON_SITE, folded_line.text[slice(*asked.span())])
    for folded_line in folded_lines:
        # "LAUNDRY PLANT, DAYS, IN PERSON" is no heading, though all is in capitals.
        if folded_line.heading and "," in folded_line.text and len(folded_line.text) < _SHORT:
            for kind, span in _in_sentence(folded_line.folded, 0, len(folded_line.folded)):
                return Stated(kind, folded_line.text[slice(*span)])
    for kind, group in _PHRASES + (_LAST if len(folded_lines) <= _MANY else ()):
        for folded_line in folded_lines:
            for start, end in () if folded_line.heading else folded_line.sentences:
                if end - start < _LEAST or (group[0] in _LATE and end - start > _LONG):
                    continue
                if words := _in_one_sentence(folded_line, group, start, end):
                    return Stated(kind, words)
    return None


def _in_one_sentence(folded_line: FoldedLine, group: Sequence[re.Pattern[str]], start: int, end: int) -> str:
    """What is stated in a sentence that has a match of each expression, "" where one is missing or it is of others."""
    spans = []
    for words in group:
        match = next(
            (
                match
                for match in words.finditer(folded_line.folded, start, end)
                if not OTHERS.search(folded_line.folded, _clause(folded_line.folded, start, match.start()), match.end())
                and not (
                    len(group) > 1 and NO.search(folded_line.folded, max(start, match.start() - 40), match.start())
                )
            ),
            None,
        )
        if match is None:
            return ""
        spans.append(match.span())
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    return folded_line.text[first:last].strip(" .,;")


def _clause(folded: str, start: int, at: int) -> int:
    """Where the words before an offset begin that tell of whom it is: not before a semicolon."""
    return max(start, at - 60, folded.rfind(";", start, at) + 1)


def _at_a_site(place: str) -> Workplace | None:
    """On site, of what is behind a label such as "Place": "in the shop, Main Street"."""
    whole = fold(place)
    if SOME_DAYS.search(whole):
        return Workplace.HYBRID if any(word in whole for word in ("rest", "home", "remote")) else None
    there = whole.partition(",")[0].partition(". ")[0].strip(" .")
    return Workplace.ON_SITE if AT_SITE.fullmatch(there) or SITE_ALONE.fullmatch(there) else None


def _at_its_site(part: str, folded: str, at: int) -> Workplace | None:
    """On site, of "at our offices in Leeds" beside the hours: "Full-time, at our offices in Leeds"."""
    beside = AT_SITE.fullmatch(part) and HOURS.search(folded) and not OTHERS.search(folded, max(0, at - 60), at)
    return Workplace.ON_SITE if beside else None


def _whole(folded: str) -> Workplace | None:
    if HYBRID_OTHER.search(folded) or REMOTE_OTHER.search(folded) or EITHER.search(folded):
        return None
    kind = next((kind for kind, words in WHOLE if words.fullmatch(folded)), None)
    return Workplace.HYBRID if kind and (HOME_DAYS.search(folded) or HYBRID_ALONE.search(folded)) else kind


def _in_sentence(folded: str, start: int, end: int) -> Iterable[tuple[Workplace, tuple[int, int]]]:
    """Yield the ways a sentence states: a part of it that is nothing else, or words beside the post."""
    at = start
    for between in (*BETWEEN.finditer(folded, start, end), None):
        stop = between.start() if between else end
        part = folded[at:stop].strip(" .!*_")
        if (
            part
            and len(part) <= 80
            and len(part.split()) <= 14
            and (kind := _whole(part) or _at_its_site(part, folded, at))
        ):
            offset = folded.index(part, at)
            yield kind, (offset, offset + len(part))
        at = between.end() if between else end
    for match in (*HOME_DAYS.finditer(folded, start, end), *HYBRID_ALONE.finditer(folded, start, end)):
        around = max(start, match.start() - 60)
        if not OTHERS.search(folded, around, match.end()) and not NO.search(folded, around, match.start()):
            yield Workplace.HYBRID, match.span()
    for kind, words in BESIDE:
        for match in words.finditer(folded, start, end):
            if kind is Workplace.HYBRID and HYBRID_OTHER.match(folded, match.start()):
                continue
            if kind is Workplace.REMOTE and REMOTE_OTHER.search(folded, match.start(), min(end, match.end() + 12)):
                continue
            before = max(start, match.start() - 60)
            if kind is Workplace.HYBRID and OTHERS.search(folded, before, match.start()):
                continue
            if not NO.search(folded, max(start, match.start() - 40), match.start()):
                yield kind, match.span()
