"""The lines of a section as a page sets them: paragraphs, bullets, numbered steps, lines of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from roles.core.document import Document, Item, Section, SectionKind
from roles.core.limits import SectionKey

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]", re.IGNORECASE)


class Kind(StrEnum):
    """How a line is set. Steps follow one another in their order, and are numbered from 1."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    STEP = "step"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Block:
    """One line and how it is set; `address` is where the address to apply to leads that is in it, else ""."""

    kind: Kind
    text: str
    address: str = ""


def blocks(section: Section) -> Iterator[Block]:
    """Yield the section's lines in their order; a paragraph's sentences are one."""
    if section.kind is SectionKind.PARAGRAPH:
        for items in section.paragraphs or [[]]:
            text = " ".join(item.text for item in items)
            yield Block(Kind.PARAGRAPH, text, _address_in(text) if section.part == SectionKey.APPLY else "")
        return
    for item in section.items:
        if section.numbered or item.provenance.name == "hiring_steps":
            yield Block(Kind.STEP, item.text)
        elif section.kind is SectionKind.BULLETS:
            yield Block(Kind.BULLET, item.text)
        else:
            yield Block(Kind.LINE, item.text, _leads_to(item.text))


def apply_address(document: Document) -> str:
    """Return where to apply, as https:… or mailto:…; "" where the posting names none.

    The owner's answer comes first, then the first address in the section on how to apply.
    """
    answers = [item for item in document.items() if item.provenance.name == "apply_to"]
    lines: list[Item] = [item for part in document.sections if part.part == SectionKey.APPLY for item in part.items]
    return next((found for item in [*answers, *lines] if (found := _address_in(item.text))), "")


def _address_in(text: str) -> str:
    if web := _WEB.search(text):
        return web[0]
    return f"mailto:{email[0]}" if (email := _EMAIL.search(text)) else ""


def _leads_to(text: str) -> str:
    """The address of a line that is nothing but one."""
    address = _address_in(text)
    return address if address.removeprefix("mailto:") == text else ""
