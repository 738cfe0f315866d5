"""Plain text: what survives pasting into any job board's box.

ASCII bullets, a blank line between sections, no hard wraps, no trailing spaces, LF ends
and one at the end. The words themselves are exactly the document's.
"""

from collections.abc import Iterator

from roles.core.document import Document, Section, SectionKind


def write(document: Document) -> str:
    """Return the posting as plain text."""
    facts = "\n".join(f"{label}: {value}" for label, value in document.facts.lines())
    return "\n\n".join([document.title, facts, *sections(document)]) + "\n"


def sections(document: Document) -> Iterator[str]:
    """Yield each section as plain text, its heading first: what is left when a form asks for the facts itself."""
    for section in document.sections:
        yield "\n".join([section.heading, *section_lines(section)])


def section_lines(section: Section) -> list[str]:
    """Return the lines of a section below its heading."""
    texts = [item.text for item in section.items]
    if section.kind is SectionKind.PARAGRAPH:
        return [" ".join(texts)]
    bullet = "- " if section.kind is SectionKind.BULLETS else ""
    return [f"{bullet}{text}" for text in texts]
