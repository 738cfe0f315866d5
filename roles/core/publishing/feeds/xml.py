"""XML of elements that hold text in CDATA, as job boards ask for it."""

from collections.abc import Iterable, Iterator

from .entry import printable

Field = tuple[str, str]
_HEAD = '<?xml version="1.0" encoding="utf-8"?>'


def document(fields: Iterable[Field], jobs: Iterable[Iterable[Field]]) -> str:
    """Return a `<source>` of these fields and of jobs with theirs. Names are ours; any text is held."""
    return "\n".join(_lines(fields, jobs)) + "\n"


def _lines(fields: Iterable[Field], jobs: Iterable[Iterable[Field]]) -> Iterator[str]:
    yield _HEAD
    yield "<source>"
    yield from (_element(*field) for field in fields)
    for job in jobs:
        yield "<job>"
        yield from (_element(*field) for field in job)
        yield "</job>"
    yield "</source>"


def _element(name: str, text: str) -> str:
    held = printable(text).replace("]]>", "]]]]><![CDATA[>")
    return f"<{name}><![CDATA[{held}]]></{name}>"
