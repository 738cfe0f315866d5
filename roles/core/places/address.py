"""A place as a postal address has it: town, region, country; as far as the owner's line says so.

Job search wants the country. It is read where the line plainly ends in a state, a province
or a country; of anything else the line stays whole, and nothing is guessed.
"""

import re

from roles.core.folding import fold

from .names import CODE_OF_REGION, COUNTRIES, NORTH_AMERICA, OWN_NAMES
from .reading import places_of

# What a line may end in; of the codes only one that is no state's and is written like a name.
_COUNTRY_AT_END = {**COUNTRIES, **OWN_NAMES, "gb": "GB"}
_SEVERAL = re.compile(r"[;/|()\[\]\n]| [–—-] | (?:or|and|&) ")


def postal(written: str) -> dict[str, str]:
    """Return schema.org's properties of a PostalAddress for a place such as "Leeds, UK" or "Columbus, Ohio".

    The country is in two letters after ISO 3166-1, a state or province in its own two.
    """
    parts = [part.strip() for part in written.split(",")]
    if len(parts) > 3 or not all(parts) or _SEVERAL.search(written):
        return {"addressLocality": written}
    read, end = places_of(written), parts[-1].casefold()
    if read.elsewhere and not (read.regions or read.countries) and end in _COUNTRY_AT_END:
        return _address(written, parts[:-1][:1], ", ".join(parts[1:-1]), _COUNTRY_AT_END[end])
    if read.elsewhere or len(read.countries) != 1 or len(read.regions) > 1:
        return {"addressLocality": written}
    region, (country,) = next(iter(read.regions), ""), read.countries
    towns = parts[:-1] if COUNTRIES.get(end) in NORTH_AMERICA else parts
    if region and towns and (len(towns) > 1 or not places_of(towns[0]).cities):
        towns = towns[:-1]  # its last part is the region
    return _address(written, towns, CODE_OF_REGION.get(region, ""), country)


def country_at_end(written: str) -> str:
    """Return the ISO 3166-1 code of the country a line ends in by its English name, "" for none."""
    end = fold(written).rpartition(",")[2].strip(" .")
    return COUNTRIES.get(end) or COUNTRIES.get(f"{end}.", "")


def _address(written: str, towns: list[str], region: str, country: str) -> dict[str, str]:
    """Only what is there. A line with a number in it, such as a postcode, stays whole as the town."""
    town = written if any(char.isdigit() for char in written) else ", ".join(towns)
    named = {"addressLocality": town, "addressRegion": region, "addressCountry": country}
    return {name: value for name, value in named.items() if value}
