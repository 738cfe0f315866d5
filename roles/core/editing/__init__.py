"""The owner's hand on a document: edits, three-way merges, and saves that started from older words.

Everything here takes a frozen Document and returns another, or raises EditError in words
for the owner.
"""

from .carry_over import carry_over, to_look_at
from .operations import (
    EditError,
    LockedError,
    MissingError,
    add,
    bring_in,
    find,
    move,
    owners_words,
    remove,
    reset,
    reword,
    reworded,
)
from .pasted import carry_in
from .stock import Stock, stock
from .switching import Switch, switch
from .typed import Conflict, Merged, Typed, mark_of, merge_typed
from .upstream import ChangeKind, UpstreamChange, take, upstream_changes

__all__ = [
    "ChangeKind",
    "Conflict",
    "EditError",
    "LockedError",
    "Merged",
    "MissingError",
    "Stock",
    "Switch",
    "Typed",
    "UpstreamChange",
    "add",
    "bring_in",
    "carry_in",
    "carry_over",
    "find",
    "mark_of",
    "merge_typed",
    "move",
    "owners_words",
    "remove",
    "reset",
    "reword",
    "reworded",
    "stock",
    "switch",
    "take",
    "to_look_at",
    "upstream_changes",
]
