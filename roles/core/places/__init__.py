"""Places: countries, states and provinces, and what an address names of them."""

from .reading import CANADIAN_PROVINCES, COUNTRY_OF, US_STATES, Places, names, places_of
from .remote import place_beside_remote, says_remote

__all__ = [
    "CANADIAN_PROVINCES",
    "COUNTRY_OF",
    "US_STATES",
    "Places",
    "names",
    "place_beside_remote",
    "places_of",
    "says_remote",
]
