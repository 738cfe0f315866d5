"""A line about a place, taken apart: the way of working, the radius, what is excluded, and the addresses in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .postcodes import is_british_district, place_of_postcode, state_of_zip
from .regions import behind_a_town, codes_mean, names_mean
from .spelling import plain
from .towns import is_city, towns_named

_LIMIT = 500

_NOT = re.compile(
    r"\b(?:(?:but )?not(?: available| open| possible)?(?: in| to| from)?|excluding|excl\.?|"
    r"except(?:ing)?(?: in| for)?|other than|(?<!just )(?<!right )outside(?: of)?)\s+(?P<where>[^();\n]+)",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s*(?:,|/|&|\b(?:or|and|nor)\b)\s*", re.IGNORECASE)
_NUMBER = r"(?:\d{1,4}(?:[.,]\d)?|an?|one|two|three|four|five|six|half an)"
_UNIT = r"(?:hours?|hrs?|minutes?|mins?|miles?|mi|kilomet(?:er|re)s?|km)"
_RADIUS = re.compile(
    rf"\bwithin\s+(?:about\s+)?(?P<far>{_NUMBER}[\s-]?{_UNIT})\b'?"
    r"(?:\s+(?:drive|commute|travel|ride|train|by \w+)){0,2}"
    r"\s+(?:of|from|to)\s+",
    re.IGNORECASE,
)
_REMOTE = re.compile(
    r"\b(?:remote(?:ly)?|anywhere|home[ -]?based|work(?:ing)? from (?:home|anywhere)|telecommut\w+|online)\b|^home$",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"\b(?:(?:fully |100\s?% |completely )?remote(?:ly)?(?: work| position| role)?|home[ -]?based|hybrid|on[ -]?site|"
    r"in[ -]office|in[ -]person|(?:work(?:ing)? )?from (?:home|anywhere)|telecommut\w+)\b",
    re.IGNORECASE,
)
# "5th & Main, Tulsa", "Corner of Oak and 3rd St, Reno": the street corner before the town.
_CORNER = re.compile(
    r"^(?:at |on )?(?:(?:the )?corner of [^,;()]{3,50}|(?=[^,;()]{0,50}?(?:\d(?:st|nd|rd|th)|street|avenue|ave|road|rd|"
    r"boulevard|blvd|lane|drive|st|broadway|main)\b)[^,;()&]{1,30}? (?:&|and|at|@) [^,;()&]{1,30}?),\s*(?=\S)",
    re.IGNORECASE,
)
# What is noted behind a place of others: "Aberdeen (head office: Edinburgh)", "Leeds, with travel to Hull".
_NOTE = re.compile(
    r"(?<=[\w.])(?:\s*[(\[]\s*|,\s+|\s+[–—-]\s+|\s+)(?:(?:our|the|with|plus|some|regular|occasional|frequent|"
    r"and) ){0,3}"
    r"(?:travel(?:ling)? (?:to|between|across)|visits to|trips to|(?:head|corporate|main|registered) office|"
    r"head ?quarter(?:s|ed)|hq)\b(?=[^()\[\]]*\w)[^()\[\]]*[)\]]?$",
    re.IGNORECASE,
)
_TOWN_OF = re.compile(r"([^(),;/|]{2,60}?)\s*\(([^(),;/|]{3,40})\)")
_GROUPS = re.compile(r"[;/|()\[\]\n·•:]|\s[–—-]\s")
_AND = re.compile(r"\s(?:or|and|&|\+)\s")
_FAR_LARGER = 10
_LARGE = 100_000
_LEAD = re.compile(
    # "Our office in Leeds", "work from the mill near Hexham".
    r"^(?:(?:.{0,30}\b)?(?:our|my|the) (?:[^\W\d_][\w'’&-]* ){1,4}(?:in|at|near|(?:just )?outside)|"
    r"(?:(?:we|we['’]re|we are|just|right|close|not far|somewhere|a bit) )+(?:in|at|near|to|from|off|outside(?: of)?)|"
    r".{0,80}\b(?:throughout|based (?:in|at)|located (?:in|at)|residents? of|live in|living in|"
    r"anywhere (?:with)?in|within|across)|in|from|at|near|anywhere)\s+(?=\S)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:the|our|my|greater|downtown|central|metro|city of|town of|state of|province of|emirate of|rural|upstate|"
    r"inner|outer|"
    r"(?:north|south|east|west|north[ -]?east|north[ -]?west|south[ -]?east|south[ -]?west)(?:ern)?)\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s+(?:metro(?:politan)?(?: area)?|area|region|only|remote|office|depot|yard|plant|warehouse|site|branch|"
    r"factory|works|shop|hub|residents?|(?:city|town) cent(?:er|re))|"
    r"[ -]based)$",
    re.IGNORECASE,
)
# "12 Mill Lane Leeds": a street before its town without a comma between them.
_STREET = (
    r"(?:street|st|road|rd|lane|ln|avenue|ave|drive|dr|way|square|quay|terrace|crescent|close|row|hill|grove|wharf|"
    r"place|court|boulevard|blvd|highway|hwy|parkway|pkwy|broadway)"
)
_STREET_FIRST = re.compile(
    rf"^(?:(?:unit|suite|no\.?) ?\d{{1,4}}[a-z]?,? )?\d{{1,5}}[a-z]?,? (?:[^\W\d_][\w.'’-]* ){{1,3}}?{_STREET}\.?\s+"
    rf"(?!{_STREET}\b|(?:north|south|east|west|[nsew])\b)(?=[^\W\d_])",
    re.IGNORECASE,
)
_ZIP = re.compile(r"\s*\b\d{5}(?:-\d{4})?$")
_CANADIAN = re.compile(r"\s*\b[A-Z]\d[A-Z]\s?\d[A-Z]\d$", re.IGNORECASE)
_BRITISH = re.compile(r"\s*\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$", re.IGNORECASE)
_IRISH = re.compile(r"\s*\b[A-Z]\d[\dW]\s[\dA-Z]{4}$", re.IGNORECASE)
_DISTRICT = re.compile(r"(?:(?<=[^\W\d_])\s+|^)[a-z]{1,2}\d[a-z\d]?$", re.IGNORECASE)  # "Leeds LS1"
# "Dublin 2", "Dublin 6W", "Lyon 7e", "Paris 12ème arrondissement"
_OF_A_CITY = re.compile(
    r"(?<=[^\W\d_])\s+\d{1,2}(?:[a-z]|er|[eè]re|[eè]me|nd|\.)?(?:\s+(?:arr(?:ondissement|\.)?|bezirk))?$", re.IGNORECASE
)
_DISTRICT_BEHIND = re.compile(r",\s*(?=\d{1,2}(?:er|[eè]me|e|\.)(?:\s+(?:arr|bezirk)|\s*$))", re.IGNORECASE)
# "Berlin-Mitte": a quarter behind its city, as it is written where German is spoken.
_QUARTER = re.compile(r"(?P<city>[^\W\d_]{3,20})[-–](?P<quarter>[^\W\d_][\w'’-]{2,30}(?: [^\W\d_][\w'’-]{2,30})?)")
_WITH_QUARTERS = frozenset({"DE", "AT", "CH"})
_POSTCODE_FIRST = re.compile(
    r"(?P<code>[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[\dW] [\dA-Z]{4}|[A-Z]\d[A-Z] ?\d[A-Z]\d)[, ]+(?=[^\W\d_])",
    re.IGNORECASE,
)
# "3 sites (Leeds, Hull, York)", "four depots: Cork, Ennis, Tralee and Sligo": as many names as there are sites.
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight")
_SITES = re.compile(
    r"^(?:(?:our|across|the|at|all) )?"
    rf"(?P<count>[2-8]|{'|'.join(_NUMBERS)}) (?:[a-z-]+ ){{0,2}}(?:sites?|offices|shops|"
    r"stores|depots|branches|locations|plants|yards|warehouses|factories|clinics|schools|hotels|farms|restaurants|bakeries|"
    r"workshops|centres|centers|studios|pubs|cafes|cafés|garages|mills|hubs|towns|cities|practices|nurseries|homes)"
    r"(?: in| across|,)?(?:\s*[:(\[–—-]\s*|\s+)(?P<names>[^()\[\]:;]+?)[)\]]?\.?$",
    re.IGNORECASE,
)
# What stands in a town, before its name: "Marsh Barton Trading Estate, Exeter", "Trust Office, Ash Academy, Kettering".
_BUILDING = re.compile(
    r"(?:.+ )?(?:trading|industrial|business|retail|science|technology|enterprise|office|distribution|logistics) "
    r"(?:estate|park|cent(?:re|er)|campus)|(?:.+ )?(?:trust|head|main|central|registered|group|regional) office|"
    r".+ (?:academy|hospital|street|road|avenue|lane|drive|crescent|boulevard|terrace)"
)
_NUMBERED_UNIT = re.compile(
    r"(?:units?|suite|floor|block|plot|level|bay|shed|hangar|building) (?=\S*\d|\w$)[\w/&-]{1,8}", re.IGNORECASE
)
_BUILDINGS = (
    *("estate", "park", "centre", "center", "campus", "office", "academy", "hospital", "street", "road", "avenue"),
    *("lane", "drive", "crescent", "boulevard", "terrace"),
)
# "Galway City and county, with an office base in Oranmore": of the area and the base in it the base.
_BASE_IN = re.compile(r"^[^;]{2,60}(?:,| -| –| \(|;) ?(?:with )?(?:an?|the|your) (?:\w+ )?base (?:in|at) (?=[A-Z])")
_DIGITS_BEHIND = re.compile(r"(?<=[A-Z])\s+\d{4}$|(?<=[a-z])\s+\d{6}$")  # "Singapore 658065"
_CODE_LAST = re.compile(r"^(?!(?:the|in|The|In)\s+\S+$)(.*[^\W\d_].*?)\s+([A-Z]{2,3}|U\.S\.(?:A\.)?|U\.K\.|Canada)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart: `groups` are addresses, `excluded` names, both as written."""

    groups: tuple[str, ...]
    excluded: tuple[str, ...]
    remote: bool
    radius: str


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of one address between commas, and the country and region its postcode has ("" for none)."""

    parts: tuple[str, ...]
    country: str = ""
    region: str = ""
    zip_code: bool = False


def take_apart(text: str) -> Line:
    """Return a line taken apart; what is beyond 500 characters is not looked at."""
    text = _STREET_FIRST.sub("", text[:_LIMIT].replace("\u00a0", " ").strip())
    if " base " in text:
        text = _BASE_IN.sub("", text)
    text = _sites_apart(less_note(_CORNER.sub("", text)))
    text = _TOWN_OF.sub(_with_its_region, text)
    excluded: list[str] = []
    for match in _NOT.finditer(text):
        excluded += (name for name in _EACH.split(match["where"].strip(" .")) if name)
    text = _NOT.sub(";", text)
    radius = ""
    if near := _RADIUS.search(text):
        radius, text = near["far"], _RADIUS.sub(";", text)
    remote = bool(_REMOTE.search(text.strip(" .")))
    return Line(tuple(_groups(_WAY.sub(";", text))), tuple(excluded), remote, radius)


def _sites_apart(text: str) -> str:
    """The names of a line of sites that has as many as it counts, apart: "3 sites (Leeds, Hull, York)"."""
    if not (match := _SITES.match(text)):
        return text
    names = [name for name in _EACH.split(match["names"].strip()) if name]
    written = match["count"].lower()
    count = int(written) if written.isdigit() else _NUMBERS.index(written) + 2
    return "; ".join(names) if len(names) == count else match["names"]


def _with_its_region(of: re.Match[str]) -> str:
    """A town with the region in brackets behind a comma: "Sherbrooke (Québec), Canada", "Harlingen (Friesland) and"."""
    region = names_mean(plain(of[2])) or behind_a_town(plain(of[2]))
    return f"{of[1]}, {of[2]}" if region and not _WAY.search(of[1]) else of[0]


def less_note(text: str) -> str:
    """Return a place without what is noted behind it of a head office, or of travel."""
    return _NOTE.sub("", text)


def _groups(text: str) -> Iterator[str]:
    """Yield the addresses of a line: a name that "and" is a part of stays whole."""
    for whole in _GROUPS.split(text):
        joined = any(names_mean(plain(part)) for part in whole.split(",") if _AND.search(part))
        for group in [whole] if joined else _listed(whole):
            address = _LEAD.sub("", group.strip(" ,.\t")).strip(" ,\t")
            if any(char.isalpha() for char in address):
                yield address


def _is_region(name: str) -> bool:
    return bool(names_mean(plain(name)) or behind_a_town(plain(name)) or codes_mean(name))


def _listed(whole: str) -> list[str]:
    """The places of a line between "and", and between the commas of a list of towns: "Swansea, Neath and Llanelli"."""
    parts = _AND.split(whole)
    first, *others = [name.strip() for name in parts[0].split(",")]
    names = [first, *others, parts[-1].strip()]
    if len(parts) == 1 or not others or any(_is_region(name) for name in names):
        return parts
    people = [max((town.people for town in towns_named(plain(name))), default=0) for name in names]
    # "Kilburn, London and Leeds": a quarter before its city.
    listed = all(people) and all(each <= _FAR_LARGER * people[0] for each in people[1:-1])
    return [first, *others, *parts[1:]] if listed else parts


def address_of(group: str) -> Address:
    """Return the parts of an address, without postcodes: "Denver CO 80202" is ("Denver", "CO")."""
    country, region, zip_code = "", "", False
    parts: list[str] = []
    for number, part in enumerate(_DISTRICT_BEHIND.sub(" ", group).split(",")):
        part = part.strip()
        ends: list[str] = []
        if (first := _POSTCODE_FIRST.match(part)) and (there := place_of_postcode(first["code"])):
            (country, region), part = there, part[first.end() :]  # "TF1 1AA Telford"
        while True:
            if (shorter := _cut(_CANADIAN, part) or _cut(_BRITISH, part)) and (
                there := place_of_postcode(part[len(shorter[0]) :].lstrip(" ,"))
            ):
                country, region = there
            elif (shorter := _cut(_IRISH, part)) and place_of_postcode(part[len(shorter[0]) :].lstrip(" ,")):
                country = "IE"
            elif shorter := _cut(_CANADIAN, part):
                country = "CA"
            elif shorter := _cut(_BRITISH, part):
                country = "GB"
            elif shorter := _cut(_ZIP, part):
                zip_code, region = True, state_of_zip(part[len(shorter[0]) :].lstrip(" ,"))
            elif (number or " " in part) and (shorter := _cut(_DISTRICT, part)):
                country = "GB" if is_british_district(part[len(shorter[0]) :]) else country
            elif (shorter := _cut(_DIGITS_BEHIND, part)) or (
                (shorter := _cut(_OF_A_CITY, part)) and is_city(plain(shorter[0]))
            ):
                pass
            elif (match := _CODE_LAST.match(part)) and (codes_mean(match[2]) or names_mean(plain(match[2]))):
                shorter = [match[1].rstrip(" ,")]
                ends.append(match[2])
            else:
                break
            part = shorter[0]
        if quarter := _quarter_of(part):
            country, parts, part = country or quarter[0], [*parts, quarter[1]], quarter[2]
        parts += (name for name in (part, *reversed(ends)) if any(char.isalpha() for char in name))
    parts = [part for part in parts[:-1] if not _is_building(part)] + parts[-1:]
    return Address(tuple(parts), country, region, zip_code)


def _is_building(part: str) -> bool:
    if _NUMBERED_UNIT.fullmatch(part):
        return True
    if not part.lower().endswith(_BUILDINGS):
        return False
    return bool(_BUILDING.fullmatch(part.lower())) and not towns_named(plain(part))


def _quarter_of(part: str) -> tuple[str, str, str] | None:
    """The country, quarter and city of "Berlin-Mitte", None for other words."""
    match = _QUARTER.fullmatch(part)
    if not match or towns_named(plain(part)):
        return None
    cities = [town for town in towns_named(plain(match["city"])) if town.people >= _LARGE]
    if not cities or cities[0].country not in _WITH_QUARTERS:
        return None
    return cities[0].country, match["quarter"], match["city"]


def _cut(expression: re.Pattern[str], part: str) -> list[str]:
    match = expression.search(part)
    return [part[: match.start()].rstrip(" ,")] if match else []


def spellings(part: str) -> Iterator[str]:
    """Yield a part as `plain` makes it, then without what people put around a name: "Greater Boston Area"."""
    seen = plain(part)
    yield seen
    while True:
        shorter = _AFTER.sub("", _BEFORE.sub("", part.strip(" ."))).strip()
        if not shorter or shorter == part:
            break
        part = shorter
    if (bare := plain(part)) != seen:
        yield bare
    if part.endswith(" city"):
        yield plain(part.removesuffix(" city"))  # "Cork city": with a capital it is the name's
