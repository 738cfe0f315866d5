"""A place as a postal address has it: town, region, country; as far as the owner's line says so.

Job search wants the country. It is read where the line plainly ends in a state, a province
or a country; of anything else the line stays whole, and nothing is guessed.
"""

import re

from roles.core.places import CANADIAN_PROVINCES, US_STATES, places_of

_CODE_OF = {name: code for codes in (US_STATES, CANADIAN_PROVINCES) for code, name in codes.items()}
_NORTH_AMERICA = {"us", "u.s.", "usa", "u.s.a.", "united states", "united states of america", "canada"}
# ISO 3166-1, by the names a line may end in.
_COUNTRIES = {
    **dict.fromkeys(("uk", "u.k.", "gb", "united kingdom", "great britain"), "GB"),
    **dict.fromkeys(("england", "scotland", "wales", "northern ireland"), "GB"),
    "ireland": "IE",
    "france": "FR",
    "germany": "DE",
    "deutschland": "DE",
    "austria": "AT",
    "österreich": "AT",
    "switzerland": "CH",
    "schweiz": "CH",
    "spain": "ES",
    "españa": "ES",
    "portugal": "PT",
    "italy": "IT",
    "italia": "IT",
    "netherlands": "NL",
    "the netherlands": "NL",
    "belgium": "BE",
    "luxembourg": "LU",
    "denmark": "DK",
    "sweden": "SE",
    "norway": "NO",
    "finland": "FI",
    "iceland": "IS",
    "poland": "PL",
    "czechia": "CZ",
    "czech republic": "CZ",
    "slovakia": "SK",
    "slovenia": "SI",
    "hungary": "HU",
    "romania": "RO",
    "bulgaria": "BG",
    "greece": "GR",
    "croatia": "HR",
    "serbia": "RS",
    "estonia": "EE",
    "latvia": "LV",
    "lithuania": "LT",
    "ukraine": "UA",
    "turkey": "TR",
    "türkiye": "TR",
    "cyprus": "CY",
    "malta": "MT",
    "israel": "IL",
    "united arab emirates": "AE",
    "uae": "AE",
    "saudi arabia": "SA",
    "qatar": "QA",
    "egypt": "EG",
    "morocco": "MA",
    "tunisia": "TN",
    "nigeria": "NG",
    "kenya": "KE",
    "ghana": "GH",
    "south africa": "ZA",
    "india": "IN",
    "pakistan": "PK",
    "bangladesh": "BD",
    "sri lanka": "LK",
    "china": "CN",
    "hong kong": "HK",
    "taiwan": "TW",
    "japan": "JP",
    "south korea": "KR",
    "singapore": "SG",
    "malaysia": "MY",
    "indonesia": "ID",
    "thailand": "TH",
    "vietnam": "VN",
    "philippines": "PH",
    "australia": "AU",
    "new zealand": "NZ",
    "mexico": "MX",
    "méxico": "MX",
    "brazil": "BR",
    "brasil": "BR",
    "argentina": "AR",
    "chile": "CL",
    "colombia": "CO",
    "peru": "PE",
    "costa rica": "CR",
    "panama": "PA",
}
_SEVERAL = re.compile(r"[;/|()\[\]\n]| [–—-] | (?:or|and|&) ")


def postal(written: str) -> dict[str, str]:
    """Return schema.org's properties of a PostalAddress for a place such as "Leeds, UK" or "Columbus, Ohio".

    The country is in two letters after ISO 3166-1, a state or province in its own two.
    """
    parts = [part.strip() for part in written.split(",")]
    if len(parts) > 3 or not all(parts) or _SEVERAL.search(written):
        return {"addressLocality": written}
    read, end = places_of(written), parts[-1].casefold()
    if read.elsewhere and not (read.regions or read.countries) and end in _COUNTRIES:
        return _address(written, parts[:-1][:1], ", ".join(parts[1:-1]), _COUNTRIES[end])
    if read.elsewhere or len(read.countries) != 1 or len(read.regions) > 1:
        return {"addressLocality": written}
    region, (country,) = next(iter(read.regions), ""), read.countries
    towns = parts[:-1] if end in _NORTH_AMERICA else parts
    if region and towns and (len(towns) > 1 or not places_of(towns[0]).cities):
        towns = towns[:-1]  # its last part is the region
    return _address(written, towns, _CODE_OF.get(region, ""), country)


def _address(written: str, towns: list[str], region: str, country: str) -> dict[str, str]:
    """Only what is there. A line with a number in it, such as a postcode, stays whole as the town."""
    town = written if any(char.isdigit() for char in written) else ", ".join(towns)
    named = {"addressLocality": town, "addressRegion": region, "addressCountry": country}
    return {name: value for name, value in named.items() if value}
