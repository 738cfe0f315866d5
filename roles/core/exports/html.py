"""An HTML fragment for a page of the owner's own: headings, lists and paragraphs, no style of ours."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from roles.core.document import Document, Section

from .blocks import Kind, blocks


def write(document: Document) -> str:
    """Return the posting as an HTML fragment, one element a line."""
    return "\n".join(_elements(document)) + "\n"


def _elements(document: Document) -> Iterator[str]:
    yield _element("h1", document.title)
    if facts := document.facts.lines():
        yield from _list(f"{label}: {value}" for label, value in facts)
    for section in document.sections:
        if section.heading:
            yield _element("h2", section.heading)
        yield from _body(section)


def _body(section: Section) -> Iterator[str]:
    for kind, run in groupby(blocks(section), key=lambda block: block.kind):
        texts = (block.text for block in run)
        if kind in (Kind.BULLET, Kind.STEP):
            yield from _list(texts, "ul" if kind is Kind.BULLET else "ol")
        else:
            yield from (_element("p", text) for text in texts)


def _list(texts: Iterator[str], tag: str = "ul") -> Iterator[str]:
    yield f"<{tag}>"
    yield from (_element("li", text) for text in texts)
    yield f"</{tag}>"


def _element(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>"
