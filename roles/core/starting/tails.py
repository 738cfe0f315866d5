"""What is behind an answer in one line and no answer prints: "DOE", "3 days in office", "+ super + vehicle"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from roles.core.compose.brief import TEXT_FIELDS
from roles.core.places import forms_at, read_place
from roles.core.reading import LineKind, PostingLine

from .answers import Answered, answers_in, has_more_words
from .hollow import left_of
from .pieces import Part, Piece

_ANSWERS = frozenset({"base_salary", "place", "workplace", "employment_type"})
_KINDS = frozenset({LineKind.FACT, LineKind.SUMMARY, LineKind.BENEFITS, LineKind.CONDITIONS, LineKind.OTHER})
_BEGINS = re.compile(
    r"\s*(?:[+(,;&|/–—-]|(?:plus|with|dependent|depending|based|doe|negotiable|commensurate|base|permanent|per|and|"
    r"subject)\b)",
    re.IGNORECASE,
)
# What joins a tail to its answer, or states of the pay what the facts print: "a year, plus …".
_JOINED = re.compile(
    r"(?:(?:per (?:year|annum|month|hour)|an? (?:year|hour|month)|p\.?a\.?|annually|base|gross|doe)\b[.,;]*\s+"
    r"(?=\S)|(?:plus|and)\s+)+",
    re.IGNORECASE,
)
_TRAVELLING = re.compile(r"^with (?=(?:\w+ )?(?:travel|visits)\b)", re.IGNORECASE)
# What goes on in a sentence of its own keeps its beginning: "On site at both, they are near each other".
_GOES_ON = re.compile(r"\W*(?:they|it|we|you|which|the|sorry|but|so)\b", re.IGNORECASE)
# What the posting states of the work besides its place.
_SHARED = re.compile(r"\b(?:hybrid|remote|on[- ]?site|office|home|full[- ]time)\b", re.IGNORECASE)
_MARKS = " +,;·•|&/–—-"
_HEAD_WORDS = 12


def parted(pieces: Iterable[Piece], known: list[Answered], names: frozenset[str]) -> Iterator[Piece]:
    """Yield the pieces, one that answers and goes on as two: its answer, and what is behind it."""
    for piece in pieces:
        cut = _cut(piece, known, names)
        if not cut:
            yield piece
            continue
        yield replace(piece, text=piece.text[:cut].rstrip())
        pay = any(answer.name == "base_salary" and answer.words in piece.text for answer in known)
        kind = LineKind.BENEFITS if pay else LineKind.CONDITIONS
        yield replace(piece, text=piece.text[cut:].strip(), kind=kind, part=Part.TAIL)


_TOWN = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
_TOWNS = rf"(?:, {_TOWN}){{1,8}},?(?: and | & ){_TOWN}|(?: ?/ ?{_TOWN}){{2,8}}"
_LIST_WORDS = 16


def with_bracket(place: Answered, lines: Sequence[PostingLine]) -> Answered:
    """Return the place with what goes on with it in its line: "Bend, OR (some days in Redmond)", "Leeds / York".

    Of several towns it is all of them, where the first line with the place lists them and is no sentence.
    """
    first = next((line.text for line in lines if place.words in line.text), "")
    listed = re.search(rf"{re.escape(place.words)}(?:{_TOWNS})(?:, [A-Z]{{2,3}}\b)?(?=\s*(?:[|·•(]|$))", first)
    fits = listed and len(first.split()) <= _LIST_WORDS and len(listed[0]) <= TEXT_FIELDS["place"]["limit"]
    if listed and fits and forms_at(str(place.value)).country in ("", forms_at(listed[0]).country):
        state = re.search(r", [A-Z]{2,3}$", listed[0])
        one = f"{place.value}{state[0]}" if state else ""
        # Where it is in the world is read of one town: "Fall River, MA" of four there.
        unread = not forms_at(listed[0]).country and forms_at(one).country
        return replace(place, value=one if unread else listed[0], words=listed[0])
    behind = re.compile(
        rf"{re.escape(place.words)}(?=[ ,/])(?: \d{{1,2}}\b)?(?:(?: ?/ ?| and | & | or ){_TOWN})?"
        r"(?:, [A-Z]{2,3}\b)?(?: \([^()]{2,50}\))?"
        r"(?=\s*(?:[|·•.,;(]|$))"
    )
    match = next((found for line in lines if (found := behind.search(line.text))), None)
    if (
        match is None
        or match[0] == place.words
        or _SHARED.search(match[0])
        or len(match[0]) > TEXT_FIELDS["place"]["limit"]
    ):
        return place
    country = forms_at(str(place.value)).country
    read = read_place(str(place.value)).places
    region = read[0].in_full.rpartition(", ")[2] if read else ""
    values = (match[0], f"{match[0]}, {region}")
    for value in reversed(values) if match[0][-1].isdigit() and region else values:  # "Dublin 8" is in Ireland
        if country in ("", forms_at(value).country):
            return replace(place, value=value, words=match[0])
    return replace(place, words=match[0])


def printed(text: str) -> str:
    """Return a tail without the marks that joined it to its answer."""
    text = text.strip(_MARKS)
    if joined := _JOINED.match(text):
        text = text[joined.end() :].strip(_MARKS)
    text = _TRAVELLING.sub("", text).removesuffix(".")
    if text.startswith("(") and text.find(")") == len(text) - 1:
        return text[1:-1]
    return text if text.count("(") == text.count(")") else text.strip("() ")


def _cut(piece: Piece, known: list[Answered], names: frozenset[str]) -> int:
    """Where what is behind the answers of a piece begins, 0 where nothing is, or more than answers is before it."""
    here = [answer for answer in known if answer.name in _ANSWERS and answer.words in piece.text]
    if not here or any(map(has_more_words, here)) or piece.kind not in _KINDS or answers_in(piece, known, names):
        return 0
    cut = max(piece.text.index(answer.words) + len(answer.words) for answer in here)
    head, tail = piece.text[:cut], piece.text[cut:]
    if (
        len(head.split()) > _HEAD_WORDS
        or _GOES_ON.match(tail)
        or not _BEGINS.match(tail)
        or not left_of(tail, (), names)
    ):
        return 0
    return cut if answers_in(replace(piece, text=head), known, names) else 0
