"""A three-way merge of documents: what the owner did to one composition, done to another.

The base is what was composed before the owner's hand: it separates what the owner did (reworded,
added, brought in, removed, moved) from what the template or the answers did.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from roles.core.document import Document, Facts, Item, Provenance, Section, Source
from roles.core.merge import merge_order

from .operations import ADDED, own_key, owners_words

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

    Kept are the owner's own words wherever they stand, the title among them, additions, statements
    brought in, removals, lines put into another section, sections of her own, and the order of what
    the owner reordered; of a document that was not composed also the order, the headings and the
    kinds of its sections. All else follows
    `new_composed`. `offers`, all the items of the new template by key, brings a statement the
    owner brought in up to date.
    """
    merged = _Merge.of(old_composed, owned, new_composed, offers or {})
    title = new_composed.title if owned.title == old_composed.title else owned.title
    facts = _in_her_words(owned.facts, old_composed.facts, new_composed.facts)
    sections = tuple(_without_stated(merged.sections(), owned.facts, facts))
    return _without_gone(replace(merged.new, title=title, facts=facts, sections=sections))


@dataclass(frozen=True)
class _Merge:
    """The three documents: an answer's line under one key in all, and each line in the section that holds it now."""

    old: Document
    mine: Document
    new: Document
    offers: Mapping[str, Item]

    @classmethod
    def of(cls, old: Document, owned: Document, new: Document, offers: Mapping[str, Item]) -> Self:
        names = _renaming(old, owned, new)
        old, mine = _renamed(old, names), _renamed(owned, names)
        if sent := _sent(old, mine):
            shells = {part.key: replace(part, items=()) for part in mine.sections}
            old, new = _resettled(old, sent, shells), _resettled(new, sent, shells)
        return cls(old, mine, new, offers)

    @cached_property
    def base(self) -> dict[str, str]:
        return {item.key: item.text for item in self.old.items()}

    @cached_property
    def hand(self) -> dict[str, Item]:
        return {item.key: item for item in self.mine.items()}

    def sections(self) -> Iterator[Section]:
        """In the order of the new composition, but of a document that was composed in another order."""
        old, new, mine = ({part.key: part for part in doc.sections} for doc in (self.old, self.new, self.mine))
        composed = {item.key for item in self.new.items()}
        for key in merge_order(old, new, mine).keys:
            theirs = [item for item in _items(new, key) if item.key in self.hand or item.key not in self.base]
            ours = [item for item in _items(mine, key) if item.key not in composed and self.stays(item)]
            chosen = {item.key: self.followed(item) for item in theirs}
            chosen |= {item.key: self.refreshed(item) for item in ours}
            if not chosen:
                continue
            before = [item.key for item in _items(old, key)]
            mine_now = [item.key for item in _items(mine, key) if item.key in chosen]
            order = merge_order(before, [item.key for item in theirs], mine_now).keys
            section = new.get(key) or mine[key]
            if key in mine:
                section = _as_owned(section, mine[key], old.get(key))
            yield replace(section, items=tuple(chosen[name] for name in order))

    def follows(self, item: Item) -> bool:
        """Whether the words of an item are those of the composition."""
        return not owners_words(item) and item.provenance.version in (None, self.old.version)

    def followed(self, item: Item) -> Item:
        """Return an item of the new composition, in the owner's words where she has changed it."""
        mine = self.hand.get(item.key)
        if mine is None:
            return item
        # A line of hers that the new answers hold as before stays as it is printed, with a stop or without; so does a
        # part of a statement.
        part = mine.provenance.source is Source.BRIEF or (mine.text != item.text and mine.text in item.text)
        same = part and self.base.get(item.key) == item.text
        return mine if same or not self.follows(mine) else item

    def stays(self, item: Item) -> bool:
        """Whether an item the new composition does not hold stays by the owner's hand."""
        if item.key.endswith(_GONE):
            return owners_words(item)
        return item.key not in self.base or not self.follows(item)

    def refreshed(self, item: Item) -> Item:
        """Return a statement that the owner brought in, in its newer words."""
        fresh = self.offers.get(item.key) if self.follows(item) else None
        return replace(fresh, reason=item.reason) if fresh else item


def _in_her_words(owned: Facts, old: Facts, new: Facts) -> Facts:
    """The new facts; what is as before keeps the posting's words, and is left to her text where it was."""
    before, now = dict(old.plain_lines()), dict(new.plain_lines())

    def is_same(label: str) -> bool:
        return before.get(label) == now.get(label)

    words = tuple(pair for pair in owned.words if is_same(pair[0]))
    return replace(new, words=words, told=tuple(filter(is_same, owned.told)))


def _without_stated(sections: Iterator[Section], owned: Facts, now: Facts) -> Iterator[Section]:
    """Yield the sections without lines of hers that state a fact as it was, and nothing else: "Salary: 40,000".

    The head states it as it is now.
    """
    gone = tuple(value for label, value in owned.known() if label in owned.told and label not in now.told)
    for section in sections:
        items = tuple(item for item in section.items if not (owners_words(item) and _is_only(item.text, gone)))
        if items or not section.items:
            yield replace(section, items=items) if len(items) < len(section.items) else section


def _is_only(text: str, values: tuple[str, ...]) -> bool:
    return any(text == value or text.endswith(f": {value}") for value in values)


def _sent(old: Document, mine: Document) -> dict[str, str]:
    """Return the section that now holds each line that the owner put into another one."""
    home = {item.key: part.key for part in old.sections for item in part.items}
    return {
        item.key: part.key for part in mine.sections for item in part.items if home.get(item.key, part.key) != part.key
    }


def _resettled(document: Document, sent: Mapping[str, str], shells: Mapping[str, Section]) -> Document:
    """Return the document with these lines at the end of their new sections, as if composed there."""
    there = {item.key: item for item in document.items() if item.key in sent}
    parts = {part.key: part for part in document.sections}
    parts |= {sent[key]: shells[sent[key]] for key in there if sent[key] not in parts}
    sections = []
    for key, part in parts.items():
        stay = tuple(item for item in part.items if item.key not in there)
        sections.append(replace(part, items=stay + tuple(there[name] for name in there if sent[name] == key)))
    return replace(document, sections=tuple(sections))


def _as_owned(section: Section, owned: Section, old: Section | None) -> Section:
    """The section with the heading and the kind it has in the document, where those are not the composed ones."""
    heading = owned.heading if old is None or owned.heading != old.heading else section.heading
    kind = owned.kind if old is None or owned.kind is not old.kind else section.kind
    return replace(section, heading=heading, kind=kind, ordered=owned.ordered)


def to_look_at(old_composed: Document, new_composed: Document, merged: Document) -> list[Item]:
    """Return the items in the owner's words whose text beneath has changed with the composition."""
    old, new = ({item.key: item.text for item in document.items()} for document in (old_composed, new_composed))
    return [
        item
        for item in merged.items()
        if owners_words(item) and item.key in old and item.key in new and old[item.key] != new[item.key]
    ]


def _items(sections: Mapping[str, Section], key: str) -> tuple[Item, ...]:
    return sections[key].items if key in sections else ()


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
