"""The lines of a pasted text: without bullets and Markdown's marks, and where each word of them was."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

from .headings import inline_heading, is_known
from .marks import Mark, marks
from .tables import Row, rows

BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
# A line of dashes, or the one below the head of a Markdown table, separates as a blank one does.
_SEPARATOR = re.compile(r"[-=*~+|:·•\s]{3,}")
# Markdown's emphasis, never inside a word or around a blank to fill in: "**Run** the day", "_early_".
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]{0,300}[^\s*])\1(?![\w*])|(?<!\w)(__?)(?=[^\W_])([^_]{0,300}[^\s_])\3(?!\w)"
)
# In a text without line breaks a heading follows the end of a sentence: "… in Leeds. Requirements: five years".
_INSIDE = re.compile(r"(?<=[.!?;)])\s+(?=[A-Z][A-Za-z'’ &/-]{2,40}:\s)")
# Marks between the items of a list that was pasted into one line, and how many of them make one.
_INLINE_MARKS = (
    (re.compile(r"[•‣▪●◦►▸✓✔➢➤]\s*"), 1),
    (re.compile(r"(?:^|(?<=\s))[*·](?:\s+)(?=\S)"), 2),
    (re.compile(r"(?:^|(?<=\s))[-–—]\s+(?=[A-Za-z])"), 3),
)
_ANY_MARK = re.compile(r"[•‣▪●◦►▸✓✔➢➤*·]|\s[-–—]\s|\d[.)]\s|^[-–—]\s")
_INLINE_COUNT = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)]\s+(?=[A-Z])")
# The words of a part, on the whole, in a list; between the parts of a header there are fewer.
_ITEM_WORDS = 2.6


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line of the text, or a part of one, without its marks.

    `at` holds (offset in the text of the line, column from 1) wherever marks were left out. `sign` is the mark
    it began with, "" for none, `count` a number or letter as it was written there, "2." or "b)"; `indented` is whether
    a tab or more than one space is before it. `row` is what it is of a table.
    """

    text: str
    number: int
    at: tuple[tuple[int, int], ...]
    bullet: bool = False
    sign: str = ""
    count: str = ""
    symbol: bool = False
    marked: bool = False
    indented: bool = False
    after_blank: bool = False
    before_blank: bool = False
    row: Row | None = None

    @property
    def column(self) -> int:
        return self.at[0][1]

    def part(self, start: int, end: int | None = None, **changes: Any) -> "Line":
        """Return the line's text from start to end, less white space, as a line of its own."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        first = bisect_right(self.at, start, key=itemgetter(0)) - 1
        last = bisect_right(self.at, start + len(text), key=itemgetter(0))
        at = tuple((max(offset - start, 0), column + max(start - offset, 0)) for offset, column in self.at[first:last])
        bare = replace(self, text=text, at=at, bullet=False, count="", marked=False, after_blank=False)
        return replace(bare, **changes) if changes else bare


def lines(text: str) -> Iterator[Line]:
    """Yield the lines that have words, a line with headings or a list inside it in its parts."""
    raws = BREAKS.split(text)
    blank = [not (stripped := raw.strip()) or bool(_SEPARATOR.fullmatch(stripped)) for raw in raws]
    tabled = rows(raws)
    for index, mark in enumerate(marks(raws)):
        if not blank[index]:
            before = index == 0 or blank[index - 1]
            behind = index + 1 == len(raws) or blank[index + 1]
            row = tabled.get(index)
            line = _line(raws[index], None if row else mark, index + 1, after_blank=before, before_blank=behind)
            if row:
                yield replace(line, bullet=True, sign="|", row=row)
            else:
                yield from _parts(line)


def _line(raw: str, mark: Mark | None, number: int, *, after_blank: bool, before_blank: bool) -> Line:
    """Return a line without its bullet, its hashes and the marks of emphasis; of a row of a table what is inside."""
    end = len(raw.rstrip())
    start = len(raw) - len(raw.lstrip())
    if raw[start] == raw[end - 1] == "|" and raw[start:end].strip("| "):
        start = end - len(raw[start:end].lstrip("| "))
        end = start + len(raw[start:end].rstrip("| "))
        mark = None
    elif mark and mark.end < end:
        start = mark.end
    else:
        mark = None
    hashes = _HASHES.match(raw, start, end)
    if hashes:
        start = hashes.end()
    runs: list[tuple[int, int]] = []
    marked = bool(hashes)
    if "*" in raw or "_" in raw:
        for match in _EMPHASIS.finditer(raw, start, end):
            marked = marked or (not runs and match.start() == start and not raw[match.end() : end].strip(": "))
            runs += [(start, match.start()), match.span(2 if match[2] else 4)]
            start = match.end()
    runs = [run for run in (*runs, (start, end)) if run[0] < run[1]]
    at, length = [], 0
    for begin, stop in runs:
        at.append((length, begin + 1))
        length += stop - begin
    return Line(
        text="".join(raw[begin:stop] for begin, stop in runs),
        number=number,
        at=tuple(at),
        bullet=mark is not None,
        sign=mark.sign if mark else "",
        count=mark.count if mark else "",
        symbol=mark is not None and not mark.is_dash,
        marked=marked,
        indented=raw[:1] == "\t" or raw[:2] == "  ",
        after_blank=after_blank,
        before_blank=before_blank,
    )


def _parts(line: Line) -> Iterator[Line]:
    """Yield the line, or what it is made of: headings and what is below each, the items of a list."""
    start = 0
    if not line.bullet:
        for match in _INSIDE.finditer(line.text):
            if inline_heading(line.text[match.end() : match.end() + 60]):
                part = line.part(start, match.start())
                yield from _items(replace(part, before_blank=False, after_blank=line.after_blank and not start))
                start = match.end()
    yield from _items(line.part(start) if start else line)


def _items(line: Line) -> Iterator[Line]:
    """Yield the items of a list that is in one line, its heading first: "Duties: * Plan * Buy * Keep"."""
    spans = _item_spans(line)
    if not spans:
        yield line
        return
    first = spans[0][0]
    if line.text[:first].strip():
        yield line.part(0, first, after_blank=line.after_blank)
    last = len(spans) - 1
    for number, (mark, start, end) in enumerate(spans):
        if line.text[start:end].strip():
            own = line.part(start, end, bullet=True, before_blank=line.before_blank and number == last)
            sign = line.text[mark:start].strip() or line.sign or "•"
            yield replace(own, sign=sign, count=sign if sign[0].isdigit() else "", symbol=False)


def _item_spans(line: Line) -> list[tuple[int, int, int]]:
    """Return (start of the mark, start, end) of each item of a list in one line, [] where there is none."""
    text = line.text
    if len(text) < 12 or not _ANY_MARK.search(text):
        return []
    for expression, least in _INLINE_MARKS:
        found = [match.span() for match in expression.finditer(text)]
        if len(found) >= min(least, 2) and (spans := _spans(line, found, least)):
            return spans if expression is not _INLINE_MARKS[-1][0] or _are_items(line, spans) else []
    counted: list[tuple[int, int]] = []
    for match in _INLINE_COUNT.finditer(text):
        if int(match[1]) == len(counted) + 1:
            counted.append(match.span())
    if len(counted) >= 2 and _announced(line, counted[0][0]):
        return _spans(line, counted, 2)
    return []


def _are_items(line: Line, spans: list[tuple[int, int, int]]) -> bool:
    """Whether what is between dashes is a list, and no row of short names or an aside: "the run Bris - Tba - York".

    The line begins with a dash, and its parts begin alike, with more than a word each.
    """
    parts = [line.text[start:end].strip() for _, start, end in spans]
    alike = len({part[:1].isupper() for part in parts}) == 1
    begins = not line.bullet or line.sign in "-–—"
    return begins and alike and all(len(part.split()) > 1 for part in parts)


def _announced(line: Line, first: int) -> bool:
    """Whether what is before the first mark is nothing, or ends as what announces a list does."""
    before = line.text[:first].strip()
    return not before or before.endswith((":", ".", ";")) or is_known(before)


def _spans(line: Line, marks: list[tuple[int, int]], least: int) -> list[tuple[int, int, int]]:
    text = line.text
    ends = [start for start, _ in marks[1:]] + [len(text)]
    spans = [(mark, start, end) for (mark, start), end in zip(marks, ends, strict=True) if text[start:end].strip()]
    if line.bullet and marks[0][0] > 0:
        # Its own mark is the first of them: "• Plan • Buy".
        spans.insert(0, (0, 0, marks[0][0]))
    elif not _announced(line, marks[0][0]):
        return []
    heading = text[: marks[0][0]].strip().endswith(":")
    if len(spans) < (2 if heading else max(least, 2)):
        return []
    words = sum(len(text[start:end].split()) for _, start, end in spans)
    return spans if heading or words >= _ITEM_WORDS * len(spans) else []


def opens_a_section(before: Line | None, line: Line, following: Line | None) -> bool:
    """Whether a line with a number or a symbol before it is a heading, "1. Responsibilities", not one of a list."""
    listed = (before and before.sign == line.sign and not line.after_blank) or (
        following and following.sign == line.sign
    )
    return line.symbol and is_known(line.text) and not listed
