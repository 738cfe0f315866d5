"""The places an address names: countries, states and provinces, and cities with rules of their own.

An address is read in whole parts, "Denver, CO", never inside a word, and a two-letter code
only where it follows a city. A name that could be several places ("Columbus", "Washington")
is not guessed: an address of which nothing is read says so by `unread`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roles.core.folding import fold

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
# Cities and counties whose name alone says where they are. Not here are those that share it with
# a large one elsewhere: Columbus, Cleveland, Portland, Vancouver, London, Washington.
UNMISTAKABLE = {
    **dict.fromkeys(
        ("new york city", "nyc", "manhattan", "brooklyn", "bronx", "the bronx", "staten island", "harlem",
         "long island city", "westchester county", "white plains", "yonkers", "buffalo"), "new york",
    ),
    **dict.fromkeys(("los angeles", "san francisco", "san diego", "sacramento", "silicon valley"), "california"),
    **dict.fromkeys(("denver", "colorado springs"), "colorado"),
    **dict.fromkeys(("dallas", "houston", "austin", "san antonio"), "texas"),
    **dict.fromkeys(("toronto", "mississauga", "ottawa"), "ontario"),
    **dict.fromkeys(("montreal", "montréal"), "quebec"),
    "jersey city": "new jersey", "chicago": "illinois", "boston": "massachusetts", "seattle": "washington",
    "minneapolis": "minnesota", "honolulu": "hawaii", "baltimore": "maryland", "philadelphia": "pennsylvania",
    "pittsburgh": "pennsylvania", "atlanta": "georgia", "miami": "florida", "detroit": "michigan",
    "phoenix": "arizona", "las vegas": "nevada", "calgary": "alberta", "washington dc": "district of columbia",
}  # fmt: skip
_CODES = {**US_STATES, **CANADIAN_PROVINCES}
# Read only behind a city and a comma, without the stop.
_ABBREVIATIONS = {
    "ala": "alabama", "ariz": "arizona", "ark": "arkansas", "calif": "california", "colo": "colorado",
    "conn": "connecticut", "del": "delaware", "fla": "florida", "ill": "illinois", "ind": "indiana",
    "kan": "kansas", "mass": "massachusetts", "mich": "michigan", "minn": "minnesota", "miss": "mississippi",
    "mont": "montana", "neb": "nebraska", "nev": "nevada", "n.h": "new hampshire", "n.j": "new jersey",
    "n.m": "new mexico", "n.y": "new york", "n.c": "north carolina", "n.d": "north dakota", "okla": "oklahoma",
    "ore": "oregon", "penn": "pennsylvania", "r.i": "rhode island", "s.c": "south carolina", "s.d": "south dakota",
    "tenn": "tennessee", "tex": "texas", "wash": "washington", "w.va": "west virginia", "wis": "wisconsin",
    "wyo": "wyoming", "ont": "ontario", "que": "quebec", "b.c": "british columbia", "alta": "alberta",
}  # fmt: skip
_SPELLINGS = {
    "d.c.": "district of columbia",
    "washington dc": "district of columbia",
    "washington d.c.": "district of columbia",
    "washington state": "washington",
    "state of washington": "washington",
    "new york state": "new york",
    "québec": "quebec",
}
# Two large places share it, and both have rules: alone it names neither.
_AMBIGUOUS = "washington"
_COUNTRIES = {
    **dict.fromkeys(("us", "u.s.", "usa", "u.s.a.", "united states", "united states of america", "america"), "US"),
    "canada": "CA",
}
# Countries whose rules are not ours to check. Codes that are a state's as well (DE, CO) are not here.
_ELSEWHERE = {
    "uk", "u.k.", "united kingdom", "great britain", "england", "scotland", "wales", "northern ireland",
    "ireland", "france", "germany", "deutschland", "austria", "österreich", "switzerland", "schweiz", "spain",
    "españa", "portugal", "italy", "italia", "netherlands", "the netherlands", "belgium", "luxembourg",
    "denmark", "sweden", "norway", "finland", "iceland", "poland", "czechia", "czech republic", "slovakia",
    "slovenia", "hungary", "romania", "bulgaria", "greece", "croatia", "serbia", "estonia", "latvia",
    "lithuania", "ukraine", "turkey", "türkiye", "cyprus", "malta", "israel", "united arab emirates", "uae",
    "saudi arabia", "qatar", "egypt", "morocco", "tunisia", "nigeria", "kenya", "ghana", "south africa",
    "india", "pakistan", "bangladesh", "sri lanka", "china", "hong kong", "taiwan", "japan", "south korea",
    "singapore", "malaysia", "indonesia", "thailand", "vietnam", "philippines", "the philippines", "australia",
    "new zealand", "mexico", "méxico", "brazil", "brasil", "argentina", "chile", "colombia", "peru",
    "costa rica", "panama", "puerto rico", "europe", "eu", "european union", "emea", "apac", "latin america",
    "latam",
    # States and provinces of other countries.
    "nsw", "new south wales", "queensland", "qld", "tasmania", "western australia", "south australia",
    "western cape", "eastern cape", "gauteng", "kwazulu-natal", "maharashtra", "karnataka", "tamil nadu",
    "telangana", "gujarat", "haryana", "bavaria", "bayern", "catalonia", "lombardy", "west yorkshire",
    "greater manchester", "west midlands", "merseyside", "tyne and wear",
}  # fmt: skip
# Cities abroad whose name alone says where they are: no large one in America shares it.
_CITIES_ELSEWHERE = {
    "sydney", "brisbane", "adelaide", "canberra", "auckland", "berlin", "munich", "münchen", "hamburg", "cologne",
    "frankfurt", "amsterdam", "rotterdam", "brussels", "barcelona", "lisbon", "milan", "zurich", "zürich",
    "stockholm", "gothenburg", "oslo", "bergen", "copenhagen", "helsinki", "warsaw", "kraków", "krakow", "prague",
    "budapest", "bucharest", "mumbai", "bengaluru", "bangalore", "new delhi", "hyderabad", "chennai", "pune",
    "dubai", "abu dhabi", "doha", "johannesburg", "cape town", "durban", "nairobi", "lagos", "accra", "tokyo",
    "seoul", "bangkok", "jakarta", "kuala lumpur", "manila", "são paulo", "sao paulo", "mexico city",
    "edinburgh", "glasgow", "cardiff", "belfast", "leeds", "liverpool", "sheffield", "nottingham", "leicester",
}  # fmt: skip
_CODES_ELSEWHERE = {
    "UK", "GB", "IE", "FR", "AT", "CH", "ES", "PT", "IT", "NL", "BE", "LU", "DK", "SE", "NO", "FI", "PL", "CZ",
    "HU", "RO", "BG", "GR", "AU", "NZ", "MX", "BR", "JP", "NSW", "VIC", "QLD", "TAS",
}  # fmt: skip
# Cities abroad that stand before what is a state's name or code as well as a country's.
_ABROAD = {
    "colorado": ("bogota", "bogotá", "medellin", "medellín", "cali", "barranquilla", "cartagena"),
    "massachusetts": ("casablanca", "rabat", "marrakesh", "marrakech", "tangier", "tanger", "fes", "agadir"),
    "delaware": (
        *("berlin", "hamburg", "munich", "münchen", "frankfurt", "frankfurt am main", "cologne", "köln", "stuttgart"),
        *("düsseldorf", "dusseldorf", "leipzig", "dresden", "nuremberg", "nürnberg", "hannover", "bremen", "milan"),
    ),
    "georgia": ("tbilisi", "batumi", "kutaisi"),
    "illinois": ("tel aviv", "tel aviv-yafo", "jerusalem", "haifa", "herzliya"),
    "indiana": (
        *("bangalore", "bengaluru", "mumbai", "delhi", "new delhi", "hyderabad", "chennai", "pune", "kolkata"),
        *("gurgaon", "gurugram", "noida", "ahmedabad"),
    ),
    "maine": ("podgorica",),
    "maryland": ("chisinau", "chișinău"),
    "minnesota": ("ulaanbaatar", "ulan bator"),
    "arkansas": ("buenos aires", "rosario"),
    "alabama": ("tirana",),
    "arizona": ("baku",),
    "idaho": ("jakarta", "surabaya", "bandung"),
    "montana": ("valletta", "sliema"),
    "pennsylvania": ("panama city", "panamá"),
    "tennessee": ("tunis", "sfax"),
}

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
    return end in _CODES or end in _CODES_ELSEWHERE or fold(end) in _COUNTRIES


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
    elif found := _COUNTRIES.get(_plain(rest[-1])):
        country = found
        rest.pop()
    if not rest:
        return "", country, [], False
    if not country and (_plain(rest[-1]) in _ELSEWHERE or rest[-1] in _CODES_ELSEWHERE):
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
        if any(town in _ABROAD.get(region, ()) for town in towns) and not country:
            return "", "", [], True
        if rest[-1] == "CA" and (province := UNMISTAKABLE.get(towns[-1], "")) in CANADIAN_PROVINCES.values():
            region, country = province, "CA"  # Toronto, CA
        if region == "district of columbia" and len(rest) <= 2:
            towns = ["washington"]
        return region, country, towns, False
    city = _plain(rest[-1])
    if not country and city in _CITIES_ELSEWHERE:
        return "", "", [], True
    if (own := UNMISTAKABLE.get(city)) and country in ("", COUNTRY_OF[own]):
        return own, country, [city], False
    return "", country, [_plain(part) for part in rest], False


def _plain(name: str) -> str:
    """Return the name folded, without what people put around it: "the US only", "Greater Boston Area"."""
    folded = fold(name)
    return _AROUND_A_NAME.sub("", folded) or folded


def _region_or_code(part: str) -> str:
    code = part.strip(".")
    return _CODES.get(code.upper(), "") or _ABBREVIATIONS.get(fold(code), "") or _region(part)


def _region(part: str) -> str:
    if part == "DC":
        return "district of columbia"
    for name in (fold(part), _plain(part)):
        name = _SPELLINGS.get(name, name)
        if name in COUNTRY_OF:
            return name
    return ""


def names(places: Places, own: Iterable[str], within: str = "") -> bool:
    """Say whether the places include one called by a name of `own` (folded).

    With `within` it is a city of that region, otherwise a region.
    """
    if not within:
        return any(name in places.regions for name in own)
    return any((name, within) in places.cities for name in own)
