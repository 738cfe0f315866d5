"""What an owner lists in an answer, as a sentence of prose has it: behind “decisions on”, behind “you can”, or before
“report to you”. Where her words would not read there the answer is "", and a colon introduces them as typed."""

import re

from . import answers
from .capitals import lowered
from .things import is_thing
from .titles import led_in_full
from .word_lists import words_of

_BETWEEN = re.compile(r",\s+(?:and\s+)?(?![^(]*\))|\s+(?:and|&)\s+(?![^(]*\))")
_ASKED = re.compile(r"(?:who|what|which|when|where|how|whether)\b(?! (?:can|may|will|is|are)\b)", re.IGNORECASE)
_WHATEVER = re.compile(r"(?:anything|everything|whatever|almost everything|most things)\b", re.IGNORECASE)
_SUM = re.compile(r"\d[\d.,]*")
_NO_LIST = re.compile(r"[:;()\n]|\. ")
_NOT_ON = re.compile(r"(?:decisions?|anything|everything|nothing|on|about|to|within|as|if|but|up|most|me|you)\b", re.I)
# People joined as a sentence lists them, each counted or with an article: “the buyer, 3 site managers and the QS”.
_EACH = re.compile(r"(?:the|our|an?|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s\S", re.IGNORECASE)


def decided(text: str) -> str:
    """Return what somebody decides as it reads after “decisions on”: things and questions, "" for anything else."""
    words = answers.several(text)
    parts = [part.strip() for part in _BETWEEN.split(words)]
    if _NO_LIST.search(words) or not all(_reads_after_on(part) for part in parts):
        return ""
    return lowered(words)


def kept(text: str) -> str:
    """Return what stays with an owner as it reads behind a colon; further sentences begin with a capital."""
    return re.sub(r"(?<=\w\. )[a-z]", lambda first: first[0].upper(), lowered(answers.several(text)))


def names_sum(text: str, limit: str) -> bool:
    """Return whether what somebody decides names the sum that they may spend."""
    figures = _SUM.findall(limit)
    return bool(figures) and set(figures) <= set(_SUM.findall(text))


def allowed(text: str) -> str:
    """Return what somebody may do as it reads after “you can”: "hire staff, order stock", "" for anything else."""
    words = answers.begun_small(answers.several(text))
    if _WHATEVER.match(words) and not _NO_LIST.search(words):
        return f"decide {words[0].lower()}{words[1:]}"
    parts = [part.strip() for part in _BETWEEN.split(words)]
    if _NO_LIST.search(words) or not all(_is_order(part) for part in (parts[0], parts[-1])):
        return ""
    first, comma, last = words.rpartition(", ")
    words = f"{first}, and {last}" if comma and " and " not in last else words
    return words[0].lower() + words[1:]


def listed_led(text: str, led: str) -> str:
    """Return several who report to a post as what begins a sentence, "" where a part is no person or group of them.

    `text` is the answer as a phrase and `led` as it reads after “leads”.
    """
    if "," not in text:
        return ""
    if plain := led_in_full(text):
        return plain
    parts = [part.strip() for part in _BETWEEN.split(led)]
    joined = re.search(r"\sand\s[^,]*$", led)
    if _NO_LIST.search(led) or not joined or not all(_EACH.match(part) for part in parts):
        return ""
    return led[0].upper() + led[1:]


def _reads_after_on(part: str) -> bool:
    return bool(_ASKED.match(part)) or (is_thing(part) and not _NOT_ON.match(part))


def _is_order(part: str) -> bool:
    first, _, rest = part.partition(" ")
    return first.lower() in words_of("verbs", "orders") and not (rest and is_thing(part))
