"""What an owner does to one item: reword, remove, add, move, bring in, reset.

The owner's words are data: tidied, checked, and never read as a template. A locked section
is only touched when its owner asked the caller for that.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from roles.core.compose.brief import text_problem, tidy
from roles.core.document import Document, Focus, Item, Provenance, Section, Source
from roles.core.merge import weave

from .stock import Stock

# Letters of one item: a paragraph of some hundred and fifty words, which a posting may hold as its owner wrote it.
ITEM_LIMIT = 900
SECTION_LIMIT = 60
# Together these keep the form of a whole document below what one request may hold.
DOCUMENT_ITEMS_LIMIT = 400
DOCUMENT_LIMIT = 60_000

REWORDED = "You reworded this."
ADDED = "Your own words."


class EditError(ValueError):
    """An edit that cannot be done; the message gives the owner the reason."""


class MissingError(EditError):
    """The item or section is not in the document (any more)."""


class LockedError(EditError):
    """The section is locked, and nobody has unlocked it for this."""


def owners_words(item: Item) -> bool:
    """Whether the owner wrote the item by hand, as an addition or over another text."""
    return item.provenance.source is Source.OWNER


def reworded(item: Item) -> bool:
    """Whether the owner wrote over a text that was not theirs."""
    return owners_words(item) and bool(item.provenance.name)


def find(document: Document, key: str) -> tuple[Section, Item]:
    """Return the section and the item of that key. Raises MissingError."""
    for section in document.sections:
        for item in section.items:
            if item.key == key:
                return section, item
    raise MissingError("This is not in the posting any more.")


def checked(text: str) -> str:
    """Return the owner's text tidied to one line. Raises EditError for what cannot be in a posting."""
    tidied = tidy(text)
    if problem := text_problem(tidied, limit=ITEM_LIMIT):
        raise EditError(problem)
    if not any(unicodedata.category(char)[0] in "LNPS" for char in tidied):
        raise EditError("This is empty, so its last words stay in the posting. Write something, or remove it.")
    return tidied


def reword(document: Document, key: str, text: str, *, stock: Stock, unlocked: bool = False) -> Document:
    """Return the document with the item in the owner's words.

    It keeps its key, its place, and the name and version it came from. The template's own
    words, typed again, are the template's again.
    """
    section, item = find(document, key)
    refuse_locked(section, unlocked)
    words = checked(text)
    if words == item.text:
        return document
    original = stock.offers.get(key)
    if original is not None and original.text == words:
        changed = original
    else:
        name, version = item.provenance.name, item.provenance.version
        reason = item.reason
        if item.provenance.source is not Source.OWNER:
            reason = f"{REWORDED} {reason}".strip()
        changed = replace(
            item, text=words, provenance=Provenance(source=Source.OWNER, name=name, version=version), reason=reason
        )
    result = with_items(document, section, (changed if other.key == key else other for other in section.items))
    _refuse_too_much(result)
    return result


def remove(document: Document, key: str, *, unlocked: bool = False, confirmed: bool = False) -> Document:
    """Return the document without the item; a section without items goes with its last one.

    From a locked section nothing goes unless it is unlocked and the removal confirmed.
    """
    section, _ = find(document, key)
    refuse_locked(section, unlocked and confirmed)
    return with_items(document, section, (item for item in section.items if item.key != key))


def add(
    document: Document,
    section_key: str,
    text: str,
    *,
    stock: Stock,
    unlocked: bool = False,
    place: int | None = None,
) -> Document:
    """Return the document with the owner's text as an item of the section: at `place` (from 0), None for the last."""
    section = section_of(document, section_key, stock)
    refuse_locked(section, unlocked)
    item = Item(
        key=own_key(document, stock),
        text=checked(text),
        focus=Focus.SHARED,
        provenance=Provenance(source=Source.OWNER),
        reason=ADDED,
    )
    place = len(section.items) if place is None else place
    return with_items(document, section, (*section.items[:place], item, *section.items[place:]), stock=stock)


def move(document: Document, key: str, place: int, *, unlocked: bool = False) -> Document:
    """Return the document with the item at `place` (from 0, the nearest there is) of its own section."""
    section, item = find(document, key)
    refuse_locked(section, unlocked)
    others = [other for other in section.items if other.key != key]
    place = max(0, min(place, len(others)))
    return with_items(document, section, (*others[:place], item, *others[place:]))


def bring_in(document: Document, key: str, *, stock: Stock) -> Document:
    """Return the document with a statement of the template that it did not hold, at its place in the template."""
    item, shelf = stock.offers.get(key), stock.shelf_of.get(key)
    if item is None or shelf is None:
        raise MissingError("The template has no such statement for this business.")
    if any(other.key == key for other in document.items()):
        return document
    section = section_of(document, shelf.key, stock)
    before = {other.key for other in shelf.items[: [other.key for other in shelf.items].index(key)]}
    place = max((number for number, other in enumerate(section.items, start=1) if other.key in before), default=0)
    return with_items(document, section, (*section.items[:place], item, *section.items[place:]), stock=stock)


def reset(document: Document, key: str, *, stock: Stock) -> Document:
    """Return the document with the item in the words of the template, or of the answer it came from."""
    section, item = find(document, key)
    original = stock.offers.get(key)
    if original is None:
        raise MissingError("The template has no words for this: it is yours alone, or from another version or title.")
    if item == original:
        return document
    result = with_items(document, section, (original if other.key == key else other for other in section.items))
    _refuse_too_much(result)
    return result


def own_key(document: Document, stock: Stock | None = None) -> str:
    """Return the next free key for something the owner adds."""
    taken = {item.key for item in document.items()} | set(stock.offers if stock else ())
    number = 1
    while f"own-{number}" in taken:
        number += 1
    return f"own-{number}"


def section_of(document: Document, key: str, stock: Stock) -> Section:
    """Return the section as it is, or an empty one of the template's that the document lost."""
    for section in document.sections:
        if section.key == key:
            return section
    shelf = stock.shelf(key)
    if shelf is None:
        raise MissingError("The template has no such section.")
    return replace(shelf, items=())


def with_items(document: Document, section: Section, items: Iterable[Item], *, stock: Stock | None = None) -> Document:
    """Return the document with these items in the section; with the stock it may be one that the document lost.

    A section without items is none. Raises EditError where a section or the document would hold too much.
    """
    changed = replace(section, items=tuple(items))
    if len(changed.items) > max(SECTION_LIMIT, len(section.items)):
        raise EditError(f"A section holds at most {SECTION_LIMIT}. Remove one first.")
    by_key: dict[str, Section] = {other.key: other for other in document.sections} | {section.key: changed}
    order = [shelf.key for shelf in stock.shelves if shelf.key in by_key] if stock else []
    keys = weave([other.key for other in document.sections], order)
    result = replace(document, sections=tuple(by_key[key] for key in keys if by_key[key].items))
    if len(changed.items) > len(section.items):
        _refuse_too_much(result)
    return result


def refuse_locked(section: Section, allowed: bool) -> None:
    """Raise LockedError for a locked section that nothing has allowed to touch."""
    if section.locked and not allowed:
        raise LockedError(f"“{section.name}” is locked, so that it is not lost by accident. Unlock it first.")


def _refuse_too_much(document: Document) -> None:
    count, length = 0, 0
    for item in document.items():
        count, length = count + 1, length + len(item.text)
    if count > DOCUMENT_ITEMS_LIMIT or length > DOCUMENT_LIMIT:
        raise EditError(
            f"A posting holds at most {DOCUMENT_ITEMS_LIMIT} lines and {DOCUMENT_LIMIT:,} characters. Remove one first."
        )
