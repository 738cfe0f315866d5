import pytest
from hypothesis import given

from roles.core.places import postal
from tests.strategies import any_text


@pytest.mark.parametrize(
    ("written", "town", "region", "country"),
    [
        ("Leeds, UK", "Leeds", None, "GB"),
        ("Leeds, West Yorkshire, England", "Leeds", "West Yorkshire", "GB"),
        ("Columbus, Ohio", "Columbus", "OH", "US"),
        ("Columbus, OH, USA", "Columbus", "OH", "US"),
        ("New York, NY", "New York", "NY", "US"),
        ("Denver", "Denver", "CO", "US"),
        ("Chicago, USA", "Chicago", "IL", "US"),
        ("Ohio, USA", None, "OH", "US"),
        ("Washington, DC", "Washington", "DC", "US"),
        ("Atlanta, Georgia", "Atlanta", "GA", "US"),
        ("Toronto, Ontario, Canada", "Toronto", "ON", "CA"),
        ("Montréal, QC", "Montréal", "QC", "CA"),
        ("Berlin, Germany", "Berlin", None, "DE"),
        ("Berlin, DE", "Berlin", None, "DE"),
        ("Perth, WA", "Perth", "WA", "AU"),
        ("San Juan, PR", "San Juan", "PR", "US"),
        ("UK", None, None, "GB"),
        ("Canada", None, None, "CA"),
    ],
)
def test_a_line_that_plainly_states_them_gives_town_region_and_country(written, town, region, country):
    named = {"addressLocality": town, "addressRegion": region, "addressCountry": country}
    assert postal(written) == {name: value for name, value in named.items() if value}


@pytest.mark.parametrize(
    "written",
    ["Bristol", "Springfield", "Leeds and York, UK", "Austin, TX; Denver, CO", "Berlin, CT", "Our place", "a, b, c, d"],
)
def test_of_any_other_nothing_is_guessed(written):
    assert postal(written) == {"addressLocality": written}


@pytest.mark.parametrize("written", ["Denver, CO 80202", "12 High Street, Leeds, UK", "Leeds LS1 4AP, UK"])
def test_a_number_stays_with_its_line(written):
    assert postal(written)["addressLocality"] == written
    assert postal(written)["addressCountry"] in ("US", "GB")


@given(any_text)
def test_any_line_has_an_address(written):
    address = postal(written)
    assert set(address) <= {"addressLocality", "addressRegion", "addressCountry"}
    if "addressCountry" not in address:
        assert address == {"addressLocality": written}
