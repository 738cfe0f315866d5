"""Plain text: what survives pasting into any job board's box.

ASCII bullets, a blank line between sections, no hard wraps, no trailing spaces, LF ends
and one at the end. The words themselves are exactly the document's.
"""

from collections.abc import Iterator

from roles.core.document import Document, Section

from .blocks import Kind, blocks


def write(document: Document) -> str:
    """Return the posting as plain text."""
    facts = "\n".join(f"{label}: {value}" for label, value in document.facts.lines())
    return "\n\n".join([document.title, facts, *sections(document)]) + "\n"


def sections(document: Document) -> Iterator[str]:
    """Yield each section as plain text, its heading first: what is left when a form asks for the facts itself.

    A section without a heading goes on below the one before it.
    """
    lines: list[str] = []
    for section in document.sections:
        if section.heading and lines:
            yield "\n".join(lines)
            lines = []
        lines += [*filter(None, [section.heading]), *section_lines(section)]
    if lines:
        yield "\n".join(lines)


def section_lines(section: Section) -> list[str]:
    """Return the lines of a section below its heading."""
    marks = {Kind.BULLET: "- ", Kind.STEP: "{}. "}
    return [
        marks.get(block.kind, "").format(number) + block.text for number, block in enumerate(blocks(section), start=1)
    ]
