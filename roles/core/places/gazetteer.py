"""Whether a name is that of a place, for whoever looks for places in running text before reading one."""

from .reading import named_towns
from .regions import behind_a_town, codes_mean, names_mean
from .spelling import plain

_LARGE = 100_000


def is_town(name: str) -> bool:
    """Whether there is a town of this name, as a text writes it; one without letters is none."""
    return bool(named_towns(plain(name)))


def is_large_town(name: str) -> bool:
    """Whether there is a town of this name with 100,000 people or more."""
    return any(town.people >= _LARGE for town in named_towns(plain(name)))


def is_region(name: str) -> bool:
    """Whether there is a country, state, province or county of this name, or of this code in capitals."""
    folded = plain(name)
    return bool(names_mean(folded) or behind_a_town(folded) or (name.isupper() and len(name) > 1 and codes_mean(name)))
