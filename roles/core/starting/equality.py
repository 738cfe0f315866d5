"""What a text states on equality: whether it offers anything, or has no more than the phrase."""

import re
from collections.abc import Iterable

_WORDS = 14
_OFFERS = re.compile(
    r"\b(?:adjust|accommodat|disab|veteran|support|contact|let us|tell us|encourag|welcom|regard)", re.IGNORECASE
)


def is_bare(texts: Iterable[str]) -> bool:
    """Return whether texts only have that one is an employer of equal opportunity, and offer nothing."""
    joined = " ".join(texts)
    return 0 < len(joined.split()) <= _WORDS and not _OFFERS.search(joined)
