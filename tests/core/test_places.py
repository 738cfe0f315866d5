import pytest

from roles.core.places import places_of


@pytest.mark.parametrize(
    ("address", "region", "city"),
    [
        ("Denver, CO", "colorado", "denver"),
        ("Denver, Colorado", "colorado", "denver"),
        ("Denver, CO 80202", "colorado", "denver"),
        ("Denver, CO, USA", "colorado", "denver"),
        ("Denver, Colorado, United States", "colorado", "denver"),
        ("New York, NY", "new york", "new york"),
        ("Ithaca, New York", "new york", "ithaca"),
        ("Washington, DC", "district of columbia", "washington"),
        ("Washington, D.C.", "district of columbia", "washington"),
        ("Seattle, Washington", "washington", "seattle"),
        ("Toronto, Ontario", "ontario", "toronto"),
        ("Toronto, ON M5V 2T6", "ontario", "toronto"),
        ("Toronto, Ontario, CA", "ontario", "toronto"),
        ("Vancouver, BC, CA", "british columbia", "vancouver"),
        ("Ontario, CA", "california", "ontario"),
        ("Ontario, California", "california", "ontario"),
        ("Delaware, Ohio", "ohio", "delaware"),
        ("Washington, PA", "pennsylvania", "washington"),
        ("Virginia, Minnesota", "minnesota", "virginia"),
        ("Columbus, Georgia", "georgia", "columbus"),
        ("Denver CO", "colorado", "denver"),
        ("New York NY 10001", "new york", "new york"),
        ("Newark NJ", "new jersey", "newark"),
        ("Portland ME", "maine", "portland"),
        ("Ontario CA", "california", "ontario"),
        ("denver, co", "colorado", "denver"),
        ("Denver, Co.", "colorado", "denver"),
        ("Denver, CO, 80202", "colorado", "denver"),
        ("Springfield OH 45501-1234 USA", "ohio", "springfield"),
        ("Toronto, ON M5V2T6 Canada", "ontario", "toronto"),
        ("Toronto ON CA", "ontario", "toronto"),
        ("Toronto, CA", "ontario", "toronto"),
        ("Boston, Mass.", "massachusetts", "boston"),
        ("Chicago, Ill.", "illinois", "chicago"),
        ("Albany, N.Y.", "new york", "albany"),
        ("Denver", "colorado", "denver"),
        ("Denver, USA", "colorado", "denver"),
        ("Greater Boston Area", "massachusetts", "boston"),
        ("Brooklyn", "new york", "brooklyn"),
        ("Manhattan", "new york", "manhattan"),
        ("Toronto", "ontario", "toronto"),
        ("DC", "district of columbia", "washington"),
        ("Washington DC", "district of columbia", "washington"),
        ("Atlanta, Georgia", "georgia", "atlanta"),
        ("Berlin, MD", "maryland", "berlin"),
    ],
)
def test_a_city_is_read_in_its_region(address, region, city):
    places = places_of(address)
    assert places.regions == {region}
    assert (city, region) in places.cities


@pytest.mark.parametrize(
    ("address", "regions"),
    [
        ("California", {"california"}),
        ("CALIFORNIA", {"california"}),
        ("New York City", {"new york"}),
        ("Jersey City", {"new jersey"}),
        ("Denver, CO; Austin, TX", {"colorado", "texas"}),
        ("Denver, CO / Remote", {"colorado"}),
        ("Remote (Illinois)", {"illinois"}),
        ("Boston, MA or Albany, NY", {"massachusetts", "new york"}),
        ("Portland, OR or Seattle, WA", {"oregon", "washington"}),
        ("Washington, USA", {"washington"}),
        ("Maryland Heights", {"missouri"}),
        ("Ontario County", {"new york"}),
        ("Leeds, Alabama", {"alabama"}),
        ("Lagos or Denver, CO", {"colorado"}),
    ],
)
def test_a_region_alone_and_several_places_are_read(address, regions):
    assert places_of(address).regions == regions


@pytest.mark.parametrize(
    "address",
    [
        "CO",
        "co",
        "Contact us",
        "Work with me",
        "Coventry",
        "Leeds, UK",
        "Washington, UK",
        "Cleveland, England",
        "Me, myself and I",
        "Remote",
        "",
        ", ,, ;",
    ],
)
def test_a_place_is_never_read_inside_another_name(address):
    assert places_of(address).regions == frozenset()


@pytest.mark.parametrize(
    ("address", "countries"),
    [
        ("Anywhere in Canada", {"CA"}),
        ("Anywhere in the US", {"US"}),
        ("Remote, US", {"US"}),
        ("Remote US", {"US"}),
        ("US only", {"US"}),
        ("United States", {"US"}),
        ("Leeds, UK", set()),
    ],
)
def test_a_country_is_read(address, countries):
    assert places_of(address).countries == countries


@pytest.mark.parametrize(
    "address",
    [
        "Leeds, UK",
        "Leeds UK",
        "Leeds LS1 4AP",
        "London, England, United Kingdom",
        "Dublin, Ireland",
        "Remote, Europe",
        "Bogota, CO",
        "Casablanca, MA",
        "Berlin, DE",
        "Berlin / Milan / Hamburg, DE",
        "Bengaluru, IN",
        "Tbilisi, Georgia",
        "Sydney NSW",
        "Sydney NSW 2000",
        "Hobart, TAS",
        "Cape Town, Western Cape",
        "Mumbai, Maharashtra",
        "Leeds",
        "London",
        "Perth, WA",
        "Greater Munich Area",
        "Rotterdam / Amsterdam",
    ],
)
def test_a_place_in_another_country_is_elsewhere_and_in_no_state(address):
    places = places_of(address)
    assert places.elsewhere
    assert not places.unread
    assert (places.regions, places.countries) == (set(), set())


@pytest.mark.parametrize(
    "address",
    [
        "Columbus",
        "Washington",
        "Portland",
        "Cambridge",
        "Remote",
        "80202",
        "nice me",
        "CO",
        "Berlin, CT",
        "Richmond, CA",
    ],
)
def test_a_name_that_could_be_several_places_is_not_guessed(address):
    assert places_of(address).unread
