"""The country that a browser's languages name."""

import re

_FIRST = re.compile(r"\s*[a-z]{2,3}-(?:[a-z]{4}-)?([a-z]{2})(?![^\s,;])", re.IGNORECASE)
# American English is what browsers are delivered with everywhere.
_OF_NOBODY = "US"


def region_of(languages: str) -> str:
    """Return the country of the first language of an Accept-Language header, "GB" of "en-GB,en;q=0.9"; "" for none.

    A code of ISO 3166-1. That of American English is none.
    """
    match = _FIRST.match(languages)
    region = match[1].upper() if match else ""
    return "" if region == _OF_NOBODY else region
