"""The sheet: a posting as one form to write on. Reads the form, and lays out what the page shows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from django.http import QueryDict

from roles.core.document import Item, Section, Source
from roles.core.editing import (
    Action,
    Saved,
    SheetForm,
    Typed,
    UnreadableFormError,
    mark_of,
    owners_words,
    reworded,
)
from roles.core.editing.operations import ITEM_LIMIT
from roles.core.editing.saving import NEW_SECTION, short
from roles.core.editing.typed import TITLE, heading_key
from roles.core.merge import Conflict, weave
from roles.core.review import Remark, Report
from roles.models import Posting
from roles.templatetags.documents import answer_label, words

from .sent_again import read_revision

CHANGES = {
    "reword": "rewording",
    "add": "the line you added",
    "remove": "a removal",
    "split": "the lines you pasted or broke",
    "move": "a move",
    "send": "a move to another section",
    "part": "the move of a section",
    "drop_part": "the removal of a section",
    "bring": "the statement you brought in",
    "reset": "a reset",
    "brief": "new answers",
    "switch": "the switch of titles",
    "update": "the newer version",
    "fix": "a fix",
    "carry": "the pasted posting",
    "restore": "going back to an earlier state",
}
OFFERED = 5  # statements listed at first below a section
_LINE = 62  # characters a line of the paper holds, about; the style sheet and the script know better


def read_form(data: QueryDict) -> SheetForm:
    """What the browser sent: each text with what it was when shown, the lines begun, the button."""
    seen = {}
    for token in data.get("seen", "").split():
        section, _, rest = token.partition("/")
        key, _, mark = rest.partition("/")
        seen[key] = (section, mark)
    texts = _named(data, "text-")
    revision = read_revision(data)
    if revision is None or not texts.keys() <= seen.keys():
        raise UnreadableFormError("revision or seen")
    return SheetForm(
        revision=revision,
        action=Action.read(data.get("do", "save")),
        typed=tuple(
            Typed(key=key, section=section, text=texts[key], seen=mark, choice=data.get(f"choice-{key}", ""))
            for key, (section, mark) in seen.items()
            if key in texts
        ),
        begun={key: text for key, text in _named(data, "new-").items() if text.strip()},
        unlocked=frozenset(data.getlist("unlocked")),
        reasons={token: text for token, text in _named(data, "reason-").items() if text.strip()},
    )


def _named(data: QueryDict, prefix: str) -> dict[str, str]:
    return {name.removeprefix(prefix): str(value) for name, value in data.items() if name.startswith(prefix)}


@dataclass(frozen=True)
class Name:
    """The title or a heading, in a box of its own."""

    key: str
    label: str
    text: str
    seen: str
    problem: str = ""

    @property
    def token(self):
        return f"@/{self.key}/{self.seen}"


@dataclass(frozen=True)
class Line:
    """One item on the sheet: the text in its box, and what is shown about it; the how many-th of how many."""

    item: Item
    section: Section = field(hash=False)  # its part has it, too
    number: int
    count: int
    text: str
    seen: str
    original: str = ""
    problem: str = ""
    conflict: Conflict[Typed, str] | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def key(self):
        return self.item.key

    @property
    def token(self):
        return f"{self.section.key}/{self.key}/{self.seen}"

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

    @property
    def box(self):
        """What its box, the buttons beside it and why it is there are filled with."""
        origin = self.item.provenance
        return {
            "key": self.key,
            "name": self.section.name,
            "number": self.number,
            "count": self.count,
            "rows": self.rows,
            "token": self.token,
            "text": self.text,
            "problem": self.problem,
            "is_wrong": bool(self.problem),
            "before": self.before,
            "after": self.after,
            "is_first": self.number == 1,
            "is_last": self.number == self.count,
            "is_reworded": self.reworded,
            "focus": self.item.focus.value,
            "reason": self.item.reason or "Your own words.",
            "of_statement": origin.source is Source.STATEMENT,
            "version": origin.version or "",
            "of_answer": origin.source is Source.BRIEF,
            "answer": answer_label(origin.name),
            "original": self.original,
        }


@dataclass(frozen=True)
class Part:
    """One section on the sheet, the empty ones of the template too: with all that is shown of it."""

    section: Section
    name: Name
    unlocked: bool = False
    place: int | None = None
    lines: tuple[Line, ...] = ()
    waiting: tuple[tuple[Item, str], ...] = ()
    begun: str = ""
    problem: str = ""
    all_offered: bool = False

    @property
    def key(self):
        return self.section.key

    @property
    def asks(self):
        """Whether something about a line in it has to be chosen."""
        return any(line.conflict for line in self.lines)

    @property
    def offered(self):
        """The statements the page lists: a long list is shown whole when it is asked for."""
        return self.waiting if self.all_offered else self.waiting[:OFFERED]

    @property
    def offers(self):
        """What each of them is filled with."""
        return [
            {"key": item.key, "text": words(item), "focus": item.focus.value, "short": short}
            for item, short in self.offered
        ]

    @property
    def open(self):
        return self.unlocked or not self.section.locked

    @property
    def above(self):
        return max(0, (self.place or 0) - 1)

    @property
    def below(self):
        return (self.place or 0) + 1

    @property
    def tools(self):
        """What the buttons that move it are filled with."""
        return {
            "key": self.key,
            "name": self.section.name,
            "above": self.above,
            "below": self.below,
            "is_locked": self.section.locked,
        }

    @property
    def rows(self):
        return _rows(self.begun)


@dataclass
class Sheet:
    """All the page shows of a posting that is being written on."""

    title: Name
    parts: list[Part]
    orphans: list[Conflict[Typed, str]]
    revision: int
    note: str = ""
    focus: str = ""
    became: str = ""
    placing: str = ""
    begun: str = ""
    problem: str = ""

    @property
    def names(self):
        """The title and the headings that have a box."""
        return [self.title, *(part.name for part in self.parts if part.open and part.place is not None)]

    @property
    def seen(self):
        """What a form sends without a script: each box's section, key and mark."""
        lines = [line.token for part in self.parts if part.open for line in part.lines]
        gone = [orphan.of for orphan in self.orphans if not orphan.of.key.startswith("@")]
        lines += [name.token for name in self.names]
        return " ".join([*lines, *(f"{typed.section}/{typed.key}/{typed.seen}" for typed in gone)])

    @cached_property
    def boxes(self):
        """The keys of the lines that have a box, with their remarks below it."""
        return {line.key for part in self.parts if part.open for line in part.lines}

    @property
    def conflicts(self):
        return [line for part in self.parts for line in part.lines if line.conflict] + self.orphans

    @property
    def problems(self):
        return [line for part in self.parts for line in part.lines if line.problem] + [
            part for part in self.parts if part.problem
        ]

    @property
    def name_problems(self):
        return [name for name in self.names if name.problem]


@dataclass(frozen=True)
class _Shown:
    """What became of a save, and the words that came with it: what is shown in place of what is saved."""

    saved: Saved
    typed: dict[str, Typed]
    conflicts: dict[str, Conflict[Typed, str]]

    @classmethod
    def of(cls, saved: Saved, typed: Iterable[Typed]) -> Self:
        return cls(saved, {entry.key: entry for entry in typed}, dict(saved.conflicts))

    def refused(self, key: str) -> Typed | None:
        """What was typed there and could not be taken."""
        return self.typed.get(key) if key in self.conflicts or key in self.saved.problems else None

    def name(self, key: str, label: str, text: str) -> Name:
        sent = self.refused(key)
        seen = sent.seen if sent else mark_of(text)
        return Name(key, label, sent.text if sent else text, seen, self.saved.problems.get(key, ""))

    def line(self, item: Item, section: Section, number: int, count: int, remarks: tuple[Remark, ...]) -> Line:
        refused = self.refused(item.key)
        original = self.saved.stock.offers.get(item.key)
        return Line(
            item=item,
            section=section,
            number=number,
            count=count,
            text=refused.text if refused else item.text,
            seen=refused.seen if refused else mark_of(item.text),
            original=original.text if original and original.text != item.text else "",
            problem=self.saved.problems.get(item.key, ""),
            conflict=self.conflicts.get(item.key),
            remarks=remarks,
        )


def lay_out(posting: Posting, saved: Saved, report: Report, *, typed: Iterable[Typed] = (), more: str = "") -> Sheet:
    """The sheet of the posting; over it what was typed and could not be taken. `more` is the section of which all
    that is offered is listed."""
    shown, stock = _Shown.of(saved, typed), saved.stock
    held = {section.key: section for section in posting.document.sections}
    sections = {shelf.key: shelf for shelf in stock.shelves} | held
    places = {key: place for place, key in enumerate(held)}
    waiting = stock.waiting(posting.document)
    parts = []
    # In the order of the posting; what it does not hold has its place in the template.
    for key in weave(held, [shelf.key for shelf in stock.shelves]):
        section = sections[key]
        items = section.items if key in held else ()
        part = Part(
            section,
            shown.name(heading_key(key), f"Heading: {section.name}", section.heading),
            place=places.get(key),
            unlocked=key in saved.unlocked,
            lines=tuple(
                shown.line(item, section, number, len(items), report.of_item(item.key))
                for number, item in enumerate(items, start=1)
            ),
            waiting=tuple((item, short(item.text)) for item in waiting.get(key, ())),
            begun=saved.begun.get(key, ""),
            problem=saved.problems.get(f"new-{key}", ""),
            all_offered=key == more,
        )
        if part.lines or part.waiting or part.begun:
            parts.append(part)
    return Sheet(
        shown.name(TITLE, "Title of the role", posting.document.title),
        parts,
        _orphans(parts, saved),
        posting.revision,
        saved.note,
        saved.focus,
        " ".join(f"{key}={','.join(keys)}" for key, keys in saved.became.items()),
        saved.placing,
        saved.begun.get(NEW_SECTION, ""),
        saved.problems.get(f"new-{NEW_SECTION}", ""),
    )


def _orphans(parts: Iterable[Part], saved: Saved) -> list[Conflict[Typed, str]]:
    """The conflicts whose line is gone."""
    there = {line.key for part in parts for line in part.lines}
    return [conflict for key, conflict in saved.conflicts.items() if key not in there]


def named(change: str | None) -> str | None:
    """What a change in the history is called, None for none."""
    return CHANGES.get(change.partition(":")[0], "a change") if change is not None else None


def _rows(text):
    return min(12, 1 + text.count("\n") + len(text[: 2 * ITEM_LIMIT]) // _LINE)
