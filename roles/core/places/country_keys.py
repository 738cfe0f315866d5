"""The few countries a statement may be written for."""

from functools import lru_cache

from .country_forms import EUROPEAN_UNION, CountryForms, forms_of, forms_of_country
from .reading import read_place

# The countries a posting is written for; “other” is all the rest.
COUNTRY_KEYS = ("us", "uk", "ie", "ca", "au", "nz", "eu", "other")

_KEYS = {"US": "us", "GB": "uk", "IE": "ie", "CA": "ca", "AU": "au", "NZ": "nz"}


# The ISO code of each key that is one country.
ISO_OF_KEY = {key: code for code, key in _KEYS.items()}
# The codes of these: the countries whose postings the portal reads and writes best.
HOME_COUNTRIES = frozenset(_KEYS)


@lru_cache(maxsize=4096)
def forms_at(place: str, key: str = "") -> CountryForms:
    """Return the forms of the country of a place, or of the country an owner chose by its key."""
    if key:
        return forms_of_country(ISO_OF_KEY.get(key, ""))
    return forms_of(read_place(place))


@lru_cache(maxsize=4096)
def country_key(place: str) -> str:
    """Return the key of the country a place lies in, "" where the place is not read surely."""
    code = read_place(place).country
    if not code:
        return ""
    return _KEYS.get(code) or ("eu" if code in EUROPEAN_UNION else "other")
