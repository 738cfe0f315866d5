"""An old text in pieces: its lines cut between sentences, and before or behind what a heading states instead."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest

from roles.core.editing.operations import ITEM_LIMIT
from roles.core.limits import SectionKey
from roles.core.reading import LineKind, PostingLine, PostingRead
from roles.core.reading.kinds import kind_of_line
from roles.core.reading.labels import states_a_fact
from roles.core.reading.sentences import sentences

from .cells import without_cells, without_pipes

_NUMBERED = re.compile(r"-\d+$")
# Between the facts of a header: "Wenlow Dental · Rochester, Minnesota · Full-time".
_SEGMENTS = re.compile(r"\s+[·•|]\s+")
_MUST = re.compile(
    r"(?:(?:must(?: have)?s?|has to have|have to have|needs to have|required|"
    r"requirements?|essential|need(?:ed)?)\s*(?::|\s[-–—]\s)|"
    r"must have(?! been))\s*(?=\w)",
    re.I,
)
_NICE = re.compile(
    r"(?:nice(?: to have)?s?|(?:would be |it'?s )?(?:good|great|handy|useful)(?: to have)?|"
    r"preferred|ideally|desirable|(?:a )?plus|bonus points)(?:\s*:|\s[-–—])\s*(?=\w)",
    re.I,
)
_PLUS = re.compile(
    r"(?:[,;]\s*|(?<!\w))\(?(?:(?:is|are|would be) )?(?:(?:considered|seen as|regarded as) )?"
    r"(?:an? (?:big |huge |definite |strong |real )?(?:plus|asset|advantage|bonus)|"
    r"(?:(?:strongly|highly|well) )?(?:preferred|desirable|desired|regarded)|nice to have|"
    r"(?<=[\w)] )(?<!\band )(?<!\bor )(?<!\bbe )(?<!\bare )(?<!who is )(?:(?:very|really) )?(?:helpful|advantageous)|"
    r"(?:but )?not required)"
    r"(?:,? (?:but|though|and) (?:is |are )?(?:not|no) "
    r"(?:essential|required|necessary|needed|an? (?:must|requirement)))?"
    r"\)?[.!]?\s*$",
    re.I,
)
_HALVES = re.compile(
    r"((?:[^,;()]|\([^()]*\))+ (?:[^,;()]|\([^()]*\))+[,;]\s+)"
    r"(?!(?:and|or|including|such|preferably|ideally)\b)(?:(?<=; )|(?![^,;]* (?:and|or) ))"
    r"[^,;\s]+(?: [^,;\s]+){0,4}\s*$"
)
# What announces a list of benefits in one sentence.
_LIST = re.compile(
    r"[^,:]{0,90}\b(?:including|includes?|such as|consists? of|we offer|offers?|provides?|benefits?)\b"
    r"(?: of)?:?\s+(?=\S)",
    re.I,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_OR = re.compile(r"\b(?:and|or)\b|/|&")
_ONE_THING = 2  # words of one of several things that are wished alike: "Excel, Word and Sage 50 preferred"
_CALLS = re.compile(r"\b(?:phone|calls?|calling|agenc(?:y|ies)|recruiters|e-?mails? only)\b", re.I)
# What is about the terms of the work, wherever it is.
_CONDITION = re.compile(
    r"\bdriv(?:er|ers|er's|ing) ?licen[cs]e|\bbackground (?:check|screen)|\bdrug (?:test|screen)|\bcriminal record|"
    r"\blifting\b.{0,40}\d+ ?(?:lbs?|pounds|kg)\b|\bvulnerable sector|\bdbs check|\bable to lift\b|"
    r"\blift(?:ing)? up to \d|\bon[- ]call\b|"
    r"^(?:(?:occasional|frequent|some|heavy)(?:ly)? )?(?:climb|kneel|stoop|crawl)(?:s|ing)\b|"
    r"^(?:(?:occasional|frequent|some|heavy)(?:ly)? )?lift(?:s|ing)"
    r"(?:,| and (?:carry|mov|climb|bend)| up to| of | heavy| \d)|"
    r"^physical\b[^:.]{0,20}:|\benhanced dbs\b|"
    r"\bovernight travel\b|\bown (?:car|vehicle|transport)|\b(?:able|willing(?:ness)?|ability) to travel\b|"
    r"\bafter[- ]hours\b|\brotating basis\b|\bprobation(?:ary)? period\b|\bentitled to work\b|\bworking rights\b|"
    r"\bus person\b|\bwork permit\b|\bworking with children check\b|"
    r"\bright to work\b|\bauthori[sz]ed to work\b|\bclean driving record\b",
    re.I,
)
_ASKED = (LineKind.REQUIRED, LineKind.PREFERRED, LineKind.SKILL)
_ITSELF = (LineKind.FACT, LineKind.APPLY, LineKind.EQUAL_OPPORTUNITY, LineKind.LEFTOVER)


class Part(StrEnum):
    """What a piece is of its line."""

    WORDS = "words"
    MUST = "must"  # "Must have", which a heading states
    NICE = "nice"  # "a plus", likewise
    LEAD_IN = "lead_in"  # "We offer", before a list
    SEGMENT = "segment"  # one of several facts in a line
    WISHED = "wished"  # a clause that states itself that it is no must: "Six Sigma" of "Six Sigma a plus"
    WISH = "wish"  # how it states so: "a plus", which a heading states
    TAIL = "tail"  # what is behind an answer in its line


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line. `item` numbers the line among those read, `line` is that of the text, both with their order.

    `asked` is whether its line states itself that it is a must or nice to have, `whole` the words of all of that line,
    `count` the number it had in a list, `row` what is printed of it where it is a row of a table.
    """

    text: str
    kind: LineKind
    section: str
    number: int
    heading: str
    item: int
    line: int
    part: Part = Part.WORDS
    asked: LineKind | None = None
    bullet: bool = False
    whole: str = ""
    count: str = ""
    row: str = ""

    @property
    def printed(self) -> str:
        """The words as they are printed: of a row of a table as a line, without the marks between its cells."""
        text = without_cells(self.text)
        return self.row or (without_pipes(text) if self.heading else text)


def is_condition(text: str) -> bool:
    """Return whether a line is about the terms of the work: a licence, a check, what is lifted, being on call."""
    return bool(_CONDITION.search(text.replace("’", "'")))


def pieces_of(read: PostingRead) -> list[Piece]:
    """Return all that was read, in the order of the text: each word of it in one piece."""
    place: dict[int, tuple[str, int, str]] = {}
    for number, section in enumerate(read.sections):
        heading = section.heading.text if section.heading else ""
        for line in (*((section.heading,) if section.heading else ()), *section.items):
            place[line.start] = (_NUMBERED.sub("", section.key), number, heading)
    return [
        piece
        for item, line in enumerate(_rejoined(read))
        for piece in _cut(line, item, *place.get(line.start, ("opening", -1, "")))
    ]


def _rejoined(read: PostingRead) -> Iterator[PostingLine]:
    """Yield the lines, those as one that were one in the text and only look like a list: "Own the P&L - labor, …"."""
    before: PostingLine | None = None
    for line in read.lines:
        if before and _goes_on(read.text, before, line):
            run = replace(before.runs[0], end=line.end)
            before = replace(before, text=" ".join(read.text[before.start : line.end].split()), runs=(run,))
            continue
        if before:
            yield before
        before = line
    if before:
        yield before


def _goes_on(text: str, before: PostingLine, line: PostingLine) -> bool:
    return (
        before.kind is line.kind
        and before.kind in (LineKind.DUTY, LineKind.REQUIRED, LineKind.PREFERRED, LineKind.SUCCESS)
        and len(before.runs) == len(line.runs) == 1
        and before.runs[0].number == line.runs[0].number
        and line.text[0].islower()
        and text[before.end : line.start].strip() in ("-", "–", "—")
    )


def _cut(line: PostingLine, item: int, section: str, number: int, heading: str) -> Iterator[Piece]:
    asked: LineKind | None = None
    kind = line.kind
    spans = list(_spans(line))
    for start, end, part in spans:
        text = line.text[start:end].strip()
        if part in (Part.MUST, Part.NICE):
            asked = LineKind.REQUIRED if part is Part.MUST else LineKind.PREFERRED
        elif part in (Part.WORDS, Part.SEGMENT, Part.WISHED) and line.kind not in (LineKind.TITLE, LineKind.HEADING):
            kind = _kind(text, line.kind, kind, section)
        if text:
            yield Piece(
                text=text,
                kind=kind,
                section=section,
                number=number,
                heading=heading,
                item=item,
                line=_number(line, start),
                part=part,
                asked=LineKind.PREFERRED if part is Part.WISHED else asked,
                bullet=line.bullet,
                whole=line.text,
                count=line.count,
                row=line.row if len(line.row) <= ITEM_LIMIT and len(spans) == 1 else "",
            )


def _kind(text: str, own: LineKind, before: LineKind, section: str) -> LineKind:
    """What a sentence of a line is for: one on applying, or on equality, may be in any paragraph."""
    if own is LineKind.EQUAL_OPPORTUNITY and section != SectionKey.EQUAL_OPPORTUNITY:
        if is_condition(text):
            return LineKind.CONDITIONS
        terms = section == SectionKey.CONDITIONS
        return kind_of_line(text, LineKind.CONDITIONS if terms else LineKind.SUMMARY)
    equal = LineKind.EQUAL_OPPORTUNITY
    if own is LineKind.APPLY and text and kind_of_line(text, LineKind.SUMMARY) is equal:
        return equal
    if own in _ITSELF or not text:
        return own
    if before is LineKind.APPLY and _CALLS.search(text):
        return LineKind.APPLY
    return kind_of_line(text, own)


def _spans(line: PostingLine) -> Iterator[tuple[int, int, Part]]:
    """Yield [start, end) of the pieces of a line, which follow one another."""
    text = line.text
    if line.kind in (LineKind.TITLE, LineKind.HEADING, LineKind.LEFTOVER, LineKind.COLUMNS) or line.row:
        yield from _short(text, 0, len(text))
        return
    begin = 0
    if line.kind in (LineKind.SUMMARY, LineKind.FACT, LineKind.OTHER, LineKind.ABOUT) and not (
        line.bullet or states_a_fact(text)
    ):
        for mark in _SEGMENTS.finditer(text):
            yield begin, mark.end(), Part.SEGMENT
            begin = mark.end()
        if begin:
            yield begin, len(text), Part.SEGMENT
            return
    for part, expression in ((Part.MUST, _MUST), (Part.NICE, _NICE)):
        match = expression.match(text, begin)
        if match and match.end() < len(text) and _is_asked(line, match[0], text[begin:]):
            yield begin, match.end(), part
            begin = match.end()
            break
    for start, end in _whole_sentences(text[begin:]):
        yield from _sentence(text, begin + start, begin + end, line.kind)


def _whole_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences, one that goes on in small letters behind its dots as one: "Our client... is us."."""
    first: int | None = None
    found = list(sentences(text))
    for (start, end), following in zip_longest(found, found[1:]):
        first = start if first is None else first
        goes_on = text[start:end].endswith(("...", "…")) and text[end:].lstrip()[:1].islower()
        if following and (goes_on or text[start:end].endswith(("Pvt.", "Pte."))):
            continue
        yield first, end
        first = None


def _is_asked(line: PostingLine, words: str, text: str) -> bool:
    """Whether words ask for something: below a heading that asks always, elsewhere if it is no term of the work."""
    asks = ":" in words or line.kind in (LineKind.SUMMARY, LineKind.OTHER, LineKind.DUTY)
    return line.kind in _ASKED or (asks and not is_condition(text))


def _is_whole_before(words: str) -> bool:
    """Return whether words stand on their own before a wish: "a licence (lorry" does not, before "an advantage)"."""
    return bool(words.strip()) and words.count("(") <= words.count(")")


def _sentence(text: str, start: int, end: int, kind: LineKind) -> Iterator[tuple[int, int, Part]]:
    begin = start
    if kind in _ASKED and (match := _PLUS.search(text, start, end)) and _is_whole_before(text[start : match.start()]):
        # "A trade background, licence preferred": what is asked for, and what is only wished.
        before = text[start : match.start()]
        cut = start + len(halves[1]) if (halves := _HALVES.match(before)) else start
        behind = _BRACKETS.sub("", before).rpartition(",")
        if cut == start and behind[1] and any(len(part.split()) > _ONE_THING for part in _OR.split(behind[2])):
            yield from _short(
                text, start, end
            )  # nor of "5+ years in a mill, a dairy or a brewery, two sites preferred"
            return
        if cut > start:
            yield start, cut, Part.WORDS
        elif ";" in text[start : match.start()]:
            yield from _short(text, start, end)  # of "MERIT-ready; a degree preferred" nobody knows what is wished
            return
        yield from ((first, last, Part.WISHED) for first, last, _ in _short(text, cut, match.start()))
        yield match.start(), end, Part.WISH
        return
    if kind in _ASKED and text.count("; ", start, end) > 1:
        for mark in re.finditer(r";\s+", text[start:end]):
            yield start, begin + mark.end(), Part.WORDS
            start = begin + mark.end()
    if kind is LineKind.BENEFITS and (match := _LIST.match(text, start, end)) and text.count(",", start, end) > 1:
        yield start, match.end(), Part.LEAD_IN
        start = match.end()
    yield from _short(text, start, end)


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int, Part]]:
    """Yield the span in parts of no more than one item of a posting may hold, cut between words."""
    while end - start > ITEM_LIMIT:
        first = textwrap.wrap(text[start:end], ITEM_LIMIT, break_on_hyphens=False, drop_whitespace=False)[0]
        yield start, start + len(first), Part.WORDS
        start += len(first)
    yield start, end, Part.WORDS


def _number(line: PostingLine, offset: int) -> int:
    return max((run for run in line.runs if run.offset <= offset), key=lambda run: run.offset).number
