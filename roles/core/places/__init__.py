"""Places: countries, states and provinces, and what an address names of them.

An owner writes one line. `places_of` returns what it names for the review, `postal` the same line
as a postal address; neither guesses.
"""

from .address import country_at_end, postal
from .names import COUNTRIES, COUNTRY_OF, NORTH_AMERICA, REGION_OF_CODE, US_STATES
from .reading import Places, places_of
from .remote import place_beside_remote, says_remote

__all__ = [
    "COUNTRIES",
    "COUNTRY_OF",
    "NORTH_AMERICA",
    "REGION_OF_CODE",
    "US_STATES",
    "Places",
    "country_at_end",
    "place_beside_remote",
    "places_of",
    "postal",
    "says_remote",
]
