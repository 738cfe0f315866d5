"""Three-way merges: the owner's document against a new composition, and against a newer version.

The base is always what was composed before the owner's hand: it tells what the owner did
(reworded, added, brought in, removed, moved) from what the template did.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from roles.core.compose.brief import Brief
from roles.core.compose.template import RoleTemplate
from roles.core.diff.spans import Span, text_spans
from roles.core.document import Document, Item, Provenance, Section, Source

from .operations import ADDED, own_key, owners_words, weave
from .stock import Stock, stock

# Marks the key of an answer's line that the new answers no longer hold; no real key has it.
_GONE = "~"


def carry_over(
    old_composed: Document,
    owned: Document,
    new_composed: Document,
    *,
    offers: Mapping[str, Item] | None = None,
) -> Document:
    """Return `new_composed` with what the owner did to `old_composed` done to it.

    Kept are the owner's own words wherever they stand, additions, statements brought in,
    removals, and the order of a section the owner reordered; of a document that was not
    composed also the order, the headings and the kinds of its sections. All else follows
    `new_composed`. `offers`, all the new composition could say by key, brings a statement the
    owner brought in up to date.
    """
    names = _renaming(old_composed, owned, new_composed)
    old, mine = _renamed(old_composed, names), _renamed(owned, names)
    base = {item.key for item in old.items()}
    hand = {item.key: item for item in mine.items()}
    composed = {item.key for item in new_composed.items()}
    old_sections, new_sections, my_sections = (
        {part.key: part for part in doc.sections} for doc in (old, new_composed, mine)
    )

    def follows(item: Item) -> bool:
        return not owners_words(item) and item.provenance.version in (None, old.version)

    def followed(item: Item) -> Item:
        mine = hand.get(item.key)
        return item if mine is None or follows(mine) else mine

    def stays(item: Item) -> bool:
        """Whether an item the new composition does not hold stays by the owner's hand."""
        if item.key.endswith(_GONE):
            return owners_words(item)
        return item.key not in base or not follows(item)

    def refreshed(item: Item) -> Item:
        fresh = (offers or {}).get(item.key) if follows(item) else None
        return replace(fresh, reason=item.reason) if fresh else item

    sections = []
    for key in _order_of_sections(old_sections, my_sections, new_sections):
        theirs = [item for item in _items(new_sections, key) if item.key in hand or item.key not in base]
        ours = [item for item in _items(my_sections, key) if item.key not in composed and stays(item)]
        chosen = {item.key: followed(item) for item in theirs}
        chosen |= {item.key: refreshed(item) for item in ours}
        if not chosen:
            continue
        new_order = [item.key for item in theirs]
        my_order = [item.key for item in _items(my_sections, key) if item.key in chosen]
        before = [item.key for item in _items(old_sections, key) if item.key in my_order]
        moved = before != [name for name in my_order if name in before]
        order = weave(my_order, new_order) if moved else weave(new_order, my_order)
        section = new_sections.get(key) or my_sections[key]
        if key in my_sections:
            section = _as_owned(section, my_sections[key], old_sections.get(key))
        sections.append(replace(section, items=tuple(chosen[name] for name in order)))
    return _without_gone(replace(new_composed, sections=tuple(sections)))


def _order_of_sections(
    old: Mapping[str, Section], owned: Mapping[str, Section], new: Mapping[str, Section]
) -> list[str]:
    """The order of the new composition, but of the document where that is not the one it was composed in."""
    before, now = [key for key in old if key in owned], [key for key in owned if key in old]
    return weave(owned, new) if before != now else weave(new, owned)


def _as_owned(section: Section, owned: Section, old: Section | None) -> Section:
    """The section with the heading and the kind it has in the document, where those are not the composed ones."""
    heading = owned.heading if old is None or owned.heading != old.heading else section.heading
    kind = owned.kind if old is None or owned.kind is not old.kind else section.kind
    return replace(section, heading=heading, kind=kind)


def to_look_at(old_composed: Document, new_composed: Document, merged: Document) -> list[Item]:
    """Return the items in the owner's words whose text beneath has changed with the composition."""
    old, new = ({item.key: item.text for item in document.items()} for document in (old_composed, new_composed))
    return [
        item
        for item in merged.items()
        if owners_words(item) and item.key in old and item.key in new and old[item.key] != new[item.key]
    ]


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
    `owned` what the document says; "" where there is none. `mine` says that the owner has
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
    none. A statement the owner removed, and one the document never held, are not spoken of,
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
        items = {item.key: updated(item) for item in _items(my_sections, key) if item.key not in removed}
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
        heading = section.heading if section else shelves[key].heading
        if section and key in shelves and key in base_shelves:
            was, now = base_shelves[key].heading, shelves[key].heading
            if was != now and now != section.heading:
                yield UpstreamChange(
                    key=heading_key(key),
                    kind=ChangeKind.HEADING,
                    section=key,
                    heading=heading,
                    base=was,
                    new=now,
                    owned=section.heading,
                    mine=section.heading != was,
                )
        for item in section.items if section else ():
            before, after = base.offers.get(item.key), new.offers.get(item.key)
            if before is None or (after and after.text in (before.text, item.text)):
                continue
            yield UpstreamChange(
                key=item.key,
                kind=ChangeKind.REWORDED if after else ChangeKind.WITHDRAWN,
                section=key,
                heading=heading,
                base=before.text,
                new=after.text if after else "",
                owned=item.text,
                mine=owners_words(item) or item.text != before.text,
            )
        for name in (name for name, place in picked.items() if place == key):
            if name not in base.offers and name not in held:
                yield UpstreamChange(
                    key=name,
                    kind=ChangeKind.NEW,
                    section=key,
                    heading=heading,
                    base="",
                    new=new.offers[name].text,
                    owned="",
                    mine=False,
                )


def _items(sections: Mapping[str, Section], key: str) -> tuple[Item, ...]:
    return sections[key].items if key in sections else ()


def _order(stock: Stock, key: str) -> list[str]:
    shelf = stock.shelf(key)
    return [item.key for item in shelf.items] if shelf else []


def _renaming(old: Document, owned: Document, new: Document) -> dict[str, str]:
    """Map the keys of answers' lines to those of the same lines in the new composition.

    Lines are numbered, so a line put before the others would shift every key. The same
    words are the same line; if as many others are left on both sides, they pair in order.
    """
    names: dict[str, str] = {}
    before, after = _answers(old), _answers(new)
    for answer, lines in before.items():
        left = dict(after.get(answer, {}))
        unpaired = []
        for key, text in lines.items():
            same = next((other for other, words in left.items() if words == text), None)
            if same is None:
                unpaired.append(key)
            else:
                names[key] = same
                del left[same]
        pairs = (
            zip(unpaired, left, strict=True) if len(unpaired) == len(left) else ((key, key + _GONE) for key in unpaired)
        )
        names.update(pairs)
    for item in owned.items():
        if item.key not in names and item.key in names.values():
            names[item.key] = item.key + _GONE
    return names


def _answers(document: Document) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for item in document.items():
        if item.provenance.source is Source.BRIEF:
            found.setdefault(item.provenance.name, {})[item.key] = item.text
    return found


def _renamed(document: Document, names: Mapping[str, str]) -> Document:
    sections = (
        replace(part, items=tuple(replace(item, key=names.get(item.key, item.key)) for item in part.items))
        for part in document.sections
    )
    return replace(document, sections=tuple(sections))


def _without_gone(document: Document) -> Document:
    """Make the owner's words on a line that is gone an addition of their own."""
    for item in list(document.items()):
        if item.key.endswith(_GONE):
            own = replace(item, key=own_key(document), provenance=Provenance(source=Source.OWNER), reason=ADDED)
            sections = (
                replace(part, items=tuple(own if other is item else other for other in part.items))
                for part in document.sections
            )
            document = replace(document, sections=tuple(sections))
    return document
