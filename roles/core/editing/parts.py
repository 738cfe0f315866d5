"""What an owner does to a posting above its lines: its title, its headings, whole sections, a line sent to another.

A section is added with its first lines, as one without lines is none. Moving a locked section
loses nothing and is free; what would empty or change it asks as an edit of its lines does.
"""

from collections.abc import Collection
from dataclasses import replace

from roles.core.compose.brief import text_problem, tidy
from roles.core.document import Document, Section, SectionKind

from .operations import EditError, MissingError, add, find, refuse_locked, section_of, with_items
from .stock import Stock

TITLE_LIMIT = 100
HEADING_LIMIT = 100
SECTIONS_LIMIT = 30


def retitle(document: Document, title: str, *, stock: Stock) -> Document:
    """Return the document under another title; an empty one is the template's again."""
    return replace(document, title=_line(title, TITLE_LIMIT) or stock.composed.title)


def rename(document: Document, key: str, heading: str, *, stock: Stock) -> Document:
    """Return the document with another heading over the section; an empty one is the template's again.

    Raises EditError where a section of the owner's would lose its heading. One that never had any, such as the
    steps of hiring, or the first lines of a pasted text, needs none.
    """
    section = _held(document, key)
    shelf = stock.shelf(key)
    words = _line(heading, HEADING_LIMIT) or (shelf.heading if shelf else "")
    if not words and section.heading and shelf is None:
        raise EditError("A section needs a heading. Write one, or remove the section.")
    return _with(document, replace(section, heading=words))


def add_part(document: Document, heading: str, lines: Collection[str], *, stock: Stock) -> Document:
    """Return the document with a section of the owner's: after all others but the locked ones at the end."""
    words = _line(heading, HEADING_LIMIT)
    if not words or not lines:
        raise EditError("Write the heading on the first line, and its lines below.")
    if len(document.sections) >= SECTIONS_LIMIT:
        raise EditError(f"A posting holds at most {SECTIONS_LIMIT} sections. Remove one first.")
    taken = {section.key for section in (*document.sections, *stock.shelves)}
    number = next(number for number in range(1, len(taken) + 2) if f"own-part-{number}" not in taken)
    place = len(document.sections)
    while place and document.sections[place - 1].locked:
        place -= 1
    part = Section(key=f"own-part-{number}", heading=words, kind=SectionKind.BULLETS, items=())
    grown = replace(document, sections=(*document.sections[:place], part, *document.sections[place:]))
    for line in lines:
        grown = add(grown, part.key, line, stock=stock)
    return grown


def move_part(document: Document, key: str, place: int) -> Document:
    """Return the document with the section at `place` (from 0, the nearest there is)."""
    section = _held(document, key)
    others = [other for other in document.sections if other.key != key]
    place = max(0, min(place, len(others)))
    return replace(document, sections=(*others[:place], section, *others[place:]))


def remove_part(document: Document, key: str, *, unlocked: bool = False, confirmed: bool = False) -> Document:
    """Return the document without the section; from a locked one only unlocked and confirmed."""
    section = _held(document, key)
    refuse_locked(section, unlocked and confirmed)
    return replace(document, sections=tuple(other for other in document.sections if other.key != key))


def send(
    document: Document, key: str, part: str, place: int, *, stock: Stock, unlocked: Collection[str] = ()
) -> Document:
    """Return the document with the line in another section, at `place` (from 0, the nearest there is).

    It keeps its key and whose words it is. A section that it leaves empty goes.
    """
    section, item = find(document, key)
    if section.key == part:
        raise MissingError("It is in that section already.")
    target = section_of(document, part, stock)
    for one in (section, target):
        refuse_locked(one, one.key in unlocked)
    place = max(0, min(place, len(target.items)))
    document = with_items(document, section, (other for other in section.items if other.key != key))
    return with_items(document, target, (*target.items[:place], item, *target.items[place:]), stock=stock)


def _line(text: str, limit: int) -> str:
    words = tidy(text)
    if problem := text_problem(words, limit=limit):
        raise EditError(problem)
    return words


def _held(document: Document, key: str) -> Section:
    for section in document.sections:
        if section.key == key:
            return section
    raise MissingError("This section is not in the posting any more.")


def _with(document: Document, section: Section) -> Document:
    return replace(
        document, sections=tuple(section if other.key == section.key else other for other in document.sections)
    )
