"""What came back in a form, laid over a document that may have changed since the form was shown.

Each text of a form carries its section and the mark of what it was when shown. So a save that
started from older words loses nothing: what only the owner of the form changed is taken, what
only another window changed is kept, and where both wrote there is a Conflict for the owner to
settle.
"""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from roles.core.compose.brief import tidy
from roles.core.document import Document
from roles.core.merge import Conflict, merge

from .operations import EditError, add, bring_in, find, reword
from .stock import Stock


def mark_of(text: str | None) -> str:
    """Return the mark of a text in a form: equal texts have equal marks; "" for a text that is gone."""
    if text is None:
        return ""
    return hashlib.sha256(tidy(text).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One text of a form. `seen` is the mark of the text the form was shown with.

    `choice` answers an earlier conflict: "mine:<mark>" or "saved:<mark>", where the mark is
    that of the saved text the owner saw ("" for a removed one).
    """

    key: str
    section: str
    text: str
    seen: str
    choice: str = ""


@dataclass(frozen=True, kw_only=True)
class TypedResult:
    """The document with what could be taken, the keys taken, and by key what could not."""

    document: Document
    taken: tuple[str, ...] = ()
    conflicts: dict[str, Conflict[Typed, str]] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def merge_typed(
    document: Document, typed: Iterable[Typed], *, stock: Stock, unlocked: Collection[str] = ()
) -> TypedResult:
    """Return the document with what the form changed, item by item."""
    entries = list(typed)
    saved = {item.key: item.text for item in document.items()}
    theirs = {entry.key: mark_of(saved[entry.key]) for entry in entries if entry.key in saved}
    merged = merge(
        {entry.key: entry.seen for entry in entries}, theirs, {entry.key: mark_of(entry.text) for entry in entries}
    )
    disputed = {conflict.of for conflict in merged.conflicts}
    taken: list[str] = []
    conflicts: dict[str, Conflict[Typed, str]] = {}
    problems: dict[str, str] = {}
    for entry in entries:
        key, mark = entry.key, theirs.get(entry.key, "")
        if merged.value.get(key, "") == mark or (key in disputed and entry.choice == f"saved:{mark}"):
            continue
        if key in disputed and entry.choice != f"mine:{mark}":
            conflicts[key] = Conflict(entry, saved.get(key), entry.text)
            continue
        try:
            if key in saved:
                section, _ = find(document, key)
                document = reword(document, key, entry.text, stock=stock, unlocked=section.key in unlocked)
            else:
                document = _brought_back(document, entry, stock, entry.section in unlocked)
        except EditError as error:
            problems[key] = str(error)
        else:
            taken.append(key)
    return TypedResult(document=document, taken=tuple(taken), conflicts=conflicts, problems=problems)


def _brought_back(document: Document, entry: Typed, stock: Stock, unlocked: bool) -> Document:
    """Put an item back that was removed elsewhere, in the words typed here."""
    if entry.key in stock.offers:
        back = bring_in(document, entry.key, stock=stock)
        return reword(back, entry.key, entry.text, stock=stock, unlocked=unlocked)
    return add(document, entry.section, entry.text, stock=stock, unlocked=unlocked)
