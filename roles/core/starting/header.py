"""Lines that the facts of a posting print: the name of the business and its place at the head of an old text."""

import re
from dataclasses import replace

from roles.core.compose.brief import Brief
from roles.core.folding import fold

from .account import Became
from .answers import QUESTIONS
from .start import Extra, Start

_WORD = re.compile(r"\w+")
_NAME_LENGTH = 8


def without_header(start: Start, brief: Brief) -> tuple[Start, Brief]:
    """Return both without lines of hers that are no more than the name of the business and its place."""
    known = frozenset(_WORD.findall(fold(f"{brief.company} {brief.place}")))

    def is_header(line: str) -> bool:
        begins = fold(line).startswith(fold(brief.company)[:_NAME_LENGTH])
        return begins and known.issuperset(_WORD.findall(fold(line)))

    entries, extras = list(start.entries), []
    for place, entry in enumerate(entries):
        if len(entry.lines) == 1 and is_header(entry.text):
            entries[place] = replace(entry, became=Became.ANSWER, lines=(), section="", place=QUESTIONS["company"])
    for extra in start.extras:
        lines = tuple(line for line in extra.lines if not is_header(line))
        extras += [replace(extra, lines=lines)] if lines else []
    about = "\n".join(line for line in brief.about.split("\n") if not is_header(line))
    return replace(start, entries=tuple(entries), extras=tuple(extras)), replace(brief, about=about)


def with_led(start: Start, opening: str) -> Start:
    """Return the start with whom the role leads as her own sentence, where no sentence of ours is to say it."""
    entries, extras = list(start.entries), list(start.extras)
    for place, (entry, fields) in enumerate(zip(start.entries, start.fields, strict=True)):
        if fields == ("leads",) and entry.became is Became.ANSWER:
            entries[place] = replace(entry, became=Became.KEPT, section=opening, lines=(entry.text,))
            extras.append(Extra(opening, "", (entry.text,)))
    return replace(start, entries=tuple(entries), extras=tuple(extras))
