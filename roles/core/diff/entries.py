"""What differs between two states of anything that is published, entry by entry: each can be spoken of alone."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from roles.core import codec
from roles.core.compose.template import RoleTemplate, in_order
from roles.core.finder import Question, TitleFinder

from .comparison import ROLE_FIELDS, Change, FieldChange, Move, listed, whole, word
from .order import moved
from .spans import text_spans

_NAMES = ("text", "phrase", "heading", "label", "name", "title", "place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something with words of its own. `key` is its kind and its own key: “answer:missing/plan”.

    `within` is the key of what it has its place in, or its kind. `name` is what people call it, `fields` are its
    (name, words).
    """

    key: str
    within: str
    name: str
    fields: tuple[tuple[str, str], ...]


class EntryChange(Change[Entry]):
    """An entry that is new (no `old`) or gone (no `new`), has moved, or whose fields differ."""

    __slots__ = ()

    @property
    def mark(self) -> str:
        """A short name of the very change: another change of the same entry has another."""
        sides = [entry and [entry.within, *entry.fields] for entry in (self.old, self.new)]
        return codec.fingerprint([self.key, *sides])


def entry_changes(old: Any, new: Any) -> tuple[EntryChange, ...]:
    """Return what differs between two values of one kind: templates, title finders, or lists of entries with keys.

    In the order of the new value, what is gone after it. The lists a role shares with the others are no part of it.
    """
    was = {entry.key: entry for entry in entries_of(old)}
    now = {entry.key: entry for entry in entries_of(new)}
    shifted: set[str] = set()
    for within in {entry.within for entry in now.values()}:
        shifted |= moved(_keys(was, within), _keys(now, within))
    return tuple(_changes(was, now, shifted))


def entries_of(value: Any) -> Iterator[Entry]:
    """Yield each entry of a value, in a reader's order."""
    if isinstance(value, RoleTemplate):
        yield from _of_role(in_order(value))
    elif isinstance(value, TitleFinder):
        for question in value.questions:
            yield from _of_question(question)
        for passage in value.passages:
            yield _entry("passage", "passage", passage, passage.key)
    else:
        for row in value:
            kind = type(row).__name__.lower()
            yield _entry(kind, kind, row, row.key)


def _of_role(template: RoleTemplate) -> Iterator[Entry]:
    words = tuple((name, _words(getattr(template, name))) for name in ROLE_FIELDS)
    yield Entry(key="role", within="role", name=template.title, fields=words)
    for section in template.sections:
        yield _entry("section", "section", section, section.key, but=("statements",))
        for statement in section.statements:
            yield _entry("statement", f"section:{section.key}", statement, statement.key)


def _of_question(question: Question) -> Iterator[Entry]:
    yield _entry("question", "question", question, question.key, but=("answers",))
    for answer in question.answers:
        yield _entry("answer", f"question:{question.key}", answer, f"{question.key}/{answer.key}")


def _entry(kind: str, within: str, value: Any, key: str, but: tuple[str, ...] = ()) -> Entry:
    found = [(field.name, _words(getattr(value, field.name))) for field in fields(value) if field.name not in but]
    name = next((text for name, text in dict(found).items() if name in _NAMES and text), key)
    return Entry(key=f"{kind}:{key}", within=within, name=name, fields=tuple(entry for entry in found if entry[1]))


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return "".join(listed(map(word, value), {}))
    if isinstance(value, str):
        return str(value)
    return "" if value is None or value is False else "".join(whole(value))


def _keys(entries: dict[str, Entry], within: str) -> list[str]:
    return [key for key, entry in entries.items() if entry.within == within]


def _changes(was: dict[str, Entry], now: dict[str, Entry], shifted: set[str]) -> Iterator[EntryChange]:
    for key, entry in now.items():
        before = was.get(key)
        if before is None:
            yield EntryChange(key=key, old=None, new=entry)
            continue
        place = None
        if before.within != entry.within or key in shifted:
            places = (_keys(was, before.within).index(key) + 1, _keys(now, entry.within).index(key) + 1)
            place = Move(*places, before.within, entry.within)
        differing = tuple(_fields(dict(before.fields), dict(entry.fields)))
        if place or differing:
            yield EntryChange(key=key, old=before, new=entry, moved=place, fields=differing)
    for key, entry in was.items():
        if key not in now:
            yield EntryChange(key=key, old=entry, new=None)


def _fields(before: dict[str, str], after: dict[str, str]) -> Iterator[FieldChange]:
    for name in dict.fromkeys([*after, *before]):
        if before.get(name, "") != after.get(name, ""):
            yield FieldChange(name, text_spans(before.get(name, ""), after.get(name, "")))


def summary_of(changes: tuple[EntryChange, ...], limit: int = 2_000) -> str:
    """Return what differs in one paragraph of at most so many characters, for the log."""
    parts = []
    for change in changes:
        what = "added" if change.added else "removed" if change.removed else ""
        named = ", ".join(field.name for field in change.fields)
        what = what or ", ".join(filter(None, ["moved" if change.moved else "", named and f"{named} changed"]))
        parts.append(f"{change.key.partition(':')[2] or change.key} {what}")
    text = "; ".join(parts) + "." if parts else "Nothing differs."
    return text if len(text) <= limit else f"{text[: limit - 60]}… and more; {len(changes)} in all."
