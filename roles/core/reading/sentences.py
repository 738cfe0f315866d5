"""Sentences of a text, in time linear in its length, whatever the text."""

import re
from collections.abc import Iterator

from roles.core.dates import MONTH_BEHIND

from .wordlists import groups

# Begun only at the first mark of a run, so that a million full stops are read once. One without a space behind
# it ends a sentence where a word in small letters is before it and one with a capital behind: "bakeries.You".
_STOP = re.compile(r"(?<![.!?…。؟])[.!?…。؟]++[\"”’')\]]*+(?=\s)|\n|(?<=[a-zß-öø-ÿ]{3})[.!?](?=[A-Z][a-z'’]*[ ,])")
_GOES_ON = re.compile(r"\s(?:but|and|or|though|because)\b")  # "Sailing not required!! but you will hear of it"
# A stop after these does not end a sentence.
_ABBREVIATIONS = frozenset(groups("abbreviations")["an abbreviation"])
_WEEKDAYS = frozenset({"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"})


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of each sentence; a line break ends one, an abbreviation does not."""
    start = 0
    for match in _STOP.finditer(text):
        if match[0].startswith(".") and _abbreviated(text, match.start()):
            continue
        if match[0].startswith("!") and _GOES_ON.match(text, match.end()):
            continue
        if text[start : match.end()].strip():
            yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _abbreviated(text: str, stop: int) -> bool:
    last = text[max(stop - 12, 0) : stop].split()
    if not last:
        return False
    if last[-1].isdigit() and len(last[-1]) <= 2 and MONTH_BEHIND.match(text, stop + 1):
        return True
    if last[-1].lower() in _WEEKDAYS and (MONTH_BEHIND.match(text, stop + 1) or text[stop + 2 : stop + 3].isdigit()):
        return True  # "before Sat. Dec. 12th"
    return last[-1].lower().lstrip("(") in _ABBREVIATIONS
