"""What publishing again would change, in words: fact by fact and line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from roles.core.diff.spans import Op, Span, text_spans
from roles.core.document import Document


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that differs: where it is in the posting, and the words that went and came."""

    place: str
    spans: tuple[Span, ...]


def changes(old: Document, new: Document) -> tuple[LineChange, ...]:
    """Return what differs for a reader: the title, the facts, the headings and lines. A line is known by its key."""
    return tuple(_changes(old, new))


def _changes(old: Document, new: Document) -> Iterator[LineChange]:
    yield from _texts({"Title": ("Title", old.title)}, {"Title": ("Title", new.title)})
    yield from _texts(
        {label: (label, text) for label, text in old.facts.lines()},
        {label: (label, text) for label, text in new.facts.lines()},
    )
    yield from _texts(
        {part.key: ("Heading", part.heading) for part in old.sections},
        {part.key: ("Heading", part.heading) for part in new.sections},
    )
    was, now = _lines(old), _lines(new)
    yield from _texts(was, now)
    kept = [key for key in was if key in now]
    if kept != [key for key in now if key in was]:
        yield LineChange("Order", (Span(Op.SAME, "Lines stand in another order."),))


def _lines(document: Document) -> dict[str, tuple[str, str]]:
    return {item.key: (part.name, item.text) for part in document.sections for item in part.items}


def _texts(old: dict[str, tuple[str, str]], new: dict[str, tuple[str, str]]) -> Iterator[LineChange]:
    """Yield each text of either that differs: those of the new one in its order, then those that are gone."""
    for key, (place, text) in new.items():
        before = old.get(key, ("", ""))[1]
        if before != text:
            yield LineChange(place, text_spans(before, text))
    for key, (place, text) in old.items():
        if key not in new and text:
            yield LineChange(place, (Span(Op.REMOVED, text),))
