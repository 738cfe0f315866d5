"""The places a line names, as the review and the posting rules compare them."""

from collections.abc import Iterable
from dataclasses import dataclass

from roles.core.folding import fold

from .names import NORTH_AMERICA
from .place import Place, PlaceReading
from .reading import read_place

_DISTRICT = "district of columbia"


@dataclass(frozen=True)
class Places:
    """What an address names. Regions and countries are in lower case words and "US" or "CA"; `cities`
    are (city, region or "") as folded text; `elsewhere` is whether another country is named,
    and `abroad` are those (ISO 3166-1)."""

    regions: frozenset[str] = frozenset()
    cities: frozenset[tuple[str, str]] = frozenset()
    countries: frozenset[str] = frozenset()
    elsewhere: bool = False
    abroad: frozenset[str] = frozenset()

    @property
    def unread(self) -> bool:
        """Whether neither a region nor any country was surely read."""
        return not (self.regions or self.countries or self.elsewhere)

    def includes(self, own: Iterable[str], within: str = "") -> bool:
        """Whether a name of `own` (folded) is among them: a city of the region `within`, or else a region."""
        if not within:
            return any(name in self.regions for name in own)
        return any((name, within) in self.cities for name in own)


def places_of(address: str) -> Places:
    """Return the places an address surely names; of alternatives ("Denver, CO; Austin, TX") all of them."""
    return places_named(read_place(address))


def places_named(reading: PlaceReading) -> Places:
    """Return the places of a reading; of an unsure one none."""
    if not reading.sure:
        return Places()
    here = [place for place in reading.places if place.country in NORTH_AMERICA]
    return Places(
        regions=frozenset(_region(place) for place in here if place.region),
        cities=frozenset((town, _region(place)) for place in here for town in _towns(place)),
        countries=frozenset(place.country for place in here),
        elsewhere=len(here) < len(reading.places),
        abroad=frozenset(place.country for place in reading.places if place.country) - NORTH_AMERICA,
    )


def _region(place: Place) -> str:
    return _DISTRICT if place.region == "DC" else place.region_name.lower()


def _towns(place: Place) -> list[str]:
    if place.region == "DC" and not place.town:
        return ["washington"]  # the district is the city
    return [fold(part) for part in place.town.split(", ") if part]
