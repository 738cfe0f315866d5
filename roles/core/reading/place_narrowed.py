"""Which of a town's namesakes is meant, where the text has the money or the words of one country."""

import re
from collections.abc import Sequence
from dataclasses import replace

from roles.core.money import CURRENCY_OF, Currency
from roles.core.money.words import DOLLAR, OF_SIGN, SIGNS
from roles.core.places import Place, PlaceReading, country_name, read_place
from roles.core.places.country_keys import HOME_COUNTRIES
from roles.core.places.gazetteer import is_large_town
from roles.core.places.reading import namesakes

from .folded_lines import FoldedLine
from .place_value import read_near
from .posting import Stated, StatedPay

_AND = re.compile(r" (?:and|&|or) | ?/ ?|, (?=[^,]+ (?:and|&) )")


def narrowed(
    place: Stated[PlaceReading] | None,
    pay: Stated[StatedPay] | None,
    spoken_of: str,
    folded_lines: Sequence[FoldedLine],
) -> Stated[PlaceReading] | None:
    """Return the place in the country whose money or words the text has: "Manchester" by "£24 an hour" is England's.

    `spoken_of` is the country whose words, numbers and addresses the text has, "" for none. Of a text without pay every
    amount counts, where all are in one sign: "a budget of £1.3m". A town that is sure by its size alone gives way to
    a namesake where it is paid.
    """
    if not place or (place.value.sure and ("," in place.words or not _by_size_alone(place.value))):
        return place
    currency = _currency(pay, folded_lines)
    countries = {country for country, usual in CURRENCY_OF.items() if currency and usual is currency}
    if spoken_of in countries or (
        spoken_of and not countries and (not place.value.sure or _is_small(place.value.places[0]))
    ):
        countries = {spoken_of}
    if not countries and not place.value.sure and (there := _in_a_region_named(place.value, folded_lines)):
        return replace(place, value=replace(place.value, places=(there,), choices=()))
    if place.value.sure:
        (here,) = place.value.places
        others = [each for each in namesakes(here) if each.country in countries]
        if not countries or here.country in countries:
            return place
        if not others and len(countries) == 1 and _is_small(here) and countries < HOME_COUNTRIES:
            others = [Place(here.town, "", *countries)]  # too small to be known: "Listowel" of a firm in Ireland
        return replace(place, value=replace(place.value, places=tuple(others))) if len(others) == 1 else place
    parts = [part for part in _AND.split(place.words) if _is_known(part)] if countries else []
    found = [_in_one_of(part, countries) for part in parts]
    if found and all(found):
        return replace(place, value=replace(place.value, places=tuple(each for each in found if each), choices=()))
    return place


def _is_known(part: str) -> bool:
    read = read_near(part)
    return bool(read.places or read.choices)


def _in_a_region_named(read: PlaceReading, folded_lines: Sequence[FoldedLine]) -> Place | None:
    """The one of the choices whose state or province the text names elsewhere: "across northwest Washington"."""
    text = " ".join(folded_line.text for folded_line in folded_lines)
    named = [each for each in read.choices if each.region_name and re.search(rf"\b{each.region_name}\b", text)]
    return named[0] if len(named) == 1 and named[0].town else None


def _is_small(place: Place) -> bool:
    """Whether a town is one of those whose names the countries a posting is read in share: "Listowel", "Perth"."""
    return place.country in HOME_COUNTRIES and not is_large_town(place.town)


def _by_size_alone(read: PlaceReading) -> bool:
    return len(read.places) == 1 and bool(read.places[0].town) and not read.remote


def _in_one_of(name: str, countries: set[str]) -> Place | None:
    """The one place of a name in any of the countries, None for none or several."""
    found: dict[Place, None] = {}
    for country in countries:
        read = read_near(name, home=country)
        found |= dict.fromkeys(each for each in read.places or read.choices if each.country == country)
    if len(found) > 1 and len(countries) == 1:
        return next(iter(read_place(f"{name}, {country_name(*countries)}").places), None)  # where one is far larger
    return next(iter(found)) if len(found) == 1 else None


def _currency(pay: Stated[StatedPay] | None, folded_lines: Sequence[FoldedLine]) -> Currency | None:
    if pay and pay.value.currency_written:
        currency = pay.value.salary.currency
        return None if DOLLAR in pay.words and currency is Currency.USD else currency
    signs = {
        sign for folded_line in folded_lines if folded_line.has_digits for sign in SIGNS if sign in folded_line.text
    }
    return OF_SIGN.get(signs.pop()) if len(signs) == 1 else None
