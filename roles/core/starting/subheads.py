"""Headings within a list, and words that look like a heading and are none.

A list is often parted by a word or two over its lines, "Leadership", "Stock": they head what is below them whether or
not its lines have bullets. A label in the middle of a line, "Contact: Ann Wye", heads nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from roles.core.limits import SectionKey
from roles.core.reading import LineKind, PostingLine, ReadSection

_NUMBERED = re.compile(r"-\d+$")
_PARTED = (SectionKey.RESPONSIBILITIES, SectionKey.REQUIRED, SectionKey.SKILLS, SectionKey.SUCCESS)
_KINDS = frozenset({LineKind.DUTY, LineKind.REQUIRED, LineKind.SKILL, LineKind.SUCCESS, LineKind.PREFERRED})
_HEAD = re.compile(r"[^\W\d_a-z][\w&'’/-]*(?: (?:&|and|of|[\w'’/-]+)){0,3}(?: \(\d{1,3} ?%\))?:?")
_HEAD_WORDS, _LINE_WORDS = 3, 4
_LEAST = 2


def with_subheads(sections: Iterable[ReadSection]) -> Iterator[ReadSection]:
    """Yield the sections, a list that is parted by short headings as one for each, with the key of the list."""
    for number, section in enumerate(sections):
        heads = _heads(section)
        if not heads:
            yield section
            continue
        base = _NUMBERED.sub("", section.key)
        yield replace(section, items=())
        for head, end in zip(heads, (*heads[1:], len(section.items)), strict=True):
            heading = replace(section.items[head], kind=LineKind.HEADING)
            lines = tuple(replace(item, bullet=True) for item in section.items[head + 1 : end])
            yield ReadSection(f"{base}-{number}{head:02}", heading, lines)


def _heads(section: ReadSection) -> list[int]:
    """The places of such headings among the lines of a section, [] where it is not parted so."""
    items = section.items
    if section.heading is None or len(items) < _LEAST or not section.key.startswith(_PARTED):
        return []
    if any(item.bullet for item in items):
        first = _is_head(items[0]) and all(item.bullet for item in items[1:])
        return [0] if first else []
    heads = [place for place, item in enumerate(items) if _is_head(item) and len(item.text.split()) <= _HEAD_WORDS]
    if len(heads) < _LEAST or heads[0] != 0:
        return []
    rest = [item for place, item in enumerate(items) if place not in heads]
    apart = all(two - one > 1 for one, two in zip(heads, (*heads[1:], len(items)), strict=True))
    long = all(len(item.text.split()) >= _LINE_WORDS for item in rest)
    return heads if apart and long else []


def _is_head(line: PostingLine) -> bool:
    return not line.bullet and line.kind in _KINDS and bool(_HEAD.fullmatch(line.text))


def without_labels(text: str, sections: Iterable[ReadSection]) -> Iterator[ReadSection]:
    """Yield the sections, one whose heading begins in the middle of a line of the text with the one before it."""
    before: ReadSection | None = None
    for section in sections:
        heading = section.heading
        last = before.items[-1] if before and before.items else None
        if before and heading and last and last.runs[-1].number == heading.runs[0].number:
            first = section.items[0] if section.items else heading
            whole = first.runs[0].number == heading.runs[0].number and len(last.runs) == len(first.runs) == 1
            if whole:
                line = replace(
                    last,
                    text=" ".join(text[last.start : first.end].split()),
                    runs=(replace(last.runs[0], end=first.end),),
                )
                before = replace(before, items=(*before.items[:-1], line, *section.items[1:]))
                continue
        if before:
            yield before
        before = section
    if before:
        yield before
