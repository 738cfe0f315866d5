"""What differs between two states of a posting: line by line, and within a line word by word."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from roles.core.document import Document, Item, Section
from roles.core.reading.sentences import sentences

from .order import moved
from .spans import Op, Span, text_spans

TITLE, HEADING = "Title", "Heading"


class What(StrEnum):
    """What happened to a line, a fact, a heading or a section."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChange:
    """One line that differs.

    `place` is where a reader finds it: the name of its section, the label of a fact, or TITLE. `spans` lead from
    the old words to the new ones; of a line that only moved they are all the same. A line can be moved and
    reworded: then it is REWORDED, and `moved` is true. `is_line` is false for a fact, a heading and the title.
    """

    what: What
    place: str
    spans: tuple[Span, ...]
    moved: bool = False
    is_line: bool = True


def document_changes(old: Document, new: Document) -> tuple[LineChange, ...]:
    """Return what differs, in the order a reader meets it in the new document; what is gone comes last.

    A line keeps its key when its words change, so that a line is followed through any rewording and move. Of two
    equal documents nothing differs.
    """
    return (
        *_texts([(TITLE, old.title)], [(TITLE, new.title)]),
        *_texts(old.facts.lines(), new.facts.lines()),
        *_headings(old, new),
        *_lines(old, new),
    )


def sentences_changed(old: Document, new: Document) -> int:
    """Return how many sentences of the new document are not in the old one, or how many of the old are gone.

    The greater of both for each line, so that a reworded sentence counts once; a fact, a heading and the title count
    as a sentence. A line that was only moved counts for nothing: nobody's words have changed.
    """
    return sum(_sentences_in(change) for change in document_changes(old, new) if change.what is not What.MOVED)


def _sentences_in(change: LineChange) -> int:
    if not change.is_line:
        return 1
    was, now = (_sentences(span.words for span in change.spans if span.op is not op) for op in (Op.ADDED, Op.REMOVED))
    return max((was - now).total(), (now - was).total(), 1)


def _sentences(words: Iterable[str]) -> Counter[str]:
    text = "".join(words)
    return Counter(text[start:end].strip() for start, end in sentences(text))


def _texts(old: Iterable[tuple[str, str]], new: Iterable[tuple[str, str]]) -> Iterator[LineChange]:
    """Yield the labelled texts that differ."""
    was, now = dict(old), dict(new)
    for label in (*now, *(label for label in was if label not in now)):
        if was.get(label) != now.get(label):
            yield _change(label, was.get(label), now.get(label), is_line=False)


def _change(place: str, was: str | None, now: str | None, *, shifted: bool = False, is_line: bool = True) -> LineChange:
    what = What.ADDED if was is None else What.REMOVED if now is None else What.MOVED if was == now else What.REWORDED
    return LineChange(what=what, place=place, spans=text_spans(was or "", now or ""), moved=shifted, is_line=is_line)


def _headings(old: Document, new: Document) -> Iterator[LineChange]:
    """Yield the headings that differ, and the sections that are in another order."""
    was = {section.key: section for section in old.sections}
    shifted = moved(list(was), [section.key for section in new.sections])
    for section in new.sections:
        before = was.get(section.key)
        if before is None:
            continue
        if before.heading != section.heading or section.key in shifted:
            yield _change(HEADING, before.name, section.name, shifted=section.key in shifted, is_line=False)


def _lines(old: Document, new: Document) -> Iterator[LineChange]:
    was, now = _places(old), _places(new)
    shifted: set[str] = set()
    before = {section.key: section for section in old.sections}
    for section in new.sections:
        if section.key in before:
            shifted |= moved(_keys(before[section.key]), _keys(section))
    for key, (section, item) in now.items():
        if key not in was:
            yield _change(section.name, None, item.text)
            continue
        old_section, old_item = was[key]
        elsewhere = old_section.key != section.key or key in shifted
        if old_item.text != item.text or elsewhere:
            yield _change(section.name, old_item.text, item.text, shifted=elsewhere)
    for key, (section, item) in was.items():
        if key not in now:
            yield _change(section.name, item.text, None)


def _places(document: Document) -> Mapping[str, tuple[Section, Item]]:
    return {item.key: (section, item) for section in document.sections for item in section.items}


def _keys(section: Section) -> list[str]:
    return [item.key for item in section.items]
