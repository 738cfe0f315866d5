"""The three-way merge of a save that started from older values.

`base` is what a page was shown with, `theirs` what is saved now, `yours` what the page sent.
A value only one side changed keeps that change, and equal values are no conflict. Where both
changed a value differently, yours is taken and both are named in a Conflict, so that nothing
anybody wrote is lost unseen. Values are only compared for equality: marks and raw form values
do as well as texts.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V")
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Conflict(Generic[S, V]):
    """One value both sides changed, and not to the same; `theirs` is None where they removed it.

    `of` is what the value belongs to: here the name of a field, on a page what that page calls it.
    """

    of: S
    theirs: V | None
    yours: V


@dataclass(frozen=True, slots=True)
class Merged(Generic[V]):
    """The merged fields by name, and where both sides changed one; of those, `value` holds yours."""

    value: dict[str, V]
    conflicts: tuple[Conflict[str, V], ...] = ()


def merge(base: Mapping[str, V], theirs: Mapping[str, V], yours: Mapping[str, V]) -> Merged[V]:
    """Return the fields of both sides, in the order of theirs; those that only `yours` has come last.

    A field that `yours` does not have was not on the page, so theirs is kept. A field that
    `theirs` does not have was removed there. A field that `base` does not have is one whose
    earlier value nobody knows: two different values of it are a conflict.
    """
    value: dict[str, V] = {}
    conflicts: list[Conflict[str, V]] = []
    for name in [*theirs, *(name for name in yours if name not in theirs)]:
        if name not in yours or (name in base and yours[name] == base[name]):
            if name in theirs:
                value[name] = theirs[name]
            continue
        value[name] = yours[name]
        if name not in theirs:
            if name in base:
                conflicts.append(Conflict(name, None, yours[name]))
        elif theirs[name] != yours[name] and not (name in base and theirs[name] == base[name]):
            conflicts.append(Conflict(name, theirs[name], yours[name]))
    return Merged(value, tuple(conflicts))


def weave(first: Iterable[str], second: Iterable[str]) -> list[str]:
    """Return the keys of both: `first` in its order, what only `second` has after its neighbour there."""
    woven = list(first)
    before: str | None = None
    for key in second:
        if key not in woven:
            woven.insert(0 if before is None else woven.index(before) + 1, key)
        before = key
    return woven


@dataclass(frozen=True, slots=True)
class MergedOrder:
    """Keys in their merged order, and which side had changed the order it found in the base."""

    keys: tuple[str, ...]
    theirs_moved: bool
    yours_moved: bool


def merge_order(base: Iterable[str], theirs: Iterable[str], yours: Iterable[str]) -> MergedOrder:
    """Return the keys of both sides: in the order of theirs, or of yours where you moved one.

    What only the other side has comes after its neighbour there.
    """
    base, theirs, yours = list(base), list(theirs), list(yours)
    yours_moved = _moved(base, yours)
    keys = weave(yours, theirs) if yours_moved else weave(theirs, yours)
    return MergedOrder(tuple(keys), theirs_moved=_moved(base, theirs), yours_moved=yours_moved)


def _moved(before: list[str], after: list[str]) -> bool:
    """Whether the keys both lists hold come in another order."""
    old, new = set(before), set(after)
    return [key for key in before if key in new] != [key for key in after if key in old]


@dataclass(frozen=True, slots=True)
class MergedRows(Generic[V]):
    """Rows of fields, merged.

    `rows` has those of theirs, in the merged order. `removed` are the ones among them that
    you removed and they left alone: they may go. `kept` are rows that they removed and you
    had changed, `dropped` rows that they removed and you had left alone.
    """

    rows: dict[str, Merged[V]]
    removed: frozenset[str]
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    theirs_moved: bool
    yours_moved: bool


def merge_rows(
    base: Mapping[str, Mapping[str, V]],
    theirs: Mapping[str, Mapping[str, V]],
    yours: Mapping[str, Mapping[str, V]],
    *,
    removed: Collection[str] = (),
    order: Iterable[str] | None = None,
) -> MergedRows[V]:
    """Return the rows of `theirs` with what `yours` changed, by key; mappings are in the order of their rows.

    A row that `yours` does not have was not on the page; one that is to go is named in
    `removed`, and stays where they changed it. `order` is your order where it is not that
    of `yours`.
    """
    moved = merge_order(base, theirs, yours if order is None else order)
    there = [key for key in moved.keys if key in theirs]
    gone = [key for key in yours if key not in theirs]
    dropped = [key for key in gone if key in removed or _untouched(base.get(key), yours[key])]
    return MergedRows(
        rows={key: merge(base.get(key, {}), theirs[key], yours.get(key, {})) for key in there},
        removed=frozenset(key for key in removed if key in theirs and theirs[key] == base.get(key)),
        kept=tuple(key for key in gone if key not in dropped),
        dropped=tuple(dropped),
        theirs_moved=moved.theirs_moved,
        yours_moved=moved.yours_moved,
    )


def _untouched(base: Mapping[str, V] | None, yours: Mapping[str, V]) -> bool:
    return base is not None and all(name in base and base[name] == value for name, value in yours.items())
