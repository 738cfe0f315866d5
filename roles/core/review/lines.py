"""The lines of a pasted text: without bullets and Markdown's marks, and where each word of them stood."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import itemgetter

from .headings import inline_heading, is_known

BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

_SYMBOLS = "•‣▪●◦▸►✓✔➢→⇒➔➜➤❖♦◆◇■□▶★☆⭐✅☑🔹🔸🔷🔶\uf0a7\uf0b7\uf0d8"  # the last: Word's own, of the Symbol font
_BULLET = re.compile(
    rf"\s*(?:(?P<dash>[-*+·–—])|(?P<symbol>[{_SYMBOLS}])\ufe0f?|\(?(?P<number>\d{{1,2}})[.)]|\(?[a-z]\)|(?P<letter>[a-z])\.)"
    rf"\s+(?=\S)|\s*[{_SYMBOLS}]\ufe0f?(?=\S)|\s*o(?:\t|\s\s)\s*(?=\S)"
)
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
# Markdown's emphasis, never inside a word or around a blank to fill in: "**Run** the day", "_early_".
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]{0,300}[^\s*])\1(?![\w*])|(?<!\w)(__?)(?=[^\W_])([^_]{0,300}[^\s_])\3(?!\w)"
)
# In a text without line breaks a heading follows the end of a sentence: "… in Leeds. Requirements: five years".
_INSIDE = re.compile(r"(?<=[.!?;)])\s+(?=[A-Z][A-Za-z'’ &/-]{2,40}:\s)")


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line of the text, or a part of one, without its marks.

    `at` holds (offset in the text of the line, column from 1) wherever marks were left out.
    """

    text: str
    number: int
    at: tuple[tuple[int, int], ...]
    bullet: bool = False
    symbol: bool = False
    marked: bool = False
    after_blank: bool = False
    before_blank: bool = False

    @property
    def column(self) -> int:
        return self.at[0][1]

    def part(self, start: int, end: int | None = None) -> "Line":
        """Return the line's text from start to end, less white space, as a line of its own."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        first = bisect_right(self.at, start, key=itemgetter(0)) - 1
        last = bisect_right(self.at, start + len(text), key=itemgetter(0))
        at = tuple((max(offset - start, 0), column + max(start - offset, 0)) for offset, column in self.at[first:last])
        return replace(self, text=text, at=at, bullet=False, marked=False, after_blank=False)


def lines(text: str) -> Iterator[Line]:
    """Yield the lines that have words, a line with headings inside it in its parts."""
    waiting: Line | None = None
    blank = True
    last = {"number": 0, "letter": 0}
    for number, raw in enumerate(BREAKS.split(text), start=1):
        bullet = _BULLET.match(raw)
        if bullet and not _counts(bullet, last):
            bullet = None
        start = bullet.end() if bullet else len(raw) - len(raw.lstrip())
        if not raw[start:].rstrip():
            blank = True
            continue
        if waiting:
            yield from _parts(replace(waiting, before_blank=blank))
        waiting = replace(
            _unmarked(raw, start, number),
            bullet=bool(bullet),
            symbol=bool(bullet and not bullet["dash"]),
            after_blank=blank,
        )
        blank = False
    if waiting:
        yield from _parts(replace(waiting, before_blank=True))


def _counts(bullet: re.Match[str], last: dict[str, int]) -> bool:
    """Whether a number or letter goes on a count: not in "12. March", "40. birthday"."""
    if bullet["number"]:
        kind, value = "number", int(bullet["number"])
    elif bullet["letter"]:
        kind, value = "letter", ord(bullet["letter"]) - ord("a") + 1
    else:
        return True
    if value not in (1, last[kind] + 1):
        return False
    last[kind] = value
    return True


def _unmarked(raw: str, start: int, number: int) -> Line:
    """Return the line from `start` without the hashes of a heading and the marks of emphasis."""
    end = len(raw.rstrip())
    hashes = _HASHES.match(raw, start, end)
    if hashes:
        start = hashes.end()
    runs: list[tuple[int, int]] = []
    marked = bool(hashes)
    for match in _EMPHASIS.finditer(raw, start, end):
        marked = marked or (not runs and match.start() == start and not raw[match.end() : end].strip(": "))
        runs += [(start, match.start()), match.span(2 if match[2] else 4)]
        start = match.end()
    runs = [run for run in (*runs, (start, end)) if run[0] < run[1]]
    at, length = [], 0
    for begin, stop in runs:
        at.append((length, begin + 1))
        length += stop - begin
    text = "".join(raw[begin:stop] for begin, stop in runs)
    return Line(text=text, number=number, at=tuple(at), marked=marked)


def _parts(line: Line) -> Iterator[Line]:
    start = 0
    if not line.bullet:
        for match in _INSIDE.finditer(line.text):
            if inline_heading(line.text[match.end() : match.end() + 60]):
                part = line.part(start, match.start())
                yield replace(part, before_blank=False, after_blank=line.after_blank and not start)
                start = match.end()
    yield line.part(start) if start else line


def opens_a_section(before: Line | None, line: Line, following: Line | None) -> bool:
    """Whether a line with a number or a symbol before it is a heading, "1. Responsibilities", not one of a list."""
    listed = (before and before.symbol and not line.after_blank) or (following and following.symbol)
    return line.symbol and is_known(line.text) and not listed
