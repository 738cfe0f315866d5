"""The places an address names: countries, states and provinces, and cities with rules of their own.

An address is read in whole parts, "Denver, CO", never inside a word, and a two-letter code
only where it follows a city.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .text import fold

US_STATES = {
    "AL": "alabama", "AK": "alaska", "AZ": "arizona", "AR": "arkansas", "CA": "california", "CO": "colorado",
    "CT": "connecticut", "DE": "delaware", "DC": "district of columbia", "FL": "florida", "GA": "georgia",
    "HI": "hawaii", "ID": "idaho", "IL": "illinois", "IN": "indiana", "IA": "iowa", "KS": "kansas",
    "KY": "kentucky", "LA": "louisiana", "ME": "maine", "MD": "maryland", "MA": "massachusetts",
    "MI": "michigan", "MN": "minnesota", "MS": "mississippi", "MO": "missouri", "MT": "montana",
    "NE": "nebraska", "NV": "nevada", "NH": "new hampshire", "NJ": "new jersey", "NM": "new mexico",
    "NY": "new york", "NC": "north carolina", "ND": "north dakota", "OH": "ohio", "OK": "oklahoma",
    "OR": "oregon", "PA": "pennsylvania", "RI": "rhode island", "SC": "south carolina", "SD": "south dakota",
    "TN": "tennessee", "TX": "texas", "UT": "utah", "VT": "vermont", "VA": "virginia", "WA": "washington",
    "WV": "west virginia", "WI": "wisconsin", "WY": "wyoming",
}  # fmt: skip
CANADIAN_PROVINCES = {
    "AB": "alberta", "BC": "british columbia", "MB": "manitoba", "NB": "new brunswick",
    "NL": "newfoundland and labrador", "NS": "nova scotia", "NT": "northwest territories", "NU": "nunavut",
    "ON": "ontario", "PE": "prince edward island", "QC": "quebec", "SK": "saskatchewan", "YT": "yukon",
}  # fmt: skip
COUNTRY_OF = {**dict.fromkeys(US_STATES.values(), "US"), **dict.fromkeys(CANADIAN_PROVINCES.values(), "CA")}
# Cities and counties whose name alone says where they are.
UNMISTAKABLE = {
    "new york city": "new york",
    "nyc": "new york",
    "westchester county": "new york",
    "jersey city": "new jersey",
}
_CODES = {**US_STATES, **CANADIAN_PROVINCES}
_SPELLINGS = {
    "d.c.": "district of columbia",
    "washington dc": "district of columbia",
    "washington d.c.": "district of columbia",
    "washington state": "washington",
    "state of washington": "washington",
    "new york state": "new york",
    "québec": "quebec",
}
_COUNTRIES = {
    **dict.fromkeys(("us", "u.s.", "usa", "u.s.a.", "united states", "united states of america", "america"), "US"),
    "canada": "CA",
}

_GROUPS = re.compile(r"[;/|()\[\]\n]| [–—-] | or |\bwithin\b|\banywhere in\b|\bremote in\b", re.IGNORECASE)
_POSTCODE = re.compile(r"^(.*?),?\s+(\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d)$")
_ADDRESS_LIMIT = 500


@dataclass(frozen=True)
class Places:
    """What an address names. Regions and countries are in the words of this module, lower case
    and "US" or "CA"; `cities` are (city, region or "") as folded text."""

    regions: frozenset[str] = frozenset()
    cities: frozenset[tuple[str, str]] = frozenset()
    countries: frozenset[str] = frozenset()
    elsewhere: bool = False


def places_of(address: str) -> Places:
    """Return the places an address names; of alternatives ("Denver, CO; Austin, TX") all of them."""
    regions: set[str] = set()
    cities: set[tuple[str, str]] = set()
    countries: set[str] = set()
    elsewhere = False
    for group in _GROUPS.split(address[:_ADDRESS_LIMIT]):
        parts = list(_parts(group))
        if not parts:
            continue
        region, country, towns, foreign = _read(parts)
        elsewhere = elsewhere or foreign
        if region:
            regions.add(region)
            country = COUNTRY_OF[region]
        if country:
            countries.add(country)
        if not foreign:
            cities.update((town, region) for town in towns)
    return Places(frozenset(regions), frozenset(cities), frozenset(countries), elsewhere)


def _parts(group: str) -> Iterator[str]:
    for part in group.split(","):
        part = part.strip(" .\t\u00a0") if not re.search(r"[A-Za-z]\.[A-Za-z]", part) else part.strip()
        if match := _POSTCODE.match(part):
            part = match[1]
        if part:
            yield part


def _read(parts: list[str]) -> tuple[str, str, list[str], bool]:
    """Return (region, country, cities, foreign) of the parts of one address, from its end inwards.

    A name that several kinds of place share is read by what follows it: in "Ontario, CA" and
    "Delaware, Ohio" the first is a city, in "Cleveland, UK" nothing American is meant.
    """
    rest = list(parts)
    country = ""
    if len(rest) > 2 and rest[-1] == "CA" and _region_or_code(rest[-2]) in CANADIAN_PROVINCES.values():
        country = "CA"  # Toronto, Ontario, CA
        rest.pop()
    elif rest and (found := _COUNTRIES.get(fold(rest[-1]))):
        country = found
        rest.pop()
    if not rest:
        return "", country, [], False
    region = _region_or_code(rest[-1]) if len(rest) > 1 else _region(rest[-1])
    if region and country and COUNTRY_OF[region] != country:
        region = ""
    if region:
        towns = [fold(part) for part in rest[:-1]]
        if len(rest) == 2 and region == "district of columbia":
            towns = ["washington"]
        return region, country, towns, False
    if (city := fold(rest[-1])) in UNMISTAKABLE:
        return UNMISTAKABLE[city], country, [city], False
    foreign = not country and len(rest) > 1
    return "", country, [fold(part) for part in rest], foreign


def _region_or_code(part: str) -> str:
    return _CODES.get(part, "") or _region(part)


def _region(part: str) -> str:
    name = fold(part)
    name = _SPELLINGS.get(name, name)
    return name if name in COUNTRY_OF else ""


def names(places: Places, own: Iterable[str], within: str = "") -> bool:
    """Say whether the places include one called by a name of `own` (folded).

    With `within` it is a city of that region, otherwise a region.
    """
    if not within:
        return any(name in places.regions for name in own)
    return any((name, within) in places.cities for name in own)
