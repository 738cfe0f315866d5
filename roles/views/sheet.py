"""The sheet: a posting as one form to write on. Reads the form, and lays out what the page shows."""

import re
from dataclasses import dataclass, field

from roles.core.editing import Conflict, Typed, mark_of, owners_words, reworded
from roles.core.editing.operations import ITEM_LIMIT

from .sent_again import read_revision

CHANGES = {
    "reword": "rewording",
    "add": "the line you added",
    "remove": "a removal",
    "move": "a move",
    "bring": "the statement you brought in",
    "reset": "a reset",
    "brief": "new answers",
    "switch": "the switch of titles",
    "update": "the newer version",
    "fix": "a fix",
}
_LINE = 62  # characters a line of the paper holds, about; the style sheet and the script know better


class UnreadableFormError(ValueError):
    """A form no page of ours sends."""


@dataclass(frozen=True)
class Action:
    """What the pressed button asks for: `move:od-vision:3` is verb, key and place."""

    verb: str
    key: str = ""
    place: int = 0

    VERBS = {
        "save": r"",
        "done": r"",
        "undo": r"",
        "redo": r"",
        "move": r":([-\w]{1,100}):(\d{1,3})",
        "remove": r":([-\w]{1,100})",
        "remove_sure": r":([-\w]{1,100})",
        "reset": r":([-\w]{1,100})",
        "bring": r":([-\w]{1,100})",
        "add": r":([-\w]{1,100})",
        "unlock": r":([-\w]{1,100})",
        "fix": r":([0-9a-f]{16})",
        "ignore": r":([0-9a-f]{16})",
        "heed": r":([0-9a-f]{16})",
    }

    @classmethod
    def read(cls, value):
        verb = value.partition(":")[0]
        match = re.fullmatch(verb + cls.VERBS[verb], value, re.ASCII) if verb in cls.VERBS else None
        if match is None:
            raise UnreadableFormError(value)
        key, place = (*match.groups(), "", "0")[:2] if match.groups() else ("", "0")
        return cls(verb, key, int(place or 0))

    @property
    def change(self):
        """Its name in the history."""
        name = f"{self.verb.removesuffix('_sure')}:{self.key}"
        return f"{name}:{self.place}" if self.verb == "move" else name


@dataclass(frozen=True)
class SheetForm:
    """What the browser sent: each text with what it was when shown, the lines begun, the button."""

    revision: int
    action: Action
    typed: list[Typed]
    begun: dict[str, str]
    unlocked: set[str]
    reasons: dict[str, str]

    @classmethod
    def read(cls, data):
        seen = {}
        for token in data.get("seen", "").split():
            section, _, rest = token.partition("/")
            key, _, mark = rest.partition("/")
            seen[key] = (section, mark)
        texts = {name[5:]: value for name, value in data.items() if name.startswith("text-")}
        typed = [
            Typed(key=key, section=section, text=texts[key], seen=mark, choice=data.get(f"choice-{key}", ""))
            for key, (section, mark) in seen.items()
            if key in texts
        ]
        begun = {name[4:]: value for name, value in data.items() if name.startswith("new-") and value.strip()}
        revision = read_revision(data)
        if revision is None or len(typed) < len(texts):
            raise UnreadableFormError("revision or seen")
        return cls(
            revision=revision,
            action=Action.read(data.get("do", "save")),
            typed=typed,
            begun=begun,
            unlocked=set(data.getlist("unlocked")),
            reasons={name[7:]: value for name, value in data.items() if name.startswith("reason-") and value.strip()},
        )


@dataclass
class Line:
    """One item on the sheet: what stands in its box, and what is to be said about it."""

    item: object
    part: "Part"
    number: int
    text: str
    seen: str
    original: str = ""
    problem: str = ""
    conflict: Conflict | None = None
    remarks: tuple = ()

    @property
    def key(self):
        return self.item.key

    @property
    def token(self):
        return f"{self.part.key}/{self.key}/{self.seen}"

    @property
    def reworded(self):
        """Whether there are other words to go back to."""
        return bool(self.original)

    @property
    def added(self):
        return owners_words(self.item) and not reworded(self.item)

    @property
    def rows(self):
        return _rows(self.text)

    @property
    def before(self):
        return max(0, self.number - 2)

    @property
    def after(self):
        return self.number


@dataclass
class Part:
    """One section on the sheet, the empty ones of the template too."""

    section: object
    unlocked: bool = False
    lines: list[Line] = field(default_factory=list)
    waiting: list = field(default_factory=list)
    begun: str = ""
    problem: str = ""

    @property
    def key(self):
        return self.section.key

    @property
    def open(self):
        return self.unlocked or not self.section.locked

    @property
    def rows(self):
        return _rows(self.begun)


@dataclass
class Sheet:
    """All the page shows of a posting that is being written on."""

    parts: list[Part]
    orphans: list[Conflict]
    revision: int
    note: str = ""
    focus: str = ""

    @property
    def seen(self):
        """What a form says without a script: each box's section, key and mark."""
        lines = [line.token for part in self.parts if part.open for line in part.lines]
        return " ".join([*lines, *(f"{orphan.section}/{orphan.key}/{orphan.seen}" for orphan in self.orphans)])

    @property
    def boxes(self):
        """The keys of the lines that have a box, and what is said of them below it."""
        return {line.key for part in self.parts if part.open for line in part.lines}

    def hear(self, report):
        """Set what the review says beside each line."""
        for part in self.parts:
            for line in part.lines:
                line.remarks = report.of_item(line.key)

    @property
    def conflicts(self):
        return [line for part in self.parts for line in part.lines if line.conflict] + self.orphans

    @property
    def problems(self):
        return [line for part in self.parts for line in part.lines if line.problem] + [
            part for part in self.parts if part.problem
        ]


def lay_out(posting, stock, *, unlocked=(), typed=(), merged=None, begun=None, problems=None, note="", focus=""):
    """The sheet of the posting; over it what was typed and could not be taken."""
    typed = {entry.key: entry for entry in typed}
    conflicts = dict(merged.conflicts) if merged else {}
    problems = {**(merged.problems if merged else {}), **(problems or {})}
    held = {section.key: section for section in posting.document.sections}
    keys = [shelf.key for shelf in stock.shelves]
    keys += [key for key in held if key not in keys]
    waiting = stock.waiting(posting.document)
    parts = []
    for key in keys:
        section = held.get(key) or stock.shelf(key)
        part = Part(
            section, unlocked=key in unlocked, waiting=[(item, short(item.text)) for item in waiting.get(key, ())]
        )
        part.begun, part.problem = (begun or {}).get(key, ""), problems.get(f"new-{key}", "")
        for number, item in enumerate(section.items if key in held else (), start=1):
            kept = typed[item.key] if item.key in typed and (item.key in conflicts or item.key in problems) else None
            original = stock.offers.get(item.key)
            part.lines.append(
                Line(
                    item=item,
                    part=part,
                    number=number,
                    text=kept.text if kept else item.text,
                    seen=kept.seen if kept else mark_of(item.text),
                    original=original.text if original and original.text != item.text else "",
                    problem=problems.get(item.key, ""),
                    conflict=conflicts.pop(item.key, None),
                )
            )
        if part.lines or part.waiting or part.begun:
            parts.append(part)
    return Sheet(parts, list(conflicts.values()), posting.revision, note, focus)


def named(change):
    """What a change in the history is called, None for none."""
    return CHANGES.get(change.partition(":")[0], "a change") if change is not None else None


def short(text):
    """The first words of a text."""
    words = text.split(maxsplit=6)
    return text if len(words) < 7 else f"{' '.join(words[:6])}…"


def _rows(text):
    return min(12, 1 + len(text[: 2 * ITEM_LIMIT]) // _LINE)
