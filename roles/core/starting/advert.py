"""Whether an old text is an advert that its writer has put in order, or loose notes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from roles.core.limits import SectionKey
from roles.core.reading import LineKind, PostingLine, PostingRead, ReadSection

# Words that state enough of a post to be published as they are, in our judgement.
_WORDS, _FEW_WORDS = 90, 40
_PRONOUN = re.compile(r"(?:you|us|me|we|i)\W*", re.IGNORECASE)
_HEADINGS, _FACTS = 2, 3
_MANY = 3  # headings that show an order whatever letters the lines begin with
_PARAGRAPHS = 3
_SENTENCE_WORDS = 6
_LINES = 3
_PARAGRAPH_WORDS = 15
# As many as one in so many lines without a bullet may begin in small letters.
_SMALL = 4
_SECTIONS = 24
_ENDS = (".", "!", "?", ":", ")", "”", '"')


def is_advert(read: PostingRead) -> bool:
    """Return whether a text has an order of its own, which its posting then keeps.

    It has at least two headings, each with a list or a sentence below it, or one and a table of facts, or at least
    three of such and paragraphs; some ninety words, or fewer with headings and nothing of a form or a page; and few
    lines that begin in small letters, as those of notes do, or many headings or known lists. Pure.
    """
    lines = [line for section in read.sections for line in section.items if line.kind is not LineKind.LEFTOVER]
    words = sum(len(line.text.split()) for line in lines)
    loose = [line for line in lines if not line.bullet]
    behind = {section.items[0].start for section in read.sections if runs_on(section)}
    small = sum(line.start not in behind and line.text.lstrip("(\"'“‘")[:1].islower() for line in loose)
    many = sum(section.heading is not None for section in read.sections) >= _MANY or _is_rough(read.sections, lines)
    headed = sum(_is_headed(section, small=many) for section in read.sections)
    lower = small * _SMALL > len(loose) and not many
    if words < _FEW_WORDS or lower or len(read.sections) > _SECTIONS:
        return False
    ordered = headed >= _HEADINGS or (headed and sum(line.kind is LineKind.FACT for line in lines) >= _FACTS)
    if words < _WORDS:
        page = any(line.kind is LineKind.LEFTOVER for section in read.sections for line in section.items)
        return bool(ordered) and not page
    return bool(ordered) or headed + sum(_paragraphs(lines)) >= _PARAGRAPHS


def runs_on(section: ReadSection) -> bool:
    """Whether what is below a heading begins behind it, in its line: "You: done it before."."""
    heading, items = section.heading, section.items
    return bool(heading and items) and heading.runs[0].number == items[0].runs[0].number  # type: ignore[union-attr]


def rejoined(read: PostingRead) -> PostingRead:
    """Return what was read with such lines whole where they are one sentence: they are no headings.

    A line on applying keeps its heading, which readers look for.
    """
    sections = (_whole(read.text, section) if runs_on(section) else section for section in read.sections)
    return replace(read, sections=tuple(sections))


def _whole(text: str, section: ReadSection) -> ReadSection:
    heading, first = section.heading, section.items[0]
    plain = heading is None or (first.text[:1].isupper() and not _PRONOUN.fullmatch(heading.text))
    if heading is None or plain or section.key.startswith(SectionKey.APPLY):
        return section
    runs = (replace(heading.runs[0], end=first.runs[0].end), *first.runs[1:])
    line = PostingLine(" ".join(text[heading.start : first.end].split()), first.kind, runs, bullet=first.bullet)
    return replace(section, heading=None, items=(line, *section.items[1:]))


def _is_headed(section: ReadSection, *, small: bool) -> bool:
    """Whether a section has a heading that begins as one does, or in `small` letters, and below it a list or a
    sentence; or several short lines, where it is known what the heading is over."""
    if section.heading is None or (section.heading.text[:1].islower() and not small):
        return False
    of_the_work = any(line.bullet or len(line.text.split()) >= _SENTENCE_WORDS for line in section.items)
    return of_the_work or (len(section.items) >= _LINES and not section.key.startswith("section"))


def _is_rough(sections: Sequence[ReadSection], lines: list[PostingLine]) -> bool:
    """Whether it is an advert of a writer without capitals: a paragraph, and two known lists with a heading each."""
    lists = [section for section in sections if section.heading and not section.key.startswith("section")]
    return any(_paragraphs(lines)) and sum(len(section.items) >= _LINES for section in lists) >= _HEADINGS


def _paragraphs(lines: list[PostingLine]) -> Iterator[bool]:
    for line in lines:
        yield not line.bullet and len(line.text.split()) >= _PARAGRAPH_WORDS and line.text.endswith(_ENDS)
