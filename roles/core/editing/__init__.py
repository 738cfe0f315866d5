"""The owner's hand on a document: edits, three-way merges, and saves that started from older words.

Everything here takes a frozen Document and returns another, or raises EditError in words
for the owner.
"""

from . import ours
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
from .parts import add_part, move_part, remove_part, rename, retitle, send
from .pasted import carry_in
from .pressing import press
from .saving import Action, Saved, SheetForm, UnreadableFormError, refuse, refuse_stale, save_words, take_back
from .stock import Stock, stock
from .switching import Switch, switch
from .typed import Typed, TypedResult, mark_of, merge_typed
from .upstream import ChangeKind, UpstreamChange, take, upstream_changes

__all__ = [
    "Action",
    "ChangeKind",
    "EditError",
    "LockedError",
    "MissingError",
    "Saved",
    "SheetForm",
    "Stock",
    "Switch",
    "Typed",
    "TypedResult",
    "UnreadableFormError",
    "UpstreamChange",
    "add",
    "add_part",
    "bring_in",
    "carry_in",
    "carry_over",
    "find",
    "mark_of",
    "merge_typed",
    "move",
    "move_part",
    "ours",
    "owners_words",
    "press",
    "refuse",
    "refuse_stale",
    "remove",
    "remove_part",
    "rename",
    "reset",
    "retitle",
    "reword",
    "reworded",
    "save_words",
    "send",
    "stock",
    "switch",
    "take",
    "take_back",
    "to_look_at",
    "upstream_changes",
]
