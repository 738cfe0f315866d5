"""A posting that somebody pasted, read: its lines with their kinds, and the facts it states with their words.

`read_posting(text)` is the way in. Pure, never raises; nothing is guessed: what was not understood is None.
"""

from .closing import on_day
from .language import language_of
from .leftovers import is_leftover
from .plain import plain_text
from .posting import (
    Applying,
    LineKind,
    PostingLine,
    PostingRead,
    ReadSection,
    Run,
    Stated,
    StatedDay,
    StatedFacts,
    StatedPay,
    Way,
)
from .read import facts_of_document, read_posting
from .relative_days import RelativeDay

# The role of a document that was pasted.
PASTED = "pasted"

__all__ = [
    "PASTED",
    "Applying",
    "LineKind",
    "PostingLine",
    "PostingRead",
    "ReadSection",
    "RelativeDay",
    "Run",
    "Stated",
    "StatedDay",
    "StatedFacts",
    "StatedPay",
    "Way",
    "facts_of_document",
    "is_leftover",
    "language_of",
    "on_day",
    "plain_text",
    "read_posting",
]
