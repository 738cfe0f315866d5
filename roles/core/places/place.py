"""A place and what was read of a line, with their printed forms."""

from dataclasses import dataclass

from .regions import REGIONS, country_name, with_article

# Where a town and its region are enough: "Perth, Western Australia", "Leeds, England".
_REGION_IS_ENOUGH = frozenset({"US", "CA", "AU", "GB"})


@dataclass(frozen=True, slots=True)
class Place:
    """A town, region or country. `region` and `country` are codes (USPS, ISO 3166), each "" where it is not known;
    `area` is a name wider than a country, such as Europe, which has none of the others."""

    town: str = ""
    region: str = ""
    country: str = ""
    area: str = ""

    @property
    def region_name(self) -> str:
        """The name of the region, "" where none is kept for its country: "Western Australia"."""
        return REGIONS.get(self.country, {}).get(self.region, "")

    @property
    def in_full(self) -> str:
        """The place as an address has it: "Perth, Western Australia", "Munich, Germany", "Ohio, USA"."""
        if self.area:
            return self.area
        region = self.region_name
        if self == _GEORGIA:
            return "Republic of Georgia"
        enough = region and self.town and self.country in _REGION_IS_ENOUGH
        return ", ".join(part for part in (self.town, region, "" if enough else country_name(self.country)) if part)

    @property
    def with_country(self) -> str:
        """The place in full and its country: "Perth, Western Australia, Australia"."""
        country = country_name(self.country)
        full = self.in_full
        named = self == _GEORGIA or country in full.split(", ")
        return f"{full}, {country}" if country and not named else full

    @property
    def in_sentence(self) -> str:
        """The place as it follows "in": "the USA", "Denver, Colorado"."""
        return with_article(self.country) if not (self.town or self.region_name or self.area) else self.in_full


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """What a line states of where the work is.

    `places` are those read surely. Where a name or code may mean several, the reading is unsure:
    `choices` are two or three of them, likeliest first. `excluded` are places a remote post cannot be
    done from, `radius` is how far around the place one may live, as written: "3 hours".
    """

    places: tuple[Place, ...] = ()
    choices: tuple[Place, ...] = ()
    remote: bool = False
    excluded: tuple[Place, ...] = ()
    radius: str = ""

    @property
    def sure(self) -> bool:
        """Whether a place was read and nothing is left to ask."""
        return bool(self.places) and not self.choices

    @property
    def town(self) -> str:
        """The town of a reading of one place, else ""."""
        return self._one.town

    @property
    def region(self) -> str:
        """The code of the region of a reading of one place, else ""."""
        return self._one.region

    @property
    def country(self) -> str:
        """The code of the country all places are in, else ""."""
        countries = {place.country for place in self.places}
        return countries.pop() if self.sure and len(countries) == 1 else ""

    @property
    def in_full(self) -> str:
        """The sure reading as one line: "Remote, USA (not Colorado or Washington)"; "" where it is unsure."""
        if self.choices or not (self.places or self.remote):
            return ""
        where = "; ".join(place.in_full for place in self.places)
        if self.radius:
            where = f"within {self.radius} of {where}"
        line = ", ".join(part for part in ("Remote" if self.remote else "", where) if part)
        if self.excluded:
            names = [place.region_name or place.in_full for place in self.excluded]
            line += f" (not {' or '.join(filter(None, (', '.join(names[:-1]), names[-1])))})"
        return line

    @property
    def in_sentence(self) -> str:
        """The place of a sure reading of one place as it follows "in": "the USA"; of several, "Denver, Colorado and
        Austin, Texas"; "" where it is unsure."""
        return " and ".join(place.in_sentence for place in self.places) if self.sure else ""

    @property
    def _one(self) -> Place:
        return self.places[0] if self.sure and len(self.places) == 1 else Place()


# Its name alone is a state's as well.
_GEORGIA = Place(country="GE")
