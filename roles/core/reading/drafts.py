"""The sections of a text while it is read, and the paragraphs below their lists."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from roles.core.limits import SectionKey

from .headings import OTHER
from .lines import Line
from .manner import WRAPPED_AT

LISTS = frozenset(
    {
        SectionKey.RESPONSIBILITIES,
        SectionKey.SUCCESS,
        SectionKey.REQUIRED,
        SectionKey.PREFERRED,
        SectionKey.SKILLS,
        SectionKey.OPENING,
    }
)
_SHORT_LINES = 3  # as many make a list


@dataclass(slots=True)
class Draft:
    """A section while it is read: its heading as lines of the text, [] for none, and its items likewise."""

    key: str
    heading: Line | None = None
    items: list[list[Line]] = field(default_factory=list)


def apart(draft: Draft) -> Iterator[Draft]:
    """Yield the section, and the paragraphs below its list as a section of their own."""
    below = len(draft.items)
    while below and not draft.items[below - 1][0].bullet:
        below -= 1
    last = below
    while below < len(draft.items) and not draft.items[below][0].after_blank:
        below += 1
    if not last:
        below = _behind_short_lines(draft)
    if below == len(draft.items):
        yield draft
        return
    key = OTHER if draft.key in LISTS else draft.key
    yield replace(draft, items=draft.items[:below])
    yield Draft(key, items=draft.items[below:])


def numbered(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the sections, the second of a kind with a number to its key."""
    counts: Counter[str] = Counter()
    numbered = []
    for draft in drafts:
        counts[draft.key] += 1
        count = counts[draft.key]
        numbered.append(draft if count == 1 else replace(draft, key=f"{draft.key}-{count}"))
    return numbered


def _behind_short_lines(draft: Draft) -> int:
    """The place of the first paragraph below short lines without bullets; where there is none, the number of lines."""
    lines = [item[0] for item in draft.items]
    below = next((place for place, line in enumerate(lines) if place and line.after_blank), len(lines))
    short = all(len(item) == 1 and len(item[0].text) < WRAPPED_AT for item in draft.items[:below])
    long = below < len(lines) and sum(len(line.text) for line in draft.items[below]) >= WRAPPED_AT
    return below if draft.key in LISTS and below >= _SHORT_LINES and short and long else len(lines)
