"""How the reading of a place is shown to whoever wrote it, and what she can choose where it is another one."""

from dataclasses import dataclass

from .place import Place, PlaceReading
from .reading import namesakes, read_place

_OTHERS_MAX = 2
_CODE_MAX = 3
UNKNOWN = "We do not know this place. Add its state or country, such as “Leeds, UK”."
FROM_WHERE = "From which country or state may people work? Add it, such as “Remote, USA”."
SEVERAL = "One of these may be several places. Add its state or country."
WHICH = "Which place is it?"


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """One place that a line may mean: its full name, and the line that names it surely."""

    name: str
    becomes: str


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """What is shown beside a line about a place. With a `question` one of the `choices` is needed; without one they
    are the other places it might mean, to correct the reading by."""

    shown: str
    question: str = ""
    choices: tuple[PlaceChoice, ...] = ()


def place_answer(written: str) -> PlaceAnswer:
    """Return how a line about a place was read; never raises. An empty line has nothing to show."""
    if not written.strip():
        return PlaceAnswer("")
    reading = read_place(written)
    alone = not (reading.excluded or reading.radius)
    if reading.choices:
        if reading.places or not alone:
            return PlaceAnswer(SEVERAL)
        return PlaceAnswer("", WHICH, _choices(written, reading, reading.choices))
    if not reading.places:
        return PlaceAnswer(FROM_WHERE if reading.remote else UNKNOWN)
    if len(reading.places) > 1 or not alone:
        return PlaceAnswer(f"Read as {reading.in_full}.")
    (place,) = reading.places
    others = namesakes(place)[:_OTHERS_MAX] if _is_short(written) else ()
    full = f"Remote, {place.with_country}" if reading.remote else place.with_country
    return PlaceAnswer(f"Read as {full}.", choices=_choices(written, reading, others))


def _is_short(written: str) -> bool:
    """Whether a line ends in a code or in the name of its town, and so may well mean another place."""
    head, _, last = written.strip(" .").rpartition(",")
    return not head or len(last.strip(" .")) <= _CODE_MAX


def _choices(written: str, reading: PlaceReading, places: tuple[Place, ...]) -> tuple[PlaceChoice, ...]:
    return tuple(PlaceChoice(place.with_country, _line(written, reading, place)) for place in places)


def _line(written: str, reading: PlaceReading, place: Place) -> str:
    """The line that surely names the place, and what else the owner wrote in hers: her street, or that it is remote."""
    street = ", ".join(part.strip() for part in written.split(",")[:-1] if any(char.isdigit() for char in part))
    before = ", ".join(part for part in ("Remote" if reading.remote else "", street) if part)
    for name in (place.in_full, place.with_country):
        for line in (f"{before}, {name}" if before else name, name):
            if read_place(line).places == (place,) and read_place(line).sure:
                return line
    return place.with_country
