"""Sections put right where a text's manner misleads: a heading that is none, a list that ends, a page around it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from roles.core.limits import SectionKey
from roles.core.reading import LineKind, PostingLine, PostingRead, ReadSection
from roles.core.reading.kinds import kind_of_line

from .subheads import with_subheads, without_labels
from .surroundings import without_surroundings
from .words import words_of

# A heading over what the post is not about; what is below it is no duty and nothing that is asked for.
_NEGATIVE = re.compile(
    r"(?:what (?:you|this|it|we)\b.{0,12}?"
    r"(?:won['’]t|will not|don['’]t|do not|isn['’]t|is not|aren['’]t|are not)\b.{0,30}|"
    r"(?:this|it) (?:is not|isn['’]t)\b.{0,30}|not (?:in )?(?:this|the|your) (?:role|job|post|scope|position)|"
    r"(?:what['’]s|what is) not (?:in|part)\b.{0,30}|out of scope|who (?:this|it) (?:is not|isn['’]t) for)\s*[:.]?",
    re.IGNORECASE,
)
# Headings in the words of people who write one posting in ten years, by what is below them.
_SPOKEN = tuple(
    (key, re.compile(rf"(?:{words})\W*", re.IGNORECASE))
    for key, words in (
        (SectionKey.PREFERRED, r"(?:good|nice|great|handy) to have|desirable|bonus points|extra credit|even better"),
        (
            SectionKey.REQUIRED,
            r"essential|required(?: (?:qualifications|skills|experience))?|must[- ]haves?|"
            r"you are|you have|about you|who (?:you are|we need|we want)|"
            r"what you(?:'ll|'d| would| will)? (?:bring|need|have)|"
            r"(?:what|who) we(?:'re| are)? (?:hoping|looking|after)(?: for)?|what we(?:'d| would) (?:like|"
            r"love)(?: to see)?",
        ),
        (
            SectionKey.RESPONSIBILITIES,
            r"what (?:it'?s|this is|the (?:job|role|work) is) (?:all )?about|the (?:job|work)|"
            r"what you(?:'ll| will|'d| would)(?: be)? (?!get|need|bring|have|love)\w+|what you do|"
            r"(?:(?:he|she|they|you|this person|the person) )?(?:runs?|does|needs? to|has to|have to|should|will|"
            r"looks? after|owns?|to do|is in charge of|in charge of|responsible for)|"
            r"in (?:the|your) first (?:year|12 months|six months)(?:,? you(?:'ll| will))?",
        ),
        (
            SectionKey.PAY,
            r"the (?:deal|package|offer|money)|what you get|what's in it for you|in return|what we pay|pay and perks",
        ),
    )
)
_NEEDED = re.compile(
    r"(?:what we need|why (?:this|now|we)\b.{0,30}|the problem|where we are|the story)\W*", re.IGNORECASE
)
# "Background" over sentences is that of the post; over a list it is whoever is sought's.
_STORY = re.compile(r"(?:the )?(?:background|context)\W*", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:degree|years|yrs|experience|you|qualifi\w+|must|check)\b", re.IGNORECASE)
# Headings of a page over all of a text.
_ANY_TEXT = re.compile(r"(?:about the job|(?:full )?job description|description|the ad(?:vert)?)\W*", re.IGNORECASE)
_KINDS: dict[str, LineKind] = {
    SectionKey.PREFERRED: LineKind.PREFERRED,
    SectionKey.REQUIRED: LineKind.REQUIRED,
    SectionKey.RESPONSIBILITIES: LineKind.DUTY,
    SectionKey.PAY: LineKind.BENEFITS,
    SectionKey.SUMMARY: LineKind.SUMMARY,
}
_STAYS = frozenset({LineKind.LEFTOVER, LineKind.COLUMNS, LineKind.EQUAL_OPPORTUNITY, LineKind.FACT, LineKind.APPLY})
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_LABELLED = re.compile(r"[^\W\d_][\w &/,'’-]{1,30}:\s+\S")
# What begins a remark and heads nothing: "Agencies: please don't".
_ASIDE = re.compile(r"(?:(?:recruitment )?agencies|recruiters|note|nb|please note)\W*", re.IGNORECASE)
# A few words over a sentence on applying: "Ready?", "Sound like you?".
_CALLS = re.compile(r"[A-Z][\w'’]*(?: [\w'’]+){0,5} ?[?!:]")
_FIRST = re.compile(r"[a-z]+")
# In small letters: "need someone to run both sheds, i do sales".
_SEEKS = re.compile(
    r"(?:(?:i|we) )?(?:need|want|looking for|after) (?:some(?:one|body)|an? \w+) (?:to|2) (?!have\b)\w.*(?<![.:?!])"
)
_RUN = 3
_HEADING_WORDS = 8
LOOSE = "loose"
"""The key of lines without a heading that come behind a list: each states itself what it is."""


def regrouped(read: PostingRead) -> PostingRead:
    """Return what was read with such headings and lists put right; each line stays in one place, as written."""
    sections = list(without_labels(read.text, without_surroundings(read).sections))
    sections = list(with_subheads(_parted(_sought(_headed(tuple(sections))))))
    sections = [_freed(section, before) for before, section in zip((None, *sections), sections, strict=False)]
    duties = any(section.key.startswith(SectionKey.RESPONSIBILITIES) for section in sections)
    sections = [section if duties else _as_duties(section) for section in sections]
    return replace(read, sections=tuple(_joined(read.text, sections)))


def _headed(sections: tuple[ReadSection, ...]) -> Iterator[ReadSection]:
    """Yield the sections, one with a heading among its lines as two, each below what its heading states."""
    for section in sections:
        heading, items = section.heading, list(section.items)
        key = section.key
        begin = 0
        for place, item in enumerate(items[:-1]):
            spoken = _spoken(item) if not item.bullet else None
            if spoken is None or item.kind is LineKind.LEFTOVER:
                continue
            if place > begin or heading:
                yield _below(replace(section, key=key, heading=heading, items=tuple(items[begin:place])))
            key, heading, begin = spoken, replace(item, kind=LineKind.HEADING), place + 1
        yield _below(replace(section, key=key, heading=heading, items=tuple(items[begin:])))


def _spoken(line: PostingLine) -> str | None:
    text = line.text.replace("’", "'")
    if len(text.split()) > _HEADING_WORDS or text.endswith((".", "?", "!", ",")):
        return None
    return next((key for key, words in _SPOKEN if words.fullmatch(text)), None)


def _below(section: ReadSection) -> ReadSection:
    """The section with its lines as its heading names them."""
    if section.heading is None:
        return section
    if _ANY_TEXT.fullmatch(section.heading.text):
        return replace(section, key=SectionKey.OPENING)
    key = _spoken(section.heading)
    if _NEEDED.fullmatch(section.heading.text) and _is_on_business(section.items):
        key = SectionKey.SUMMARY
    if _STORY.fullmatch(section.heading.text) and _are_sentences(section.items):
        key = SectionKey.SUMMARY
    if key is None:
        return section
    kind = _KINDS[key]
    items = tuple(
        item if item.kind in _STAYS else replace(item, kind=kind_of_line(item.text, kind)) for item in section.items
    )
    return replace(section, key=key, items=items)


def _is_on_business(items: tuple[PostingLine, ...]) -> bool:
    """Whether lines tell of the business and ask nobody for anything: "Jobs are won on price and lost on site"."""
    return bool(items) and not any(item.bullet for item in items) and bool(_WE.search(items[0].text))


def _are_sentences(items: tuple[PostingLine, ...]) -> bool:
    """Whether lines tell of the business, and ask for no degree or years: "Severn builds boats."."""
    plain = all(item.text.endswith(".") and not (item.bullet or _ASKED.search(item.text)) for item in items)
    return bool(items) and plain


def _freed(section: ReadSection, before: ReadSection | None) -> ReadSection:
    """The section; one without a heading behind a list is not about what the list was about."""
    if section.heading or before is None or not any(item.bullet for item in before.items):
        return section
    if any(item.bullet for item in section.items):
        return section
    items = tuple(
        item if item.kind in _STAYS else replace(item, kind=kind_of_line(item.text, LineKind.SUMMARY))
        for item in section.items
    )
    if len(items) > 1 and _CALLS.fullmatch(items[0].text) and items[1].kind is LineKind.APPLY:
        return ReadSection(SectionKey.APPLY, replace(items[0], kind=LineKind.HEADING), items[1:])
    return replace(section, key=LOOSE, items=items)


def _as_duties(section: ReadSection) -> ReadSection:
    """Of a text without duties, what is to be done "in the first year" as the duties."""
    begun = [match[0] for item in section.items if (match := _FIRST.match(item.text.lower()))]
    verbs = sum(word in words_of("verbs") for word in begun)
    if not section.key.startswith(SectionKey.SUCCESS) or verbs < _RUN or verbs * 2 < len(section.items):
        return section
    items = tuple(
        replace(item, kind=LineKind.DUTY) if item.kind is LineKind.SUCCESS else item for item in section.items
    )
    return replace(section, key=SectionKey.RESPONSIBILITIES, items=items)


def _parted(sections: Iterator[ReadSection]) -> Iterator[ReadSection]:
    """Yield the sections, a heading that holds "not" with the lines below it as one of its own."""
    for section in sections:
        if section.heading and _NEGATIVE.fullmatch(section.heading.text):
            items = tuple(replace(item, kind=LineKind.OTHER) for item in section.items)
            yield replace(section, key="section", items=items)
            continue
        cut = next((place for place, item in enumerate(section.items) if _is_negative(item)), None)
        if cut is None or cut + 1 == len(section.items):
            yield section
            continue
        below = section.items[cut + 1 :]
        if cut or section.heading:
            yield replace(section, items=section.items[:cut])
        heading = replace(section.items[cut], kind=LineKind.HEADING)
        yield ReadSection("section", heading, tuple(replace(item, kind=LineKind.OTHER) for item in below))


def _is_negative(line: PostingLine) -> bool:
    return (
        not line.bullet and len(line.text.split()) <= _HEADING_WORDS and bool(_NEGATIVE.fullmatch(line.text))
        and not line.text.endswith(".")
    )  # fmt: skip


def _sought(sections: Iterator[ReadSection]) -> Iterator[ReadSection]:
    """Yield the sections, of a note on whom somebody needs over a list the note as a line, and the list as duties."""
    for section in sections:
        heading = section.heading
        if heading is None or section.key[:7] != "section" or not _SEEKS.fullmatch(heading.text) or not section.items:
            yield section
            continue
        items = tuple(
            item if item.kind in _STAYS else replace(item, kind=kind_of_line(item.text, LineKind.DUTY))
            for item in section.items
        )
        yield ReadSection(SectionKey.SUMMARY, None, (replace(heading, kind=LineKind.SUMMARY),))
        yield ReadSection(f"{SectionKey.RESPONSIBILITIES}-{section.key}", None, items)


def _joined(text: str, sections: list[ReadSection]) -> Iterator[ReadSection]:
    """Yield the sections, one whose heading is only a label among labelled lines as lines of the one before it."""
    before: ReadSection | None = None
    for section in sections:
        if before and section.heading and _is_label(before, section):
            kind = before.items[-1].kind
            first, *rest = section.items
            runs = (replace(section.heading.runs[0], end=first.runs[0].end), *first.runs[1:])
            words = " ".join(text[section.heading.start : first.end].split())
            line = PostingLine(words, kind, runs, bullet=first.bullet)
            below = (
                item if item.kind in (LineKind.LEFTOVER, LineKind.COLUMNS) else replace(item, kind=kind)
                for item in rest
            )
            items = (*before.items, line, *below)
            before = replace(before, items=items)
            continue
        if before:
            yield before
        before = section
    if before:
        yield before


def _is_label(before: ReadSection, section: ReadSection) -> bool:
    """Whether the heading is in one line with what is behind it, and labelled lines are around it."""
    heading = section.heading
    if heading is None or not section.items or not before.items or before.heading is None:
        return False
    if heading.runs[0].number != section.items[0].runs[0].number:
        return False
    if _ASIDE.fullmatch(heading.text):
        return True
    near = [bool(_LABELLED.match(item.text)) for item in before.items[-_RUN:]]
    behind = [bool(_LABELLED.match(item.text)) for item in section.items[1:_RUN]]
    return near[-1] and sum(near) + sum(behind) + 1 >= _RUN
