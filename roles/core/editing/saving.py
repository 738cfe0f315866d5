"""One form of the workshop, saved: what was typed is taken, then (`pressing.py`) the pressed button is done.

Each step takes a Saved and returns the next; a step that changed the document names its change
for the history. What needs that history or the review (undo, redo, fix, ignore) is for the
caller, who adds it to the Saved in the same way.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from roles.core.document import Document
from roles.core.merge import Conflict

from .operations import EditError, MissingError, add, owners_words
from .parts import add_part
from .stock import Stock
from .typed import Kind, Typed, lines_of, merge_typed

STALE = (
    "Not done: the posting had changed since this page was shown. "
    "Here it is as it is now; press again if you still want that."
)
GONE = "The section you began this line in is gone. Put it here, or elsewhere."

_KEY = r":(?P<key>[-\w]{1,100})"
_PLACE = r":(?P<place>\d{1,3})"
_FINDING = r":(?P<key>[0-9a-f]{16})"
# In a form: the box in which a section is begun, its heading on the first line.
NEW_SECTION = "@section"

# What a button may ask for, and the pattern of what follows the verb.
_VERBS = {
    "save": "",
    "done": "",
    "undo": "",
    "redo": "",
    "move": _KEY + _PLACE,
    "place": _KEY,
    "send": _KEY + r":(?P<part>[-\w]{1,100})(?:" + _PLACE + ")?",
    "part": _KEY + _PLACE,
    "drop_part": _KEY,
    "remove": _KEY,
    "remove_sure": _KEY,
    "reset": _KEY,
    "bring": _KEY,
    "add": r":(?P<key>@section|[-\w]{1,100})",
    "unlock": _KEY,
    "fix": _FINDING,
    "ignore": _FINDING,
    "heed": _FINDING,
}


class UnreadableFormError(ValueError):
    """A form no page of ours sends."""


@dataclass(frozen=True, slots=True)
class Action:
    """What the pressed button asks for: `move:od-vision:3` is verb, key and place (from 0).

    `part` is the section a line is sent to: `send:od-vision:skills:0`. Without a place it goes to its end.
    """

    verb: str
    key: str = ""
    place: int = 0
    part: str = ""

    @classmethod
    def read(cls, value: str) -> "Action":
        """Return the action a button's value asks for. Raises UnreadableFormError for a value of no button."""
        verb = value.partition(":")[0]
        match = re.fullmatch(verb + _VERBS[verb], value, re.ASCII) if verb in _VERBS else None
        if match is None:
            raise UnreadableFormError(value)
        found = match.groupdict()
        end = 999 if verb == "send" else 0
        return cls(verb, found.get("key", ""), int(found.get("place") or end), found.get("part", ""))

    @property
    def change(self) -> str:
        """Its name in the history."""
        name = f"{self.verb.removesuffix('_sure')}:{self.key}"
        if self.part:
            return f"{name}:{self.part}"[:150]
        return f"{name}:{self.place}" if self.verb in ("move", "part") else name


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetForm:
    """What a form of the workshop holds: its texts, the lines begun, and the button.

    `revision` is that of the posting when the form was shown. `begun` holds new lines by the
    key of their section, `unlocked` the keys of sections, `reasons` the reasons to ignore a
    finding by its token.
    """

    revision: int
    action: Action
    typed: tuple[Typed, ...] = ()
    begun: Mapping[str, str] = field(default_factory=dict)
    unlocked: Collection[str] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Saved:
    """The document after a step, and what its page shows.

    `change` names the step in the history, "" for one that left the document as it was.
    `problems` are messages by the key of an item, or "new-" and the key of a section;
    `begun` holds the new lines that could not be taken. `became` are, by the key of an item whose
    text had several lines, the keys of all of them in order. `focus` is the id of the element to
    lead to, `sure` the key of an item whose removal has to be confirmed, `placing` that of one
    whose section is being chosen. `refused` is whether
    the button was not done.
    """

    document: Document
    stock: Stock
    change: str = ""
    unlocked: frozenset[str] = frozenset()
    conflicts: Mapping[str, Conflict[Typed, str]] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    begun: Mapping[str, str] = field(default_factory=dict)
    became: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    focus: str = ""
    sure: str = ""
    placing: str = ""
    refused: bool = False

    @property
    def settled(self) -> bool:
        """Whether everything that was typed is saved."""
        return not (self.conflicts or self.problems)


def save_words(document: Document, stock: Stock, form: SheetForm, *, stale: bool) -> Saved:
    """Return the document with the texts the form changed and the lines it began.

    `stale` is whether the document has changed since the form was shown: then a line begun
    that is there already was added when the form was sent the first time.
    """
    unlocked = frozenset(form.unlocked) & {shelf.key for shelf in stock.shelves if shelf.locked}
    before = {item.key: item.text for item in document.items()}
    typed = merge_typed(document, form.typed, stock=stock, unlocked=unlocked)
    document, problems = typed.document, dict(typed.problems)
    begun: dict[str, str] = {}
    added: list[str] = []
    for key, text in form.begun.items():
        if stale and _was_added(document, key, text):
            continue
        try:
            grown = _begun(document, key, lines_of(text) or [text], stock, key in unlocked)
        except MissingError:
            place = next(shelf.key for shelf in stock.shelves if not shelf.locked)
            begun[place] = f"{begun.get(place, '')} {text}".strip()
            problems[f"new-{place}"] = GONE
        except EditError as error:
            begun[key], problems[f"new-{key}"] = text, str(error)
        else:
            document = grown
            added.append(key)
    note = focus = ""
    gone = [text for key, text in before.items() if typed.taken.get(key) == "remove"]
    if added:
        note, focus = "Added.", f"new-{added[0]}"
    elif gone:
        note = f"Removed: {short(gone[0])}" if len(gone) == 1 else f"{len(gone)} lines removed."
    elif form.action.verb == "add" and not (typed.taken or problems):
        note, focus = "Write the line first, then add it.", f"new-{form.action.key}"
    return Saved(
        document=document,
        stock=stock,
        change=_words_change(typed.taken, added),
        unlocked=unlocked,
        conflicts=typed.conflicts,
        problems=problems,
        begun=begun,
        became=typed.became,
        note=note,
        focus=focus,
    )


def take_back(saved: Saved) -> Saved:
    """Return what undo makes of words that could not be saved: their lines read again as they are saved.

    They were the last thing done, so nothing saved earlier is undone. Words that another window
    disputes, and a line begun, are nowhere else: those stay.
    """
    problems = {key: message for key, message in saved.problems.items() if key.startswith("new-")}
    if saved.conflicts:
        return refuse(saved, "Not undone: choose first whose words stand.")
    if problems:
        return refuse(saved, "Not undone: put the line right that you began, or empty it.")
    return replace(saved, problems={}, change="", note="Undone: words that could not be saved.")


def refuse(saved: Saved, note: str) -> Saved:
    """Return that the button was not done, and why."""
    return replace(saved, change="", note=note, refused=True)


def refuse_stale(saved: Saved, action: Action, *, repeated: bool) -> Saved:
    """Return that a button pressed on an older revision is not done to this one.

    `repeated` is whether the same form did it already: it is not refused then, only not done twice.
    """
    focus = f"item-{action.key}" if action.key and action.verb != "fix" else ""
    saved = replace(saved, change="", focus=focus)
    return saved if repeated else refuse(saved, STALE)


def short(text: str) -> str:
    """Return the first six words of a text."""
    words = text.split(maxsplit=6)
    return text if len(words) < 7 else f"{' '.join(words[:6])}…"


def _words_change(taken: Mapping[str, Kind], added: list[str]) -> str:
    if added:
        return f"add:{added[0]}"
    if len(taken) == 1:
        return next(f"{kind}:{key}" for key, kind in taken.items())
    return "reword" if taken else ""


def _begun(document: Document, key: str, lines: list[str], stock: Stock, unlocked: bool) -> Document:
    if key == NEW_SECTION:
        return add_part(document, lines[0], lines[1:], stock=stock)
    for line in lines:
        document = add(document, key, line, stock=stock, unlocked=unlocked)
    return document


def _was_added(document: Document, key: str, text: str) -> bool:
    if key == NEW_SECTION:
        return any([section.heading, *(item.text for item in section.items)] == lines_of(text)
                   for section in document.sections)  # fmt: skip
    held = [section for section in document.sections if section.key == key]
    words = {item.text for section in held for item in section.items if owners_words(item)}
    return words.issuperset(lines_of(text))
