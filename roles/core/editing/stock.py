"""The stock: all a version's template has for a brief, picked or not."""

from dataclasses import dataclass
from functools import cached_property

from roles.core.compose.brief import Brief
from roles.core.compose.composition import choose, offers
from roles.core.compose.suggesting import suggested
from roles.core.compose.template import RoleTemplate
from roles.core.document import Document, Item, Section


@dataclass(frozen=True)
class Stock:
    """What was composed, and every section of the template with all the items it could hold.

    `suggested` are the statements worth offering to this owner, None for all.
    """

    composed: Document
    shelves: tuple[Section, ...]
    suggested: frozenset[str] | None = None

    @cached_property
    def offers(self) -> dict[str, Item]:
        """Every item by its key; a picked one with the reason it was picked for."""
        picked = {item.key: item for item in self.composed.items()}
        return {item.key: picked.get(item.key, item) for shelf in self.shelves for item in shelf.items}

    @cached_property
    def shelf_of(self) -> dict[str, Section]:
        """The section of the template each key is in."""
        return {item.key: shelf for shelf in self.shelves for item in shelf.items}

    def shelf(self, key: str) -> Section | None:
        return next((shelf for shelf in self.shelves if shelf.key == key), None)

    def waiting(self, document: Document) -> dict[str, tuple[Item, ...]]:
        """Return, by section, the items the document could take in and does not hold."""
        held = {item.key for item in document.items()}
        return {
            shelf.key: tuple(item for item in shelf.items if item.key not in held and self._is_suggested(item))
            for shelf in self.shelves
        }

    def _is_suggested(self, item: Item) -> bool:
        return self.suggested is None or item.provenance.name in self.suggested


def stock(template: RoleTemplate, brief: Brief, *, version: int) -> Stock:
    """Return what the template has for the brief; `version` numbers the template."""
    offered = offers(template, brief, version=version)
    return Stock(
        composed=choose(template, brief, offered, version=version),
        suggested=suggested(template, brief) if template.asks_for_areas else None,
        shelves=tuple(
            Section(
                key=section.key,
                heading=section.heading,
                kind=section.kind,
                items=tuple(item for items in offered[section.key].values() for item in items),
                locked=section.locked,
                purpose=section.purpose,
            )
            for section in template.sections
        ),
    )
