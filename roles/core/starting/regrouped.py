"""Sections put right where a text's manner misleads: "What you won't own" heads one, "Systems: …" may be a line."""

import re
from collections.abc import Iterator
from dataclasses import replace

from roles.core.reading import LineKind, PostingLine, PostingRead, ReadSection

# A heading over what the post is not about; what is below it is no duty and nothing that is asked for.
_NEGATIVE = re.compile(
    r"(?:what (?:you|this|it|we)\b.{0,12}?"
    r"(?:won['’]t|will not|don['’]t|do not|isn['’]t|is not|aren['’]t|are not)\b.{0,30}|"
    r"(?:this|it) (?:is not|isn['’]t)\b.{0,30}|not (?:in )?(?:this|the|your) (?:role|job|post|scope|position)|"
    r"(?:what['’]s|what is) not (?:in|part)\b.{0,30}|out of scope|who (?:this|it) (?:is not|isn['’]t) for)\s*[:.]?",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[^\W\d_][\w &/,'’-]{1,30}:\s+\S")
_RUN = 3
_HEADING_WORDS = 8


def regrouped(read: PostingRead) -> PostingRead:
    """Return what was read with such headings and lists put right; each line stays in one place, as written."""
    sections = list(_parted(read.sections))
    return replace(read, sections=tuple(_joined(read.text, sections)))


def _parted(sections: tuple[ReadSection, ...]) -> Iterator[ReadSection]:
    """Yield the sections, a heading that says "not" with the lines below it as one of its own."""
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
            items = (*before.items, line, *(replace(item, kind=kind) for item in rest))
            before = replace(before, items=items)
            continue
        if before:
            yield before
        before = section
    if before:
        yield before


def _is_label(before: ReadSection, section: ReadSection) -> bool:
    """Whether the heading stands in one line with what is behind it, and labelled lines are around it."""
    heading = section.heading
    if heading is None or not section.items or not before.items or before.heading is None:
        return False
    if heading.runs[0].number != section.items[0].runs[0].number:
        return False
    near = [bool(_LABELLED.match(item.text)) for item in before.items[-_RUN:]]
    behind = [bool(_LABELLED.match(item.text)) for item in section.items[1:_RUN]]
    return near[-1] and sum(near) + sum(behind) + 1 >= _RUN
