"""What came back in a form, laid over a document that may have changed since the form was shown.

Each text of a form says which section it stood in and, as a mark, what it was when shown.
So a save that started from older words loses nothing: what only the owner of the form
changed is taken, what only another window changed stays, and where both wrote there is a
Conflict for the owner to settle.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from roles.core.compose.brief import tidy
from roles.core.document import Document

from .operations import EditError, add, bring_in, find, reword
from .stock import Stock


def mark_of(text: str) -> str:
    """Return what stands for a text in a form: equal texts have equal marks."""
    return hashlib.sha256(tidy(text).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One text of a form. `seen` is the mark of what it said when the form was shown.

    `choice` answers an earlier conflict: "mine:<mark>" or "saved:<mark>", where the mark is
    that of the saved text the owner saw ("" for a removed one).
    """

    key: str
    section: str
    text: str
    seen: str
    choice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One item both sides wrote; `saved` is None where the other side removed it."""

    key: str
    section: str
    typed: str
    saved: str | None
    seen: str

    @property
    def mark(self) -> str:
        return "" if self.saved is None else mark_of(self.saved)


@dataclass(frozen=True, kw_only=True)
class Merged:
    """The document with what could be taken, the keys taken, and by key what could not."""

    document: Document
    taken: tuple[str, ...] = ()
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def merge_typed(document: Document, typed: Iterable[Typed], *, stock: Stock, unlocked: Collection[str] = ()) -> Merged:
    """Return the document with what the form changed, item by item."""
    taken: list[str] = []
    conflicts: dict[str, Conflict] = {}
    problems: dict[str, str] = {}
    texts: Mapping[str, str] = {item.key: item.text for item in document.items()}
    for entry in typed:
        if mark_of(entry.text) == entry.seen:
            continue  # not touched in this form
        saved = texts.get(entry.key)
        if saved is not None and tidy(entry.text) == tidy(saved):
            continue
        conflict = Conflict(key=entry.key, section=entry.section, typed=entry.text, saved=saved, seen=entry.seen)
        if saved is None or mark_of(saved) != entry.seen:
            if entry.choice == f"saved:{conflict.mark}":
                continue
            if entry.choice != f"mine:{conflict.mark}":
                conflicts[entry.key] = conflict
                continue
        try:
            if saved is None:
                document = _brought_back(document, entry, stock, entry.section in unlocked)
            else:
                section, _ = find(document, entry.key)
                document = reword(document, entry.key, entry.text, stock=stock, unlocked=section.key in unlocked)
        except EditError as error:
            problems[entry.key] = str(error)
        else:
            taken.append(entry.key)
    return Merged(document=document, taken=tuple(taken), conflicts=conflicts, problems=problems)


def _brought_back(document: Document, entry: Typed, stock: Stock, unlocked: bool) -> Document:
    """Put an item back that was removed elsewhere, in the words typed here."""
    if entry.key in stock.offers:
        back = bring_in(document, entry.key, stock=stock)
        return reword(back, entry.key, entry.text, stock=stock, unlocked=unlocked)
    return add(document, entry.section, entry.text, stock=stock, unlocked=unlocked)
