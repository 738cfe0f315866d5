"""Short versions: whole facts and whole sentences of a posting, chosen to fit a limit; none is ever cut.

Of what there is, the facts that a law of the place needs come first, then how to apply, the other facts,
and lines of the posting in the order of `_LINES`. Each is taken if it still fits; nothing is reworded.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from unicodedata import normalize

from roles.core.document import Document, SectionKind
from roles.core.limits import SectionKey

from .blocks import apply_address
from .visible import visible


class Counting(StrEnum):
    """How a market counts a text."""

    CHARACTERS = "characters"
    BYTES = "bytes"
    X = "x"


class Form(StrEnum):
    """What a short version is made of."""

    POST = "post"  # lines: what, the facts, sentences and bullets, how to apply
    LINE = "line"  # the same on one line, facts in a row
    SUMMARY = "summary"  # sentences, below a title that is elsewhere
    POINTS = "points"  # several lines, each with the limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Where a short version goes. `limit` is what the market allows, `aim` how much of it is filled (0: all of it);
    `points` is the number of lines of that form, `plain` asks for the characters of a text message."""

    key: str
    name: str
    purpose: str
    form: Form
    limit: int
    aim: int = 0
    points: int = 1
    counts: Counting = Counting.CHARACTERS
    plain: bool = False
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One short version: its texts (one, or one for each point), how long the longest is as its market counts, and
    which facts that a law needs are not in it, by label."""

    channel: Channel
    texts: tuple[str, ...]
    length: int
    lacking: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(self.texts)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A fact or a line; `place` is where it is in the text."""

    place: int
    text: str
    label: str = ""
    heading: str = ""
    bullet: bool = False


# The sections whose lines are taken, the most telling first; within a section they stay in the posting's order.
_LINES = (
    SectionKey.SUMMARY,
    SectionKey.OPENING,
    SectionKey.COMPANY,
    SectionKey.RESPONSIBILITIES,
    SectionKey.PAY,
    SectionKey.REQUIRED,
    SectionKey.SUCCESS,
)
# What a law can need, and the order of the facts beside it.
PAY, CLOSING = "Pay", "Apply by"
_FACTS = (PAY, CLOSING, "Location", "Employment", "Hours", "Travel", "Reports to")
# Those whose value needs no label.
_PLAIN_TO_SEE = (PAY, "Location", "Employment", "Hours")
_WHAT = "what"
_STOPS = (".", "!", "?", "…")
_URL = re.compile(r"https?://\S+")
_URL_ON_X = 23
# Source: docs.x.com, counting characters: what counts once; all else counts twice.
_ONCE_ON_X = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
_PLAIN = str.maketrans({"–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "..."})


def length(text: str, counts: Counting) -> int:
    """Return how long the text is, as a market counts."""
    if counts is Counting.BYTES:
        return len(text.encode())
    if counts is Counting.CHARACTERS:
        return len(text)
    text = normalize("NFC", text)
    rest = _URL.sub("", text)
    once = sum(any(low <= ord(char) <= high for low, high in _ONCE_ON_X) for char in rest)
    return 2 * len(rest) - once + _URL_ON_X * len(_URL.findall(text))


def share(document: Document, channel: Channel, needed: Iterable[str] = ()) -> Share:
    """Return the short version for a channel. `needed` are the labels of facts that a law of the place needs."""
    document = visible(document)
    needed = tuple(label for label in _FACTS if label in set(needed))
    chosen = _points(document, channel, needed) if channel.form is Form.POINTS else _text(document, channel, needed)
    there = " ".join(chosen)
    values = dict(document.facts.known())
    lacking = tuple(label for label in needed if _shown(values.get(label), channel) not in there)
    longest = max((length(text, channel.counts) for text in chosen), default=0)
    return Share(channel=channel, texts=chosen, length=longest, lacking=lacking)


def subject(document: Document) -> str:
    """Return the line an email about the posting is sent under."""
    return f"{document.title} at {document.facts.hiring_organization}"


def _shown(value: str | None, channel: Channel) -> str:
    # What the posting does not state is in no text.
    return "\0" if value is None else value.translate(_PLAIN) if channel.plain else value


def _text(document: Document, channel: Channel, needed: tuple[str, ...]) -> tuple[str, ...]:
    render: Callable[[list[_Piece]], str] = _as_post if channel.form is Form.POST else _as_line
    chosen: list[_Piece] = []
    full: set[str] = set()  # where a line did not fit, none that follows it is taken
    written = ""
    for piece in _pieces(document, channel.form, needed):
        if piece.label in full or (piece.label == _WHAT and any(one.label == _WHAT for one in chosen)):
            continue
        limit = channel.limit if piece.label in needed or not channel.aim else min(channel.aim, channel.limit)
        text = render(sorted([*chosen, piece], key=lambda one: one.place))
        text = text.translate(_PLAIN) if channel.plain else text
        if length(text, channel.counts) <= limit:
            chosen.append(piece)
            written = text
        elif piece.label in _LINES:
            full.add(piece.label)
    return (written,) if written else ()


def _pieces(document: Document, form: Form, needed: tuple[str, ...]) -> Iterator[_Piece]:
    """Yield what may be stated, the weightiest first; each has its place in the text."""
    facts = dict(document.facts.known())
    order = [*needed, *(label for label in _FACTS if label not in needed)]
    pieces = {
        label: _Piece(1 + order.index(label), _fact(label, facts[label], form), label)
        for label in order
        if label in facts
    }
    yield from (pieces[label] for label in needed if label in pieces)
    if form is not Form.SUMMARY:
        yield _Piece(0, subject(document), _WHAT)
        yield _Piece(0, document.title, _WHAT)
        if address := apply_address(document).removeprefix("mailto:"):
            yield _Piece(10_000, f"Apply: {address}", "apply")
        yield from (piece for label, piece in pieces.items() if label not in (*needed, "Reports to"))
    yield from _lines(document, sentences_only=form is not Form.POST)


def _fact(label: str, value: str, form: Form) -> str:
    if form is Form.POST:
        return f"{label}: {value}"
    return value if label in _PLAIN_TO_SEE else f"{label[:1].lower()}{label[1:]} {value}"


def _lines(document: Document, *, sentences_only: bool) -> Iterator[_Piece]:
    """Yield the lines of the telling sections, or those that are sentences; one that repeats the pay is left out."""
    place, pay = 100, _pay(document)
    sections = {section.part: section for section in reversed(document.sections)}
    for key in _LINES:
        if section := sections.get(key):
            bullet = section.kind is SectionKind.BULLETS
            for item in section.items:
                place += 1
                if pay not in item.text and (not sentences_only or item.text.endswith(_STOPS)):
                    yield _Piece(place, item.text, key, section.heading if bullet else "", bullet)


def _pay(document: Document) -> str:
    """The pay as the posting's own lines write it; of a posting without any, what no line holds."""
    return document.facts.pay or "\0"


def _as_post(pieces: list[_Piece]) -> str:
    paragraphs: list[list[str]] = []
    last: Any = None
    for piece in pieces:
        group = "facts" if piece.label in _FACTS else piece.label
        if group != last:
            paragraphs.append([f"{piece.heading}:"] if piece.heading else [])
            last = group
        lines = paragraphs[-1]
        if group != "facts" and not piece.bullet and lines:
            lines[-1] += f" {piece.text}"
        else:
            lines.append(f"- {piece.text}" if piece.bullet else piece.text)
    return "\n\n".join("\n".join(lines) for lines in paragraphs)


def _as_line(pieces: list[_Piece]) -> str:
    facts = [piece.text for piece in pieces if piece.label in (_WHAT, *_FACTS)]
    rest = [piece.text for piece in pieces if piece.label not in (_WHAT, *_FACTS)]
    row = "; ".join(facts)
    row = f"{row[:1].upper()}{row[1:]}" if facts and pieces[0].label != _WHAT else row
    return " ".join([f"{row}." if row and rest else row, *rest]).strip()


def _points(document: Document, channel: Channel, needed: tuple[str, ...]) -> tuple[str, ...]:
    """The facts a law needs, then pay, benefits, the place, and what the posting asks for; each whole in a line."""
    facts = dict(document.facts.known())
    sections = {section.part: section for section in reversed(document.sections)}
    labelled = {label: f"{label}: {value}" for label, value in facts.items()}
    benefits = [item.text for item in getattr(sections.get(SectionKey.PAY), "items", ())]
    duties = [item.text for item in getattr(sections.get(SectionKey.RESPONSIBILITIES), "items", ())]
    others = [text for text in benefits if _pay(document) not in text]
    wanted = [*(labelled.get(label, "") for label in (*needed, PAY)), *others, labelled.get("Location", ""), *duties]
    fitting = [text for text in dict.fromkeys(wanted) if text and length(text, channel.counts) <= channel.limit]
    return tuple(fitting[: channel.points])
