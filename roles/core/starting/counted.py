"""How many places of work a text counts."""

import re

from roles.core.money.words import SIGNS

_SITES = re.compile(
    rf"(?<![\w.,{SIGNS}-])"
    r"(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:\w+ )?(?:branches|locations|sites|offices|stores|plants|restaurants|clinics|practices|shops)\b",
    re.I,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def sites_in(texts: list[str]) -> int | None:
    """Return the number of places the texts name, None where they name none or several."""
    found = {_number(match["number"]) for text in texts for match in _SITES.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.lower()]
