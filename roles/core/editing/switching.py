"""Another title under the same answers: what comes along by the owner's hand, what goes, what comes."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from roles.core.compose.brief import Brief
from roles.core.compose.template import RoleTemplate
from roles.core.document import Document, Item, Section
from roles.core.merge import weave

from .carry_over import carry_over
from .operations import owners_words, remove, reset
from .stock import Stock, stock


@dataclass(frozen=True, slots=True)
class OwnLine:
    """An item that is in the document by the owner's hand.

    `own` is whether its words are the owner's, too; `kept` whether it comes along.
    """

    heading: str
    item: Item
    own: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class PartSwitched:
    """One section: the items whose words go, those whose words come, and how many stay as they are."""

    key: str
    heading: str
    goes: tuple[Item, ...]
    comes: tuple[Item, ...]
    stays: int


@dataclass(frozen=True, slots=True)
class Switch:
    """What a switch of titles would do, and the document it would make."""

    title: str
    own_lines: tuple[OwnLine, ...]
    parts: tuple[PartSwitched, ...]
    document: Document


def switch(
    document: Document,
    brief: Brief,
    own: RoleTemplate,
    target: RoleTemplate,
    *,
    own_version: int,
    target_version: int,
    keep: Collection[str] | None = None,
) -> Switch:
    """Return what it would be to compose the document again from another title's template.

    `own` and `target` are the template it hangs on and the other, with the numbers of their
    versions. `keep` are the keys of the owner's lines that come along; None keeps those in
    the owner's own words and leaves behind what was only brought in.
    """
    old = stock(own, brief, version=own_version)
    new = stock(target, brief, version=target_version)
    composed = {item.key for item in old.composed.items()}
    lines = tuple(
        OwnLine(section.name, item, words, words if keep is None else item.key in keep)
        for section in document.sections
        for item in section.items
        if (words := owners_words(item)) or (item.key not in composed and item.key not in new.offers)
    )
    owned = replace(document, title=old.composed.title)  # another title is what is asked for
    for line in lines:
        if not line.kept:
            owned = _without(owned, line.item.key, old)
    merged = carry_over(old.composed, owned, new.composed, offers=new.offers)
    return Switch(target.title, lines, tuple(_parts(document, merged)), merged)


def _without(document: Document, key: str, old: Stock) -> Document:
    """Return the document without the owner's hand on one item."""
    if key in {item.key for item in old.composed.items()}:
        return reset(document, key, stock=old)
    return remove(document, key, unlocked=True, confirmed=True)


def _parts(before: Document, after: Document) -> Iterator[PartSwitched]:
    old: dict[str, Section] = {section.key: section for section in before.sections}
    new: dict[str, Section] = {section.key: section for section in after.sections}
    had = {item.text for item in before.items()}
    has = {item.text for item in after.items()}
    for key in weave(new, old):
        was, now = (part[key].items if key in part else () for part in (old, new))
        goes = tuple(item for item in was if item.text not in has)
        comes = tuple(item for item in now if item.text not in had)
        yield PartSwitched(key, (new.get(key) or old[key]).name, goes, comes, len(now) - len(comes))
