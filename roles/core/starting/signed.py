"""Lines of an advert that look like a heading and are none: who signs it, its letterhead, and "EOE" over nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace

from roles.core.limits import SectionKey
from roles.core.reading import LineKind, PostingLine, PostingRead, ReadSection

from .equality import is_of_equality

_NAME = r"[^\W\d_a-z][\w.'’-]*(?: (?:(?:de|van|von|der|of|O) )*[^\W\d_a-z][\w.'’-]*){0,3}"
_RANK = (
    r"(?:(?:co-?)?owners?|(?:co-?)?founders?|president|principal|directors?|chair\w*|partners?|head|chief|manager|ceo|coo|"
    r"cfo|md|gm|hr|secretary|trustee|proprietor|clerk|recruiter|administrator)"
)
# "Aoife Ní Mhaoláin, owner", "Jo Wye, managing director of Wye & Daughters".
_WITH_RANK = re.compile(rf"\W*{_NAME}(?: (?:&|and) {_NAME})?, (?:[\w&-]+ ){{0,3}}(?i:{_RANK})\b[^.!?:]{{0,50}}")
_ALONE = re.compile(rf"\W*(?P<given>[^\W\d_a-z][\w'’-]*)(?: {_NAME})?[.!]?")
_LAST = 4
_LETTERHEAD = 4  # lines before it


def without_names(read: PostingRead) -> PostingRead:
    """Return what was read of an advert, a heading that is a name, or a line on equality over nothing, as a line."""
    return replace(read, sections=tuple(_sections(read)))


def _sections(read: PostingRead) -> Iterator[ReadSection]:
    for section in read.sections:
        heading = section.heading
        if heading is None:
            yield section
        elif section.key.startswith(SectionKey.EQUAL_OPPORTUNITY) and not _is_over_equality(section):
            line = replace(heading, kind=LineKind.EQUAL_OPPORTUNITY)
            yield replace(section, heading=None, items=(line, *section.items))
        elif _signs(read, heading.text, heading.end) or _is_letterhead(read, heading):
            yield replace(section, heading=None, items=(replace(heading, kind=LineKind.SUMMARY), *section.items))
        else:
            yield section


def _is_over_equality(section: ReadSection) -> bool:
    """Whether anything is below such a heading; below "EOE", something on equality."""
    heading = section.heading
    short = heading is not None and heading.text.isupper() and " " not in heading.text.strip()
    return bool(section.items) and (not short or any(is_of_equality(line.text) for line in section.items))


def _is_letterhead(read: PostingRead, heading: PostingLine) -> bool:
    """Whether a heading right below the title is the business: "Halvorsen Pianos, St. Paul", and no section's."""
    firm = read.facts.company.value.casefold() if read.facts.company else ""
    begins = bool(firm) and heading.text.casefold().startswith(firm)
    return begins and len(read.text[: heading.start].splitlines()) <= _LETTERHEAD and not heading.text.endswith(":")


def _signs(read: PostingRead, text: str, end: int) -> bool:
    """Whether a heading is who signs: a name with a post, or near the end the name of an address or of a sentence."""
    if _WITH_RANK.fullmatch(text):
        return True
    match = _ALONE.fullmatch(text)
    behind = [line for line in read.text[end:].splitlines() if line.strip()]
    if match is None or len(behind) > _LAST or text.isupper():
        return False
    given = re.escape(match["given"])
    introduced = (
        rf"(?i:{given})[\w.]*@|\b(?i:my name is|name's|i'm|i am|call|ask for|contact|ring|text|email|to) {given}\b"
    )
    return bool(re.search(introduced, read.text.replace("’", "'")))
