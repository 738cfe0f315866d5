"""The few countries a statement may be written for."""

from functools import lru_cache

from .reading import read_place

# The countries a posting is written for; “other” is all the rest.
COUNTRY_KEYS = ("us", "uk", "ie", "ca", "au", "nz", "eu", "other")

_KEYS = {"US": "us", "GB": "uk", "IE": "ie", "CA": "ca", "AU": "au", "NZ": "nz"}
_EU = frozenset("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IT LT LU LV MT NL PL PT RO SE SI SK".split())  # noqa: SIM905


@lru_cache(maxsize=4096)
def country_key(place: str) -> str:
    """Return the key of the country a place lies in, "" where the place is not read surely."""
    code = read_place(place).country
    if not code:
        return ""
    return _KEYS.get(code) or ("eu" if code in _EU else "other")
