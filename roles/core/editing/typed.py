"""What came back in a form, laid over a document that may have changed since the form was shown.

Each text of a form carries its section and the mark of what it was when shown. So a save that
started from older words loses nothing: what only the owner of the form changed is taken, what
only another window changed is kept, and where both wrote there is a Conflict for the owner to
settle. A box is a line of the posting: emptied it removes its line, and with line breaks in it,
pasted or typed, it becomes as many lines. The title and the headings are texts of the form, too:
their keys begin with "@", which no line's does.
"""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from roles.core.compose.answers import entries
from roles.core.compose.brief import tidy
from roles.core.document import Document
from roles.core.merge import Conflict, merge

from .operations import EditError, add, bring_in, find, remove, reword
from .parts import rename, retitle
from .stock import Stock

TITLE = "@title"
# In a process: of all lines of a form but one the marks are those of the last time.
MARKS_KEPT, LETTERS_KEPT = 2_000, 1_000
Kind = Literal["reword", "remove", "split"]

NOT_EMPTIED = "This promise is not left out by emptying its line. Use Remove, which asks once more."


def mark_of(text: str | None) -> str:
    """Return the mark of a text in a form: equal texts have equal marks; "" for a text that is gone."""
    if text is None:
        return ""
    return _short_mark(text) if len(text) <= LETTERS_KEPT else _mark_of(text)


def _mark_of(text: str) -> str:
    return hashlib.sha256(tidy(text).encode("utf-8", "surrogatepass")).hexdigest()[:12]


_short_mark = lru_cache(maxsize=MARKS_KEPT)(_mark_of)


def heading_key(section: str) -> str:
    """Return the key in a form of a section's heading."""
    return f"@{section}"


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as it was typed or pasted: each tidied, no empty one.

    Several lines lose the bullets or numbers they were pasted with; a single one is left as typed.
    """
    lines = [line for line in tidy(text, lines=True).split("\n") if line]
    if len(lines) < 2:
        return lines
    return [line for line in entries("\n".join(lines)).split("\n") if line] or lines


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
    """The document with what could be taken; by key what was done to it, and what could not be.

    `became` has, for a text of several lines, the keys of all of them in order.
    """

    document: Document
    taken: dict[str, Kind] = field(default_factory=dict)
    became: dict[str, tuple[str, ...]] = field(default_factory=dict)
    conflicts: dict[str, Conflict[Typed, str]] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def merge_typed(
    document: Document, typed: Iterable[Typed], *, stock: Stock, unlocked: Collection[str] = ()
) -> TypedResult:
    """Return the document with what the form changed, item by item."""
    entries = list(typed)
    saved = {item.key: item.text for item in document.items()}
    saved |= {TITLE: document.title} | {heading_key(section.key): section.heading for section in document.sections}
    theirs = {entry.key: mark_of(saved[entry.key]) for entry in entries if entry.key in saved}
    merged = merge({entry.key: entry.seen for entry in entries}, theirs, {entry.key: _mark(entry) for entry in entries})
    disputed = {conflict.of for conflict in merged.conflicts}
    result = TypedResult(document=document)
    for entry in entries:
        key, mark = entry.key, theirs.get(entry.key, "")
        if key.startswith("@") and key not in saved:
            continue  # the heading of a section that was removed meanwhile
        if merged.value.get(key, "") == mark or (key in disputed and entry.choice == f"saved:{mark}"):
            continue
        if key in disputed and entry.choice != f"mine:{mark}":
            if not _was_taken(document, entry):
                result.conflicts[key] = Conflict(entry, saved.get(key), entry.text)
            continue
        try:
            document, became = _taken(document, entry, stock, unlocked)
        except EditError as error:
            result.problems[key] = str(error)
        else:
            result.taken[key] = "remove" if not became else "split" if len(became) > 1 else "reword"
            if len(became) > 1:
                result.became[key] = became
    return TypedResult(
        document=document,
        taken=result.taken,
        became=result.became,
        conflicts=result.conflicts,
        problems=result.problems,
    )


def _mark(entry: Typed) -> str:
    """The mark of what was typed: "" for nothing; of several lines one that no single line has."""
    lines = lines_of(entry.text)
    return mark_of("\x1f".join(lines)) if lines else ""


def _was_taken(document: Document, entry: Typed) -> bool:
    """Whether the lines are there already: a form whose answer never came is sent again."""
    lines = lines_of(entry.text)
    for section in document.sections:
        texts = [item.text for item in section.items]
        keys = [item.key for item in section.items]
        if entry.key in keys and len(lines) > 1:
            return any(texts[at : at + len(lines)] == lines for at in range(len(texts) - len(lines) + 1))
    return False


def _taken(
    document: Document, entry: Typed, stock: Stock, unlocked: Collection[str]
) -> tuple[Document, tuple[str, ...]]:
    """The document with the text in it, and the keys of the lines it has become."""
    key, lines = entry.key, lines_of(entry.text)
    if key == TITLE:
        return retitle(document, entry.text, stock=stock), (key,)
    if key.startswith("@"):
        return rename(document, key[1:], entry.text, stock=stock), (key,)
    if all(item.key != key for item in document.items()):
        if not lines:
            return document, ()
        document, key = _brought_back(document, entry, lines[0], stock, entry.section in unlocked)
    section, item = find(document, key)
    may = section.key in unlocked
    if not lines:
        if section.locked and may:
            raise EditError(NOT_EMPTIED)
        return remove(document, key), ()
    kept = lines.index(item.text) if item.text in lines else 0
    first = section.items.index(item)
    document = reword(document, key, lines[kept], stock=stock, unlocked=may)
    for number, line in enumerate(lines):
        if number != kept:
            document = add(document, section.key, line, stock=stock, unlocked=may, place=first + number)
    section, _ = find(document, key)
    return document, tuple(item.key for item in section.items[first : first + len(lines)])


def _brought_back(document: Document, entry: Typed, text: str, stock: Stock, unlocked: bool) -> tuple[Document, str]:
    """Put an item back that was removed elsewhere, in the words typed here; return its key, too."""
    if entry.key in stock.offers:
        back = bring_in(document, entry.key, stock=stock)
        return reword(back, entry.key, text, stock=stock, unlocked=unlocked), entry.key
    before = {item.key for item in document.items()}
    document = add(document, entry.section, text, stock=stock, unlocked=unlocked)
    return document, next(item.key for item in document.items() if item.key not in before)
