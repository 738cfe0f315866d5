"""The text of a word list, read into entries. The package's docstring describes the notation."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from ..finding import Level
from .notation import Expression, NotationError, parse, parse_choice
from .parts import Choice

FOLDER = Path(__file__).parent
# Names for alternatives that every list may use.
FRAMES = FOLDER / "shared" / "frames.txt"
LEAVE_ALONE = "leave alone"
_SETTING = re.compile(r"(finding|source|why|level|promises|in benefits|in the title|others):\s+(\S.*)")
_DEFINITION = re.compile(r"<([a-z][a-z-]*)> = (\S.*)")
_LEVELS = {level.phrase: level for level in Level}
# The one value of a setting that is no text, and what it means.
_SWITCHES = {"promises": "left out", "in benefits": "left out", "in the title": "found", "others": "first"}


class WordListError(ValueError):
    """A mistake in a word list; the message begins with the file and the line."""


@dataclass(frozen=True, slots=True)
class Group:
    """What the entries below one heading have in common; `name` is the heading."""

    name: str
    level: Level = Level.CONSIDER
    why: str = ""
    source: str = ""
    in_benefits: bool = True
    in_title: bool = False
    others_first: bool = False

    def message(self, words: str) -> str:
        """Return the heading with the words found in it."""
        return self.name.replace("…", words, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One line of a list. `line` counts from 1; `replacement` is None where there is none."""

    line: int
    group: Group
    expression: Expression
    replacement: str | None = None

    @property
    def text(self) -> str:
        """The words as the file has them, without a replacement."""
        return self.expression.source


@dataclass(slots=True)
class Content:
    """A list file, read. `finding` is "" for a plain list; `exempt` are the entries left alone.

    `why` and `source` are those above the first heading. `promises` is False where sentences
    that promise equal treatment are left out.
    """

    name: str
    finding: str = ""
    promises: bool = True
    why: str = ""
    source: str = ""
    entries: list[Entry] = field(default_factory=list)
    exempt: list[Entry] = field(default_factory=list)


def read_file(name: str) -> Content:
    """Return the shipped list of this name. Raises WordListError, or OSError where there is none."""
    return read_text(name, (FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def read_text(name: str, text: str) -> Content:
    """Return the list in a text; `name` is its file's without the suffix. Raises WordListError."""
    return _Reader(name).read(text)


@cache
def _frames() -> Mapping[str, Choice]:
    """Return the names that every list may use, with what they stand for."""
    reader = _Reader("shared/frames", {})
    for number, line in enumerate(FRAMES.read_text(encoding="utf-8").splitlines(), start=1):
        if definition := _DEFINITION.fullmatch(line):
            reader.define(number, definition)
    return reader.definitions


class _Reader:
    """Reads a file line by line."""

    def __init__(self, name: str, definitions: Mapping[str, Choice] | None = None) -> None:
        self._content = Content(name)
        self._common = Group("")
        self._group: Group | None = None
        self.definitions = dict(_frames() if definitions is None else definitions)
        self._lines: dict[str, int] = {}
        self._has_entries = True

    def read(self, text: str) -> Content:
        number = 0
        for number, raw in enumerate(text.splitlines(), start=1):
            line = raw.strip()
            if not line or line == "#" or line.startswith("# "):
                continue
            try:
                self._line(number, line)
            except NotationError as error:
                raise self.error(number, f"“{line}”: {error}") from None
        if not self._content.entries:
            raise self.error(number, "the list has no entry")
        self._close(number)
        self._content.why, self._content.source = self._common.why, self._common.source
        return self._content

    def error(self, number: int, message: str) -> WordListError:
        return WordListError(f"{self._content.name}.txt, line {number}: {message}")

    def _line(self, number: int, line: str) -> None:
        if line.startswith("=="):
            self._close(number)
            self._open(number, line[2:].strip())
        elif setting := _SETTING.fullmatch(line):
            self._set(number, setting[1], setting[2])
        elif definition := _DEFINITION.fullmatch(line):
            self.define(number, definition)
        else:
            self._entry(number, line)

    def define(self, number: int, definition: re.Match[str]) -> None:
        """Take a name for alternatives. Raises WordListError for one that is there already."""
        if definition[1] in self.definitions:
            raise self.error(number, f"<{definition[1]}> is defined twice")
        self.definitions[definition[1]] = parse_choice(definition[2], self.definitions)

    def _open(self, number: int, name: str) -> None:
        if not name:
            raise self.error(number, "a heading without words")
        if self._content.finding and "…" not in name and name != LEAVE_ALONE and "“" in name:
            raise self.error(number, f"“{name}” has no … for the words found")
        self._group = replace(self._common, name=name)
        self._has_entries = False

    def _close(self, number: int) -> None:
        if not self._has_entries:
            raise self.error(number, "no entry below the heading before")

    def _set(self, number: int, key: str, value: str) -> None:
        if key in _SWITCHES and value != _SWITCHES[key]:
            raise self.error(number, f"“{key}” is “{_SWITCHES[key]}” or is not written")
        if key in ("finding", "promises"):
            if self._group:
                raise self.error(number, f"“{key}” is for the whole list: write it above the first heading")
            if key == "finding":
                self._content.finding = value
            else:
                self._content.promises = False
            return
        if key == "level" and value not in _LEVELS:
            raise self.error(number, f"“{value}” is no level: write {', '.join(_LEVELS)}")
        if self._group and self._has_entries:
            raise self.error(number, f"“{key}” comes before the entries it is for")
        group = self._group or self._common
        if key == "level":
            group = replace(group, level=_LEVELS[value])
        elif key == "why":
            group = replace(group, why=value)
        elif key == "source":
            group = replace(group, source=value)
        elif key == "in benefits":
            group = replace(group, in_benefits=False)
        elif key == "others":
            group = replace(group, others_first=True)
        else:
            group = replace(group, in_title=True)
        if self._group:
            self._group = group
        else:
            self._common = group

    def _entry(self, number: int, line: str) -> None:
        if not self._group:
            raise self.error(number, f"“{line}” is above the first heading, and no setting")
        if not self._group.source:
            raise self.error(number, "no source is given above: write a line “source: …”")
        words, arrow, replacement = line.partition(" -> ")
        if words in self._lines:
            raise self.error(number, f"“{words}” is in line {self._lines[words]} already")
        self._lines[words] = number
        if arrow and not replacement.strip():
            raise self.error(number, "no words behind the arrow")
        expression = parse(words.strip(), self.definitions)
        entry = Entry(number, self._group, expression, replacement.strip() if arrow else None)
        (self._content.exempt if self._group.name == LEAVE_ALONE else self._content.entries).append(entry)
        self._has_entries = True


def plain_texts(content: Content) -> Iterator[tuple[Entry, str]]:
    """Yield each entry with every text it matches. Raises WordListError for one that has too many to list."""
    seen: dict[str, int] = {}
    for entry in content.entries:
        if not entry.expression.is_finite():
            raise WordListError(f"{content.name}.txt, line {entry.line}: “{entry.text}” has to be written out")
        for text in entry.expression.texts():
            if text in seen and seen[text] != entry.line:
                raise WordListError(f"{content.name}.txt, line {entry.line}: “{text}” is in line {seen[text]} already")
            seen[text] = entry.line
            yield entry, text
