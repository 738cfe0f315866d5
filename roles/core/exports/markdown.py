"""Markdown (CommonMark): headings and lists; every character of the words is taken literally."""

import re
from collections.abc import Iterator
from itertools import groupby

from roles.core.document import Document, Section

from .blocks import Block, Kind, blocks

_MARKS = re.compile(r"([\\`*_{}\[\]<>&|~#])")
_LINE_START = re.compile(r"^(\s*)([+=-]|\d+(?=[.)]))")


def write(document: Document) -> str:
    """Return the posting as CommonMark."""
    return "\n\n".join(_parts(document)) + "\n"


def _parts(document: Document) -> Iterator[str]:
    yield f"# {escape(document.title)}"
    if facts := document.facts.lines():
        yield "\n".join(f"- **{label}:** {escape(value)}" for label, value in facts)
    for section in document.sections:
        if section.heading:
            yield f"## {escape(section.heading)}"
        yield _body(section)


def _body(section: Section) -> str:
    return "\n\n".join(_run(kind, run) for kind, run in groupby(blocks(section), key=lambda block: block.kind))


def _run(kind: Kind, run: Iterator[Block]) -> str:
    texts = [escape(block.text) for block in run]
    if kind is Kind.BULLET:
        return "\n".join(f"- {text}" for text in texts)
    if kind is Kind.STEP:
        return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))
    return "\n\n".join(texts)


def escape(text: str) -> str:
    """Return the text with a backslash before whatever CommonMark would take for a mark."""
    marked = _MARKS.sub(r"\\\1", text)
    return _LINE_START.sub(_escape_start, marked)


def _escape_start(match: re.Match[str]) -> str:
    space, mark = match.groups()
    return f"{space}{mark}\\" if mark[0].isdigit() else f"{space}\\{mark}"
