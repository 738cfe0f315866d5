"""What a text states on equality: whether it offers anything, or has no more than the phrase."""

import re
from collections.abc import Iterable

_WORDS = 14
_OFFERS = re.compile(
    r"\b(?:adjust|accommodat|disab|veteran|support|contact|let us|tell us|encourag|welcom|regard)", re.IGNORECASE
)
_EQUALITY = re.compile(
    r"\baccommodations? for (?:people|persons|applicants|candidates) with disabilit|\bequal[ -]opportunit|"
    r"\b(?:welcomes?|encourages?) (?:applications|candidates|applicants) (?:from|of) (?:all|every|any|people)\b|"
    r"\bdisability confident\b|\bpeople are (?:strongly |warmly )?encouraged to apply\b",
    re.IGNORECASE,
)


def is_of_equality(text: str) -> bool:
    """Return whether a sentence is on equal treatment of those who apply."""
    return bool(_EQUALITY.search(text))


def is_bare(texts: Iterable[str]) -> bool:
    """Return whether texts only have that one is an employer of equal opportunity, and offer nothing."""
    joined = " ".join(texts)
    return 0 < len(joined.split()) <= _WORDS and not _OFFERS.search(joined)
