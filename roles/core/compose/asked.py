"""What an owner asks for, and what would be nice, as the lines of a list in one voice."""

import re
from collections.abc import Sequence

from . import answers
from .capitals import with_names
from .requirements import in_one_voice
from .titles import without_plus

# Between two notes on one line: “Bakery. IOSH or NEBOSH”, and not behind an abbreviation.
_NOTES = re.compile(r"(?:(?<=[a-z]{4})|(?<=[A-Z]{3}))\. (?=[A-Z][\w&]*(?: (?:or|and) [A-Z]\w*)?\.?$)")


def as_list(text: str) -> str:
    """Return what she asks for or would like, one a line: "run a kitchen" is "You have run a kitchen." where each of
    her lines can be read so, and as typed where one cannot."""
    return "\n".join(map(answers.finished, in_one_voice(_noted(text))))


def _noted(text: str) -> Sequence[str]:
    lines = [part for line in answers.entries(text).split("\n") if line for part in _NOTES.split(line)]
    return [with_names(without_plus(line)) for line in lines if line]
