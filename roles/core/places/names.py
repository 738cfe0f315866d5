"""Names and codes of countries, regions and cities, in lower case as folded text has them.

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
# Cities and counties whose name alone says where they are. Not here are those that share it with
# a large one elsewhere: Columbus, Cleveland, Portland, Vancouver, London, Washington.
CITIES = {
    **dict.fromkeys(
        ("new york city", "nyc", "manhattan", "brooklyn", "bronx", "the bronx", "staten island", "harlem",
         "long island city", "westchester county", "white plains", "yonkers", "buffalo"), "new york",
    ),
    **dict.fromkeys(("los angeles", "san francisco", "san diego", "sacramento", "silicon valley"), "california"),
    **dict.fromkeys(("denver", "colorado springs"), "colorado"),
    **dict.fromkeys(("dallas", "houston", "austin", "san antonio"), "texas"),
    **dict.fromkeys(("toronto", "mississauga", "ottawa"), "ontario"),
    **dict.fromkeys(("montreal", "montréal"), "quebec"),
    "jersey city": "new jersey", "chicago": "illinois", "boston": "massachusetts", "seattle": "washington",
    "minneapolis": "minnesota", "honolulu": "hawaii", "baltimore": "maryland", "philadelphia": "pennsylvania",
    "pittsburgh": "pennsylvania", "atlanta": "georgia", "miami": "florida", "detroit": "michigan",
    "phoenix": "arizona", "las vegas": "nevada", "calgary": "alberta", "washington dc": "district of columbia",
}  # fmt: skip
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
SPELLINGS = {
    "d.c.": "district of columbia",
    "washington dc": "district of columbia",
    "washington d.c.": "district of columbia",
    "washington state": "washington",
    "state of washington": "washington",
    "new york state": "new york",
    "québec": "quebec",
}
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
    "méxico": "MX", "brasil": "BR",
}  # fmt: skip
# The countries whose states and provinces are read.
NORTH_AMERICA = frozenset({"US", "CA"})
# Wider or narrower than a country, or an article before one: elsewhere, and in which country is not read.
ELSEWHERE = {
    "the philippines", "puerto rico", "europe", "eu", "european union", "emea", "apac", "latin america", "latam",
    "nsw", "new south wales", "queensland", "qld", "tasmania", "western australia", "south australia",
    "western cape", "eastern cape", "gauteng", "kwazulu-natal", "maharashtra", "karnataka", "tamil nadu",
    "telangana", "gujarat", "haryana", "bavaria", "bayern", "catalonia", "lombardy", "west yorkshire",
    "greater manchester", "west midlands", "merseyside", "tyne and wear",
}  # fmt: skip
# Cities abroad whose name alone says where they are: no large one in America shares it.
CITIES_ELSEWHERE = {
    "sydney", "brisbane", "adelaide", "canberra", "auckland", "berlin", "munich", "münchen", "hamburg", "cologne",
    "frankfurt", "amsterdam", "rotterdam", "brussels", "barcelona", "lisbon", "milan", "zurich", "zürich",
    "stockholm", "gothenburg", "oslo", "bergen", "copenhagen", "helsinki", "warsaw", "kraków", "krakow", "prague",
    "budapest", "bucharest", "mumbai", "bengaluru", "bangalore", "new delhi", "hyderabad", "chennai", "pune",
    "dubai", "abu dhabi", "doha", "johannesburg", "cape town", "durban", "nairobi", "lagos", "accra", "tokyo",
    "seoul", "bangkok", "jakarta", "kuala lumpur", "manila", "são paulo", "sao paulo", "mexico city",
    "edinburgh", "glasgow", "cardiff", "belfast", "leeds", "liverpool", "sheffield", "nottingham", "leicester",
}  # fmt: skip
CODES_ELSEWHERE = {
    "UK", "GB", "IE", "FR", "AT", "CH", "ES", "PT", "IT", "NL", "BE", "LU", "DK", "SE", "NO", "FI", "PL", "CZ",
    "HU", "RO", "BG", "GR", "AU", "NZ", "MX", "BR", "JP", "NSW", "VIC", "QLD", "TAS",
}  # fmt: skip
# Cities abroad that stand before what is a state's name or code as well as a country's.
ABROAD = {
    "colorado": ("bogota", "bogotá", "medellin", "medellín", "cali", "barranquilla", "cartagena"),
    "massachusetts": ("casablanca", "rabat", "marrakesh", "marrakech", "tangier", "tanger", "fes", "agadir"),
    "delaware": (
        *("berlin", "hamburg", "munich", "münchen", "frankfurt", "frankfurt am main", "cologne", "köln", "stuttgart"),
        *("düsseldorf", "dusseldorf", "leipzig", "dresden", "nuremberg", "nürnberg", "hannover", "bremen", "milan"),
    ),
    "georgia": ("tbilisi", "batumi", "kutaisi"),
    "illinois": ("tel aviv", "tel aviv-yafo", "jerusalem", "haifa", "herzliya"),
    "indiana": (
        *("bangalore", "bengaluru", "mumbai", "delhi", "new delhi", "hyderabad", "chennai", "pune", "kolkata"),
        *("gurgaon", "gurugram", "noida", "ahmedabad"),
    ),
    "maine": ("podgorica",),
    "maryland": ("chisinau", "chișinău"),
    "minnesota": ("ulaanbaatar", "ulan bator"),
    "arkansas": ("buenos aires", "rosario"),
    "alabama": ("tirana",),
    "arizona": ("baku",),
    "idaho": ("jakarta", "surabaya", "bandung"),
    "montana": ("valletta", "sliema"),
    "pennsylvania": ("panama city", "panamá"),
    "tennessee": ("tunis", "sfax"),
}
