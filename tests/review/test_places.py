import pytest

from roles.review.places import places_of


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
    ],
)
def test_a_region_alone_and_several_places_are_read(address, regions):
    assert places_of(address).regions == regions


@pytest.mark.parametrize(
    "address",
    [
        "CO",
        "co",
        "Denver, co",
        "Coventry",
        "Leeds, UK",
        "Washington, UK",
        "Cleveland, England",
        "Maryland Heights",
        "Me, myself and I",
        "Remote",
        "",
        ", ,, ;",
        "Ontario County",
    ],
)
def test_a_place_is_never_read_inside_another_name(address):
    assert places_of(address).regions == frozenset()


@pytest.mark.parametrize(
    ("address", "countries"),
    [("Anywhere in Canada", {"CA"}), ("Remote, US", {"US"}), ("United States", {"US"}), ("Leeds, UK", set())],
)
def test_a_country_is_read(address, countries):
    assert places_of(address).countries == countries
