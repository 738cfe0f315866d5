"""What an owner asks for, and what would be nice, as the lines of a list in one voice."""

import re
from collections.abc import Sequence

from . import answers
from .capitals import lowered, with_names
from .noted import is_thing
from .requirements import REQUIRED_LEAST, is_whole, led_in
from .things import is_person, noun_led_in
from .titles import without_plus

# Between two notes on one line: “Bakery. IOSH or NEBOSH”, and not behind an abbreviation.
_NOTES = re.compile(r"(?:(?<=[a-z]{4})|(?<=[A-Z]{3}))\. (?=[A-Z][\w&]*(?: (?:or|and) [A-Z]\w*)?\.?$)")


# What is as good as the thing: “OSHA 30 or will get”.
_OR_WILL = re.compile(r" or (?:will|would|can|could)\b.*")
# What they stand for is not known: “CNC” is nothing to hold.
_LETTERS = re.compile(r"[A-Z]{2,6}")
# “Bachelor of Science”
_NAMED = re.compile(r"\S+ (?:of |in |for )?[A-Z][a-z]")


def required(text: str, *, beside_ours: bool = True) -> str:
    """Return what she asks for, one a line: "run a kitchen" is "You have run a kitchen.".

    `beside_ours`: sentences of ours fill the list up where her lines are few.
    """
    lines = _noted(text)
    return _finished(in_one_voice(lines, "also need", beside_ours=beside_ours and len(lines) < REQUIRED_LEAST))


def preferred(text: str) -> str:
    """Return what would be nice, one a line; no line of ours is beside hers."""
    return _finished(in_one_voice(_noted(text), "also welcome"))


def in_one_voice(lines: Sequence[str], lead: str, *, beside_ours: bool = False) -> list[str]:
    """Return the lines as one list has them: beside a sentence with “You” the things that make none are together at
    its end, behind a lead of ours.

    `beside_ours`: sentences of ours may follow, so that even things alone are led in.
    """
    read = led_in(lines)
    if beside_ours:
        read = [line if is_whole(line) or _LETTERS.fullmatch(line) else noun_led_in(line) for line in read]
    if not beside_ours and not any(map(is_whole, read)):
        return read
    bare = [line for line in read if not is_whole(line) and is_thing(_OR_WILL.sub("", line)) and not is_person(line)]
    kept = [line for line in read if line not in bare]
    if not bare or not (beside_ours or any(map(is_whole, kept))):
        return read
    words = "; ".join(_in_a_list(line.rstrip(".")) for line in bare)
    return [*kept, f"{_LEADS[lead] if any(map(is_whole, kept)) else _ALONE}: {words}"]


_LEADS = {"also need": "You also need", "also welcome": "Also welcome"}
_ALONE = "You need"


def _in_a_list(line: str) -> str:
    return line if _NAMED.match(line) else lowered(line)


def _noted(text: str) -> list[str]:
    lines = [part for line in answers.entries(text).split("\n") if line for part in _NOTES.split(line)]
    return [with_names(without_plus(line)) for line in lines if line]


def _finished(lines: Sequence[str]) -> str:
    return "\n".join(map(answers.finished, lines))
