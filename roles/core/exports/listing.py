"""What a market wants to know of a posting besides its text."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """When the posting goes out, and the name it keeps in the employer's books ("" for none)."""

    date_posted: date
    identifier: str = ""
