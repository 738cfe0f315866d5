"""A place read from the line that an owner, a recruiter or a job board writes.

The rules, in order. A country or a region in words decides. A code may mean several regions and
countries: of the towns of that name those count that fit one of its meanings; several are decided by
the reader's own country, then by size, else asked; none is asked, never taken for the state. A town
alone is the one of its name, or the largest if ten times as large as the next; else it is asked.
"""

from collections.abc import Iterable
from functools import lru_cache

from .line import Address, address_of, spellings, take_apart
from .place import Place, PlaceReading
from .regions import AREAS, FEDERAL, REGIONS, Meaning, behind_a_town, codes_mean, is_country, names_mean
from .spelling import plain
from .towns import Town, towns_named

_TIMES_LARGER = 10
_CHOICES = 3
# The names of a region and of a large town outside it.
_TOWN_TOO = {"washington": Place("Washington", "DC", "US"), "victoria": Place("Victoria", "BC", "CA")}
_WORDS_OF_A_TOWN = 6
_WORDS_OF_A_REGION = 3
# A smaller town than this is not likelier meant than a county or region of its name.
_LARGER_THAN_A_COUNTY = 100_000
# A shorter name of a region abroad is a word as well: "paca".
_LEAST_OF_A_REGION = 6
COUNTIES_ALONE = frozenset({"GB", "IE", "NZ"})

# Places read, and the choices of what could not be decided.
_Read = tuple[tuple[Place, ...], tuple[Place, ...]]
_NOTHING: _Read = ((), ())


@lru_cache(maxsize=512)
def read_place(text: str, *, home: str = "") -> PlaceReading:
    """Return what a line states of where the work is; never raises.

    `home` is the reader's own country (ISO 3166-1), which decides between a code's meanings.
    """
    line = take_apart(text)
    places: dict[Place, None] = {}
    choices: dict[Place, None] = {}
    groups = [_read(address_of(group), home) for group in line.groups]
    there = {place.country for read, _ in groups for place in read}
    for read, open_choices in groups:
        # Of "Hamilton and Cambridge, New Zealand" the country is that of both.
        beside = [place for place in open_choices if {place.country} == there]
        if not read and len(beside) == 1:
            read, open_choices = tuple(beside), ()
        places |= dict.fromkeys(read)
        choices |= dict.fromkeys(open_choices)
    countries = {place.country for place in places} or {home or "US"}
    excluded = (_excluded(name, countries) for name in line.excluded)
    return PlaceReading(
        places=tuple(places),
        choices=tuple(choices)[:_CHOICES],
        remote=line.remote,
        excluded=tuple(dict.fromkeys(place for place in excluded if place)),
        radius=line.radius if places else "",
    )


def namesakes(place: Place) -> tuple[Place, ...]:
    """Return the other places that a town's name may mean, the largest first: for Perth in Australia, Scotland's."""
    towns = _one_each(named_towns(plain(place.town.rpartition(", ")[2]))) if place.town else []
    found = (_place(town) for town in towns)
    return tuple(each for each in found if (each.country, each.region) != (place.country, place.region))


def _excluded(name: str, countries: set[str]) -> Place | None:
    meanings = [meaning for each in spellings(name) for meaning in names_mean(each)] or codes_mean(name.upper())
    for country, region in meanings:
        if region and country in countries:
            return Place("", region, country)
    for country, region in meanings:
        return Place("", region, country)
    return None


def _read(address: Address, home: str) -> _Read:
    if not address.parts:
        return ((Place("", address.region, address.country),), ()) if address.country else _NOTHING
    parts = [*address.parts[:-1], *_with_its_region(address.parts[-1])]
    if len(parts) == 2 and len(address.parts) == 2:
        parts = [*_with_its_region(parts[0]), parts[1]]  # "Lubbock Texas, USA"
    country = address.country
    last = _last_means(parts, country)
    if len(last) == 1 and not last[0][1] and _in_words(parts[-1], parts, country):
        country = last[0][0]
        parts.pop()
        if not parts:
            return (Place("" if is_country(plain(address.parts[-1])) else address.parts[-1], "", country),), ()
        last = _last_means(parts, country)
        if not last and len(parts) > 1:
            last = tuple(meaning for meaning in codes_mean(_code(parts[-1])) if meaning[0] == country and meaning[1])
    if len(parts) == 1 and address.zip_code and not last and (towns := _towns_in(parts[0], "US", address.region)):
        return (towns[0],), ()  # "Salem 97301"
    if len(parts) == 1:
        return _alone(parts[0], country, last, home)
    if not last:
        return _in_country(parts, country) if country else _behind(parts, home)
    return _in_one_of(parts[:-1], last, address, home, decided=_in_words(parts[-1], parts, country))


def _towns_in(name: str, country: str, region: str) -> list[Place]:
    """The town of a name in a region of a country, in a list; an empty one for none."""
    found = (town for each in spellings(name) for town in named_towns(each))
    return [_place(town) for town in found if (town.country, town.region) == (country, region)][:1]


def _with_its_region(part: str) -> list[str]:
    """Return a town and the region or country behind it without a comma: "Lubbock Texas", "Kinsale Co Cork".

    A code in small letters, which may be a word, is one where all is in small letters: "austin tx".
    """
    words = part.split()
    if len(words) < 2 or len(words) > _WORDS_OF_A_TOWN or names_mean(name := plain(part)) or towns_named(name):
        return [part]
    for size in range(1, min(_WORDS_OF_A_REGION, len(words) - 1) + 1):
        tail = " ".join(words[-size:])
        means = names_mean(plain(tail)) or behind_a_town(plain(tail))
        means += codes_mean(_code(tail)) if part.islower() else ()
        head = " ".join(words[:-size])
        if means and any(_lies_in(town, means) for each in spellings(head) for town in named_towns(each)):
            return [head, tail]
    return [part]


def _lies_in(town: Town, means: tuple[Meaning, ...]) -> bool:
    return any(town.country == country and region in ("", town.region) for country, region in means)


def _code(part: str) -> str:
    return part.strip(" .").upper()


def _last_means(parts: list[str], country: str) -> tuple[Meaning, ...]:
    """Return what the last part means as a region or country, inside `country` if that is known."""
    found: tuple[Meaning, ...] = ()
    for name in spellings(parts[-1]):
        found = found or names_mean(name)
    code = _code(parts[-1])
    if not found and len(parts) > 1:
        found = _of_its_town(parts) or _county(parts[-1]) or codes_mean(code) or _only_a_county(parts[-1])
        before = {meaning[0] for meaning in names_mean(plain(parts[-2])) or codes_mean(_code(parts[-2]))}
        if len(parts) > 2 and (code, "") in found and code in before:
            return ((code, ""),)  # Toronto, Ontario, CA
    if country:
        found = tuple(meaning for meaning in found if meaning[0] == country and meaning[1])
    return found


def _of_its_town(parts: list[str]) -> tuple[Meaning, ...]:
    """What the last part means as a county or the like of a country that has a town of the name before it."""
    found = behind_a_town(plain(parts[-1]))
    countries = {town.country for town in named_towns(plain(parts[-2]))} if found else set()
    return tuple(meaning for meaning in found if meaning[0] in countries)


def _county(part: str) -> tuple[Meaning, ...]:
    """What a part means that is called a county before its name: "Co. Waterford"."""
    return behind_a_town(plain(part)) if plain(part).startswith(("co ", "county ")) else ()


def _only_a_county(part: str) -> tuple[Meaning, ...]:
    """What a part means that no town is called: "Perthshire" behind a village too small to be known."""
    return () if named_towns(plain(part)) else behind_a_town(plain(part))


def _in_words(part: str, parts: list[str], country: str) -> bool:
    """Whether a part decides: a name, or a code with one meaning or behind a region of that country."""
    means = _last_means(parts, country)
    return any(names_mean(name) for name in spellings(part)) or len(means) == 1


def _alone(part: str, country: str, last: tuple[Meaning, ...], home: str) -> _Read:
    name = next((each for each in spellings(part) if names_mean(each) or each in AREAS), plain(part))
    if name in AREAS and not country:
        return (Place(area=AREAS[name]),), ()
    if last:
        places = [Place("", region, of) for of, region in last]
        if name in _TOWN_TOO and not country:
            return (), (_TOWN_TOO[name], *places)
        if len(places) > 1:
            own = [place for place in places if place.country == home]
            return (tuple(own), ()) if len(own) == 1 else ((), tuple(places))
        return tuple(places), ()
    if country:
        return _in_country([part], country)
    return _county_or(part, *_by_size(part, home))


def _county_or(part: str, places: tuple[Place, ...], choices: tuple[Place, ...]) -> _Read:
    """What a name alone was read as, or the county of that name: "Otago"; both where either may be meant: "Fife"."""
    towns = named_towns(plain(part))
    counties = tuple(
        Place("" if region else part, region, country)
        for country, region in behind_a_town(plain(part))
        if (country in COUNTIES_ALONE or not (towns or region or len(part) < _LEAST_OF_A_REGION))
        and all(place.country != country for place in places)
    )
    if not counties or any(town.people >= _LARGER_THAN_A_COUNTY for town in towns):
        return places, choices
    if len(counties) == 1 and not towns:
        return counties, ()  # "north Canterbury" is not the town of that name
    likeliest = places or choices[:1]
    return (), (*likeliest, *counties, *choices[len(likeliest) :])[:_CHOICES]


def _by_size(part: str, home: str) -> _Read:
    if len(part.split()) > _WORDS_OF_A_TOWN:
        return _NOTHING
    for name in spellings(part):
        if towns := _one_each(named_towns(name)):
            if len(towns) == 1 or _much_larger(towns):
                return (_place(towns[0]),), ()
            towns.sort(key=lambda town: town.country != home)
            return (), tuple(_place(town) for town in towns[:_CHOICES])
    return _NOTHING


def _behind(parts: list[str], home: str) -> _Read:
    """Read the last part alone, with what is before it as a part of the town: "Shoreditch, London"."""
    places, choices = _by_size(parts[-1], home)
    outer = _outer(parts[:-1])
    return tuple(_inside(place, outer) for place in places), tuple(_inside(place, outer) for place in choices)


def _in_country(parts: list[str], country: str) -> _Read:
    """A town of a country named in words; the country is sure, the region only where the town is."""
    for index in range(len(parts) - 1, -1, -1):
        for name in spellings(parts[index]):
            towns = _one_each(town for town in named_towns(name) if town.country == country)
            if towns:
                outer = _outer(parts[:index])
                if len(towns) == 1 or _much_larger(towns) or country not in FEDERAL:
                    return (_inside(_place(towns[0]), outer),), ()
                return (), tuple(_inside(_place(town), outer) for town in towns[:_CHOICES])
    return (Place(_outer(parts), "", country),), ()


def _in_one_of(parts: list[str], meanings: tuple[Meaning, ...], address: Address, home: str, *, decided: bool) -> _Read:
    """A town before what may mean several regions and countries; `decided` if a name or its one meaning does."""
    for index in range(len(parts) - 1, -1, -1):
        for name in spellings(parts[index]):
            towns = _one_each(town for town in named_towns(name) if _lies_in(town, meanings))
            if not towns:
                continue
            outer = _outer(parts[:index])
            own = [town for town in towns if town.country == ("US" if address.zip_code else home)]
            if len(towns) == 1 or (len(own) != 1 and _much_larger(own or towns)):
                return (_inside(_place((own or towns)[0]), outer),), ()
            if len(own) == 1:
                return (_inside(_place(own[0]), outer),), ()
            return (), tuple(_inside(_place(town), outer) for town in (own or towns)[:_CHOICES])
    town = _outer(parts)
    named = [(country, region if region in REGIONS.get(country, {}) else "") for country, region in meanings]
    if address.zip_code:
        named = [meaning for meaning in named if meaning[0] == "US"] or named
    places = list(dict.fromkeys(Place(town, region, country) for country, region in named))
    if len(places) == 1 and (decided or address.zip_code):
        return (places[0],), ()
    places.sort(key=lambda place: place.country != home)
    return (), tuple(places[:_CHOICES])


def named_towns(name: str) -> list[Town]:
    """Return the towns of a name that `plain` has made; "saint" is tried for "st" where there is none, and so on."""
    found = towns_named(name)
    for short, long in (("st ", "saint "), ("saint ", "st "), ("ft ", "fort "), ("mt ", "mount ")):
        if not found and name.startswith(short):
            found = towns_named(long + name.removeprefix(short))
    return found


def _one_each(towns: Iterable[Town]) -> list[Town]:
    """The largest town of each region whose name is kept, or of each country, in order of size."""
    found: dict[Meaning, Town] = {}
    for town in sorted(towns, key=lambda town: -town.people):
        found.setdefault((town.country, town.region if town.region in REGIONS.get(town.country, {}) else ""), town)
    return list(found.values())


def _much_larger(towns: list[Town]) -> bool:
    return len(towns) == 1 or (towns[0].people > 0 and towns[0].people >= _TIMES_LARGER * towns[1].people)


def _place(town: Town) -> Place:
    return Place(town.name, town.region if town.region in REGIONS.get(town.country, {}) else "", town.country)


def _inside(place: Place, outer: str) -> Place:
    return Place(f"{outer}, {place.town}", place.region, place.country) if outer else place


def _outer(parts: list[str]) -> str:
    """What is left of an address without its lines with numbers, such as the street."""
    return ", ".join(part for part in parts if not any(char.isdigit() for char in part))
