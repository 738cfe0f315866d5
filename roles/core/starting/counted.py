"""How many people and places a text counts."""

import re

from roles.core.limits import HEADCOUNT_MAX
from roles.core.money.words import SIGNS

_SITES = re.compile(
    rf"(?<![\w.,{SIGNS}-])"
    r"(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:\w+ )?(?:branches|locations|sites|offices|stores|plants|restaurants|clinics|practices|shops)\b",
    re.I,
)
_PEOPLE = re.compile(
    r"(?:\b(?:an?|our) (?=\d+[- ]p)|\b(?:have|employs?|there are|tribe of|team of|family of) (?:some |about |around )?"
    r"(?=\d+ )|^)(?P<number>\d{1,3})(?:[- ]person\b| (?:people|staff|employees|of us)\b)|"
    r"(?<![\w.,])(?P<us>\d{1,3}) of us\b|"
    r"\b(?:agency|company|firm|business|group) employs (?:some |about |around )?(?P<employed>\d{1,3})\b",
    re.I,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def headcount_in(texts: list[str]) -> int | None:
    """Return the number of people that "a 140-person firm" or a note that begins "30 people" gives, None for none."""
    found = {
        int(match["number"] or match["us"] or match["employed"]) for text in texts for match in _PEOPLE.finditer(text)
    }
    number = found.pop() if len(found) == 1 else 0
    return number if 1 <= number <= HEADCOUNT_MAX else None


def sites_in(texts: list[str]) -> int | None:
    """Return the number of places the texts name, None where they name none or several."""
    found = {_number(match["number"]) for text in texts for match in _SITES.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.lower()]
