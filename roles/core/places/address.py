"""A place as a postal address has it: town, region, country; as far as the owner's line surely names them.

Job search wants the country. Of a line that is unsure, or is no single address, the whole stays as the
town, and nothing is guessed.
"""

import re

from roles.core.folding import fold

from .names import COUNTRIES
from .place import Place
from .reading import read_place
from .regions import FEDERAL, names_mean
from .spelling import plain

_SEVERAL = re.compile(r"[;/|()\[\]\n]| [–—-] | (?:or|and|&) ")
_MOST_PARTS = 3


def postal(written: str) -> dict[str, str]:
    """Return schema.org's properties of a PostalAddress for a place such as "Leeds, UK" or "Columbus, Ohio".

    The country is in two letters after ISO 3166-1, a state or province in its own code.
    """
    reading = read_place(written)
    parts = [part.strip() for part in written.split(",")]
    one = reading.sure and len(reading.places) == 1 and reading.places[0].country
    if not one or not all(parts) or len(parts) > _MOST_PARTS or (_SEVERAL.search(written) and reading.places[0].town):
        return {"addressLocality": written}
    place = reading.places[0]
    # With a number in it, such as a postcode, the line stays whole as the town.
    town = written if any(char.isdigit() for char in written) else place.town
    named = {"addressLocality": town, "addressRegion": _region(place, parts), "addressCountry": place.country}
    return {name: value for name, value in named.items() if value}


def _region(place: Place, parts: list[str]) -> str:
    """The code of a state or province; elsewhere the county or region as the line has it between two others."""
    if place.country in FEDERAL:
        return place.region
    return parts[1] if len(parts) == _MOST_PARTS and names_mean(plain(parts[1])) else ""


def country_at_end(written: str) -> str:
    """Return the ISO 3166-1 code of the country a line ends in by its English name, "" for none."""
    end = fold(written).rpartition(",")[2].strip(" .")
    return COUNTRIES.get(end) or COUNTRIES.get(f"{end}.", "")
