"""A three-way merge of documents: what the owner did to one composition, done to another.

The base is what was composed before the owner's hand: it separates what the owner did (reworded,
added, brought in, removed, moved) from what the template or the answers did.
"""

from collections.abc import Mapping
from dataclasses import replace

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
    names = _renaming(old_composed, owned, new_composed)
    old, mine = _renamed(old_composed, names), _renamed(owned, names)
    sent = _sent(old, mine)
    if sent:
        shells = {part.key: replace(part, items=()) for part in mine.sections}
        old, new_composed = _resettled(old, sent, shells), _resettled(new_composed, sent, shells)
    base = {item.key: item.text for item in old.items()}
    hand = {item.key: item for item in mine.items()}
    composed = {item.key for item in new_composed.items()}
    old_sections, new_sections, my_sections = (
        {part.key: part for part in doc.sections} for doc in (old, new_composed, mine)
    )

    def follows(item: Item) -> bool:
        return not owners_words(item) and item.provenance.version in (None, old.version)

    def followed(item: Item) -> Item:
        mine = hand.get(item.key)
        if mine is None:
            return item
        # A line of hers that the new answers hold as before stays as it is printed, with a stop or without; so does a
        # part of a statement.
        part = mine.provenance.source is Source.BRIEF or (mine.text != item.text and mine.text in item.text)
        same = part and base.get(item.key) == item.text
        return mine if same or not follows(mine) else item

    def stays(item: Item) -> bool:
        """Whether an item the new composition does not hold stays by the owner's hand."""
        if item.key.endswith(_GONE):
            return owners_words(item)
        return item.key not in base or not follows(item)

    def refreshed(item: Item) -> Item:
        fresh = (offers or {}).get(item.key) if follows(item) else None
        return replace(fresh, reason=item.reason) if fresh else item

    sections = []
    # The sections come in the order of the new composition, but of a document that was composed in another order.
    for key in merge_order(old_sections, new_sections, my_sections).keys:
        theirs = [item for item in _items(new_sections, key) if item.key in hand or item.key not in base]
        ours = [item for item in _items(my_sections, key) if item.key not in composed and stays(item)]
        chosen = {item.key: followed(item) for item in theirs}
        chosen |= {item.key: refreshed(item) for item in ours}
        if not chosen:
            continue
        before = [item.key for item in _items(old_sections, key)]
        mine_now = [item.key for item in _items(my_sections, key) if item.key in chosen]
        order = merge_order(before, [item.key for item in theirs], mine_now).keys
        section = new_sections.get(key) or my_sections[key]
        if key in my_sections:
            section = _as_owned(section, my_sections[key], old_sections.get(key))
        sections.append(replace(section, items=tuple(chosen[name] for name in order)))
    title = new_composed.title if owned.title == old_composed.title else owned.title
    facts = _in_her_words(owned.facts, old_composed.facts, new_composed.facts)
    return _without_gone(replace(new_composed, title=title, facts=facts, sections=tuple(sections)))


def _in_her_words(owned: Facts, old: Facts, new: Facts) -> Facts:
    """The new facts, those that are as before in the words the head had for them."""
    before, now = dict(old.plain_lines()), dict(new.plain_lines())
    return replace(new, words=tuple(pair for pair in owned.words if before.get(pair[0]) == now.get(pair[0])))


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
    return replace(section, heading=heading, kind=kind)


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
