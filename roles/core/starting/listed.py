"""What is given in one sentence as the lines of a list: "25 days, pension (5%) and a phone" is three."""

import re
from collections.abc import Iterator

from roles.core.money.words import SIGNS

from .times import is_of_times

_PART_WORDS = 14
_LEAST = 3
_FEW = 3
_PHRASE_WORDS = 6
_BETWEEN = re.compile(r"(?:[,;]\s+(?:(?:and|plus|&)\s+)?|\s+\+\s+(?!bank\b))(?![^(]*\))")
_LAST_AND = re.compile(r"\s+and\s+(?![^(]*\))")
_LEAD_IN = re.compile(
    r"(?:in addition to the above|base as (?:shown|above)|we offer|our benefits include|benefits include|"
    r"(?:with )?benefits including|benefits|"
    r"package|perks|also)\s*[:,]?\s+(?=\S)",
    re.IGNORECASE,
)
# Cover that is listed in one breath: "medical, dental and vision".
_COVER = re.compile(
    r"(?:\w+ )?(?:medical|health|dental|vision|life)(?: (?:insurance|cover|and vision|and dental)\b.*)?", re.I
)
# A clause that is no thing given: it belongs to what is before it.
_CLAUSE = re.compile(
    r"(?:we|you|they|it|which|who|so|but|though|although|because|if|when|where|as|or|nobody|no|then|of|in|on|"
    r"with|for|subject|depending|dependent|including|incl)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:its|it['’]s|it|this|that|there|there['’]s|they['’]re|i|i['’]m)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\W?\d[\d.,]*k?", re.IGNORECASE)
_GIVEN = re.compile(rf"(?:a|an|the|our|free|paid|\\d|[{SIGNS}])", re.IGNORECASE)
_HOLIDAYS = re.compile(r"\b(?:hols?|holidays?|leave|pto|vacation)\b", re.IGNORECASE)
_BENEFIT = re.compile(
    r"\b(?:hols?|holidays?|leave|pto|vacation|health|dental|pension|super|401\(?k\)?|insurance|bonus|van|car|phone)\b",
    re.I,
)
_HEAD = re.compile(rf"^[^\w(\"'“‘«{SIGNS}#@+-]+")


def listed(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each thing given as a line, with whether it is about when and where the work is done.

    A sentence that is no list is one line, without a stop where it is a phrase.
    """
    if (lead_in := _LEAD_IN.match(text)) and (lead_in[0].lower().startswith("base") or _is_list(text[lead_in.end() :])):
        text = text[lead_in.end() :]
    text = _HEAD.sub("", text) or text
    if len(text.split()) <= _PHRASE_WORDS:
        text = text.removesuffix(".")
    if not _is_list(text):
        yield text, is_of_times(text) and not _HOLIDAYS.search(text)
        return
    for part in _joined(_parts(text)):
        line = part.strip(" ,;.").removeprefix("and ").removeprefix("plus ")
        if line:
            yield line, is_of_times(line)


def _cut(text: str) -> list[str]:
    """The text between its commas; "£45k + bonus" is one."""
    parts = _BETWEEN.split(text.removesuffix("."))
    if _AMOUNT.fullmatch(parts[0]) and (match := re.match(r"\s*\+\s*", text[len(parts[0]) :])):
        parts[:2] = [f"{parts[0]}{match[0]}{parts[1]}"]
    return parts


def _parts(text: str) -> list[str]:
    parts = _cut(text)
    last = _LAST_AND.split(parts[-1], maxsplit=1)
    # "…, phone and laptop": the last two; "health and dental" are one.
    apart = len(parts) > 1 and len(last) > 1 and not is_of_times(parts[-1]) and "(" not in parts[-1]
    if apart and _GIVEN.match(last[1]) and not _COVER.fullmatch(last[0]):
        parts[-1:] = last
    return parts


def _is_list(text: str) -> bool:
    parts = _parts(text)
    if any(_PRONOUN.match(part) for part in parts) or re.search(r"[.!?]\s+[A-Z]", text.removesuffix(".")):
        return False
    if len(parts) < _LEAST and is_of_times(parts[0]):
        return False
    if (
        len(parts) == _LEAST - 1
        and not text.endswith(".")
        and all(_BENEFIT.search(part) and not _CLAUSE.match(part) for part in parts)
    ):
        return True
    first_words = len(parts[0].split())
    if (
        len(parts) == _LEAST - 1
        and " + " not in text
        and all(len(part.split()) <= _FEW for part in parts)
        and not _CLAUSE.match(parts[1])
    ):
        return True
    added = " + " in text or "; " in text or ", plus " in text
    return len(parts) >= _LEAST - added and first_words <= _PART_WORDS


def _joined(parts: list[str]) -> Iterator[str]:
    """Yield the parts, a clause with what it is about and cover that goes together as one."""
    before = ""
    for part in parts:
        goes_on = before and (_CLAUSE.match(part) or (_COVER.fullmatch(before.split(", ")[-1]) and _COVER.match(part)))
        if before and not goes_on:
            yield before
            before = part
        else:
            before = f"{before}, {part}" if before else part
    if before:
        yield before
