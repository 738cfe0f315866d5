"""An HTML fragment for a page of the owner's own: headings, lists and paragraphs, no style of ours."""

from collections.abc import Iterator
from html import escape

from roles.core.document import Document, Section, SectionKind


def write(document: Document) -> str:
    """Return the posting as an HTML fragment, one element a line."""
    return "\n".join(_elements(document)) + "\n"


def _elements(document: Document) -> Iterator[str]:
    yield _element("h1", document.title)
    yield from _list(f"{label}: {value}" for label, value in document.facts.lines())
    for section in document.sections:
        yield _element("h2", section.heading)
        yield from _body(section)


def _body(section: Section) -> Iterator[str]:
    texts = (item.text for item in section.items)
    if section.kind is SectionKind.BULLETS:
        yield from _list(texts)
    elif section.kind is SectionKind.PARAGRAPH:
        yield _element("p", " ".join(texts))
    else:
        yield from (_element("p", text) for text in texts)


def _list(texts: Iterator[str]) -> Iterator[str]:
    yield "<ul>"
    yield from (_element("li", text) for text in texts)
    yield "</ul>"


def _element(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>"
