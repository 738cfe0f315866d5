"""A review as a page shows it: remarks with numbers, their words in their line, marks in the text.

Pure: `report` pairs findings with the document they were found in, and with what its owner
has chosen to ignore.
"""

import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from roles.core.document import Document, Item

from .finding import Finding, Level

AROUND = 60
# Of findings of one kind a page lists the first ones and marks some more: a text can hold thousands.
SHOWN_OF_A_KIND = 5
MARKED_OF_A_KIND = 200

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """What an owner chose to ignore: `finding` is an id, `place` the key of an
    item or, for a whole section, of that; `about` is the finding's as its `Remark` has it;
    `reason` is the owner's own, `on` the day."""

    finding: str
    place: str
    about: str
    reason: str
    on: date

    @property
    def name(self) -> str:
        return _hash(self.finding, self.place, self.about)


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One finding with its number on the page (0 where it is ignored) and its line.

    `nth` counts, from 1, the remarks of its level and id; `more` is how many such
    follow the last one a page lists, and 0 on every other.
    """

    number: int
    finding: Finding
    heading: str
    item: Item | None
    ignored: Ignored | None = None
    nth: int = 1
    more: int = 0

    @property
    def shown(self) -> bool:
        """Whether a page lists it, rather than only count it and mark its words."""
        return self.nth <= SHOWN_OF_A_KIND

    @property
    def place(self) -> str:
        return self.item.key if self.item else self.finding.place.section or ""

    @property
    def about(self) -> str:
        """The words found; of a finding without words its level and message.

        A law's hint and its demand share an id and a source, and a count that grows shares
        both: an ignored one must not silence the other.
        """
        return self.finding.words or f"{self.finding.level}: {self.finding.message}"

    @property
    def name(self) -> str:
        """What an owner ignores: stays while the finding is the same, wherever else the posting changes."""
        return _hash(self.finding.id, self.place, self.about)

    @cached_property
    def token(self) -> str:
        """What a button sends of the finding: another value as soon as its line has changed."""
        place = self.finding.place
        text = self.item.text if self.item else self.finding.message
        return _hash(self.finding.id, place.section or "", self.place, str(place.start), str(place.end), text)

    @property
    def is_whole(self) -> bool:
        """Whether it is about the whole line rather than words in it."""
        return self.item is not None and len(self.finding.words) >= len(self.item.text)

    @property
    def before(self) -> str:
        if self.item is None or not self.finding.place.start:
            return ""
        start = self.finding.place.start
        text = self.item.text[max(start - AROUND, 0) : start]
        return text if start <= AROUND else "… " + _from_a_word(text)

    @property
    def words(self) -> str:
        words = self.finding.words
        return words if len(words) <= 3 * AROUND else _to_a_word(words[: 2 * AROUND]) + " …"

    @property
    def after(self) -> str:
        if self.item is None or self.finding.place.end is None or self.words != self.finding.words:
            return ""
        end = self.finding.place.end
        text = self.item.text[end : end + AROUND]
        return text if end + AROUND >= len(self.item.text) else _to_a_word(text) + " …"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an item's text: the highest level that marks it, and the findings that end with it."""

    text: str
    level: Level | None
    ends: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The remarks of one level."""

    level: Level
    remarks: tuple[Remark, ...]

    @property
    def shown(self) -> tuple[Remark, ...]:
        return tuple(remark for remark in self.remarks if remark.shown)

    @property
    def can_be_fixed(self) -> bool:
        """Whether one of them has a fix that is sure."""
        return any(remark.finding.can_be_fixed for remark in self.remarks)


@dataclass(frozen=True)
class Report:
    """What a page shows of a review. `remarks` are numbered from 1; `ignored` are not."""

    document: Document
    remarks: tuple[Remark, ...]
    ignored: tuple[Remark, ...]

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The levels in order, the empty ones too."""
        return tuple(
            Group(level, tuple(remark for remark in self.remarks if remark.finding.level is level)) for level in Level
        )

    @property
    def ready(self) -> bool:
        return not any(remark.finding.level is Level.MUST_FIX for remark in self.remarks)

    def by_token(self, token: str) -> Remark | None:
        return next((remark for remark in (*self.remarks, *self.ignored) if remark.token == token), None)

    @cached_property
    def _by_item(self) -> dict[str, list[Remark]]:
        found: dict[str, list[Remark]] = {}
        for remark in self.remarks:
            if remark.item and remark.finding.place.start is not None:
                found.setdefault(remark.item.key, []).append(remark)
        return found

    def of_item(self, key: str) -> tuple[Remark, ...]:
        """Return the remarks on words of the item."""
        return tuple(self._by_item.get(key, ()))

    def segments(self, item: Item) -> tuple[Segment, ...]:
        """Return the item's text cut where findings begin and end; of one kind only so many are marked."""
        marked = [remark for remark in self._by_item.get(item.key, ()) if remark.nth <= MARKED_OF_A_KIND]
        return tuple(_cut(item.text, marked))


def report(document: Document, findings: Iterable[Finding], ignored: Iterable[Ignored] = ()) -> Report:
    """Return the findings of the document as a page shows them, less what is ignored."""
    sections = {section.key: section for section in document.sections}
    unheard = {entry.name: entry for entry in ignored}
    remarks: list[Remark] = []
    left_out: list[Remark] = []
    for finding in findings:
        section = sections.get(finding.place.section or "")
        item = section.items[finding.place.item] if section and finding.place.item is not None else None
        heading = section.name if section else ""
        remark = Remark(number=len(remarks) + 1, finding=finding, heading=heading, item=item)
        if entry := unheard.get(remark.name):
            left_out.append(Remark(number=0, finding=finding, heading=heading, item=item, ignored=entry))
        else:
            remarks.append(remark)
    return Report(document, tuple(_counted(remarks)), tuple(left_out))


def _counted(remarks: list[Remark]) -> Iterator[Remark]:
    """Yield the remarks, each with its number among those of its kind."""

    def kind(remark: Remark) -> tuple[Level, str]:
        return remark.finding.level, remark.finding.id

    totals = Counter(map(kind, remarks))
    seen: Counter[tuple[Level, str]] = Counter()
    for remark in remarks:
        seen[kind(remark)] += 1
        nth = seen[kind(remark)]
        more = totals[kind(remark)] - nth if nth == SHOWN_OF_A_KIND else 0
        yield replace(remark, nth=nth, more=more)


def _cut(text: str, remarks: Iterable[Remark]) -> Iterator[Segment]:
    starting: dict[int, list[Remark]] = {}
    ending: dict[int, list[Remark]] = {}
    for remark in remarks:
        start, end = remark.finding.place.start or 0, remark.finding.place.end or 0
        starting.setdefault(start, []).append(remark)
        ending.setdefault(end, []).append(remark)
    points = sorted({0, len(text), *starting, *ending})
    open_levels = dict.fromkeys(Level, 0)
    for start, end in itertools.pairwise(points):
        for remark in starting.get(start, ()):
            open_levels[remark.finding.level] += 1
        level = next((level for level in Level if open_levels[level]), None)
        yield Segment(text[start:end], level, tuple(ending.get(end, ())))
        for remark in ending.get(end, ()):
            open_levels[remark.finding.level] -= 1


def _from_a_word(text: str) -> str:
    return re.sub(r"^\S*\s+(?=\S)", "", text)


def _to_a_word(text: str) -> str:
    return re.sub(r"(?<=\S)\s+\S*$", "", text)


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
