"""How much of a week one works and on what contract, as a posting states it of its own post.

Words about staff, students or other people at work state nothing about the post.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from roles.core.document import EmploymentType
from roles.core.folding import fold
from roles.core.limits import SectionKey

from .bare_title import OF_A_TITLE
from .employment_words import (
    A_WEEK,
    ABOUT,
    ALMOST_FULL,
    ALONE,
    ALONE_AT_THE_HEAD,
    ANY_TERM,
    BEFORE_OTHERS,
    BY_THE_HOUR,
    CAPITALS,
    CLOCK,
    CODES,
    DAYS_A_WEEK,
    DAYS_OF_A_PLACE,
    EMPLOYMENT,
    FIVE_DAYS,
    FULL_FROM,
    HEAD,
    HOURS_ALONE,
    IN_BRACKETS,
    IN_WORDS,
    LINE_OF_TERMS,
    MONTHS,
    NO_KIND,
    OF_ITS_WEEK,
    OF_TITLE,
    OTHER_KINDS,
    OTHERS_WEEK,
    OVER_DAYS,
    OVER_SOME,
    PART_BELOW,
    PER_WEEK,
    PERHAPS,
    SHARE,
    SHORT_LINE,
    WEEK_FIRST,
    WEEK_OF_TITLE,
    WORKS_DAYS,
)
from .folded_lines import FoldedLine
from .labels import Labelled
from .posting import Stated
from .workplace_terms import BETWEEN

_WHOLE_DAY = 7.5  # hours, with a break in them
_BESIDE = 60
# Kinds of contract, which may have full weeks or not.
_TERMS = (EmploymentType.TEMPORARY, EmploymentType.CONTRACT)
_OF_DUTIES = frozenset({SectionKey.RESPONSIBILITIES, SectionKey.SUCCESS, SectionKey.REQUIRED, SectionKey.PREFERRED})


def employment_stated(
    folded_lines: Sequence[FoldedLine], labels: Iterable[Labelled]
) -> tuple[Stated[EmploymentType] | None, str]:
    """Return the kind of employment as the text states it, and words on it where no kind is meant: "permanent"."""
    labelled, permanent = _labelled(labels)
    if labelled:
        return (_of_its_title(folded_lines) if labelled.value is EmploymentType.FULL_TIME else None) or labelled, ""
    found: dict[EmploymentType, str] = {}
    others: dict[EmploymentType, str] = {}  # of a duty or a wish: the post's only where nothing else is stated
    of_week: Stated[EmploymentType] | None = None  # where nothing else does: a season has full weeks, too
    for number, folded_line in enumerate(folded_lines):
        folded = folded_line.folded
        of_title = folded_line.heading and OF_A_TITLE.search(
            folded_line.text
        )  # "OPERATIONS MANAGER – full-time, permanent"
        if (folded_line.heading and not of_title and not WEEK_FIRST.match(folded)) or not ANY_TERM.search(folded):
            continue
        kinds = list(_kinds_in(folded_line))
        if number == 0:
            if of_its_title := _of_its_title(folded_lines):
                return of_its_title, ""
            kinds += _week_of_title(folded_line)
        terms = terms_of(folded)
        for kind, words in (*kinds, *_short_forms(folded_line, terms, number)):
            if kind in _TERMS and not _is_its_term(folded_line, words):
                others.setdefault(kind, words)
            else:
                found.setdefault(kind, words)
        offered = folded_line.kind == SectionKey.PAY
        of_week = (
            of_week
            or _week_alone(terms, folded, offered=offered)
            or _by_hours_of_week(folded_line)
            or _by_the_clock(folded_line)
        )
        if not permanent and (none := NO_KIND.search(folded)):
            permanent = none[0]
    full, part = EmploymentType.FULL_TIME, EmploymentType.PART_TIME
    # A post for a year is that, also where its weeks are full; one of short weeks is first of all part-time.
    order = (*_TERMS, full, part) if full in found else (part, *_TERMS)
    for kinds_found in (found, others):
        for kind in order:
            if kind in kinds_found:
                return Stated(kind, kinds_found[kind]), ""
    return of_week, "" if of_week else permanent


def _of_its_title(folded_lines: Sequence[FoldedLine]) -> Stated[EmploymentType] | None:
    """The kind of contract in the title: "Interim Operations Director", whose weeks may be full ones as well."""
    title = folded_lines[0] if folded_lines else None
    found = _kind_of_title(title.folded) if title else None
    return Stated(found[0], title.text[slice(*found[1])]) if title and found else None


def _is_its_term(folded_line: FoldedLine, words: str) -> bool:
    """Whether words on a contract are those of the post: not in a duty, nor of others: "hire seasonal staff"."""
    at = folded_line.folded.find(fold(words))
    of_others = BEFORE_OTHERS.search(folded_line.folded, max(0, at - 30), max(0, at))
    return folded_line.kind not in _OF_DUTIES and not of_others


def _labelled(labels: Iterable[Labelled]) -> tuple[Stated[EmploymentType] | None, str]:
    """The kind that a label gives: "Contract: 12 months"; else its words of no kind: "Type: permanent"."""
    permanent = ""
    for each in labels:
        if each.fact != "employment_type" or not each.value:
            continue
        if each.label.startswith("contract") and MONTHS.match(fold(each.value)):
            return Stated(EmploymentType.CONTRACT, each.value), ""
        hours = " hours" if "hours" in each.label and each.value[-1].isdigit() else ""
        counted = [term for term in terms_of(fold(each.value)) if "hours" in each.label and HOURS_ALONE.fullmatch(term)]
        if kind := _kind_of_value(each.value + hours) or (_kind_of_value(counted[0]) if counted else None):
            return Stated(kind, each.value), ""
        if none := NO_KIND.search(fold(each.value)):
            permanent = permanent or none[0]
    return None, permanent


def _kinds_in(folded_line: FoldedLine) -> Iterator[tuple[EmploymentType, str]]:
    """Each kind that a folded line names of the post, with the words."""
    folded = folded_line.folded
    for kind, words in EMPLOYMENT:
        for match in words.finditer(folded):
            of_its_week = OF_ITS_WEEK.search(folded, max(0, match.start() - 20), match.start())
            of_somebody = (
                not of_its_week
                and IN_BRACKETS.match(folded, max(0, match.start() - 1))
                and len(folded.split()) > SHORT_LINE
            )
            if not of_somebody and not BEFORE_OTHERS.search(folded, max(0, match.start() - 30), match.start()):
                yield kind, folded_line.text[slice(*match.span())]
    for kind, words in OTHER_KINDS:
        if other := words.search(folded):
            yield kind, folded_line.text[slice(*other.span())]
    for share in SHARE.finditer(folded):
        of_share = kind_of_share(share)
        if of_share and not PERHAPS.search(folded, max(0, share.start() - 40), share.start()):
            yield of_share, folded_line.text[slice(*share.span())]


def kind_of_share(share: re.Match[str]) -> EmploymentType | None:
    """Full time of 1.0 FTE, part time of what is clearly less; of 0.9 it is not known what the owner calls it."""
    written = share["behind"] or share["before"] or share["percent"]
    part = float(written.replace(",", ".")) / (100 if share["percent"] else 1)
    return EmploymentType.FULL_TIME if part == 1 else EmploymentType.PART_TIME if part < ALMOST_FULL else None


def terms_of(folded: str) -> list[str]:
    """The parts of a short line between its commas, bars, slashes and stops: "Perm | 3 days/week" has two."""
    if len(folded) > LINE_OF_TERMS:
        return []
    return [part.strip(" .!*_") for part in BETWEEN.split(PER_WEEK.sub(" a week", folded))]


def _short_forms(folded_line: FoldedLine, terms: Iterable[str], number: int) -> Iterator[tuple[EmploymentType, str]]:
    """Each short form that is a term of its own: "FT" and "PT" in capitals, "temp" and "contract" at the head."""
    for term in terms:
        at_head = term in ALONE_AT_THE_HEAD and 0 < number < HEAD and not folded_line.text.endswith(".")
        named = f"{term}:" in folded_line.folded or NO_KIND.search(folded_line.folded)  # "Contract: permanent"
        if term in ALONE or (at_head and not named):
            yield CODES[term], term
    for match in CAPITALS.finditer(folded_line.text):
        if number or match[1] == "FT":  # "Director of Operations, PT" may be of physiotherapy
            yield CODES[match[1].lower()], match[1]


def _week_of_title(folded_line: FoldedLine) -> list[tuple[EmploymentType, str]]:
    if of_title := WEEK_OF_TITLE.search(folded_line.folded):
        kind = EmploymentType.FULL_TIME if of_title["most"] == "100" else EmploymentType.PART_TIME
        return [(kind, folded_line.text[slice(*of_title.span())].strip())]
    return []


def _week_alone(terms: Iterable[str], folded: str, *, offered: bool) -> Stated[EmploymentType] | None:
    """The kind that the hours of a week make, alone between other terms: "Permanent, 37.5 hours"."""
    hours_count = offered or NO_KIND.search(folded) or BY_THE_HOUR.search(folded)
    on_place = DAYS_OF_A_PLACE.search(folded)
    for term in terms:
        bare = OVER_DAYS.sub("", ABOUT.sub("", term))
        of_a_week = HOURS_ALONE.fullmatch(bare) if hours_count or OVER_SOME.search(term) else None
        if (A_WEEK.fullmatch(bare) or of_a_week) and (kind := _kind_of_value(bare)):
            return Stated(kind, term)
        if (days := DAYS_A_WEEK.fullmatch(term)) and (days["many"] or not on_place):
            return Stated(EmploymentType.FULL_TIME if days["many"] else EmploymentType.PART_TIME, term)
    if (few := WORKS_DAYS.search(folded)) and not on_place:
        return Stated(EmploymentType.PART_TIME, few[0])
    return None


def _by_hours_of_week(folded_line: FoldedLine) -> Stated[EmploymentType] | None:
    """The kind that the hours of a week make in a sentence of a longer line, unless it speaks of others' hours."""
    folded = folded_line.folded
    if len(folded) <= LINE_OF_TERMS:
        return None
    for start, end in folded_line.sentences:
        sentence = folded[start:end]
        for term in terms_of(sentence):
            hours = ABOUT.sub("", term)
            before = sentence[: sentence.find(term)][-_BESIDE:]
            if A_WEEK.fullmatch(hours) and not OTHERS_WEEK.search(before) and (kind := _kind_of_value(hours)):
                return Stated(kind, term)
    return None


def _by_the_clock(folded_line: FoldedLine) -> Stated[EmploymentType] | None:
    """Full time, of five days of a whole day each: "Mon-Fri 7am-4pm"; not of the hours of a shop or a telephone."""
    folded = folded_line.folded
    if len(folded) > LINE_OF_TERMS or folded_line.kind == SectionKey.APPLY or OTHERS_WEEK.search(folded):
        return None
    days, clock = FIVE_DAYS.search(folded), CLOCK.search(folded)
    if not (days and clock):
        return None
    begins, ends = (int(clock[hour]) + int(clock[minute] or 0) / 60 for hour, minute in (("h1", "m1"), ("h2", "m2")))
    lasts = (ends - begins) % 12
    first, last = min(days.start(), clock.start()), max(days.end(), clock.end())
    whole = lasts >= _WHOLE_DAY and last - first <= _BESIDE
    return Stated(EmploymentType.FULL_TIME, folded_line.text[first:last]) if whole else None


def _kind_of_title(folded: str) -> tuple[EmploymentType, tuple[int, int]] | None:
    """The kind a title has in it, and where: "Interim Head of Operations", "Operations Director, contract"."""
    match = OF_TITLE.search(folded)
    if not match or not match.lastgroup:
        return None
    kind = EmploymentType.CONTRACT if match["contract"] else EmploymentType.TEMPORARY
    return kind, match.span(match.lastgroup)


def _kind_of_value(value: str) -> EmploymentType | None:
    folded = fold(value).strip(" .")
    first = re.split(r"[,;/(|]|\s[–-]\s", folded)[0].strip()
    for key in (folded, first, first.replace("-", "_").replace(" ", "_"), folded.partition(" ")[0]):
        if key in CODES:
            return CODES[key]
    matches = [(match.start(), kind) for kind, words in EMPLOYMENT if (match := words.search(folded))]
    if matches:
        return min(matches)[1]
    for kind, words in OTHER_KINDS:
        if words.search(folded):
            return kind
    if (share := SHARE.search(folded)) and (of_share := kind_of_share(share)):
        return of_share
    if (days := DAYS_A_WEEK.match(folded)) and not DAYS_OF_A_PLACE.search(folded):
        return EmploymentType.FULL_TIME if days["many"] else EmploymentType.PART_TIME
    if hours := A_WEEK.search(folded) or HOURS_ALONE.fullmatch(folded):
        number = float(IN_WORDS.get(hours[1], hours[1]).replace(",", "."))
        if number < PART_BELOW or number >= FULL_FROM:
            return EmploymentType.PART_TIME if number < PART_BELOW else EmploymentType.FULL_TIME
    return None
