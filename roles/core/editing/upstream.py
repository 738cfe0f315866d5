"""A newer version of the template under an owner's document: what it changed, and taking some of it.

The base is what the version the document hangs on has for the same brief.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from roles.core.compose.brief import Brief
from roles.core.compose.template import RoleTemplate
from roles.core.diff.spans import Span, text_spans
from roles.core.document import Document, Item, Section
from roles.core.merge import weave

from .operations import owners_words
from .stock import Stock, stock


class ChangeKind(StrEnum):
    """What a newer version did."""

    REWORDED = "reworded"
    NEW = "new"
    WITHDRAWN = "withdrawn"
    HEADING = "heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class UpstreamChange:
    """One thing a newer version changed: a statement, or a section's heading.

    `base` is the text of the version the document hangs on, `new` that of the newer one,
    `owned` that of the document; "" where there is none. `mine` is whether the owner has
    put words of their own there, which taking the change would replace.
    """

    key: str
    kind: ChangeKind
    section: str
    heading: str
    base: str
    new: str
    owned: str
    mine: bool

    @property
    def spans(self) -> tuple[Span, ...]:
        """What leads from `base` to `new`, word by word."""
        return text_spans(self.base, self.new)


def upstream_changes(
    base_template: RoleTemplate, new_template: RoleTemplate, brief: Brief, document: Document
) -> list[UpstreamChange]:
    """Return what the newer template would change in the document, in reading order.

    Texts are filled from the brief, so that a change which this business would not see is
    none. A statement the owner removed, and one the document never held, are left out,
    unless it is new and selection picks it.
    """
    base = stock(base_template, brief, version=document.version)
    new = stock(new_template, brief, version=document.version)
    return list(_changes(base, new, document))


def take(
    document: Document,
    changes: Collection[UpstreamChange],
    taken: Collection[str],
    new_template: RoleTemplate,
    brief: Brief,
    *,
    version: int,
) -> Document:
    """Return the document on the newer version, with the changes whose keys are `taken` made.

    What is left keeps its words and the number of the version they came from.
    """
    new = stock(new_template, brief, version=version)
    wanted = {change.key: change for change in changes if change.key in taken}
    removed = {key for key, change in wanted.items() if change.kind is ChangeKind.WITHDRAWN}
    arriving = {key: change.section for key, change in wanted.items() if change.kind is ChangeKind.NEW}

    def updated(item: Item) -> Item:
        fresh = new.offers.get(item.key)
        if fresh is None or (owners_words(item) and item.key not in wanted):
            return item
        return fresh if item.key in wanted or fresh.text == item.text else item

    my_sections = {section.key: section for section in document.sections}
    shelves = {shelf.key: shelf for shelf in new.shelves}
    sections = []
    for key in weave(my_sections, [key for key in shelves if key in my_sections or key in arriving.values()]):
        mine = my_sections[key].items if key in my_sections else ()
        items = {item.key: updated(item) for item in mine if item.key not in removed}
        order = list(items)
        items |= {name: new.offers[name] for name, place in arriving.items() if place == key}
        order = weave(order, [name for name in _order(new, key) if name in items])
        if not order:
            continue
        section = my_sections.get(key) or shelves[key]
        if heading := wanted.get(heading_key(key)):
            section = replace(section, heading=heading.new)
        sections.append(replace(section, items=tuple(items[name] for name in order)))
    return replace(document, version=version, sections=tuple(sections))


def heading_key(section: str) -> str:
    """The key of the change to a section's heading; no statement has it."""
    return f"heading:{section}"


def _changes(base: Stock, new: Stock, document: Document) -> Iterator[UpstreamChange]:
    my_sections = {section.key: section for section in document.sections}
    base_shelves, shelves = ({shelf.key: shelf for shelf in part.shelves} for part in (base, new))
    held = {item.key for item in document.items()}
    picked = {item.key: section.key for section in new.composed.sections for item in section.items}
    for key in weave(my_sections, shelves):
        section = my_sections.get(key)
        if section and key in shelves and key in base_shelves:
            yield from _of_heading(section, base_shelves[key].heading, shelves[key].heading)
        if section:
            yield from _of_items(section, base, new)
        heading = section.heading if section else shelves[key].heading
        for name in (name for name, place in picked.items() if place == key):
            if name not in base.offers and name not in held:
                text = new.offers[name].text
                yield UpstreamChange(
                    key=name, kind=ChangeKind.NEW, section=key, heading=heading, base="", new=text, owned="", mine=False
                )


def _of_heading(section: Section, was: str, now: str) -> Iterator[UpstreamChange]:
    """The change of a section's heading, where there is one that the document does not have already."""
    if now not in (was, section.heading):
        yield UpstreamChange(
            key=heading_key(section.key),
            kind=ChangeKind.HEADING,
            section=section.key,
            heading=section.heading,
            base=was,
            new=now,
            owned=section.heading,
            mine=section.heading != was,
        )


def _of_items(section: Section, base: Stock, new: Stock) -> Iterator[UpstreamChange]:
    """The statements of the section that are reworded or withdrawn."""
    for item in section.items:
        before, after = base.offers.get(item.key), new.offers.get(item.key)
        if before is None or (after and after.text in (before.text, item.text)):
            continue
        yield UpstreamChange(
            key=item.key,
            kind=ChangeKind.REWORDED if after else ChangeKind.WITHDRAWN,
            section=section.key,
            heading=section.heading,
            base=before.text,
            new=after.text if after else "",
            owned=item.text,
            mine=owners_words(item) or item.text != before.text,
        )


def _order(stock: Stock, key: str) -> list[str]:
    shelf = stock.shelf(key)
    return [item.key for item in shelf.items] if shelf else []
