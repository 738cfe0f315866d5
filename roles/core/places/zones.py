"""What day it is at a place. The table of zones is `zones.txt`; the rules of each zone are those of `zoneinfo`."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from .place import PlaceReading

_FILE = Path(__file__).with_name("zones.txt")


def today_at(reading: PlaceReading, now: datetime) -> date:
    """Return the day it is at a place; `now` is an aware time.

    A place in several zones, such as a whole country, has the earliest day of them: what is open until the end
    of a day is open until it has ended everywhere there. Where no country was read it is the day of `now` itself.
    Raises ValueError for a naive `now`.
    """
    if now.utcoffset() is None:
        raise ValueError("now has no time zone")
    zones = zones_of(reading)
    return min((now.astimezone(ZoneInfo(zone)).date() for zone in zones), default=now.date())


def day_ends_at(reading: PlaceReading, day: date, otherwise: tzinfo) -> datetime:
    """Return the moment a day has ended everywhere at a place, in the time there: the midnight that `today_at` turns
    at. Where no country was read it is that of `otherwise`."""
    zones: list[tzinfo] = [ZoneInfo(zone) for zone in zones_of(reading)]
    midnights = (datetime.combine(day + timedelta(days=1), time(), zone) for zone in zones or [otherwise])
    return max(midnights, key=lambda midnight: midnight.astimezone(UTC))


def zones_of(reading: PlaceReading) -> tuple[str, ...]:
    """Return the names of the time zones a place is in, () where no country was surely read."""
    found: dict[str, None] = {}
    for place in reading.places if reading.sure else ():
        zones = _zones().get(f"{place.country}-{place.region}") or _zones().get(place.country, ())
        # Of a town in a country of several zones that of most people is likelier than the last.
        of_country = f"{place.country}-{place.region}" not in _zones()
        found |= dict.fromkeys(zones[:1] if place.town and of_country else zones)
    return tuple(found)


@cache
def _zones() -> dict[str, tuple[str, ...]]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return {key: tuple(zones.split()) for key, zones in (line.split("\t") for line in lines if line[0] != "#")}
