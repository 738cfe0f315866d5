"""Whether a name is that of a place, for whoever looks for places in running text before reading one."""

from .place import Place
from .reading import named_towns
from .regions import behind_a_town, codes_mean, names_mean
from .spelling import plain

_LARGE = 100_000
# Countries whose names people have: of "Clubs, Jordan" nobody knows that the first is a town.
_GIVEN_NAMES = frozenset({"JO", "TD", "GE", "IL"})


def is_town(name: str) -> bool:
    """Whether there is a town of this name, as a text writes it; one without letters is none."""
    return bool(named_towns(plain(name)))


def is_large_town(name: str) -> bool:
    """Whether there is a town of this name with 100,000 people or more."""
    return any(town.people >= _LARGE for town in named_towns(plain(name)))


def is_town_of(name: str, people: int) -> bool:
    """Whether there is a town of this name with at least so many people."""
    return any(town.people >= people for town in named_towns(plain(name)))


def may_be_somebody(place: Place) -> bool:
    """Whether a place is a word before a country that is as often somebody's name, and no town known there."""
    return bool(place.town) and place.country in _GIVEN_NAMES and not is_town(place.town.rpartition(", ")[2])


def is_there(place: Place) -> bool:
    """Whether the extract has the town of a place in its region or country."""
    return any(
        town.country == place.country and place.region in ("", town.region) for town in named_towns(plain(place.town))
    )


def is_region(name: str) -> bool:
    """Whether there is a country, state, province or county of this name, or of this code in capitals."""
    folded = plain(name)
    return bool(names_mean(folded) or behind_a_town(folded) or (name.isupper() and len(name) > 1 and codes_mean(name)))
