"""How near a post is to the place it names: “just outside Ludlow”, “two hours west of Brisbane”."""

import re
from collections.abc import Iterable

_NUMBER = r"\d[\d.]*|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty"
# Before a place, of a post that is near it.
_NEAR = re.compile(
    r"\b(?:(?:just|right|well) )?(?:near|outside(?: of)?|close to|off|around|between|in and around|not far from|"
    rf"(?:(?:{_NUMBER}|an?|few|and|half|about|some|quarter)[ -])*(?:miles?|km|kilomet(?:er|re)s?|min(?:ute)?s?|hours?) "
    r"(?:drive |walk |train )?(?:from|outside|out of|(?:north|south|east|west) of)|"
    r"(?:(?:north|south)[ -]?)?(?:east|west|north|south) of) $",
    re.IGNORECASE,
)


def near_the_place(place: str, lines: Iterable[str]) -> str:
    """Return how a text states that its place is not quite there, as it is written: "just outside", "near"; "" for not.

    Only where each line with the place has such words: "near Leeds" of a post "in Leeds" is of something else.
    """
    before = [line[: line.index(place)] for line in lines if place in line]
    found = [match[0].strip() if (match := _NEAR.search(text)) else "" for text in before]
    return found[0] if found and all(found) else ""


def without_near(text: str) -> str:
    """Return what is before a place without such words at its end."""
    return _NEAR.sub("", text)
