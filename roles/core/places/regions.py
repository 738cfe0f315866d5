"""What names and codes of countries and regions mean; a code may mean several.

Regions are kept of the countries whose owners write them: the United States with their territories,
Canada, Australia, the United Kingdom, India, Brazil. Codes are those people write (USPS, ISO 3166-2).
"""

from functools import cache
from pathlib import Path

from .names import ABBREVIATIONS, CANADIAN_PROVINCES, CODE_OF_REGION, COUNTRIES, COUNTRY_OF, OWN_NAMES, US_STATES
from .spelling import plain

# A country by its ISO 3166-1 code, and the code of a region in it or "".
Meaning = tuple[str, str]

_SMALL = {"of", "and"}


def _titles(regions: dict[str, str]) -> dict[str, str]:
    return {
        code: " ".join(word if word in _SMALL else word.capitalize() for word in name.split())
        for code, name in regions.items()
    }


TERRITORIES = {
    "PR": "Puerto Rico", "GU": "Guam", "VI": "U.S. Virgin Islands", "AS": "American Samoa",
    "MP": "Northern Mariana Islands",
}  # fmt: skip
REGIONS = {
    "US": {**_titles(US_STATES), "DC": "D.C.", **TERRITORIES},
    "CA": _titles(CANADIAN_PROVINCES),
    "AU": {
        "ACT": "Australian Capital Territory", "NSW": "New South Wales", "NT": "Northern Territory",
        "QLD": "Queensland", "SA": "South Australia", "TAS": "Tasmania", "VIC": "Victoria", "WA": "Western Australia",
    },
    "GB": {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"},
    "IN": {
        "AP": "Andhra Pradesh", "AR": "Arunachal Pradesh", "AS": "Assam", "BR": "Bihar", "CG": "Chhattisgarh",
        "CH": "Chandigarh", "DL": "Delhi", "GA": "Goa", "GJ": "Gujarat", "HP": "Himachal Pradesh", "HR": "Haryana",
        "JH": "Jharkhand", "JK": "Jammu and Kashmir", "KA": "Karnataka", "KL": "Kerala", "LA": "Ladakh",
        "MH": "Maharashtra", "ML": "Meghalaya", "MN": "Manipur", "MP": "Madhya Pradesh", "MZ": "Mizoram",
        "NL": "Nagaland", "OD": "Odisha", "PB": "Punjab", "PY": "Puducherry", "RJ": "Rajasthan", "SK": "Sikkim",
        "TN": "Tamil Nadu", "TR": "Tripura", "TS": "Telangana", "UK": "Uttarakhand", "UP": "Uttar Pradesh",
        "WB": "West Bengal",
    },
    "BR": {
        "AC": "Acre", "AL": "Alagoas", "AM": "Amazonas", "AP": "Amapá", "BA": "Bahia", "CE": "Ceará",
        "DF": "Distrito Federal", "ES": "Espírito Santo", "GO": "Goiás", "MA": "Maranhão", "MG": "Minas Gerais",
        "MS": "Mato Grosso do Sul", "MT": "Mato Grosso", "PA": "Pará", "PB": "Paraíba", "PE": "Pernambuco",
        "PI": "Piauí", "PR": "Paraná", "RJ": "Rio de Janeiro", "RN": "Rio Grande do Norte",
        "RO": "Rondônia", "RR": "Roraima", "RS": "Rio Grande do Sul", "SC": "Santa Catarina", "SE": "Sergipe",
        "SP": "São Paulo", "TO": "Tocantins",
    },
}  # fmt: skip
# The countries whose regions have laws and postal codes of their own: there a town alone is not enough.
FEDERAL = frozenset({"US", "CA", "AU"})

# Italian provinces by GeoNames' number of their region.
_ITALIAN = {
    "01": "AQ CH PE TE", "02": "MT PZ", "03": "CS CZ KR RC VV", "04": "AV BN CE NA SA",
    "05": "BO FC FE MO PC PR RA RE RN", "06": "GO PN TS UD", "07": "FR LT RI RM VT", "08": "GE IM SP SV",
    "09": "BG BS CO CR LC LO MB MI MN PV SO VA", "10": "AN AP FM MC PU", "11": "CB IS",
    "12": "AL AT BI CN NO TO VB VC", "13": "BA BR BT FG LE TA", "14": "CA NU OR SS SU CI OG OT VS",
    "15": "AG CL CT EN ME PA RG SR TP", "16": "AR FI GR LI LU MS PI PO PT SI", "17": "BZ TN", "18": "PG TR",
    "19": "AO", "20": "BL PD RO TV VE VI VR",
}  # fmt: skip
# Irish counties by province: Connacht, Leinster, Munster, Ulster.
_IRISH = {
    "C": "G LM MO RN SO", "L": "CW D KE KK LD LH LS MH OY WH WW WX", "M": "CE CO KY LK TA WD", "U": "CN DL MN",
}  # fmt: skip
_SWISS = "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH"
# Written like codes, with one meaning.
_ABROAD = {"NSW": "AU", "VIC": "AU", "QLD": "AU", "TAS": "AU", "ACT": "AU"}
# Regions of other countries that an address ends in.
_OTHER_REGIONS = {
    "GB": (
        *("west yorkshire", "north yorkshire", "south yorkshire", "east yorkshire", "greater manchester",
        "west midlands",
        "merseyside", "tyne and wear", "greater london", "kent", "essex", "surrey", "hampshire", "devon", "cornwall"),
        *("lancashire", "cheshire", "oxfordshire", "cambridgeshire", "norfolk", "suffolk", "hertfordshire", "berkshire",
        "buckinghamshire", "gloucestershire", "somerset", "dorset", "wiltshire", "derbyshire", "nottinghamshire",
        "leicestershire", "lincolnshire", "northamptonshire", "staffordshire", "shropshire", "worcestershire",
        "warwickshire", "cumbria", "east sussex", "west sussex", "bedfordshire", "county durham"),
    ),
    "ZA": ("western cape", "eastern cape", "gauteng", "kwazulu natal"),
    "DE": ("bavaria", "bayern", "hesse", "hessen", "saxony", "baden wurttemberg", "north rhine westphalia",
           "nordrhein westfalen"),
    "ES": ("catalonia", "cataluna", "andalusia", "andalucia"),
    "IT": ("lombardy", "lombardia", "tuscany", "piedmont", "veneto", "emilia romagna", "sicily", "sardinia"),
}  # fmt: skip
_MORE_NAMES: dict[str, Meaning] = {
    "dc": ("US", "DC"), "district of columbia": ("US", "DC"), "washington dc": ("US", "DC"),
    "washington state": ("US", "WA"), "new york state": ("US", "NY"), "virgin islands": ("US", "VI"),
    "newfoundland": ("CA", "NL"), "pei": ("CA", "PE"), "orissa": ("IN", "OD"), "america": ("US", ""),
    "holland": ("NL", ""), "republic of georgia": ("GE", ""), "macau": ("MO", ""), "burma": ("MM", ""),
    "cote divoire": ("CI", ""),
}  # fmt: skip
AREAS = {
    "europe": "Europe", "eu": "the EU", "european union": "the EU", "emea": "EMEA", "apac": "APAC",
    "latam": "Latin America", "latin america": "Latin America", "africa": "Africa", "asia": "Asia",
    "north america": "North America", "worldwide": "anywhere in the world",
}  # fmt: skip
_WITH_ARTICLE = {"US", "GB", "NL", "PH", "AE", "BS", "GM", "MV", "SC", "KM", "IM", "CD", "CG", "VA"}


def names_mean(name: str) -> tuple[Meaning, ...]:
    """Return what a name in words (as `plain` makes it) means: "georgia" is a state and a country."""
    return _words().get(name, ())


def codes_mean(code: str) -> tuple[Meaning, ...]:
    """Return what a code in capitals means; "CO" is a state, a country, an Italian and an Irish place."""
    return _codes().get(code, ())


def country_name(country: str) -> str:
    """Return the English name of a country by its code, without an article: "United Kingdom"."""
    return {"US": "USA", "GB": "UK"}.get(country) or _countries().get(country, "").removeprefix("The ")


def with_article(country: str) -> str:
    """Return the name of a country as it follows "in": "the USA", "France"."""
    name = country_name(country)
    article = country in _WITH_ARTICLE or name.endswith(("Islands", "Republic", "Territories"))
    return f"the {name}" if article else name


@cache
def is_country(name: str) -> bool:
    """Whether a name that means a country (as `plain` makes it) is no region's of it: "bavaria" is one of Germany."""
    return not any(name in names for names in _OTHER_REGIONS.values())


@cache
def behind_a_town(name: str) -> tuple[Meaning, ...]:
    """Return what the name of a county, canton or the like means behind a town, where alone it may be a town too:
    "kildare", "co kildare" and "zurich"."""
    short = name.removeprefix("county ").removeprefix("co ").removeprefix("kanton ").removeprefix("province of ")
    return _regions_abroad().get(name) or _regions_abroad().get(short, ())


@cache
def _regions_abroad() -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, tuple[Meaning, ...]] = {}
    for line in Path(__file__).with_name("regions_abroad.txt").read_text(encoding="utf-8").splitlines():
        where, names = line.split("\t")
        country, _, region = where.partition(":")
        for name in names.split("; "):
            found[name] = (*found.get(name, ()), (country, region))
    return found


@cache
def _countries() -> dict[str, str]:
    text = Path(__file__).with_name("countries.txt").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines())


@cache
def _words() -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, list[Meaning]] = {}

    def add(name: str, country: str, region: str = "") -> None:
        meanings = found.setdefault(plain(name), [])
        if (country, region) not in meanings:
            meanings.append((country, region))

    for country, regions in REGIONS.items():
        for code, name in regions.items():
            add(name, country, code)
    for short, name in ABBREVIATIONS.items():
        add(short, COUNTRY_OF[name], CODE_OF_REGION[name])
    for code, country in _ABROAD.items():
        add(code, country, code)
    for name, (country, region) in _MORE_NAMES.items():
        add(name, country, region)
    for country, names in _OTHER_REGIONS.items():
        for name in names:
            add(name, country, "ENG" if country == "GB" else "")
    for code, name in _countries().items():
        add(name.removeprefix("The "), code)
    for name, code in {**COUNTRIES, **OWN_NAMES}.items():
        if plain(name) not in ("england", "scotland", "wales", "northern ireland"):
            add(name.removeprefix("the "), code)
    return {name: tuple(meanings) for name, meanings in found.items()}


@cache
def _codes() -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, list[Meaning]] = {}

    def add(code: str, country: str, region: str = "") -> None:
        found.setdefault(code, []).append((country, region))

    for country, regions in REGIONS.items():
        for code in regions:
            add(code, country, code)
    for code in _countries():
        add(code, code)
    for country, provinces in (("IT", _ITALIAN), ("IE", _IRISH)):
        for region, codes in provinces.items():
            for code in codes.split():
                add(code, country, region)
    for code in _SWISS.split():
        add(code, "CH", code)
    add("UK", "GB")
    return {code: tuple(meanings) for code, meanings in found.items()}
