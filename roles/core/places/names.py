"""Names and codes of countries and regions, in lower case as folded text has them.

A region is a state of the United States, its district, or a province of Canada.
"""

US_STATES = {
    "AL": "alabama", "AK": "alaska", "AZ": "arizona", "AR": "arkansas", "CA": "california", "CO": "colorado",
    "CT": "connecticut", "DE": "delaware", "DC": "district of columbia", "FL": "florida", "GA": "georgia",
    "HI": "hawaii", "ID": "idaho", "IL": "illinois", "IN": "indiana", "IA": "iowa", "KS": "kansas",
    "KY": "kentucky", "LA": "louisiana", "ME": "maine", "MD": "maryland", "MA": "massachusetts",
    "MI": "michigan", "MN": "minnesota", "MS": "mississippi", "MO": "missouri", "MT": "montana",
    "NE": "nebraska", "NV": "nevada", "NH": "new hampshire", "NJ": "new jersey", "NM": "new mexico",
    "NY": "new york", "NC": "north carolina", "ND": "north dakota", "OH": "ohio", "OK": "oklahoma",
    "OR": "oregon", "PA": "pennsylvania", "RI": "rhode island", "SC": "south carolina", "SD": "south dakota",
    "TN": "tennessee", "TX": "texas", "UT": "utah", "VT": "vermont", "VA": "virginia", "WA": "washington",
    "WV": "west virginia", "WI": "wisconsin", "WY": "wyoming",
}  # fmt: skip
CANADIAN_PROVINCES = {
    "AB": "alberta", "BC": "british columbia", "MB": "manitoba", "NB": "new brunswick",
    "NL": "newfoundland and labrador", "NS": "nova scotia", "NT": "northwest territories", "NU": "nunavut",
    "ON": "ontario", "PE": "prince edward island", "QC": "quebec", "SK": "saskatchewan", "YT": "yukon",
}  # fmt: skip
COUNTRY_OF = {**dict.fromkeys(US_STATES.values(), "US"), **dict.fromkeys(CANADIAN_PROVINCES.values(), "CA")}
REGION_OF_CODE = {**US_STATES, **CANADIAN_PROVINCES}
CODE_OF_REGION = {name: code for code, name in REGION_OF_CODE.items()}
# Read only behind a city and a comma, without the stop.
ABBREVIATIONS = {
    "ala": "alabama", "ariz": "arizona", "ark": "arkansas", "calif": "california", "colo": "colorado",
    "conn": "connecticut", "del": "delaware", "fla": "florida", "ill": "illinois", "ind": "indiana",
    "kan": "kansas", "mass": "massachusetts", "mich": "michigan", "minn": "minnesota", "miss": "mississippi",
    "mont": "montana", "neb": "nebraska", "nev": "nevada", "n.h": "new hampshire", "n.j": "new jersey",
    "n.m": "new mexico", "n.y": "new york", "n.c": "north carolina", "n.d": "north dakota", "okla": "oklahoma",
    "ore": "oregon", "penn": "pennsylvania", "r.i": "rhode island", "s.c": "south carolina", "s.d": "south dakota",
    "tenn": "tennessee", "tex": "texas", "wash": "washington", "w.va": "west virginia", "wis": "wisconsin",
    "wyo": "wyoming", "ont": "ontario", "que": "quebec", "b.c": "british columbia", "alta": "alberta",
}  # fmt: skip
# ISO 3166-1, by the English names a line may end in.
COUNTRIES = {
    **dict.fromkeys(("us", "u.s.", "usa", "u.s.a.", "united states", "united states of america"), "US"),
    **dict.fromkeys(("uk", "u.k.", "united kingdom", "great britain"), "GB"),
    **dict.fromkeys(("england", "scotland", "wales", "northern ireland"), "GB"),
    **dict.fromkeys(("netherlands", "the netherlands"), "NL"),
    **dict.fromkeys(("czechia", "czech republic"), "CZ"),
    **dict.fromkeys(("united arab emirates", "uae"), "AE"),
    "canada": "CA", "ireland": "IE", "france": "FR", "germany": "DE", "austria": "AT", "switzerland": "CH",
    "spain": "ES", "portugal": "PT", "italy": "IT", "belgium": "BE", "luxembourg": "LU", "denmark": "DK",
    "sweden": "SE", "norway": "NO", "finland": "FI", "iceland": "IS", "poland": "PL", "slovakia": "SK",
    "slovenia": "SI", "hungary": "HU", "romania": "RO", "bulgaria": "BG", "greece": "GR", "croatia": "HR",
    "serbia": "RS", "estonia": "EE", "latvia": "LV", "lithuania": "LT", "ukraine": "UA", "turkey": "TR",
    "cyprus": "CY", "malta": "MT", "israel": "IL", "saudi arabia": "SA", "qatar": "QA", "egypt": "EG",
    "morocco": "MA", "tunisia": "TN", "nigeria": "NG", "kenya": "KE", "ghana": "GH", "south africa": "ZA",
    "india": "IN", "pakistan": "PK", "bangladesh": "BD", "sri lanka": "LK", "china": "CN", "hong kong": "HK",
    "taiwan": "TW", "japan": "JP", "south korea": "KR", "singapore": "SG", "malaysia": "MY", "indonesia": "ID",
    "thailand": "TH", "vietnam": "VN", "philippines": "PH", "australia": "AU", "new zealand": "NZ",
    "mexico": "MX", "brazil": "BR", "argentina": "AR", "chile": "CL", "colombia": "CO", "peru": "PE",
    "costa rica": "CR", "panama": "PA",
}  # fmt: skip
# The same by the names in their own languages.
OWN_NAMES = {
    "deutschland": "DE", "österreich": "AT", "schweiz": "CH", "españa": "ES", "italia": "IT", "türkiye": "TR",
    "méxico": "MX", "brasil": "BR", "nederland": "NL", "sverige": "SE", "danmark": "DK", "norge": "NO", "suomi": "FI",
    "polska": "PL", "belgië": "BE", "belgique": "BE", "suisse": "CH", "svizzera": "CH",
}  # fmt: skip
# The countries whose states and provinces are read.
NORTH_AMERICA = frozenset({"US", "CA"})
