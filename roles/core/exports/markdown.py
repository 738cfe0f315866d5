"""Markdown (CommonMark): headings and lists; every character of the words is taken literally."""

import re
from collections.abc import Iterator

from roles.core.document import Document, Section, SectionKind

_MARKS = re.compile(r"([\\`*_{}\[\]<>&|~#])")
_LINE_START = re.compile(r"^(\s*)([+=-]|\d+(?=[.)]))")


def write(document: Document) -> str:
    """Return the posting as CommonMark."""
    return "\n\n".join(_parts(document)) + "\n"


def _parts(document: Document) -> Iterator[str]:
    yield f"# {escape(document.title)}"
    yield "\n".join(f"- **{label}:** {escape(value)}" for label, value in document.facts.lines())
    for section in document.sections:
        yield f"## {escape(section.heading)}"
        yield _body(section)


def _body(section: Section) -> str:
    texts = [escape(item.text) for item in section.items]
    if section.kind is SectionKind.BULLETS:
        return "\n".join(f"- {text}" for text in texts)
    return (" " if section.kind is SectionKind.PARAGRAPH else "\n\n").join(texts)


def escape(text: str) -> str:
    """Return the text with a backslash before whatever CommonMark would take for a mark."""
    marked = _MARKS.sub(r"\\\1", text)
    return _LINE_START.sub(_escape_start, marked)


def _escape_start(match: re.Match[str]) -> str:
    space, mark = match.groups()
    return f"{space}{mark}\\" if mark[0].isdigit() else f"{space}\\{mark}"
