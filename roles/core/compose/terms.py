"""Benefits typed in one go, as a list: “Pension, 25 days off. Van and phone” are three of them."""

import re

from roles.core.money.words import SIGNS

_BROKEN = re.compile(rf"(?<=[\w)%]{{2}})[.;]\s+(?=[A-Z0-9{SIGNS}])")
_COMMA = re.compile(r",\s+(?![^(]*\))")
# A part that begins so, or states so, goes on with the one before.
_GOES_ON = re.compile(
    r"(?:we|you|our|your|it|they|plus|if|but|which|who|with|without|paid|taken|including|up|after|once|and|or|of|not|"
    r"from|rising|then|when|where|all|both|each|for|so|subject|at|in|on|to)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:we|you|is|are|pays?|covers?|will)\b", re.IGNORECASE)
_PART_WORDS = 7
_COVER = frozenset(("health", "medical", "dental", "vision", "life", "sick"))


def listed(text: str) -> str:
    """Return benefits one a line; those typed on a single line are taken apart where each part is a thing."""
    if "\n" in text or not text:
        return text
    return "\n".join(thing for part in _BROKEN.split(text) for thing in _things(part.rstrip(";")))


def _things(part: str) -> list[str]:
    found = _COMMA.split(part)
    apart = all(len(thing.split()) <= _PART_WORDS and not _GOES_ON.match(thing) for thing in found)
    if not apart or _VERB.search(part) or _COVER.intersection(thing.lower() for thing in found[:-1]):
        return [part]
    return found
