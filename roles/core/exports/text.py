"""Plain text: what survives pasting into any job board's box.

ASCII bullets, a blank line between sections, no hard wraps, no trailing spaces, LF ends
and one at the end. The words themselves are exactly the document's.
"""

from collections.abc import Iterator

from roles.core.document import Document, Section
from roles.core.limits import PARAGRAPH_LETTERS

from .blocks import Kind, blocks

_ENDS = (".", "!", "?")


def write(document: Document) -> str:
    """Return the posting as plain text."""
    facts = "\n".join(f"{label}: {value}" for label, value in document.facts.lines())
    return "\n\n".join([document.title, *([facts] if facts else []), *sections(document)]) + "\n"


def sections(document: Document) -> Iterator[str]:
    """Yield each section as plain text, its heading first: what is left when a form asks for the facts itself.

    A section without a heading goes on below the one before it.
    """
    lines: list[str] = []
    for section in document.sections:
        if section.heading and lines:
            yield "\n".join(lines)
            lines = []
        if section.heading:
            lines.append(section.heading)
        begins = True
        for marked, line in _lines(section):
            # Paragraphs are apart, and so is what goes on without a heading behind a list or a head.
            apart = _is_apart(lines[-1], line) or (begins and not section.heading) if lines else False
            if apart and lines[-1] != section.heading and not marked:
                lines.append("")
            lines.append(line)
            begins = False
    if lines:
        yield "\n".join(lines)


def _is_apart(before: str, line: str) -> bool:
    """Whether a line without a mark is a paragraph behind a list, or behind another one."""
    long = max(len(before), len(line)) >= PARAGRAPH_LETTERS
    return long or (line.endswith(_ENDS) and (before.startswith("- ") or before.endswith(_ENDS)))


def _lines(section: Section) -> Iterator[tuple[bool, str]]:
    """Yield the lines of a section below its heading, each with whether it has a mark of a list."""
    marks = {Kind.BULLET: "- ", Kind.STEP: "{}. "}
    for number, block in enumerate(blocks(section), start=1):
        mark = marks.get(block.kind, "").format(number)
        yield bool(mark), mark + block.text
