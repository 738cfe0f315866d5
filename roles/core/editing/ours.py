"""The pass over our lines: which lines of a posting are ours, and which of them its owner has not looked at yet.

A line is ours while it is a statement of a template; reworded it is the owner's. One she keeps is
remembered with its mark, so that one that reads otherwise after new answers is looked at again.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from roles.core.document import Document, Item, Section, Source

from .typed import mark_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesKept:
    """The marks of our lines that the owner keeps, by key, and those of before her last choice, for an undo."""

    marks: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OurLine:
    """One line of ours and the section that holds it."""

    section: Section
    item: Item

    @property
    def token(self) -> str:
        """What a button sends of it: another value as soon as the line reads otherwise."""
        return f"{self.item.key}/{mark_of(self.item.text)}"


def unread(document: Document, kept: LinesKept) -> tuple[OurLine, ...]:
    """Return our lines that the owner has not been through, in reading order."""
    return tuple(line for line in _ours(document) if kept.marks.get(line.item.key) != mark_of(line.item.text))


def keep(document: Document, kept: LinesKept, tokens: Collection[str]) -> LinesKept:
    """Return what is kept after the owner kept the lines of these tokens, as far as they still read so."""
    chosen = {line.item.key: mark_of(line.item.text) for line in _ours(document) if line.token in tokens}
    held = {item.key for item in document.items()}
    marks = {key: mark for key, mark in kept.marks.items() if key in held} | chosen
    return kept if marks == kept.marks else LinesKept(marks=marks, before=kept.marks)


def unkeep(kept: LinesKept) -> LinesKept:
    """Return what was kept before the last choice."""
    return LinesKept(marks=kept.before, before=kept.before)


def line_of(document: Document, token: str) -> OurLine | None:
    """Return our line of that token, None where it is gone or reads otherwise by now."""
    return next((line for line in _ours(document) if line.token == token), None)


def _ours(document: Document) -> list[OurLine]:
    return [
        OurLine(section, item)
        for section in document.sections
        for item in section.items
        if item.provenance.source is Source.STATEMENT
    ]
