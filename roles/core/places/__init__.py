"""Places: countries, states and provinces, and what a line names of them.

An owner writes one line. `read_place` returns what it states, for whoever shows or asks it; `places_of` the
same for the review, `postal` as a postal address. None guesses: what may be several places is unsure.
"""

from .address import country_at_end, postal
from .asked import PlaceAnswer, PlaceChoice, place_answer
from .country_forms import ANYWHERE, CountryForms, DateForm, Paper, Spelling, forms_of, forms_of_country
from .country_keys import COUNTRY_KEYS, country_key, forms_at
from .named import Places, places_named, places_of
from .names import COUNTRIES, COUNTRY_OF, NORTH_AMERICA, REGION_OF_CODE, US_STATES
from .place import Place, PlaceReading
from .reading import read_place
from .regions import country_name, with_article
from .remote import is_only_remote, names_remote, place_beside_remote
from .zones import day_ends_at, today_at, zones_of

__all__ = [
    "ANYWHERE",
    "COUNTRIES",
    "COUNTRY_KEYS",
    "COUNTRY_OF",
    "NORTH_AMERICA",
    "REGION_OF_CODE",
    "US_STATES",
    "CountryForms",
    "DateForm",
    "Paper",
    "Place",
    "PlaceAnswer",
    "PlaceChoice",
    "PlaceReading",
    "Places",
    "Spelling",
    "country_at_end",
    "country_key",
    "country_name",
    "day_ends_at",
    "forms_at",
    "forms_of",
    "forms_of_country",
    "is_only_remote",
    "names_remote",
    "place_answer",
    "place_beside_remote",
    "places_named",
    "places_of",
    "postal",
    "read_place",
    "today_at",
    "with_article",
    "zones_of",
]
