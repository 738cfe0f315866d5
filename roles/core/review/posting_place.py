"""Where a posting's work is done, for the posting laws: the places read of it, and those it leaves out."""

import re

from roles.core.document import Workplace
from roles.core.money import CURRENCY_OF
from roles.core.places import NORTH_AMERICA, PlaceReading, Places, places_named, read_place

from . import expressions
from .context import Context
from .exclusions import excluded_in
from .pay_in_text import Pay

_COUNTRY_OF_MONEY = {CURRENCY_OF[country]: country for country in NORTH_AMERICA}
_MUST_LIVE = re.compile(r"\bmust (?:be (?:based|located|resident)|live|reside) (?:with)?in\b")
_PLACE_SHOWN = 60
_OUR_PEOPLE = re.compile(r"\b(?:people|employees|staff|team|colleagues|of us|we are|we're)\b")
_SOME_IN = re.compile(
    r"\b(?:\d{1,3}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|some|several|people|employees)"
    r"(?: people| employees| staff| of us| colleagues)? (?:who )?(?:live |work |are |based |living |working )?(?:in|"
    r"around|near) "
    r"([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})"
)
_REGION_NAMES = {"D.C.": "district of columbia"}


def is_remote(context: Context) -> bool:
    """Whether the work is done from home alone."""
    return expressions.workplace(context) is Workplace.REMOTE


def reading(context: Context, pay: Pay | None) -> PlaceReading:
    """Return what the posting's line about its place states; the money it pays in decides between a code's meanings."""
    stated = context.stated.place if context.pasted else None
    if stated and stated.value.sure and stated.words == context.document.facts.job_location:
        return stated.value  # the money of the whole text has decided
    home = _COUNTRY_OF_MONEY.get(pay.currency, "") if pay and pay.currency else ""
    return read_place(context.document.facts.job_location, home=home)


def country(context: Context) -> str:
    """Return the one country that the posting's place is surely in (ISO 3166-1), "" for none."""
    return reading(context, None).country


def places(context: Context, pay: Pay | None) -> Places:
    """Return the places of the posting; of a remote one that names none, the country whose money it pays in."""
    named = places_named(reading(context, pay))
    if is_remote(context) and named.unread and pay:
        country = _COUNTRY_OF_MONEY.get(pay.currency) if pay.currency else None
        if country:
            return Places(cities=named.cities, countries=frozenset({country}))
    return named


def unread(context: Context, pay: Pay | None) -> str:
    """Return the sentence for a place that could not be read, "" where it could or matters to no rule."""
    written = context.document.facts.job_location.strip()
    remote = is_remote(context)
    named = places(context, pay)
    if not written or named.regions or named.elsewhere or (remote and named.countries):
        return ""
    if pay and pay.currency not in _COUNTRY_OF_MONEY:
        return ""
    if remote:
        return (
            "We could not tell in which country or states this may be done, so no posting law was checked. "
            "Say it as “Remote, US” or “Remote, Colorado”."
        )
    place = written if len(written) <= _PLACE_SHOWN else f"{written[:_PLACE_SHOWN]}…"
    where, elsewhere = ("state", "") if named.countries else ("state or country", " or “Leeds, UK”")
    instead = f"“City, ST”, such as “Denver, CO”{elsewhere}"
    if choices := [f"“{choice.in_full}”" for choice in reading(context, pay).choices]:
        instead = " or ".join(filter(None, (", ".join(choices[:-1]), choices[-1])))
    return f"We could not tell which {where} “{place}” is in, so no posting law was checked. Say it as {instead}."


def only_in_its_states(context: Context, pay: Pay | None) -> bool:
    """Whether a remote post is for people of the states it names alone: "Remote, Ohio", without a town.

    With a town it is where it states that one must live there: "Remote (must be based in Austin, TX)".
    """
    named = reading(context, pay).places
    if not is_remote(context) or not named or not all(place.region for place in named):
        return False
    near = bool(reading(context, pay).radius)  # "within 90 minutes of Portland, Maine"
    return near or not any(place.town for place in named) or context.contains(_MUST_LIVE)


def excluded(context: Context, pay: Pay | None) -> frozenset[str]:
    """Return the regions and cities that a remote post cannot be done in, in lower case."""
    line = frozenset(
        _REGION_NAMES.get(place.region_name, place.region_name.lower()) for place in reading(context, pay).excluded
    )
    return line | excluded_in([context.document.facts.job_location, *(item.text for item in context.items)])


def staffed(context: Context) -> frozenset[str]:
    """Return the regions, in lower case, in which a pasted text states that there are people: "two in Denver"."""
    found: set[str] = set()
    for item in context.items if context.pasted else ():
        for start, end in item.sentences:
            if _OUR_PEOPLE.search(item.folded, start, end):
                for match in _SOME_IN.finditer(item.text, start, end):
                    found.update(place.region_name.lower() for place in read_place(match[1]).places if place.region)
    return frozenset(found)
