"""What an owner types for whoever writes the posting, left out of it: “one is struggling (don't say)”.

A secret takes the clause it is attached to; any other note only itself, and the fact before it stays. A duty that looks
alike stays: “don't mention price to customers”. What is stored stays as typed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from .brief import TEXT_FIELDS, Brief
from .notes_wording import (
    CUE,
    LABELLED,
    SECRET_ENDS,
    SECRET_IN_BRACKETS,
    SECRET_LED,
    UNMENTIONED,
    About,
    is_note,
    is_secret,
)
from .scope import Answered
from .word_lists import words_of

# Answers that are names, are read for themselves, or may be a text of law.
_NAMES = (
    "company",
    "industry",
    "industry_name",
    "place",
    "reports_to",
    "apply_to",
    "country",
    "pay",
    "equal_opportunity",
)
_ANSWERS = tuple(name for name in TEXT_FIELDS if name not in _NAMES)
# Of the firm, where nobody is told what to do: an order there is one to the writer.
_OF_THE_FIRM = frozenset(("about", "why_now", "culture", "conditions", "benefits"))
# Of the post: whoever has it may be told not to say a thing.
_OF_THE_POST = frozenset(("own_duties", "own_required", "own_preferred"))

_BRACKETS = re.compile(r"\([^()\n]*\)|\[[^\[\]\n]*\]")
_LABEL = re.compile(r"\s*[,;:]\s+|\s[-–—]+\s")
_STOP = re.compile(r"[.!?]+(?=\s|$)|\n")
_BETWEEN = re.compile(r"[,;]\s+|\s[-–—]+\s")
_JOIN = re.compile(r"\s*(?:and|but|so|though)\b(?=\s)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORTENED = words_of("notes_to_writer", "shortened")
_LITTLE = frozenset(
    ("the", "our", "any", "that", "this", "his", "her", "their", "all", "and", "about", "was", "were", "had")
)

Span = tuple[int, int]


@lru_cache(maxsize=512)
def parted(text: str, about: About = About.BOTH) -> tuple[str, tuple[str, ...]]:
    """Return an answer without its notes to the writer, and these notes; every word is in one of the two.

    Only in an answer about the firm a bare “don't mention the tent” is a note: elsewhere the post may be told.
    """
    if not CUE.search(text.lower()):
        return text, ()
    spans = list(_with_joins(text, sorted(_spans(text, about))))
    if not spans:
        return text, ()
    kept, last = text[: spans[0][0]], spans[0][1]
    for start, end in (*spans[1:], (len(text), len(text))):
        kept, last = _glued(kept, text[last:start]), end
    lines = (line for line in kept.split("\n") if any(map(str.isalnum, line)))
    return "\n".join(lines), tuple(text[start:end].strip() for start, end in spans)


def without_notes(brief: Brief) -> Brief:
    """Return the brief as it is printed: its answers without what is meant for whoever writes the posting."""
    changed = {name: kept for name, text, (kept, _) in _parted_answers(_texts(brief)) if kept != text}
    scope = tuple(_area(item) for item in brief.scope)
    return replace(brief, scope=scope, **changed) if changed or scope != brief.scope else brief  # type: ignore[arg-type]


def left_out(answers: Mapping[str, Any]) -> list[str]:
    """Return the notes that are left out of the posting of these answers, by the fields of a Brief, as typed."""
    notes = [note for _, _, (_, found) in _parted_answers(answers) for note in found]
    return notes + [note for text in _of_areas(answers) for note in parted(text)[1]]


def still_mentioned(answers: Mapping[str, Any]) -> list[str]:
    """Return a notice for each thing that is not to be mentioned and is, somewhere else in the answers."""
    asked = [match for note in left_out(answers) if (match := UNMENTIONED.fullmatch(note.strip("()[] .!")))]
    if not asked:
        return []
    kept = [kept for _, _, (kept, _) in _parted_answers(answers)] + [parted(text)[0] for text in _of_areas(answers)]
    printed = [part.strip() for text in kept for part in _STOP.split(text) if part.strip()]
    return [
        f"You asked not to mention {match['thing']}; “{sentence}” still does."
        for match in asked
        if (thing := _meant(match["thing"]))
        for sentence in printed
        if thing <= _meant(sentence)
    ]


def _meant(words: str) -> set[str]:
    return {word.removesuffix("s") for word in _WORD.findall(words.lower())} - _LITTLE


def _about(name: str) -> About:
    return About.FIRM if name in _OF_THE_FIRM else About.POST if name in _OF_THE_POST else About.BOTH


def _texts(brief: Brief) -> dict[str, str]:
    return {name: text for name in _ANSWERS if (text := getattr(brief, name))}


def _parted_answers(answers: Mapping[str, Any]) -> Iterator[tuple[str, str, tuple[str, tuple[str, ...]]]]:
    for name in _ANSWERS:
        if text := answers.get(name):
            yield name, text, parted(text, _about(name))


def _of_areas(answers: Mapping[str, Any]) -> Iterator[str]:
    for item in answers.get("scope", ()):
        yield from filter(None, (item.name, item.target.outcome))


def _area(item: Answered) -> Answered:
    name, outcome = parted(item.name)[0], parted(item.target.outcome)[0]
    if (name, outcome) == (item.name, item.target.outcome):
        return item
    return replace(item, name=name, target=replace(item.target, outcome=outcome))


def _spans(text: str, about: About) -> Iterator[Span]:
    """Where the notes of a text are, in brackets and out of them."""
    plain = _BRACKETS.sub(lambda match: "_" * len(match[0]), text)
    sentences = list(_sentences(plain))
    clauses = [clause for sentence in sentences for clause in sentence]
    for match in _BRACKETS.finditer(text):
        inner = match[0][1:-1].strip(" .!")
        if SECRET_IN_BRACKETS.fullmatch(inner):
            yield _start_of(clauses, plain, match.start()), match.end()
        elif SECRET_IN_BRACKETS.fullmatch(_LABEL.split(inner)[0]) or SECRET_LED.match(inner) or is_note(inner, about):
            yield match.span()
    for number, sentence in enumerate(sentences):
        if is_note(text[sentence[0][0] : sentence[-1][1]], about):
            yield sentence[0][0], sentence[-1][1]
        else:
            yield from _in_sentence(plain, sentences, number, about)


def _in_sentence(text: str, sentences: list[list[Span]], number: int, about: About) -> Iterator[Span]:
    sentence = sentences[number]
    before = sentences[number - 1][-1][0] if number else None
    end = sentence[-1][1]
    for place, (start, stop) in enumerate(sentence):
        words = text[start:stop]
        if LABELLED.match(words):
            yield start, start + len(text[start:].partition("\n")[0])
            return
        is_alone = is_secret(words, about)
        if (place == 0 < len(sentence) - 1) if is_alone else SECRET_LED.match(words):
            yield start, end
            return
        if is_alone:
            follows = before is None and len(sentence) == 1 and number + 1 < len(sentences)
            first = sentence[place - 1][0] if place else start if before is None else before
            yield first, sentences[number + 1][-1][1] if follows else stop
        elif SECRET_ENDS.match(words):
            yield start, stop
        elif place and is_note(text[start:end], about):
            yield start, end
            return
        elif is_note(words, about):
            yield start, stop


def _sentences(text: str) -> Iterator[list[Span]]:
    """The clauses of each sentence of a text."""
    start = 0
    for match in (*_STOP.finditer(text), None):
        end = match.start() if match else len(text)
        if match and match[0] == "." and text[start:end].rpartition(" ")[2].lower() in _SHORTENED:
            continue
        if clauses := list(_clauses(text, start, end)):
            yield clauses
        start = match.end() if match else end


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    for match in (*_BETWEEN.finditer(text, start, end), None):
        stop = match.start() if match else end
        first = start + len(text[start:stop]) - len(text[start:stop].lstrip(" •*–—-"))
        if text[first:stop].strip():
            yield first, first + len(text[first:stop].rstrip())
        start = match.end() if match else end


def _start_of(clauses: Iterable[Span], text: str, bracket: int) -> int:
    """Where the clause begins that a bracket is attached to."""
    starts = [start for start, _ in clauses if start <= bracket]
    if len(starts) > 1 and not text[starts[-1] : bracket].strip():
        return starts[-2]
    return starts[-1] if starts else bracket


def _with_joins(text: str, spans: list[Span]) -> Iterator[Span]:
    """Spans apart from one another, each with the “and” behind it where nothing is left before that."""
    last = 0
    for number, (start, end) in enumerate(spans):
        if end <= last:
            continue
        later = max((stop for begin, stop in spans[number:] if begin <= end), default=end)
        before = text[:start].rstrip(" ")
        if (not before or before[-1] in ".!?\n") and (join := _JOIN.match(text, later)):
            later = join.end()
        yield max(start, last), later
        last = later


def _glued(left: str, right: str) -> str:
    """What is left on both sides of a note, with one mark between them."""
    left, right = left.rstrip(" "), right.lstrip(" ")
    if not left or left[-1] in ".!?\n":
        right = right.lstrip(" .,;:!?–—-")
    elif not right or right[0] in ".,;:!?\n–—-":
        left = left.rstrip(" ,;:–—-")
    apart = left and right and left[-1] != "\n" and right[0] not in ".,;:!?\n"
    return f"{left} {right}" if apart else left + right
