"""What differs between two templates of a role, in the order a reader meets it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Generic, Protocol, TypeVar

from roles.core.compose.house_words import HouseWords
from roles.core.compose.template import RoleTemplate, Section, Statement, in_order
from roles.core.compose.vocabulary import Area, Industry, Kpi, Need, Trait

from .order import moved
from .spans import Span, spans, text_spans


class Keyed(Protocol):
    """Whatever has a key of its own in both states."""

    @property
    def key(self) -> str: ...


Row = TypeVar("Row", bound=Keyed)

ROLE_FIELDS = ("schema", "slug", "title", "focus", "tagline", "description", "balance_min", "balance_max")
_NOT_FIELDS = ("key", "statements")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs. `spans` lead from the old words to the new ones."""

    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Where a row was and is. Places count from 1; a section is its key, "" for what is in none."""

    old_place: int
    new_place: int
    old_section: str = ""
    new_section: str = ""

    @property
    def between_sections(self) -> bool:
        return self.old_section != self.new_section


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Generic[Row]):
    """A row that differs: added (no `old`), removed (no `new`), or moved, or its fields changed, or both."""

    key: str
    old: Row | None
    new: Row | None
    moved: Move | None = None
    fields: tuple[FieldChange, ...] = ()

    @property
    def added(self) -> bool:
        return self.old is None

    @property
    def removed(self) -> bool:
        return self.new is None

    @property
    def value(self) -> Row:
        """The row as it is now, or as it was when it is gone."""
        row = self.old if self.new is None else self.new
        if row is None:
            raise ValueError(f"“{self.key}” is in neither.")
        return row

    @property
    def differs(self) -> bool:
        return self.added or self.removed or self.moved is not None or bool(self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementChange(Change[Statement]):
    """`section` is the key of the section it is in, or was in when it is gone."""

    section: str

    @property
    def reworded(self) -> bool:
        return any(change.name == "text" for change in self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChange(Change[Section]):
    """A section that differs, or that holds statements that do."""

    statements: tuple[StatementChange, ...] = ()


WordChange = Change[Need] | Change[Industry] | Change[Area] | Change[Trait]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that differs. Rows are in the new template's order, those that are gone after them."""

    old: RoleTemplate
    new: RoleTemplate
    fields: tuple[FieldChange, ...]
    sections: tuple[SectionChange, ...]
    needs: tuple[Change[Need], ...]
    industries: tuple[Change[Industry], ...]
    areas: tuple[Change[Area], ...] = ()
    traits: tuple[Change[Trait], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.sections or self.shared)

    @property
    def shared(self) -> tuple[WordChange, ...]:
        """What differs in the lists the roles share."""
        return (*self.needs, *self.industries, *self.areas, *self.traits)

    def statements(self) -> Iterator[StatementChange]:
        """Yield each statement that differs, once: one that changed sections is in its new one."""
        for section in self.sections:
            yield from section.statements

    def heading(self, key: str) -> str:
        """Return the heading of a section of either template."""
        for section in (*self.new.sections, *self.old.sections):
            if section.key == key:
                return section.heading
        return key


def compare(old: RoleTemplate, new: RoleTemplate) -> Comparison:
    """Return what differs. Both must have each key once, as `template_problems` asks.

    The order in which a statement names its needs, industries, areas and traits means nothing, and is no difference.
    """
    old, new = in_order(old), in_order(new)
    names = _names(old, new)
    return Comparison(
        old=old,
        new=new,
        fields=tuple(_fields(old, new, ROLE_FIELDS, names)),
        sections=tuple(_sections(old, new, names)),
        needs=tuple(_rows(old.needs, new.needs)),
        industries=tuple(_rows(old.industries, new.industries)),
        areas=tuple(_rows(old.areas, new.areas)),
        traits=tuple(_rows(old.traits, new.traits)),
    )


def _sections(old: RoleTemplate, new: RoleTemplate, names: Mapping[str, str]) -> Iterator[SectionChange]:
    statements: dict[str, list[StatementChange]] = {}
    for statement in _statements(old, new, names):
        statements.setdefault(statement.section, []).append(statement)
    for change in _pairs(old.sections, new.sections):
        inside = tuple(statements.get(change.key, ()))
        if change.differs or inside:
            yield SectionChange(
                key=change.key,
                old=change.old,
                new=change.new,
                moved=change.moved,
                fields=change.fields,
                statements=inside,
            )


def _statements(old: RoleTemplate, new: RoleTemplate, names: Mapping[str, str]) -> Iterator[StatementChange]:
    was, now = _places(old), _places(new)
    shifted: set[str] = set()
    before = {section.key: section for section in old.sections}
    for section in new.sections:
        if section.key in before:
            shifted |= moved(_keys(before[section.key]), _keys(section))
    for key in (*now, *(key for key in was if key not in now)):
        old_section, old_place, old_row = was.get(key, ("", 0, None))
        new_section, new_place, new_row = now.get(key, ("", 0, None))
        both = old_row is not None and new_row is not None
        change = StatementChange(
            key=key,
            old=old_row,
            new=new_row,
            section=old_section if new_row is None else new_section,
            moved=Move(old_place, new_place, old_section, new_section)
            if both and (old_section != new_section or key in shifted)
            else None,
            fields=tuple(_fields(old_row, new_row, _names_of(Statement), names)) if both else (),
        )
        if change.differs:
            yield change


def _places(template: RoleTemplate) -> dict[str, tuple[str, int, Statement | None]]:
    return {
        statement.key: (section.key, place, statement)
        for section in template.sections
        for place, statement in enumerate(section.statements, start=1)
    }


def _keys(section: Section) -> list[str]:
    return [statement.key for statement in section.statements]


def _rows(old: Iterable[Row], new: Iterable[Row]) -> Iterator[Change[Row]]:
    return (change for change in _pairs(old, new) if change.differs)


def _pairs(old: Iterable[Row], new: Iterable[Row]) -> Iterator[Change[Row]]:
    """Yield each row of either list, by key."""
    was = {row.key: (place, row) for place, row in enumerate(old, start=1)}
    now = {row.key: (place, row) for place, row in enumerate(new, start=1)}
    shifted = moved(list(was), list(now))
    for key, (place, row) in now.items():
        if key not in was:
            yield Change(key=key, old=None, new=row)
            continue
        old_place, old_row = was[key]
        yield Change(
            key=key,
            old=old_row,
            new=row,
            moved=Move(old_place, place) if key in shifted else None,
            fields=tuple(_fields(old_row, row, _names_of(type(row)), {})),
        )
    for key, (_, row) in was.items():
        if key not in now:
            yield Change(key=key, old=row, new=None)


def _names_of(cls: type[Any]) -> list[str]:
    return [field.name for field in fields(cls) if field.name not in _NOT_FIELDS]


def _fields(old: Any, new: Any, which: Iterable[str], names: Mapping[str, str]) -> Iterator[FieldChange]:
    for name in which:
        before, after = getattr(old, name), getattr(new, name)
        if before == after:
            continue
        if isinstance(before, tuple):
            was, now = (listed(sorted(map(word, entries)), names) for entries in (before, after))
            if was != now:
                was, now = (listed(map(word, entries), names) for entries in (before, after))
                yield FieldChange(name, spans(was, now))
        elif type(before) is str and type(after) is str:
            yield FieldChange(name, text_spans(before, after))
        else:
            yield FieldChange(name, spans(whole(before), whole(after)))


def whole(value: object) -> list[str]:
    """Return a field that is no text as the words of a difference."""
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, HouseWords):
        pairs = [f"{item.name}: {getattr(value, item.name)}" for item in fields(value) if getattr(value, item.name)]
        return listed(pairs, {})
    return [] if value is None else [str(value)]


def word(entry: object) -> str:
    """Return one of the entries of a field as one word of a difference."""
    return f"{entry.name} ({entry.unit}, better {entry.better})" if isinstance(entry, Kpi) else str(entry)


def listed(keys: Iterable[str], names: Mapping[str, str]) -> list[str]:
    """Return keys, by what people call them, as the words of a list."""
    words = [part for key in keys for part in (", ", names.get(key, key))]
    return words[1:]


def _names(*templates: RoleTemplate) -> dict[str, str]:
    """Return what people call each need, industry, area and trait; one that shares its name goes by its key."""
    names: dict[str, str] = {}
    for template in templates:
        names |= {need.key: need.phrase for need in template.needs}
        names |= {industry.key: industry.name for industry in template.industries}
        names |= {area.key: area.name for area in template.areas}
        names |= {trait.key: trait.phrase for trait in template.traits}
    times = Counter(names.values())
    return {key: name for key, name in names.items() if times[name] == 1 and name}
