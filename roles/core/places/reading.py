"""The places an address names: countries, states and provinces, and cities with rules of their own.

An address is read in whole parts, "Denver, CO", never inside a word, and a two-letter code
only where it follows a city. A name that could be several places ("Columbus", "Washington")
is not guessed: an address of which nothing is read says so by `unread`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roles.core.folding import fold

from .names import (
    ABBREVIATIONS,
    ABROAD,
    CANADIAN_PROVINCES,
    CITIES,
    CITIES_ELSEWHERE,
    CODES_ELSEWHERE,
    COUNTRIES,
    COUNTRY_OF,
    ELSEWHERE,
    NORTH_AMERICA,
    OWN_NAMES,
    REGION_OF_CODE,
    SPELLINGS,
)

# Two large places share it, and both have rules: alone it names neither.
_AMBIGUOUS = "washington"
# A continent's name as well, and so not among the countries a postal address may end in.
_CONTINENT = {"america": "US"}
_HERE = {name: code for name, code in COUNTRIES.items() if code in NORTH_AMERICA} | _CONTINENT
_ELSEWHERE = ELSEWHERE | OWN_NAMES.keys() | (COUNTRIES.keys() - _HERE.keys())

_GROUPS = re.compile(r"[;/|()\[\]\n]| [–—-] | or |(?i:\bwithin\b|\banywhere in\b|\bremote in\b|\bremote from\b)")
_CODE = r"\d{5}(?:-\d{4})?|(?<=(?:NSW|VIC|QLD|TAS) )\d{4}|[A-Z]\d[A-Z]\s?\d[A-Z]\d"
_POSTCODE = re.compile(rf"^(?:(.*?),?\s+)?(?:{_CODE})$")
_BRITISH_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$")
# "Denver CO", "ON Canada", "Leeds UK": in capitals, as "in" and "us" are words.
_WITHOUT_COMMA = re.compile(r"^(.*\S)\s+([A-Z]{2}|NSW|VIC|QLD|TAS|USA|United States|Canada)$")
_AROUND_A_NAME = re.compile(
    r"^(?:(?:fully |100% )?remote |greater |in |the )*|"
    r"(?: metro(?:politan)?(?: area)?| area| only|[ -]based| remote)$"
)
_ADDRESS_LIMIT = 500


@dataclass(frozen=True)
class Places:
    """What an address names. Regions and countries are in the words of this module, lower case
    and "US" or "CA"; `cities` are (city, region or "") as folded text; `elsewhere` is whether
    another country is named."""

    regions: frozenset[str] = frozenset()
    cities: frozenset[tuple[str, str]] = frozenset()
    countries: frozenset[str] = frozenset()
    elsewhere: bool = False

    @property
    def unread(self) -> bool:
        """Whether neither a region nor any country was recognised."""
        return not (self.regions or self.countries or self.elsewhere)

    def includes(self, own: Iterable[str], within: str = "") -> bool:
        """Whether a name of `own` (folded) is among them: a city of the region `within`, or else a region."""
        if not within:
            return any(name in self.regions for name in own)
        return any((name, within) in self.cities for name in own)


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
        ends: list[str] = []
        while True:
            if match := _POSTCODE.match(part):
                part = match[1] or ""
            elif (match := _WITHOUT_COMMA.match(part)) and _names_a_place(match[2]):
                part = match[1].rstrip(" ,")
                ends.append(match[2])
            else:
                break
        yield from (name for name in (part, *reversed(ends)) if name)


def _names_a_place(end: str) -> bool:
    return end in REGION_OF_CODE or end in CODES_ELSEWHERE or fold(end) in _HERE


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
    elif found := _HERE.get(_plain(rest[-1])):
        country = found
        rest.pop()
    if not rest:
        return "", country, [], False
    if not country and (_plain(rest[-1]) in _ELSEWHERE or rest[-1] in CODES_ELSEWHERE):
        return "", "", [], True
    if _BRITISH_POSTCODE.search(rest[-1]):
        return "", "", [], True
    region = _region_or_code(rest[-1]) if len(rest) > 1 else _region(rest[-1])
    if region and country and COUNTRY_OF[region] != country:
        region = ""
    if region == fold(rest[0]) == _AMBIGUOUS and not country and len(rest) == 1:
        region = ""
    if region:
        towns = [_plain(part) for part in rest[:-1]]
        if any(town in ABROAD.get(region, ()) for town in towns) and not country:
            return "", "", [], True
        if rest[-1] == "CA" and (province := CITIES.get(towns[-1], "")) in CANADIAN_PROVINCES.values():
            region, country = province, "CA"  # Toronto, CA
        if region == "district of columbia" and len(rest) <= 2:
            towns = ["washington"]
        return region, country, towns, False
    city = _plain(rest[-1])
    if not country and city in CITIES_ELSEWHERE:
        return "", "", [], True
    if (own := CITIES.get(city)) and country in ("", COUNTRY_OF[own]):
        return own, country, [city], False
    return "", country, [_plain(part) for part in rest], False


def _plain(name: str) -> str:
    """Return the name folded, without what people put around it: "the US only", "Greater Boston Area"."""
    folded = fold(name)
    return _AROUND_A_NAME.sub("", folded) or folded


def _region_or_code(part: str) -> str:
    code = part.strip(".")
    return REGION_OF_CODE.get(code.upper(), "") or ABBREVIATIONS.get(fold(code), "") or _region(part)


def _region(part: str) -> str:
    if part == "DC":
        return "district of columbia"
    for name in (fold(part), _plain(part)):
        name = SPELLINGS.get(name, name)
        if name in COUNTRY_OF:
            return name
    return ""
