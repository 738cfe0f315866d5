"""Plain text: what survives pasting into any job board's box, an email or Word.

The head on few lines; headings in capitals, with a blank line above each and one below it before a paragraph; in a
posting in its owner's order headings as she wrote them, at once over their words; round bullets; no hard wraps, no
trailing spaces, LF ends and one at the end.
The words are exactly the document's.
"""

from collections.abc import Iterator

from roles.core.document import Document, Facts, Section
from roles.core.limits import PARAGRAPH_LETTERS

from .blocks import Kind, blocks

_ENDS = (".", "!", "?")
_BULLET = "• "
_BETWEEN = " · "
# What is on one line of the head, where it is short enough, and what is clear there without its label.
_ROWS = (("Company", "Location"), ("Pay", "Employment"), ("Hours", "Travel"), ("Reports to", "Apply by"))
_CLEAR = frozenset({"Company", "Location", "Employment"})
_ROW_LETTERS = 100
# The keys of sections that a text kept in its owner's order has, and no other posting.
_HERS = "yours"
# A longer heading is a sentence, which capitals would make hard to read.
_HEADING_LETTERS = 50


def write(document: Document) -> str:
    """Return the posting as plain text."""
    head = "\n".join([document.title, *_head(document.facts)])
    parts = [head, *sections(document)]
    first = next(iter(document.sections), None)
    if first and _is_hers(document) and not first.heading and head == document.title:
        parts[:2] = ["\n".join(parts[:2])]  # her own head stands at once below the title
    return "\n\n".join(parts) + "\n"


def _is_hers(document: Document) -> bool:
    return any(section.key.startswith(_HERS) for section in document.sections)


def _head(facts: Facts) -> Iterator[str]:
    """Yield the facts, those that belong together on one line: "Harbour Bakery · Leeds, UK (on site)"."""
    known = dict(facts.lines())
    others = ((label,) for label in known if not any(label in row for row in _ROWS))
    for row in (*_ROWS, *others):
        stated = {label: known[label] for label in row if label in known}
        together = _BETWEEN.join(words if label in _CLEAR else f"{label}: {words}" for label, words in stated.items())
        if len(stated) == len(row) and len(together) <= _ROW_LETTERS and not _is_parted(stated):
            yield together
        else:
            yield from (f"{label}: {words}" for label, words in stated.items())


def _is_parted(stated: dict[str, str]) -> bool:
    """Whether what has no label in a row is in parts itself, so that nobody would know where it ends."""
    return any(_BETWEEN in stated.get(label, "") for label in ("Company", "Employment"))


def sections(document: Document) -> Iterator[str]:
    """Yield each section as plain text, its heading first: what is left when a form asks for the facts itself.

    A section without a heading goes on below the one before it.
    """
    lines: list[str] = []
    hers = _is_hers(document)
    for section in document.sections:
        if section.heading and lines:
            yield "\n".join(lines)
            lines = []
        if section.heading:
            lines.append(section.heading if hers else as_heading(section.heading))
        begins = True
        for marked, line in _lines(section):
            # A paragraph is apart from others, and from its heading; so is what goes on without one.
            joined = begins and bool(section.heading) and hers
            apart = bool(lines) and not joined and (begins or _is_apart(lines[-1], line))
            if apart and not marked:
                lines.append("")
            lines.append(line)
            begins = False
    if lines:
        yield "\n".join(lines)


def as_heading(text: str) -> str:
    """Return a heading in capitals: plain text has nothing else by which it stands out.

    One that is as long as a sentence, goes on below it, holds an address or would lose a letter by it stays as it is.
    """
    capitals = text.upper()
    changes = capitals.lower() != text.lower() or "@" in text or "/" in text or text.rstrip().endswith(":")
    return text if changes or len(text) > _HEADING_LETTERS else capitals


def _is_apart(before: str, line: str) -> bool:
    """Whether a line without a mark is a paragraph behind a list, or behind another one."""
    long = max(len(before), len(line)) >= PARAGRAPH_LETTERS
    return long or (line.endswith(_ENDS) and (before.startswith(_BULLET) or before.endswith(_ENDS)))


def _lines(section: Section) -> Iterator[tuple[bool, str]]:
    """Yield the lines of a section below its heading, each with whether it has a mark of a list."""
    marks = {Kind.BULLET: _BULLET, Kind.STEP: "{}. "}
    for number, block in enumerate(blocks(section), start=1):
        mark = marks.get(block.kind, "").format(number)
        yield bool(mark), mark + block.text
