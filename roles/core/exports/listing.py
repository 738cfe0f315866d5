"""What a posting goes out with besides its text."""

from dataclasses import dataclass, field
from datetime import date

from .brand import Brand


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """When the posting goes out, the name it keeps in the employer's books ("" for none), its employer's look."""

    date_posted: date
    identifier: str = ""
    brand: Brand = field(default_factory=Brand)
