"""The title of an advert, which is over its posting, once: without lines below that only label it again."""

import re
from collections.abc import Iterable
from dataclasses import replace

from .account import Became, Entry
from .answers import QUESTIONS
from .her_head import behind_title
from .her_sections import HerSection

_LABEL = re.compile(
    r"\W*(?:the )?(?:(?:job|position|role|post|vacancy|working) ?)?(?:title|position|role|vacancy|post|job)"
    r"(?:\s*[:|\t]|\s+[-–—])\s*",
    re.IGNORECASE,
)
# What goes on behind a title without being a part of it: "(full time)", "| Hereford".
_ENDS = re.compile(r"\s*(?:$|[(|·•,;.\t]|[-–—]\s)")


def titled_once(entries: list[Entry], order: Iterable[HerSection], title: str) -> list[Entry]:
    """Return the entries, those of lines like "Position: Director of Operations (full time)" with what they add."""
    entries = list(entries)
    for section in order:
        lines = [line.parts[0] for line in section.lines if len(line.parts) == 1]
        for number in lines:
            entry = entries[number]
            label = _LABEL.match(entry.text)
            value = entry.text[label.end() :].strip() if label and entry.lines else ""
            if value and _is_title(value, title):
                rest = behind_title(value, title, (entries[other].text for other in lines if other != number))
                place = QUESTIONS["title"]
                entries[number] = replace(entry, became=Became.ANSWER, place=place, lines=(rest,) * bool(rest))
    return entries


def _is_title(value: str, title: str) -> bool:
    """Whether a value is the title, or the beginning of it, with nothing behind it that makes it another one."""
    short, whole = (value, title) if len(value) < len(title) else (title, value)
    begins = whole.casefold().startswith(short.casefold())
    several = " " in short or short == whole  # "Director" alone is no title of these
    return begins and several and bool(_ENDS.match(whole, len(short)))
